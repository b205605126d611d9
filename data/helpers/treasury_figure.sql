-- Grain: Treasury row x amount that it states; UAH. What is not stated has no row here.
CREATE VIEW treasury_figure AS
SELECT
    document_id,
    row_no,
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
WHERE document.kind = 'treasury' AND stated.amount IS NOT NULL;

COMMENT ON VIEW treasury_figure IS 'One amount of a row of Treasury data, with its codes.';
COMMENT ON COLUMN treasury_figure.figure IS 'Which amount it is: revised_plan, estimates or cash.';
COMMENT ON COLUMN treasury_figure.amount IS 'The amount, UAH.';
COMMENT ON COLUMN treasury_figure.locator IS 'Where it stands.';
