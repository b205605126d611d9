-- Grain: period that reports of a programme tell of.
SELECT DISTINCT period
FROM execution
JOIN document USING (document_id)
WHERE document.programme_id = $programme_id
ORDER BY period
