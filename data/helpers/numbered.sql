-- Grain: numbered line of a list (lines of a plan that prints it whole or as deltas, indicators, lines of a report,
-- tasks, grounds and goals of a passport), with the number before it in the same list. A list that begins with 1 again
-- is another list: parts begin again below another line.
CREATE VIEW numbered AS
WITH code AS (
    SELECT document_id, section AS list, spending_direction, spending_unit AS below, basis, row_no, locator,
        line_code AS code, name
    FROM line
    WHERE line_code IS NOT NULL AND basis <> 'current'
    UNION ALL
    -- The number of a task or direction that has no line of its own, as that of a task in one row with its only
    -- measure.
    SELECT document_id, section, spending_direction, spending_unit, basis, min(row_no), arg_min(locator, row_no),
        parent_code, any_value(coalesce(task, spending_direction))
    FROM line
    WHERE parent_code IS NOT NULL AND basis <> 'current'
      AND NOT EXISTS (
          FROM line AS own
          WHERE own.document_id = line.document_id AND own.section = line.section AND own.basis = line.basis
            AND own.line_code = line.parent_code
      )
    GROUP BY document_id, section, spending_direction, spending_unit, basis, parent_code
    UNION ALL
    SELECT document_id, 'indicator', NULL, concat_ws('/', "group", task, measure), NULL, row_no,
        arg_min(locator, fiscal_year), line_code, any_value(name)
    FROM indicator_value
    WHERE line_code IS NOT NULL
    GROUP BY document_id, "group", task, measure, row_no, line_code
    UNION ALL
    SELECT document_id, 'execution', NULL, NULL, NULL, row_no, min(locator), line_code, any_value(name)
    FROM execution
    WHERE line_code IS NOT NULL
    GROUP BY document_id, row_no, line_code
    UNION ALL
    SELECT document_id, topic, NULL, NULL, NULL, row_no, locator, number, text
    FROM statement
    WHERE number IS NOT NULL AND parent IS NULL AND topic IN ('ground', 'policy_goal', 'task')
),
split AS (
    SELECT
        *,
        -- Parts are numbered anew in each direction; directions, units and tasks go through the whole document.
        CASE WHEN code LIKE '%.%' THEN spending_direction END AS group_of,
        regexp_extract(code, '^(.*?)\.?[0-9]+$', 1) AS prefix,
        try_cast(regexp_extract(code, '([0-9]+)$', 1) AS INTEGER) AS number
    FROM code
    WHERE document_id NOT IN (SELECT document_id FROM document WHERE kind = 'actuals')
      AND regexp_full_match(code, '[0-9]+(\.[0-9]+)*')
),
in_order AS (
    SELECT
        *,
        lag(number) OVER list AS number_before,
        lag(row_no) OVER list AS row_before,
        lag(below) OVER list AS below_before
    FROM split
    WINDOW list AS (PARTITION BY document_id, list, group_of, basis, prefix ORDER BY row_no, number)
),
parted AS (
    SELECT
        *,
        sum(CASE WHEN number = 1 AND (
            below IS DISTINCT FROM below_before
            OR (number_before > 1 AND prefix = '')
            OR (number_before > 1 AND EXISTS (
                FROM split AS above
                WHERE above.document_id = in_order.document_id AND above.list = in_order.list
                  AND above.code = in_order.prefix AND above.row_no BETWEEN in_order.row_before AND in_order.row_no
            ))
        ) THEN 1 ELSE 0 END) OVER (
            PARTITION BY document_id, list, group_of, basis, prefix ORDER BY row_no, number
        ) AS part
    FROM in_order
)
SELECT
    document_id, concat_ws('/', list, group_of) AS list, basis, row_no, locator, code, name, prefix, number,
    lag(number) OVER list AS number_before,
    lag(code) OVER list AS code_before,
    lag(locator) OVER list AS locator_before,
    lag(locator) OVER same AS locator_same
FROM parted
WINDOW
    list AS (PARTITION BY document_id, list, group_of, basis, prefix, part ORDER BY row_no, number),
    same AS (PARTITION BY document_id, list, group_of, basis, prefix, part, number ORDER BY row_no);

COMMENT ON VIEW numbered IS 'One numbered line of a list, with the number before it.';
COMMENT ON COLUMN numbered.list IS 'The list that the number belongs to.';
COMMENT ON COLUMN numbered.row_no IS 'Place of the row in the file.';
COMMENT ON COLUMN numbered.locator IS 'Where the line stands.';
COMMENT ON COLUMN numbered.code IS 'The number as printed.';
COMMENT ON COLUMN numbered.name IS 'What the line is for, or what it states.';
COMMENT ON COLUMN numbered.prefix IS 'The number without its last part: empty for 5, 1.2 for 1.2.5.';
COMMENT ON COLUMN numbered.number IS 'The last part of the number.';
COMMENT ON COLUMN numbered.number_before IS
    'The last part of the number before it in the same list; empty for the first.';
COMMENT ON COLUMN numbered.code_before IS 'The number before it as printed.';
COMMENT ON COLUMN numbered.locator_before IS 'Where the number before it stands.';
COMMENT ON COLUMN numbered.locator_same IS 'Where the same number stands in the list before; empty where it does not.';
