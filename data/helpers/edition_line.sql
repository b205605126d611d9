-- Grain: edition x printed lowest-line amount that counts in it; UAH.
-- The plan after an act is the newest whole plan up to it and what later acts print of it: a change (delta) is added; a
-- line that an act prints beside what it was takes that one's place, and holds what the act changes of it. A draft
-- counts only in its own edition. Names stand as each act prints them: `line_id` tells which lines are one.
CREATE VIEW edition_line AS
WITH counted AS (
    SELECT
        edition.programme_id,
        edition.edition,
        act.act_no,
        act.edition AS document_id,
        max(act.act_no) FILTER (act.restates) OVER (PARTITION BY edition.edition) AS base_no
    FROM edition
    JOIN edition AS act
      ON act.programme_id = edition.programme_id
     AND act.act_no <= edition.act_no
     AND (act.status = 'adopted' OR act.edition = edition.edition)
    WHERE edition.has_amounts
),
printed AS (
    SELECT counted.programme_id, counted.edition, counted.act_no, plan_line.line_id, allocation.*
    FROM counted
    JOIN allocation USING (document_id)
    LEFT JOIN plan_line USING (document_id, row_no, basis)
    WHERE NOT allocation.is_total
      AND allocation.section = 'measures'
      AND counted.act_no >= counted.base_no
)
SELECT * EXCLUDE (act_no, replaced_by)
FROM (
    SELECT
        *,
        -- The years that an act does not print of a line stay as they were.
        max(act_no) FILTER (basis <> 'delta') OVER (
            PARTITION BY edition, coalesce(line_id, concat_ws('/', document_id, locator)), fiscal_year
        ) AS replaced_by
    FROM printed
)
WHERE basis <> 'current'
  AND (replaced_by IS NULL OR act_no > replaced_by OR (act_no = replaced_by AND basis = 'restated'));

COMMENT ON VIEW edition_line IS
    'One printed lowest-line amount counted in an edition; the sum over them is the plan.';
COMMENT ON COLUMN edition_line.programme_id IS 'The programme.';
COMMENT ON COLUMN edition_line.edition IS 'The act after which the plan stands so.';
COMMENT ON COLUMN edition_line.line_id IS 'The line through all acts, as in plan_line.';
