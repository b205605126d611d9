-- Grain: thing of one document that was left out because it could not be read for certain, in the document's order.
WITH place AS (
    SELECT row_no, locator FROM source_row WHERE document_id = $document_id
    UNION
    SELECT row_no, unnest(locators) FROM source_row WHERE document_id = $document_id
)
SELECT unread.locator, unread.text, unread.reason
FROM unread
LEFT JOIN (SELECT locator, min(row_no) AS row_no FROM place GROUP BY locator) AS place USING (locator)
WHERE unread.document_id = $document_id
ORDER BY place.row_no NULLS LAST, try_cast(regexp_extract_all(unread.locator, '[0-9]+') AS INTEGER[]), unread.locator
