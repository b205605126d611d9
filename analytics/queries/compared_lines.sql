-- Grain: printed lowest-line amount that counts in a compared plan; UAH. $editions: of the programmes, those in force.
WITH counted AS (
    SELECT
        programme_id AS plan, document_id, locator, printed, row_no, line_code, name, fiscal_year, fund, amount,
        funding_note
    FROM edition_line
    WHERE list_contains($editions::VARCHAR[], edition)
    UNION ALL
    SELECT document_id, document_id, locator, printed, row_no, line_code, name, fiscal_year, fund, amount, funding_note
    FROM allocation
    WHERE list_contains($passports::VARCHAR[], document_id)
      AND section = 'point_9'
      AND NOT is_total
      AND basis <> 'current'
)
SELECT counted.*, kind, category, national_direction
FROM counted
LEFT JOIN classified_line USING (document_id, row_no)
ORDER BY plan, document_id, row_no, fiscal_year, fund
