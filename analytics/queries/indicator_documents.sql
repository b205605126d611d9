-- Grain: document of one programme that prints indicators or actual values of them.
SELECT document_id, kind, title, number, adopted_on, endorsed_number, endorsed_on, status
FROM document
WHERE programme_id = $programme_id
  AND EXISTS (FROM indicator WHERE indicator.document_id = document.document_id)
ORDER BY coalesce(adopted_on, endorsed_on) NULLS LAST, document_id
