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
LEFT JOIN (
    SELECT
        line_class.document_id, line_class.row_no, line_class.kind, line_class.national_direction,
        line_class.national_task, national_task.text AS task_text, line_class.note,
        -- A reviewed correction goes before the rule, and says why.
        coalesce(correction.reason, line_class.kind_rule) AS kind_rule
    FROM line_class
    LEFT JOIN national_task ON national_task.task = line_class.national_task
    LEFT JOIN correction
      ON correction.document_id = line_class.document_id AND correction.locator = line_class.locator
     AND correction.field = 'kind' AND correction.status = 'confirmed'
) AS class USING (document_id, row_no)
LEFT JOIN purchase_kind USING (kind)
WHERE programme_id = $programme_id
  AND edition = $edition
  AND (len($years::INTEGER[]) = 0 OR list_contains($years::INTEGER[], fiscal_year))
  AND (len($funds::VARCHAR[]) = 0 OR list_contains($funds::VARCHAR[], fund))
ORDER BY basis DESC, document_id, row_no, fiscal_year, fund
