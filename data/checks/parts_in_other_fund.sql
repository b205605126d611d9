-- Compares: whether the parts of a line print their money in the funds in which the line itself does, by year; UAH:
-- what both print for the general fund, with the cells of the special fund beside it.
SELECT
    document_id,
    concat_ws('/', section, basis, line_no, fiscal_year) AS subject,
    scope,
    fiscal_year,
    'general' AS fund,
    'UAH' AS unit,
    CASE fund WHEN 'general' THEN role ELSE 'named' END AS role,
    locator,
    label,
    amount AS "value",
    printed_general = part_general AS holds,
    row_no AS place
FROM line_with_parts
-- Where not even both funds together agree, the checks of sums say so.
WHERE fund <> 'total' AND (moved OR printed_general = part_general)
