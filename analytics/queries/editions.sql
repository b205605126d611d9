-- Grain: act in the chain of one programme.
SELECT
    edition.edition,
    edition.act_no,
    edition.kind,
    edition.status,
    edition.dated_on,
    edition.dated_number,
    edition.has_amounts,
    document.amount_unit,
    (SELECT count(*) FROM unread WHERE unread.document_id = edition.edition) AS unread,
    EXISTS (FROM edition_line WHERE edition_line.edition = edition.edition) AS has_plan,
    edition.base_edition,
    -- A plan printed whole holds what an act before it changed. An act without a date may be an earlier or a later one.
    edition.status = 'missing'
        OR (edition.missing_act IS NOT NULL AND NOT edition.restates)
        OR EXISTS (
            FROM document AS undated
            WHERE undated.programme_id = edition.programme_id
              AND undated.kind = 'amendment'
              AND undated.status = 'missing'
              AND coalesce(undated.adopted_on, undated.endorsed_on) IS NULL
        ) AS lacks_act
FROM edition
JOIN document ON document.document_id = edition.edition
WHERE edition.programme_id = $programme_id
ORDER BY edition.act_no
