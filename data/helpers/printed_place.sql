-- Grain: place of a document that a cell or a row has; the row and table it stands in.
CREATE VIEW printed_place AS
SELECT document_id, locator, row_no, table_no FROM source_row
UNION
SELECT document_id, unnest(locators), row_no, table_no FROM source_row;

COMMENT ON VIEW printed_place IS 'One place of a document, with the row and table it stands in.';
COMMENT ON COLUMN printed_place.document_id IS 'The document.';
COMMENT ON COLUMN printed_place.locator IS 'Where a row or a cell stands.';
COMMENT ON COLUMN printed_place.row_no IS 'Place of its row in the file.';
COMMENT ON COLUMN printed_place.table_no IS 'Number of its table within the document, from 1; 0 for a line of text.';
