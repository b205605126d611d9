-- Grain: printed value of an indicator of one document; value in `unit`.
SELECT locator, printed, "group", line_code, name, unit, fiscal_year, kind, fund, value, text, info_source
FROM indicator_value
WHERE document_id = $document_id
ORDER BY row_no, fiscal_year NULLS FIRST, kind, fund
