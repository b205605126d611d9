-- Compares: a decrease with what the plan before it holds for the line, by year and fund; UAH. The printed figure is
-- the decrease, several of one line together; the computed one is the most that the line could fall.
WITH decrease AS (
    SELECT
        *,
        concat_ws('/', line_id, fiscal_year, fund) AS subject,
        base + sum(amount) OVER line_year >= 0 AS holds
    FROM delta_base
    WHERE base IS NOT NULL
    WINDOW line_year AS (PARTITION BY document_id, line_id, fiscal_year, fund)
    QUALIFY sum(amount) OVER line_year < 0
),
fall AS (
    -- The cells of the plan once, though several changes may name them.
    SELECT DISTINCT ON (document_id, subject) * FROM decrease ORDER BY row_no
)
SELECT document_id, subject, concat_ws(' ', line_code, name) AS scope, fiscal_year, fund, 'UAH' AS unit,
    'printed' AS role, document_id AS cell_document_id, locator, 'delta' AS label, amount AS "value", row_no AS place,
    -base AS computed, holds, 'cross_document' AS "class",
    CASE WHEN NOT holds THEN missing_act END AS missing_act
FROM decrease
UNION ALL
SELECT document_id, subject, concat_ws(' ', line_code, name), fiscal_year, fund, 'UAH',
    'part', cell.document_id, cell.locator, 'plan', cell.value, row_no,
    -base, holds, 'cross_document', CASE WHEN NOT holds THEN missing_act END
FROM fall, (SELECT unnest(fall.base_cells) AS cell)
