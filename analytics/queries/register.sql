-- Grain: document.
SELECT
    document.*,
    (SELECT count(amount) FROM allocation AS a WHERE a.document_id = document.document_id) AS amounts,
    (SELECT count(DISTINCT row_no) FROM allocation AS a
     WHERE a.document_id = document.document_id AND NOT is_total) AS lines,
    (SELECT count(*) FROM unread AS u WHERE u.document_id = document.document_id) AS unread,
    programme.title AS programme_title
FROM document
LEFT JOIN programme USING (programme_id)
ORDER BY programme.hromada COLLATE uk NULLS LAST, coalesce(adopted_on, endorsed_on) NULLS LAST, document_id
