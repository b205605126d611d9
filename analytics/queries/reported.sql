-- Grain: reported line x fund of one document; UAH.
SELECT locator, period, line_code, economic_code, name, fund, revised_plan, estimates, cash, is_total
FROM execution
WHERE document_id = $document_id
ORDER BY row_no, fund
