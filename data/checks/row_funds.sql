-- Compares: the printed total of a line and year with its general and special fund; UAH.
SELECT
    document_id,
    concat_ws('/', section, basis, row_no, fiscal_year, funding_source) AS subject,
    concat_ws(' ', line_code, name) AS scope,
    fiscal_year,
    'total' AS fund,
    'UAH' AS unit,
    CASE fund WHEN 'total' THEN 'printed' ELSE 'part' END AS role,
    locator,
    fund AS label,
    amount AS "value",
    row_no AS place
FROM allocation
WHERE fund IN ('general', 'special', 'total') AND amount IS NOT NULL
WINDOW line_year AS (PARTITION BY document_id, section, basis, row_no, fiscal_year, funding_source)
QUALIFY bool_or(fund = 'total') OVER line_year AND bool_or(fund <> 'total') OVER line_year
