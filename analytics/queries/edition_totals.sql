-- Grain: edition x fiscal year of one programme, last the lines without a year; UAH.
SELECT
    edition_total.edition,
    edition.act_no,
    edition_total.fiscal_year,
    edition_total.lines,
    edition_total.by_lines,
    edition_total.as_printed,
    edition_total.difference
FROM edition_total
JOIN edition USING (programme_id, edition)
WHERE edition_total.programme_id = $programme_id
ORDER BY edition.act_no, edition_total.fiscal_year NULLS LAST
