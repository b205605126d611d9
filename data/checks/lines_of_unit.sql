-- Compares: a spending unit with its tasks and measures, by year and fund; UAH.
SELECT
    document_id,
    concat_ws('/', section, basis, parent_no, coalesce(fiscal_year::VARCHAR, 'all'), fund) AS subject,
    concat_ws(' ', line_code, name) AS scope,
    fiscal_year,
    fund,
    'UAH' AS unit,
    role,
    locator,
    label,
    amount AS "value",
    row_no AS place
FROM line_sum
WHERE parent_level = 'spending_unit' AND (fund = 'total' OR NOT moved)
