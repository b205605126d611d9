-- Compares: what an input or output indicator prints in all with its general and special fund, in the indicator's own
-- unit. Efficiency and quality do not add up.
SELECT
    document_id,
    concat_ws('/', row_no, kind, fiscal_year) AS subject,
    concat_ws(' ', line_code, name) AS scope,
    fiscal_year,
    'total' AS fund,
    unit,
    CASE fund WHEN 'total' THEN 'printed' ELSE 'part' END AS role,
    locator,
    fund AS label,
    value,
    row_no AS place
FROM indicator_value
WHERE "group" IN ('input', 'output') AND fund IN ('general', 'special', 'total') AND value IS NOT NULL
  AND NOT regexp_matches(lower(coalesce(unit, '')), '^(%|відс|відсот|процент)')
WINDOW row_of AS (PARTITION BY document_id, row_no, kind, fiscal_year)
QUALIFY bool_or(fund = 'total') OVER row_of AND bool_or(fund <> 'total') OVER row_of
