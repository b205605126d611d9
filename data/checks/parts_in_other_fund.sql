-- Compares: whether the parts of a line print their money in the funds in which the line itself does, by year; UAH.
SELECT
    document_id,
    concat_ws('/', section, basis, line_no, fiscal_year) AS subject,
    scope,
    fiscal_year,
    'general' AS fund,
    'UAH' AS unit,
    role,
    locator,
    label,
    amount AS "value",
    -- A line that prints nothing for the general fund prints no zero.
    sum(amount) FILTER (role = 'printed' AND fund = 'general') OVER line_year AS printed,
    part_general AS computed,
    printed_general = part_general AS holds,
    row_no AS place
FROM line_with_parts
-- Where not even both funds together agree, the checks of sums say so.
WHERE fund <> 'total' AND (moved OR printed_general = part_general)
WINDOW line_year AS (PARTITION BY document_id, section, basis, line_no, fiscal_year)
