-- Compares: the total of point 10 of a passport with the local programmes that it lists, by fund; UAH.
SELECT
    document_id,
    fund AS subject,
    'programme' AS scope,
    fiscal_year,
    fund,
    'UAH' AS unit,
    CASE level WHEN 'programme' THEN 'printed' ELSE 'part' END AS role,
    locator,
    CASE level WHEN 'programme' THEN fund ELSE coalesce(line_code, name) END AS label,
    amount AS "value",
    row_no AS place
FROM allocation
WHERE section = 'point_10' AND amount IS NOT NULL
WINDOW of_fund AS (PARTITION BY document_id, fund)
QUALIFY bool_or(level = 'programme') OVER of_fund AND bool_or(level <> 'programme') OVER of_fund
