-- Grain: measure of one document.
SELECT locator, line_code, name, spending_direction, task, executors, term, funding_source, expected_result
FROM measure
WHERE document_id = $document_id
ORDER BY row_no
