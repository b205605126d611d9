-- Compares: the values printed for an indicator one after the other, the baseline first. One ten times the one before
-- it, or a tenth of it, is probably a misprint (50, 50, 500): it is flagged, never changed.
WITH target AS (
    SELECT
        document_id, row_no, fund, name, unit, fiscal_year, value, locator,
        coalesce(fiscal_year::VARCHAR, kind) AS label,
        lag(value) OVER series AS value_before,
        lag(locator) OVER series AS locator_before,
        lag(label) OVER series AS label_before
    FROM indicator_value
    WHERE value IS NOT NULL AND (kind = 'baseline' OR (kind = 'target' AND fiscal_year IS NOT NULL))
    WINDOW series AS (PARTITION BY document_id, row_no, fund ORDER BY kind = 'target', fiscal_year)
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
        {'locator': target.locator, 'label': target.label, 'value': target.value, 'place': 1},
        {'locator': locator_before, 'label': label_before, 'value': value_before, 'place': 2}
    ], recursive := true)) AS cell
WHERE value_before > 0 AND target.value > 0
