-- Compares: whether the parts of a line print their money in the funds in which the line itself does, by year; UAH.
SELECT
    document_id,
    concat_ws('/', section, basis, parent_no, fiscal_year) AS subject,
    CASE parent_level WHEN 'programme' THEN 'programme' ELSE concat_ws(' ', line_code, name) END AS scope,
    fiscal_year,
    'general' AS fund,
    'UAH' AS unit,
    role,
    locator,
    CASE role WHEN 'printed' THEN fund ELSE label END AS label,
    amount AS "value",
    printed_general AS printed,
    part_general AS computed,
    row_no AS place
FROM line_sum
-- Where not even both funds together agree, the checks of sums say so.
WHERE fund <> 'total' AND (moved OR printed_general = part_general)
