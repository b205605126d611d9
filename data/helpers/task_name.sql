-- Grain: edition x act that counts in it x spending unit x task as that act prints it.
-- A task is known by its number within its spending unit, as an amendment may print another name under the number. A
-- number that an act gives to two tasks tells nothing, nor does one whose new name has another number in the old act.
CREATE VIEW task_name AS
WITH numbered AS (
    SELECT document_id, spending_unit, task, min(parent_code) AS task_code
    FROM allocation
    WHERE section = 'measures'
      AND basis <> 'current'
      AND level = 'measure'
      AND task IS NOT NULL
      AND spending_direction IS NULL
    GROUP BY ALL
    HAVING count(DISTINCT parent_code) = 1
),
known AS (
    FROM numbered
    QUALIFY count(*) OVER (PARTITION BY document_id, spending_unit, task_code) = 1
),
named AS (
    SELECT
        counted.edition,
        known.*,
        first_value(known.task) OVER (
            PARTITION BY counted.edition, known.spending_unit, known.task_code ORDER BY act.act_no DESC
        ) AS newest
    FROM (SELECT DISTINCT edition, document_id FROM edition_line) AS counted
    JOIN edition AS act ON act.edition = counted.document_id
    JOIN known ON known.document_id = counted.document_id
)
SELECT edition, document_id, spending_unit, task, newest
FROM named
WHERE NOT EXISTS (
    FROM numbered
    WHERE numbered.document_id = named.document_id
      AND numbered.spending_unit IS NOT DISTINCT FROM named.spending_unit
      AND numbered.task = named.newest
      AND numbered.task_code <> named.task_code
);

COMMENT ON VIEW task_name IS 'A task as an act prints it, with its name in the newest act of an edition.';
COMMENT ON COLUMN task_name.edition IS 'The act after which the plan stands so.';
COMMENT ON COLUMN task_name.document_id IS 'An act that counts in the edition.';
COMMENT ON COLUMN task_name.spending_unit IS 'The spending unit whose task it is.';
COMMENT ON COLUMN task_name.task IS 'The task as this act prints it.';
COMMENT ON COLUMN task_name.newest IS 'Its name in the newest act of the edition that prints its number.';
