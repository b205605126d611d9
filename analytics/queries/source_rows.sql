-- Grain: printed row of one document.
SELECT row_no, table_no, table_kind, role, locator, cells, locators
FROM source_row
WHERE document_id = $document_id
ORDER BY row_no
