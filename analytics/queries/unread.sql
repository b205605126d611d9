-- Grain: thing of one document that was left out because it could not be read for certain.
SELECT locator, text, reason
FROM unread
WHERE document_id = $document_id
ORDER BY locator
