-- Grain: printed lowest-line amount that counts in a compared plan; UAH. $documents: editions in force, and passports.
SELECT
    CASE WHEN is_passport THEN document_id ELSE programme_id END AS plan,
    line_id,
    document_id,
    locator,
    printed,
    row_no,
    line_code,
    name,
    fiscal_year,
    fund,
    amount,
    funding_note,
    kind,
    category,
    national_direction
FROM spending_line
LEFT JOIN classified_line USING (document_id, row_no)
WHERE list_contains($documents::VARCHAR[], edition)
ORDER BY plan, document_id, row_no, fiscal_year, fund
