-- Grain: document, with how much of each table was read from it.
SELECT
    document.*,
    (SELECT count(amount) FROM allocation AS a WHERE a.document_id = document.document_id) AS amounts,
    (SELECT count(DISTINCT row_no) FROM allocation AS a
     WHERE a.document_id = document.document_id AND NOT is_total) AS lines,
    (SELECT count(*) FROM allocation AS a
     WHERE a.document_id = document.document_id AND funding_note IS NOT NULL) AS notes,
    (SELECT count(*) FROM indicator_value AS i WHERE i.document_id = document.document_id) AS indicators,
    (SELECT count(*) FROM population AS p WHERE p.document_id = document.document_id) AS years_of_population,
    (SELECT count(*) FROM execution AS e WHERE e.document_id = document.document_id) AS reported,
    (SELECT count(*) FROM statement AS s WHERE s.document_id = document.document_id) AS statements,
    (SELECT count(*) FROM repair AS r WHERE r.document_id = document.document_id) AS repairs,
    (SELECT count(*) FROM unread AS u WHERE u.document_id = document.document_id) AS unread,
    programme.title AS programme_title
FROM document
LEFT JOIN programme USING (programme_id)
ORDER BY programme.hromada COLLATE uk NULLS LAST, coalesce(adopted_on, endorsed_on) NULLS LAST, document_id
