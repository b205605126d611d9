-- Compares: whether a number of a list stands in it once, and after the smaller ones.
SELECT
    document_id,
    concat_ws('/', list, basis, row_no, code) AS subject,
    concat_ws(' ', code, name) AS scope,
    'named' AS role,
    cell.locator,
    cell.label,
    cell.place,
    coalesce(number > number_before, true) AS holds,
    'warning' AS severity
FROM numbered,
    (SELECT unnest([
        {'locator': numbered.locator, 'label': numbered.code, 'place': 1},
        {
            'locator': coalesce(numbered.locator_same, numbered.locator_before),
            'label': CASE WHEN numbered.locator_same IS NULL THEN numbered.code_before ELSE numbered.code END,
            'place': 2
        }
    ], recursive := true)) AS cell
WHERE cell.locator IS NOT NULL
