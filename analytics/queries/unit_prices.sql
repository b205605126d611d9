-- Grain: printed lowest line x fiscal year of one edition; UAH for one piece.
SELECT
    document_id,
    row_no,
    line_code,
    name,
    kind,
    category,
    spending_unit,
    fiscal_year,
    amount,
    quantity,
    unit_price,
    reasons,
    locator,
    quantity_locator,
    doubts
FROM unit_prices
WHERE programme_id = $programme_id
  AND edition = $edition
  AND (len($years::INTEGER[]) = 0 OR list_contains($years::INTEGER[], fiscal_year))
  AND (len($kinds::VARCHAR[]) = 0 OR list_contains($kinds::VARCHAR[], kind))
ORDER BY document_id, row_no, fiscal_year
