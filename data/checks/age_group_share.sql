-- Compares: the people of an age and over with the whole population of the same territory and year. More than all is
-- wrong; nine tenths and more from the age of 15 on is doubtful: then children would be fewer than a tenth.
WITH pair AS (
    SELECT
        aged.*,
        whole.document_id AS whole_document_id,
        whole.locator AS whole_locator,
        whole.persons AS whole_persons
    FROM population AS aged
    JOIN population AS whole
      ON whole.territory = aged.territory AND whole.year = aged.year AND whole.age_from IS NULL
    WHERE aged.age_from > 0
)
SELECT
    document_id,
    concat_ws('/', pair.locator, whole_document_id, whole_locator) AS subject,
    territory AS scope,
    year AS fiscal_year,
    'people' AS unit,
    cell.role,
    cell.cell_document_id,
    cell.locator,
    cell.label,
    cell.value,
    year AS place,
    persons <= whole_persons AND NOT (age_from >= 15 AND persons * 10 >= whole_persons * 9) AS holds,
    CASE WHEN persons > whole_persons THEN 'error' ELSE 'warning' END AS severity,
    CASE WHEN document_id = whole_document_id THEN 'document' ELSE 'cross_document' END AS "class"
FROM pair,
    (SELECT unnest([
        {'role': 'printed', 'cell_document_id': document_id, 'locator': pair.locator, 'label': age_from || '+',
         'value': persons},
        {'role': 'part', 'cell_document_id': whole_document_id, 'locator': whole_locator, 'label': year::VARCHAR,
         'value': whole_persons}
    ], recursive := true)) AS cell
