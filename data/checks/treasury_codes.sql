-- Compares: the Treasury's own sum over all economic codes (code 0000) with the codes that it adds up, by fund and
-- amount; UAH. Money counted twice or four times shows here.
WITH coded AS (
    SELECT *
    FROM execution_figure AS figure
    WHERE kind = 'treasury' AND economic_code IS NOT NULL
      -- A code above others, as 2200 above 2240, adds them up.
      AND (economic_code = '0000' OR NOT EXISTS (
          FROM execution AS below
          WHERE below.document_id = figure.document_id AND below.period = figure.period AND below.fund = figure.fund
            AND below.budget_code IS NOT DISTINCT FROM figure.budget_code
            AND below.programme_code IS NOT DISTINCT FROM figure.programme_code
            AND below.typical_code IS NOT DISTINCT FROM figure.typical_code
            AND below.functional_code IS NOT DISTINCT FROM figure.functional_code
            AND below.economic_code <> figure.economic_code
            AND starts_with(below.economic_code, rtrim(figure.economic_code, '0'))
      ))
)
SELECT
    document_id,
    concat_ws('/', period, budget_code, programme_code, typical_code, functional_code, fund, figure) AS subject,
    concat_ws(' ', period, coalesce(programme_code, typical_code, functional_code)) AS scope,
    left(period, 4)::INTEGER AS fiscal_year,
    fund,
    'UAH' AS unit,
    CASE economic_code WHEN '0000' THEN 'printed' ELSE 'part' END AS role,
    locator,
    economic_code AS label,
    amount AS "value",
    row_no AS place
FROM coded
WINDOW codes AS (
    PARTITION BY document_id, period, budget_code, programme_code, typical_code, functional_code, fund, figure
)
QUALIFY bool_or(economic_code = '0000') OVER codes AND bool_or(economic_code <> '0000') OVER codes
