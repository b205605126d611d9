-- Grain: indicator of a passport x direction of use (point 9) that it measures; UAH.
-- A passport does not say which indicator measures which direction. Where a group has as many indicators as there are
-- directions, they are linked by their order; `is_proven` where the input indicators of all directions also print their
-- amounts. A group of which rows are printed apart, and nobody has told their places, has no order to link by.
CREATE VIEW indicator_line AS
WITH direction AS (
    SELECT
        document_id,
        row_no,
        any_value(line_code) AS line_code,
        any_value(name) AS name,
        arg_min(locator, fund) AS locator,
        any_value(fiscal_year) AS fiscal_year,
        sum(amount) FILTER (fund IN ('general', 'special')) AS amount,
        row_number() OVER (PARTITION BY document_id ORDER BY row_no) AS number,
        count(*) OVER (PARTITION BY document_id) AS size
    FROM allocation
    WHERE section = 'point_9' AND basis = 'restated' AND level = 'spending_direction'
    GROUP BY document_id, row_no
    HAVING bool_or(NOT is_total)
),
linked AS (
    SELECT
        indicator.document_id,
        indicator.row_no,
        indicator."group",
        direction.row_no AS line_row_no,
        direction.line_code,
        direction.name AS line_name,
        direction.locator AS line_locator,
        direction.fiscal_year,
        direction.amount,
        indicator."group" = 'input' AND indicator.value * indicator.unit_size = direction.amount AS agrees,
        direction.size
    FROM numbered_indicator AS indicator
    JOIN direction
      ON direction.document_id = indicator.document_id AND direction.number = indicator.number
     AND direction.size = indicator.size
    WHERE indicator.kind = 'target' AND indicator.name IS NOT NULL AND NOT indicator.is_torn
)
SELECT
    * EXCLUDE (agrees, size),
    count(*) FILTER (agrees) OVER (PARTITION BY document_id) = size AS is_proven
FROM linked;

COMMENT ON VIEW indicator_line IS 'One indicator of a passport with the direction of use that it measures.';
COMMENT ON COLUMN indicator_line.row_no IS 'Row of the indicator.';
COMMENT ON COLUMN indicator_line.line_row_no IS 'Row of the direction.';
COMMENT ON COLUMN indicator_line.amount IS 'Plan of the direction over both funds, UAH.';
COMMENT ON COLUMN indicator_line.is_proven IS
    'Whether the amounts of all directions stand among the input indicators in the same order.';
