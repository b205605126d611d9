-- Grain: edition, or passport of a budget programme, x printed lowest-line amount that counts in it; UAH.
-- A passport is a scope of its own, one year of one budget programme: it stands under its own document_id and is added
-- to no plan of a programme. Its lines, those of point 9, are directions themselves.
CREATE VIEW spending_line AS
WITH counted AS (
    SELECT *, false AS is_passport FROM edition_line
    UNION ALL BY NAME
    SELECT
        document.programme_id,
        allocation.document_id AS edition,
        allocation.* REPLACE (
            CASE WHEN level = 'spending_direction' THEN coalesce(spending_direction, name) ELSE spending_direction END
            AS spending_direction
        ),
        true AS is_passport
    FROM allocation
    JOIN document USING (document_id)
    WHERE document.kind = 'passport'
      AND allocation.section = 'point_9'
      AND NOT allocation.is_total
      AND allocation.basis <> 'current'
)
SELECT
    counted.* REPLACE (coalesce(counted.line_id, concat_ws('/', counted.document_id, counted.row_no)) AS line_id),
    coalesce(counted.spending_direction, task_name.newest, counted.task) AS own_direction
FROM counted
LEFT JOIN task_name
  ON task_name.edition = counted.edition
 AND task_name.document_id = counted.document_id
 AND task_name.spending_unit IS NOT DISTINCT FROM counted.spending_unit
 AND task_name.task = counted.task;

COMMENT ON VIEW spending_line IS
    'One printed lowest-line amount counted in an edition of a plan, or in a passport of a budget programme.';
COMMENT ON COLUMN spending_line.programme_id IS 'The programme.';
COMMENT ON COLUMN spending_line.edition IS
    'The act after which the plan stands so; for a passport its own document_id.';
COMMENT ON COLUMN spending_line.is_passport IS 'Whether it is of a passport, which is added to no plan of a programme.';
COMMENT ON COLUMN spending_line.line_id IS
    'The line through all acts, as in plan_line; a line of a passport is one by itself.';
COMMENT ON COLUMN spending_line.own_direction IS
    'The direction as printed; where the document names none, the task, by its name in the newest act.';
