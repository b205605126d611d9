-- Compares: Treasury rows of both funds (T) with those of the general and the special fund (C + S), by codes and amount; UAH.
WITH figure AS (
    SELECT *, 'revised_plan' AS figure, revised_plan AS amount, locator AS place_of FROM execution
    UNION ALL
    SELECT *, 'estimates', estimates, locator FROM execution
    UNION ALL
    SELECT *, 'cash', cash, coalesce(cash_locator, locator) FROM execution
)
SELECT
    document_id,
    concat_ws('/', period, budget_code, programme_code, typical_code, functional_code, economic_code, figure) AS subject,
    concat_ws(' ', period, coalesce(programme_code, typical_code, functional_code), economic_code) AS scope,
    left(period, 4)::INTEGER AS fiscal_year,
    'total' AS fund,
    'UAH' AS unit,
    CASE fund WHEN 'total' THEN 'printed' ELSE 'part' END AS role,
    place_of AS locator,
    fund AS label,
    amount AS "value",
    row_no AS place
FROM figure
JOIN document USING (document_id)
WHERE document.kind = 'treasury' AND amount IS NOT NULL
QUALIFY count(DISTINCT fund) OVER (
    PARTITION BY document_id, period, budget_code, programme_code, typical_code, functional_code, economic_code, figure
) = 3
