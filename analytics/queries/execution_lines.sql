-- Grain: lowest row of a scope x fund in the last month reported of each year; UAH, cumulative from January.
-- The total of both funds stands only where a row has nothing else.
SELECT
    fiscal_year,
    coalesce("month", 12) AS "month",
    line_code,
    economic_code,
    name,
    fund,
    approved_plan AS approved,
    revised_plan AS revised,
    cash,
    document_id,
    row_no,
    locator,
    cash_locator
FROM budget_execution
JOIN document USING (document_id)
WHERE scope = $scope AND level = 'line'
QUALIFY coalesce("month", 12) = max(coalesce("month", 12)) OVER (PARTITION BY fiscal_year)
    AND document_id = first(document_id) OVER (
        PARTITION BY fiscal_year, coalesce("month", 12), fund ORDER BY adopted_on DESC NULLS LAST, document_id
    )
    AND (fund <> 'total' OR bool_and(fund = 'total') OVER (
        PARTITION BY fiscal_year, coalesce("month", 12), line_code, economic_code, name
    ))
ORDER BY fiscal_year, row_no, fund
