-- Grain: thing that one document states outside its tables of amounts and indicators.
SELECT locator, printed, topic, number, text
FROM statement
WHERE document_id = $document_id
ORDER BY row_no, number NULLS FIRST
