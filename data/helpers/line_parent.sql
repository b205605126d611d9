-- Grain: printed line x the line that it is a part of.
-- The parent is the nearest of: the line with the code that the part's own code begins with, its task, its direction,
-- its spending unit, the whole programme. A lowest line has no parts.
CREATE VIEW line_parent AS
WITH parent AS (
    FROM line WHERE NOT is_lowest
),
candidate AS (
    SELECT part.*, parent.line_no AS parent_no, parent.depth AS parent_depth, 1 AS farness
    FROM line AS part
    JOIN parent
      ON parent.document_id = part.document_id AND parent.section = part.section AND parent.basis = part.basis
     AND parent.line_code = part.parent_code
     AND coalesce(parent.spending_unit, '') = coalesce(part.spending_unit, '')
     AND coalesce(parent.spending_direction, '') = coalesce(part.spending_direction, '')
    UNION ALL
    SELECT part.*, parent.line_no, parent.depth, 2
    FROM line AS part
    JOIN parent
      ON parent.document_id = part.document_id AND parent.section = part.section AND parent.basis = part.basis
     AND parent.level = 'task' AND parent.task = part.task
     AND coalesce(parent.spending_unit, '') = coalesce(part.spending_unit, '')
     AND coalesce(parent.spending_direction, '') = coalesce(part.spending_direction, '')
    UNION ALL
    SELECT part.*, parent.line_no, parent.depth, 3
    FROM line AS part
    JOIN parent
      ON parent.document_id = part.document_id AND parent.section = part.section AND parent.basis = part.basis
     AND parent.level = 'spending_direction' AND parent.spending_direction = part.spending_direction
    UNION ALL
    SELECT part.*, parent.line_no, parent.depth, 4
    FROM line AS part
    JOIN parent
      ON parent.document_id = part.document_id AND parent.section = part.section AND parent.basis = part.basis
     AND parent.level = 'spending_unit' AND parent.spending_unit = part.spending_unit
    UNION ALL
    SELECT part.*, parent.line_no, parent.depth, 5
    FROM line AS part
    JOIN (SELECT DISTINCT document_id, section, basis, line_no, depth FROM parent WHERE level = 'programme') AS parent
      ON parent.document_id = part.document_id AND parent.section = part.section AND parent.basis = part.basis
)
SELECT * EXCLUDE (parent_depth, farness)
FROM candidate
WHERE parent_depth < depth
QUALIFY row_number() OVER (
    PARTITION BY document_id, section, basis, row_no
    ORDER BY farness, parent_no > row_no, abs(row_no - parent_no)
) = 1;

COMMENT ON VIEW line_parent IS 'One printed line with the line that it is a part of.';
COMMENT ON COLUMN line_parent.is_lowest IS 'Whether any amount of the part adds up no others.';
COMMENT ON COLUMN line_parent.is_whole IS
    'Whether the part names no budget that pays, so that it prints the figure whole.';
COMMENT ON COLUMN line_parent.has_amounts IS 'Whether the part prints any amount.';
COMMENT ON COLUMN line_parent.depth IS 'Depth of the level of the part, from 1 for the programme to 6 for an item.';
COMMENT ON COLUMN line_parent.locator IS 'Where the part stands, as in line.';
COMMENT ON COLUMN line_parent.line_no IS 'Number of the part, as in line.';
COMMENT ON COLUMN line_parent.parent_no IS 'Number of the line that it is a part of, as in line.';
