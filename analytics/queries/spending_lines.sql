-- Grain: printed lowest-line amount that counts in one edition; UAH.
SELECT
    document_id,
    locator,
    printed,
    row_no,
    line_code,
    spending_unit,
    coalesce(spending_direction, task) AS task,
    name,
    fiscal_year,
    fund,
    basis,
    amount,
    quantity,
    kind,
    category,
    national_direction,
    national_task,
    task_text,
    note,
    kind_rule
FROM edition_line
LEFT JOIN classified_line USING (document_id, row_no)
WHERE programme_id = $programme_id
  AND edition = $edition
  AND (len($years::INTEGER[]) = 0 OR list_contains($years::INTEGER[], fiscal_year))
  AND (len($funds::VARCHAR[]) = 0 OR list_contains($funds::VARCHAR[], fund))
ORDER BY basis DESC, document_id, row_no, fiscal_year, fund
