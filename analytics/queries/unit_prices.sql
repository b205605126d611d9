-- Grain: printed lowest line x fiscal year of one edition; UAH for one piece.
SELECT
    document_id,
    row_no,
    line_code,
    name,
    unit_prices.kind,
    unit_prices.category,
    spending_unit,
    fiscal_year,
    amount,
    quantity,
    unit_price,
    reasons,
    locator,
    quantity_locator,
    doubts,
    class.kind_rule,
    class.kind_rule_name,
    class.kind_pattern,
    class.task_text,
    class.task_rule
FROM unit_prices
LEFT JOIN classified_line AS class USING (document_id, row_no)
WHERE programme_id = $programme_id
  AND edition = $edition
  AND (len($years::INTEGER[]) = 0 OR list_contains($years::INTEGER[], fiscal_year))
  AND (len($kinds::VARCHAR[]) = 0 OR list_contains($kinds::VARCHAR[], unit_prices.kind))
ORDER BY document_id, row_no, fiscal_year
