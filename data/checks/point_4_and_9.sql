-- Compares: the appropriations of point 4 of a passport with the total of point 9, by fund; UAH.
WITH cell AS (
    SELECT document_id, section, row_no, locator, fund, fiscal_year, amount
    FROM allocation
    WHERE section IN ('point_9', 'point_4') AND level = 'programme' AND amount IS NOT NULL
)
SELECT
    document_id,
    fund AS subject,
    'programme' AS scope,
    fiscal_year,
    fund,
    'UAH' AS unit,
    CASE section WHEN 'point_4' THEN 'printed' ELSE 'part' END AS role,
    locator,
    section AS label,
    amount AS "value",
    row_no AS place
FROM cell
QUALIFY count(DISTINCT section) OVER (PARTITION BY document_id, fund) = 2
