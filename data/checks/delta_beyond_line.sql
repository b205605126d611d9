-- Compares: a decrease with what the plan before it holds for the line, by year and fund; UAH. The printed figure is
-- the decrease; the computed one is the most that the line could fall.
WITH decrease AS (
    SELECT * FROM delta_base WHERE found AND amount < 0
)
SELECT document_id, locator AS subject, concat_ws(' ', line_code, name) AS scope, fiscal_year, fund, 'UAH' AS unit,
    'printed' AS role, document_id AS cell_document_id, locator, 'delta' AS label, amount AS "value", row_no AS place,
    -base AS computed, base + amount >= 0 AS holds, 'cross_document' AS "class"
FROM decrease
UNION ALL
SELECT document_id, locator, concat_ws(' ', line_code, name), fiscal_year, fund, 'UAH',
    'part', cell.document_id, cell.locator, 'plan', cell.value, row_no,
    -base, base + amount >= 0, 'cross_document'
FROM decrease, (SELECT unnest(decrease.base_cells) AS cell)
