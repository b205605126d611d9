-- Grain: reviewed correction of one document.
SELECT locator, field, expected, corrected, reason, status
FROM correction
WHERE document_id = $document_id
ORDER BY locator
