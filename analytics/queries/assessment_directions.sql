-- Grain: direction of assessment, in the template's order; its text as printed there.
SELECT direction, document_id, locator, statement.text
FROM assessment_direction
LEFT JOIN statement USING (document_id, locator)
ORDER BY statement.row_no, locator
