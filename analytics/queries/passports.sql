-- Grain: passport of a budget programme that prints directions of use.
SELECT
    document.document_id,
    document.title,
    document.programme_id,
    programme.short_title,
    coalesce(programme.hromada, document.issuer, '') AS hromada,
    document.status,
    coalesce(document.adopted_on, document.endorsed_on) AS dated_on,
    coalesce(document.number, document.endorsed_number) AS dated_number,
    document.amount_unit,
    (SELECT count(*) FROM unread WHERE unread.document_id = document.document_id) AS unread,
    printed.first_year,
    printed.last_year
FROM document
JOIN (
    SELECT edition, min(fiscal_year) AS first_year, max(fiscal_year) AS last_year
    FROM spending_line WHERE is_passport GROUP BY edition
) AS printed ON printed.edition = document.document_id
LEFT JOIN programme USING (programme_id)
ORDER BY hromada COLLATE uk, first_year, document.document_id
