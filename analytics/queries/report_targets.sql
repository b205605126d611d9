-- Grain: indicator with a target for a year x target or actual value; in `unit`. A target for the whole programme is
-- asked for in its last year. A missing actual value has the cell of its target.
WITH target AS (
    SELECT
        document_id,
        row_no,
        -- Where a form divides by funds, the value of all funds together stands for the indicator.
        arg_min(indicator_value, (fund IS DISTINCT FROM 'total', fiscal_year IS NULL, indicator_value.locator)) AS own
    FROM indicator_value
    JOIN document USING (document_id)
    JOIN programme USING (programme_id)
    WHERE programme_id = $programme_id
      AND indicator_value.kind = 'target'
      AND coalesce(fiscal_year, last_year) = $year
    GROUP BY ALL
)
SELECT 'targets' AS direction, 'target' AS asked, concat_ws('/', document_id, row_no) AS subject,
    target.own.line_code AS line_code, target.own.name AS name, NULL AS fund, target.own.unit AS unit,
    target.own."text" AS known, target.own.value AS figure, document_id, target.own.locator AS locator
FROM target
UNION ALL
SELECT 'targets', 'actual', concat_ws('/', document_id, row_no), target.own.line_code, target.own.name, NULL,
    target.own.unit, newest."text", newest.value, coalesce(newest.document_id, target.document_id),
    coalesce(newest.locator, target.own.locator)
FROM target
LEFT JOIN actual_value
  ON actual_value.programme_id = $programme_id
 AND actual_value.called = letters_and_digits(concat(target.own.measure, target.own.name))
 AND actual_value."group" IS NOT DISTINCT FROM target.own."group"
 AND actual_value.fiscal_year = $year
