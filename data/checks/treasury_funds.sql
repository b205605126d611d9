-- Compares: Treasury rows of both funds (T) with those of the general and the special fund (C + S), by codes and
-- amount; UAH. The Treasury prints no row for a fund that is empty; where a row leaves the amount blank, nothing is
-- known.
WITH printed AS (
    SELECT document_id, period, budget_code, programme_code, typical_code, functional_code, economic_code,
        count(DISTINCT fund) AS funds
    FROM execution
    GROUP BY ALL
)
SELECT
    figure.document_id,
    concat_ws(
        '/', figure.period, figure.budget_code, figure.programme_code, figure.typical_code, figure.functional_code,
        figure.economic_code, figure.figure
    ) AS subject,
    concat_ws(
        ' ', figure.period, coalesce(figure.programme_code, figure.typical_code, figure.functional_code),
        figure.economic_code
    ) AS scope,
    left(figure.period, 4)::INTEGER AS fiscal_year,
    'total' AS fund,
    'UAH' AS unit,
    CASE figure.fund WHEN 'total' THEN 'printed' ELSE 'part' END AS role,
    figure.locator,
    figure.fund AS label,
    figure.amount AS "value",
    figure.row_no AS place
FROM execution_figure AS figure
JOIN printed
  ON printed.document_id = figure.document_id
 AND printed.period = figure.period
 AND printed.budget_code IS NOT DISTINCT FROM figure.budget_code
 AND printed.programme_code IS NOT DISTINCT FROM figure.programme_code
 AND printed.typical_code IS NOT DISTINCT FROM figure.typical_code
 AND printed.functional_code IS NOT DISTINCT FROM figure.functional_code
 AND printed.economic_code IS NOT DISTINCT FROM figure.economic_code
WHERE figure.kind = 'treasury'
WINDOW row_of AS (
    PARTITION BY figure.document_id, figure.period, figure.budget_code, figure.programme_code, figure.typical_code,
        figure.functional_code, figure.economic_code, figure.figure
)
QUALIFY bool_or(figure.fund = 'total') OVER row_of
    AND bool_or(figure.fund <> 'total') OVER row_of
    AND count(DISTINCT figure.fund) OVER row_of = printed.funds
