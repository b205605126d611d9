-- Grain: one row.
SELECT count(*) AS figures
FROM execution
JOIN document USING (document_id)
WHERE document.programme_id = $programme_id
