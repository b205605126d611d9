-- Compares: Treasury rows of both funds (T) with those of the general and the special fund (C + S), by codes and
-- amount; UAH.
SELECT
    document_id,
    concat_ws('/', period, budget_code, programme_code, typical_code, functional_code, economic_code, figure)
        AS subject,
    concat_ws(' ', period, coalesce(programme_code, typical_code, functional_code), economic_code) AS scope,
    left(period, 4)::INTEGER AS fiscal_year,
    'total' AS fund,
    'UAH' AS unit,
    CASE fund WHEN 'total' THEN 'printed' ELSE 'part' END AS role,
    locator,
    fund AS label,
    amount AS "value",
    row_no AS place
FROM execution_figure
WHERE kind = 'treasury'
-- The Treasury prints no row for a fund that is empty.
WINDOW row_of AS (
    PARTITION BY document_id, period, budget_code, programme_code, typical_code, functional_code, economic_code, figure
)
QUALIFY bool_or(fund = 'total') OVER row_of AND bool_or(fund <> 'total') OVER row_of
