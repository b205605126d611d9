-- Grain: indicator of a passport of one programme x year, with the direction of use that it measures; UAH. Of several
-- passports of a year the newest that is no draft; cash of the newest execution report that prints the direction.
WITH paid AS (
    SELECT
        document.programme_id,
        left(period, 4)::INTEGER AS fiscal_year,
        execution.line_code,
        letters_and_digits(execution.name) AS named,
        -- A form that prints the total of both funds is not added up again.
        coalesce(sum(cash) FILTER (fund = 'total'), sum(cash) FILTER (fund <> 'total')) AS cash,
        document_id AS cash_document_id,
        arg_min(coalesce(cash_locator, locator), fund <> 'total') AS cash_locator,
        any_value(coalesce(document.adopted_on, document.endorsed_on)) AS dated_on
    FROM execution
    JOIN document USING (document_id)
    WHERE document.kind = 'execution_report' AND execution.line_code IS NOT NULL AND cash IS NOT NULL
    GROUP BY ALL
),
newest AS (
    FROM paid
    QUALIFY row_number() OVER (
        PARTITION BY programme_id, fiscal_year, line_code, named ORDER BY dated_on DESC NULLS LAST, cash_document_id DESC
    ) = 1
)
SELECT
    indicator.indicator_id,
    linked.document_id,
    linked.row_no,
    linked."group",
    linked.fiscal_year,
    linked.line_code,
    linked.line_name,
    linked.line_locator,
    linked.amount AS plan,
    linked.is_proven,
    newest.cash,
    newest.cash_document_id,
    newest.cash_locator
FROM indicator_line AS linked
JOIN indicator USING (document_id, row_no)
JOIN document USING (document_id)
LEFT JOIN newest
  ON newest.programme_id = indicator.programme_id AND newest.fiscal_year = linked.fiscal_year
 AND newest.line_code = linked.line_code AND newest.named = letters_and_digits(linked.line_name)
WHERE indicator.programme_id = $programme_id AND coalesce(document.status, '') <> 'draft'
QUALIFY row_number() OVER (
    PARTITION BY indicator.indicator_id, linked.fiscal_year
    ORDER BY coalesce(document.adopted_on, document.endorsed_on) DESC NULLS LAST, linked.document_id DESC
) = 1
ORDER BY linked.document_id, linked.line_row_no, linked.row_no
