-- Grain: act in the chain of one programme.
SELECT
    edition.edition,
    edition.act_no,
    edition.kind,
    edition.status,
    edition.dated_on,
    edition.dated_number,
    edition.has_amounts,
    edition.after_missing,
    document.amount_unit,
    (SELECT count(*) FROM unread WHERE unread.document_id = edition.edition) AS unread,
    EXISTS (FROM edition_line WHERE edition_line.edition = edition.edition) AS has_plan,
    edition.base_edition
FROM edition
JOIN document ON document.document_id = edition.edition
WHERE edition.programme_id = $programme_id
ORDER BY edition.act_no
