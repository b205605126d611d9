-- Compares: the printed deviation of a row of a report on execution with cash less approved; UAH. Reports of some years
-- print it the other way round: its sign is not compared.
SELECT
    document_id,
    execution.locator AS subject,
    concat_ws(' ', line_code, name) AS scope,
    left(period, 4)::INTEGER AS fiscal_year,
    fund,
    'UAH' AS unit,
    'named' AS role,
    cell.locator,
    cell.label,
    cell.value,
    row_no AS place,
    deviation AS printed,
    CASE WHEN sign(deviation) = sign(revised_plan - cash) THEN revised_plan - cash ELSE cash - revised_plan END
        AS computed,
    abs(deviation) = abs(cash - revised_plan) AS holds
FROM execution
JOIN document USING (document_id),
    (SELECT unnest([
        {'locator': coalesce(execution.cash_locator, execution.locator), 'label': 'cash', 'value': execution.cash},
        {'locator': execution.locator, 'label': 'approved', 'value': execution.revised_plan}
    ], recursive := true)) AS cell
WHERE document.kind = 'execution_report' AND deviation IS NOT NULL AND revised_plan IS NOT NULL AND cash IS NOT NULL
