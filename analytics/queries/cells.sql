-- Grain: cell of one document that was read as an amount; UAH.
SELECT locator, printed, row_no, line_code, name, spending_unit, level, fiscal_year, fund, amount, funding_note,
    funding_source, quantity, quantity_locator, is_total
FROM allocation
WHERE document_id = $document_id
ORDER BY row_no, fiscal_year NULLS LAST, fund
