-- Compares: whether the line that an amendment changes stands in the plan before it. A new line is no fault; a decrease
-- of a line that no plan holds is one, unless an act that nobody has added it.
SELECT
    document_id,
    row_no::VARCHAR AS subject,
    concat_ws(' ', line_code, name) AS scope,
    'UAH' AS unit,
    'named' AS role,
    locator,
    concat_ws(' ', fiscal_year, fund) AS label,
    amount AS "value",
    fiscal_year AS place,
    found AS holds,
    CASE WHEN bool_or(amount < 0) OVER line THEN 'warning' ELSE 'notice' END AS severity,
    'cross_document' AS "class",
    CASE WHEN NOT found THEN missing_act END AS missing_act
FROM delta_base
WHERE base_edition IS NOT NULL
WINDOW line AS (PARTITION BY document_id, row_no)
