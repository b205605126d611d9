-- Grain: place of a document that a cell or a row has; the row and table it stands in.
CREATE VIEW printed_place AS
SELECT document_id, locator, row_no, table_no FROM source_row
UNION
SELECT document_id, unnest(locators), row_no, table_no FROM source_row;

COMMENT ON VIEW printed_place IS 'Internal. One place of a document, with the row and table it stands in.';
