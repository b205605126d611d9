-- Grain: amendment with amounts x fiscal year of one programme; UAH. What the amendment moves, against the plan before it.
WITH amended AS (
    SELECT
        edition_total.*,
        edition.act_no,
        (SELECT max(act_no)
         FROM edition AS earlier
         WHERE earlier.programme_id = edition.programme_id
           AND earlier.act_no < edition.act_no
           AND earlier.status = 'adopted'
           AND earlier.has_amounts) AS before_no
    FROM edition_total
    JOIN edition USING (programme_id, edition)
    WHERE edition_total.programme_id = $programme_id
      AND edition.kind = 'amendment'
)
SELECT
    amended.edition,
    amended.fiscal_year,
    earlier.by_lines AS before_by_lines,
    amended.by_lines - coalesce(earlier.by_lines, 0) AS change_by_lines,
    earlier.as_printed AS before_as_printed,
    amended.as_printed - coalesce(earlier.as_printed, 0) AS change_as_printed
FROM amended
LEFT JOIN edition AS before
  ON before.programme_id = amended.programme_id AND before.act_no = amended.before_no
LEFT JOIN edition_total AS earlier
  ON earlier.edition = before.edition AND earlier.fiscal_year = amended.fiscal_year
ORDER BY amended.act_no, amended.fiscal_year
