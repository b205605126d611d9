-- Compares: whether a number of a list follows the one before it, and the first is 1. The table of an amendment may
-- hold only what it changes.
SELECT
    document_id,
    concat_ws('/', list, basis, row_no, code) AS subject,
    concat_ws(' ', code, name) AS scope,
    'named' AS role,
    cell.locator,
    cell.label,
    cell.place,
    coalesce(numbered.number <= number_before + 1, numbered.number <= 1) AS holds,
    'warning' AS severity
FROM numbered
JOIN document USING (document_id),
    (SELECT unnest([
        {'locator': numbered.locator, 'label': numbered.code, 'place': 1},
        {'locator': numbered.locator_before, 'label': numbered.code_before, 'place': 2}
    ], recursive := true)) AS cell
WHERE cell.locator IS NOT NULL AND basis IS DISTINCT FROM 'delta'
  AND (basis IS NULL OR document.kind <> 'amendment')
