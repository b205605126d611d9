-- Grain: printed line of a plan (a row of the table of measures, or of point 9 of a passport) x basis.
-- A document prints a figure whole, or by the budgets it comes from, or both: then the whole stands for them. The rows
-- that print the whole programme share one `line_no`.
CREATE VIEW line AS
WITH printed AS (
    SELECT
        document_id,
        section,
        basis,
        row_no,
        any_value(line_code) AS line_code,
        any_value(parent_code) AS parent_code,
        any_value(level) AS level,
        any_value(spending_unit) AS spending_unit,
        any_value(spending_direction) AS spending_direction,
        any_value(task) AS task,
        any_value(name) AS name,
        bool_or(NOT is_total) AS is_lowest,
        bool_or(funding_source IS NULL) AS is_whole,
        count(amount) > 0 AS has_amounts,
        list_position(['programme', 'spending_unit', 'spending_direction', 'task', 'measure', 'item'], any_value(level))
            AS depth,
        arg_min(locator, (fiscal_year IS NULL, fiscal_year, fund)) AS locator
    FROM allocation
    WHERE section IN ('measures', 'point_9')
    GROUP BY document_id, section, basis, row_no
)
SELECT
    printed.* REPLACE (coalesce(source_row.locator, printed.locator) AS locator),
    CASE WHEN level = 'programme' THEN min(row_no) OVER whole ELSE row_no END AS line_no
FROM printed
LEFT JOIN source_row USING (document_id, row_no)
WHERE level <> 'programme' OR has_amounts
WINDOW whole AS (
    PARTITION BY document_id, section, basis, level,
        CASE WHEN level <> 'programme' THEN [line_code, spending_unit, spending_direction, task, name] END
)
QUALIFY is_whole OR NOT bool_or(is_whole) OVER whole;

COMMENT ON VIEW line IS 'One printed line of a plan; the rows of the whole programme share a line_no.';
COMMENT ON COLUMN line.name IS
    'What the line is for, as printed, without its number; of the whole programme that of its total.';
COMMENT ON COLUMN line.is_lowest IS 'Whether any amount of the line adds up no others.';
COMMENT ON COLUMN line.is_whole IS 'Whether it names no budget that pays, so that it prints the figure whole.';
COMMENT ON COLUMN line.has_amounts IS 'Whether it prints any amount.';
COMMENT ON COLUMN line.depth IS 'Depth of the level, from 1 for the programme to 6 for an item.';
COMMENT ON COLUMN line.locator IS 'Where its row stands, or the first of its amounts where the row was not kept.';
COMMENT ON COLUMN line.line_no IS 'Number of the line: its row; for the rows of the whole programme the first of them.';
