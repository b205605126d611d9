-- Compares: the appropriations of point 4 of a passport with the total of point 9, or with its directions where it
-- prints none, by fund; UAH.
WITH nine AS (
    FROM allocation
    WHERE section = 'point_9' AND amount IS NOT NULL
    QUALIFY level = 'programme' OR NOT bool_or(level = 'programme') OVER (PARTITION BY document_id)
),
cell AS (
    SELECT document_id, section, row_no, locator, fund, fiscal_year, amount, section AS label, false AS untold
    FROM allocation
    WHERE section = 'point_4' AND amount IS NOT NULL
    UNION ALL
    SELECT document_id, section, row_no, locator, CASE fund WHEN 'unspecified' THEN 'total' ELSE fund END,
        fiscal_year, amount, coalesce(line_code, section), fund = 'unspecified'
    FROM nine
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
    label,
    amount AS "value",
    row_no AS place
FROM cell
QUALIFY count(DISTINCT section) OVER (PARTITION BY document_id) = 2
    -- Where a direction names no fund, the funds cannot be compared.
    AND (fund = 'total' OR NOT bool_or(untold) OVER (PARTITION BY document_id))
