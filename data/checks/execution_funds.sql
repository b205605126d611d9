-- Compares: what a row of a report on execution prints for both funds with its general and special fund; UAH. Approved
-- and cash apart.
SELECT
    document_id,
    concat_ws('/', row_no, figure) AS subject,
    concat_ws(' ', line_code, name) AS scope,
    left(period, 4)::INTEGER AS fiscal_year,
    'total' AS fund,
    'UAH' AS unit,
    CASE fund WHEN 'total' THEN 'printed' ELSE 'part' END AS role,
    locator,
    fund AS label,
    amount AS "value",
    row_no AS place
FROM execution_figure
WHERE kind = 'execution_report' AND fund IN ('general', 'special', 'total')
WINDOW row_of AS (PARTITION BY document_id, row_no, figure)
QUALIFY bool_or(fund = 'total') OVER row_of AND bool_or(fund <> 'total') OVER row_of
