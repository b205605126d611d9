-- Compares: whether a number of a list follows the one before it, and the first is 1. An amendment prints only what it
-- changes.
SELECT
    document_id,
    concat_ws('/', list, basis, row_no, code) AS subject,
    concat_ws(' ', code, name) AS scope,
    'named' AS role,
    cell.locator,
    cell.label,
    cell.place,
    coalesce(number <= number_before + 1, number <= 1) AS holds,
    'warning' AS severity
FROM numbered,
    (SELECT unnest([
        {'locator': numbered.locator, 'label': numbered.code, 'place': 1},
        {'locator': numbered.locator_before, 'label': numbered.code_before, 'place': 2}
    ], recursive := true)) AS cell
WHERE cell.locator IS NOT NULL AND basis IS DISTINCT FROM 'delta'
