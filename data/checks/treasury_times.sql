-- Compares: the plan with changes that the Treasury prints over all codes for a budget programme and year with the
-- appropriations of the passport of that programme and year; UAH. Plans change, so only twice or four times the passport is
-- an error: copies of this series exist whose rows were counted so often.
WITH passport AS (
    SELECT code.document_id, budget.text AS budget_code, code.text AS programme_code, stated.fiscal_year,
        stated.amount, stated.locator
    FROM statement AS code
    JOIN statement AS budget ON budget.document_id = code.document_id AND budget.topic = 'budget_code'
    JOIN allocation AS stated ON stated.document_id = code.document_id
    WHERE code.topic = 'programme_code' AND stated.section = 'point_4' AND stated.fund = 'total' AND stated.amount > 0
),
treasury AS (
    SELECT *, left(period, 4)::INTEGER AS fiscal_year
    FROM execution_figure
    WHERE kind = 'treasury' AND fund = 'total' AND economic_code = '0000' AND figure = 'revised_plan'
    QUALIFY row_number() OVER (PARTITION BY document_id, budget_code, programme_code, left(period, 4)
        ORDER BY period DESC, row_no) = 1
)
SELECT
    treasury.document_id,
    concat_ws('/', treasury.row_no, passport.document_id) AS subject,
    concat_ws(' ', treasury.period, treasury.programme_code) AS scope,
    treasury.fiscal_year,
    'total' AS fund,
    'UAH' AS unit,
    cell.role,
    cell.document_id AS cell_document_id,
    cell.locator,
    cell.label,
    cell.amount AS "value",
    treasury.row_no AS place,
    treasury.amount NOT IN (2 * passport.amount, 4 * passport.amount) AS holds,
    'cross_document' AS "class"
FROM treasury
JOIN passport
  ON passport.budget_code = treasury.budget_code
 AND passport.programme_code = treasury.programme_code
 AND passport.fiscal_year = treasury.fiscal_year,
    (SELECT unnest([
        {'role': 'printed', 'document_id': treasury.document_id, 'locator': treasury.locator, 'label': 'total',
         'amount': treasury.amount},
        {'role': 'part', 'document_id': passport.document_id, 'locator': passport.locator, 'label': 'point_4',
         'amount': passport.amount}
    ], recursive := true)) AS cell
