-- Compares: a printed change with the plan after it less the plan before it, where an amendment prints the change and
-- the plan after it, by line, year and fund; UAH. A plan before that is not known leaves nothing to compare.
WITH change AS (
    SELECT
        document_id,
        line_id,
        fiscal_year,
        fund,
        concat_ws('/', line_id, coalesce(fiscal_year::VARCHAR, 'all'), fund) AS subject,
        concat_ws(' ', arg_min(line_code, row_no), arg_min(name, row_no)) AS scope,
        -- A line that no plan before it has starts from zero, unless an act that nobody has may have added it.
        coalesce(any_value(base), CASE WHEN bool_and(NOT found AND missing_act IS NULL) THEN 0 END) AS base,
        any_value(base_cells) AS base_cells,
        list({'locator': locator, 'value': amount, 'row_no': row_no}) AS deltas
    FROM delta_base
    WHERE base_edition IS NOT NULL
    GROUP BY document_id, line_id, fiscal_year, fund
),
after AS (
    SELECT document_id, line_id, fiscal_year, fund, sum(amount) AS amount,
        list({'locator': locator, 'value': amount, 'row_no': row_no}) AS plans
    FROM allocation
    JOIN plan_line USING (document_id, row_no, basis)
    WHERE basis = 'restated' AND section = 'measures' AND NOT is_total AND amount IS NOT NULL
    GROUP BY document_id, line_id, fiscal_year, fund
),
compared AS (
    SELECT change.*, after.plans, after.amount - change.base AS computed
    FROM change
    JOIN after
      ON after.document_id = change.document_id
     AND after.line_id = change.line_id
     AND after.fiscal_year IS NOT DISTINCT FROM change.fiscal_year
     AND after.fund = change.fund
    WHERE change.base IS NOT NULL
),
cell AS (
    SELECT *, 'printed' AS role, 'delta' AS label, document_id AS cell_document_id, unnest(deltas, recursive := true)
    FROM compared
    UNION ALL BY NAME
    SELECT *, 'part' AS role, 'restated' AS label, document_id AS cell_document_id, unnest(plans, recursive := true)
    FROM compared
    UNION ALL BY NAME
    SELECT *, 'part' AS role, 'plan' AS label, base_cell.document_id AS cell_document_id,
        base_cell.locator AS locator, base_cell.value AS "value", NULL::INTEGER AS row_no
    FROM (SELECT *, unnest(base_cells) AS base_cell FROM compared)
)
SELECT document_id, subject, scope, fiscal_year, fund, 'UAH' AS unit, role, cell_document_id, locator, label, "value",
    row_no AS place, computed, 'cross_document' AS "class"
FROM cell
