-- Grain: words that an edition's lines print in place of amounts.
SELECT funding_note, count(*) AS cells, count(DISTINCT (document_id, row_no)) AS lines
FROM edition_line
WHERE edition = $edition AND funding_note IS NOT NULL
GROUP BY funding_note
ORDER BY cells DESC, funding_note
