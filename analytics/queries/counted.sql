-- Grain: document whose amounts count in one edition.
SELECT DISTINCT edition_line.document_id, edition.act_no
FROM edition_line
JOIN edition ON edition.edition = edition_line.document_id
WHERE edition_line.edition = $edition
ORDER BY edition.act_no
