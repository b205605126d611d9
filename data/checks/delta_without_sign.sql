-- Compares: whether each delta of a line carries a sign, in an amendment that writes a plus before what is added.
SELECT
    document_id,
    row_no::VARCHAR AS subject,
    concat_ws(' ', line_code, name) AS scope,
    'UAH' AS unit,
    'named' AS role,
    locator,
    coalesce(fiscal_year::VARCHAR, 'all') AS label,
    amount AS "value",
    fiscal_year AS place,
    bool_and(has_sign(printed)) OVER line AS holds,
    'warning' AS severity
FROM allocation
WHERE basis = 'delta' AND amount <> 0
-- Of a line that lacks signs, the cells without one; of others all.
WINDOW line AS (PARTITION BY document_id, row_no)
QUALIFY bool_or(printed LIKE '%+%') OVER (PARTITION BY document_id)
    AND (bool_and(has_sign(printed)) OVER line OR NOT has_sign(printed))
