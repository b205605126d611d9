-- Grain: edition x printed lowest-line amount that counts in it; UAH.
-- The plan after an act is the newest restated plan up to it, plus the deltas after that. A draft counts only in its
-- own edition. Names stand as each act prints them: whether an amendment renames a task is not guessed here.
CREATE VIEW edition_line AS
WITH counted AS (
    SELECT
        edition.programme_id,
        edition.edition,
        act.act_no,
        act.edition AS document_id,
        max(act.act_no) FILTER (restated.document_id IS NOT NULL) OVER (PARTITION BY edition.edition) AS base_no
    FROM edition
    JOIN edition AS act
      ON act.programme_id = edition.programme_id
     AND act.act_no <= edition.act_no
     AND (act.status = 'adopted' OR act.edition = edition.edition)
    LEFT JOIN (SELECT DISTINCT document_id FROM allocation WHERE basis = 'restated') AS restated
      ON restated.document_id = act.edition
    WHERE edition.has_amounts
)
SELECT counted.programme_id, counted.edition, allocation.*
FROM counted
JOIN allocation USING (document_id)
WHERE NOT allocation.is_total
  AND allocation.section = 'measures'
  AND allocation.basis <> 'current'
  AND counted.act_no >= counted.base_no;

COMMENT ON VIEW edition_line IS
    'One printed lowest-line amount counted in an edition; the sum over them is the plan.';
COMMENT ON COLUMN edition_line.programme_id IS 'The programme.';
COMMENT ON COLUMN edition_line.edition IS 'The act after which the plan stands so.';
