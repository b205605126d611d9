-- Grain: printed total of an amendment that prints changes (of the whole programme or a spending unit) x fiscal year x
-- fund; UAH, beside the sum of the lowest changes below it.
WITH lowest AS (
    SELECT spending_unit, fiscal_year, fund, amount
    FROM allocation
    WHERE document_id = $edition AND section = 'measures' AND basis = 'delta' AND NOT is_total
),
printed AS (
    SELECT level, spending_unit, fiscal_year, fund, locator, row_no, amount
    FROM allocation
    WHERE document_id = $edition
      AND section = 'measures'
      AND basis = 'delta'
      AND level IN ('programme', 'spending_unit')
      AND amount IS NOT NULL
      AND fiscal_year IS NOT NULL
      AND is_total
)
SELECT
    printed.level,
    printed.spending_unit,
    printed.fiscal_year,
    printed.fund,
    printed.locator,
    printed.amount AS printed,
    (SELECT coalesce(sum(lowest.amount), 0)
     FROM lowest
     WHERE (printed.level = 'programme' OR lowest.spending_unit = printed.spending_unit)
       AND lowest.fiscal_year = printed.fiscal_year
       AND (printed.fund = 'total' OR lowest.fund = printed.fund))::DECIMAL(18, 2) AS computed
FROM printed
ORDER BY printed.level = 'spending_unit', printed.row_no, printed.fiscal_year, printed.fund = 'total' DESC, printed.fund
