-- Grain: document x indicator x two targets printed for years one after the other. A target ten times the one before it,
-- or a tenth of it, is probably a misprint (50, 50, 500): it is flagged, never changed.
WITH target AS (
    SELECT
        document_id,
        row_no,
        fund,
        name,
        fiscal_year,
        value,
        locator,
        lag(value) OVER series AS value_before,
        lag(locator) OVER series AS locator_before
    FROM indicator_value
    WHERE kind = 'target' AND fiscal_year IS NOT NULL AND value IS NOT NULL
    WINDOW series AS (PARTITION BY document_id, row_no, fund ORDER BY fiscal_year)
)
SELECT
    'indicator_jump' AS rule,
    CASE WHEN value >= 10 * value_before OR value * 10 <= value_before THEN 'warning' ELSE 'verified' END AS severity,
    'document' AS "class",
    document_id,
    name AS scope,
    fiscal_year,
    fund,
    list_value(locator, locator_before) AS locators
FROM target
WHERE value_before > 0 AND value > 0
