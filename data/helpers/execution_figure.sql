-- Grain: row of execution (of the Treasury, or of a report) x amount that it states; UAH. What is not stated has no
-- row here.
CREATE VIEW execution_figure AS
SELECT
    document_id,
    document.kind,
    row_no,
    line_code,
    name,
    is_total,
    period,
    budget_code,
    programme_code,
    typical_code,
    functional_code,
    economic_code,
    fund,
    stated.figure,
    stated.amount,
    stated.locator
FROM execution
JOIN document USING (document_id),
    (SELECT unnest([
        {'figure': 'revised_plan', 'amount': revised_plan, 'locator': execution.locator},
        {'figure': 'estimates', 'amount': estimates, 'locator': execution.locator},
        {'figure': 'cash', 'amount': cash, 'locator': coalesce(cash_locator, execution.locator)}
    ], recursive := true)) AS stated
WHERE stated.amount IS NOT NULL;

COMMENT ON VIEW execution_figure IS 'One amount of a row of execution, with its codes.';
COMMENT ON COLUMN execution_figure.figure IS 'Which amount it is: revised_plan, estimates or cash.';
COMMENT ON COLUMN execution_figure.amount IS 'The amount, UAH.';
COMMENT ON COLUMN execution_figure.locator IS 'Where it stands.';
