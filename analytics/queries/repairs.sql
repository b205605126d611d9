-- Grain: repair of one damaged document.
SELECT row_no, locator, printed, repaired, rule, confidence
FROM repair
WHERE document_id = $document_id
ORDER BY row_no
