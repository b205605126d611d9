-- Compares: the total of point 10 of a passport with the local programmes that it lists, by fund; UAH.
SELECT
    document_id,
    fund AS subject,
    'programme' AS scope,
    fiscal_year,
    fund,
    'UAH' AS unit,
    CASE WHEN line_code IS NULL THEN 'printed' ELSE 'part' END AS role,
    locator,
    coalesce(line_code, fund) AS label,
    amount AS "value",
    row_no AS place
FROM allocation
WHERE section = 'point_10' AND amount IS NOT NULL
QUALIFY bool_or(line_code IS NULL) OVER (PARTITION BY document_id, fund)
    AND bool_or(line_code IS NOT NULL) OVER (PARTITION BY document_id, fund)
