-- Grain: printed lowest-line amount that counts in one edition, or in one passport of a budget programme; UAH.
-- A line that prints only a quantity for a year has no cell of an amount: its row stands for it, and no text.
SELECT
    line_id,
    document_id,
    CASE WHEN amount IS NULL AND locator = quantity_locator THEN coalesce(row_locator, locator) ELSE locator END
        AS locator,
    CASE WHEN amount IS NOT NULL OR locator IS DISTINCT FROM quantity_locator THEN printed ELSE funding_note END
        AS printed,
    row_no,
    line_code,
    spending_unit,
    own_direction AS task,
    spending_direction,
    task AS printed_task,
    name,
    coalesce(line_name, name) AS line_name,
    fiscal_year,
    fund,
    basis,
    amount,
    funding_note,
    quantity,
    kind,
    category,
    national_direction,
    national_task,
    task_text,
    note,
    several_kinds,
    kind_rule,
    kind_rule_name,
    kind_pattern,
    task_rule
FROM spending_line
LEFT JOIN (SELECT document_id, row_no, locator AS row_locator FROM source_row) AS printed_row
  USING (document_id, row_no)
LEFT JOIN classified_line USING (document_id, row_no)
LEFT JOIN (SELECT DISTINCT edition, line_id, name AS line_name FROM edition_amount) AS plan USING (edition, line_id)
WHERE programme_id IS NOT DISTINCT FROM $programme_id
  AND edition = $edition
  AND (len($years::INTEGER[]) = 0 OR list_contains($years::INTEGER[], fiscal_year))
  AND (len($funds::VARCHAR[]) = 0 OR list_contains($funds::VARCHAR[], fund))
ORDER BY basis DESC, document_id, row_no, fiscal_year, fund
