-- Grain: thing of one document that was left out because it could not be read for certain.
SELECT locator, text, reason
FROM unread
WHERE document_id = $document_id
ORDER BY try_cast(regexp_extract_all(locator, '[0-9]+') AS INTEGER[]), locator
