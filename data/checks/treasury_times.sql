-- Compares: the plan with changes that the Treasury prints over all codes for a budget programme and year with the
-- appropriations of the passport of that programme and year; UAH. Plans change, so only twice or four times the
-- passport is an error: copies of this series exist whose rows were counted so often. Data that names a programme by
-- its typical code alone is compared with the passport of that typical and functional code.
WITH passport AS (
    SELECT document_id, budget_code, programme_code, typical_code, functional_code, fiscal_year, amount, locator
    FROM passport_amount
    WHERE is_whole AND fund = 'total' AND amount > 0
),
treasury AS (
    SELECT *, left(period, 4)::INTEGER AS fiscal_year
    FROM execution_figure
    WHERE kind = 'treasury' AND fund = 'total' AND economic_code = '0000' AND figure = 'revised_plan'
    QUALIFY row_number() OVER (
        PARTITION BY document_id, budget_code, programme_code, typical_code, functional_code, left(period, 4)
        ORDER BY period DESC, row_no
    ) = 1
)
SELECT
    treasury.document_id,
    concat_ws('/', treasury.row_no, passport.document_id) AS subject,
    concat_ws(' ', treasury.period, coalesce(treasury.programme_code, treasury.typical_code)) AS scope,
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
 AND same_programme(
     treasury.programme_code, treasury.typical_code, treasury.functional_code,
     passport.programme_code, passport.typical_code, passport.functional_code
 )
 AND passport.fiscal_year = treasury.fiscal_year,
    (SELECT unnest([
        {'role': 'printed', 'document_id': treasury.document_id, 'locator': treasury.locator, 'label': 'total',
         'amount': treasury.amount},
        {'role': 'part', 'document_id': passport.document_id, 'locator': passport.locator, 'label': 'point_4',
         'amount': passport.amount}
    ], recursive := true)) AS cell
