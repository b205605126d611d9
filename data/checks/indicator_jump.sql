-- Compares: targets printed for years one after the other. One ten times the one before it, or a tenth of it, is
-- probably a misprint (50, 50, 500): it is flagged, never changed.
WITH target AS (
    SELECT
        document_id, row_no, fund, name, unit, fiscal_year, value, locator,
        lag(value) OVER series AS value_before,
        lag(locator) OVER series AS locator_before,
        lag(fiscal_year) OVER series AS year_before
    FROM indicator_value
    WHERE kind = 'target' AND fiscal_year IS NOT NULL AND value IS NOT NULL
    WINDOW series AS (PARTITION BY document_id, row_no, fund ORDER BY fiscal_year)
)
SELECT
    document_id,
    target.locator AS subject,
    name AS scope,
    fiscal_year,
    fund,
    unit,
    'named' AS role,
    cell.locator,
    cell.label,
    cell.value,
    cell.place,
    NOT (target.value >= 10 * value_before OR target.value * 10 <= value_before) AS holds,
    'warning' AS severity
FROM target,
    (SELECT unnest([
        {'locator': target.locator, 'label': fiscal_year::VARCHAR, 'value': target.value, 'place': 1},
        {'locator': locator_before, 'label': year_before::VARCHAR, 'value': value_before, 'place': 2}
    ], recursive := true)) AS cell
WHERE value_before > 0 AND target.value > 0
