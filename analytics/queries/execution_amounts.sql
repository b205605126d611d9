-- Grain: fiscal year x month x fund x figure (approved, revised, cash) of a scope; UAH, cumulative from January.
-- A figure of a fund is the sum of its lowest rows; where one of them does not state it, the printed total. Of several
-- documents on one month the newest counts. What passports approved has no month.
WITH own AS (
    SELECT budget_execution.* REPLACE (coalesce("month", 12) AS "month")
    FROM budget_execution
    JOIN document USING (document_id)
    WHERE scope = $scope AND level <> 'other'
    QUALIFY document_id = first(document_id) OVER (
        PARTITION BY fiscal_year, coalesce("month", 12), fund ORDER BY adopted_on DESC NULLS LAST, document_id
    )
),
stated AS (
    SELECT own.*, figure.*
    FROM own,
        (SELECT unnest([
            {'figure': 'revised', 'amount': own.revised_plan, 'place': own.locator},
            {'figure': 'cash', 'amount': own.cash, 'place': coalesce(own.cash_locator, own.locator)}
        ], recursive := true)) AS figure
),
summed AS (
    SELECT
        fiscal_year, "month", fund, figure, level,
        CASE WHEN count(amount) = count(*) THEN sum(amount) END AS amount,
        arg_max(document_id, abs(amount)) AS document_id,
        arg_max(place, abs(amount)) AS locator
    FROM stated
    GROUP BY ALL
)
SELECT
    fiscal_year, "month", fund, figure,
    coalesce(line.amount, whole.amount)::DECIMAL(18, 2) AS amount,
    coalesce(whole.document_id, line.document_id) AS document_id,
    coalesce(whole.locator, line.locator) AS locator
FROM (FROM summed WHERE level = 'line') AS line
FULL JOIN (FROM summed WHERE level = 'programme') AS whole USING (fiscal_year, "month", fund, figure)
UNION ALL
SELECT
    fiscal_year, NULL, fund, 'approved',
    CASE WHEN count(amount) = count(*) THEN sum(amount)::DECIMAL(18, 2) END,
    min(document_id), arg_min(locator, document_id)
FROM passport_amount AS passport
WHERE is_first AND is_whole AND EXISTS (
    FROM own
    WHERE own.budget_code = passport.budget_code AND own.fiscal_year = passport.fiscal_year
      AND same_programme(
          own.programme_code, own.typical_code, own.functional_code,
          passport.programme_code, passport.typical_code, passport.functional_code
      )
)
GROUP BY fiscal_year, fund
ORDER BY fiscal_year, "month", figure, fund
