-- Grain: printed total of an amendment that prints changes (of the whole programme, a spending unit or a task) x fiscal
-- year (without one: all years) x fund; UAH, beside the sum of the lowest changes below it.
WITH lowest AS (
    SELECT spending_unit, task, fiscal_year, fund, amount
    FROM allocation
    WHERE document_id = $edition AND section = 'measures' AND basis = 'delta' AND NOT is_total
),
printed AS (
    SELECT level, spending_unit, task, fiscal_year, fund, locator, row_no, amount
    FROM allocation
    WHERE document_id = $edition
      AND section = 'measures'
      AND basis = 'delta'
      AND level IN ('programme', 'spending_unit', 'task')
      AND amount IS NOT NULL
      AND is_total
)
SELECT
    printed.level,
    printed.spending_unit,
    CASE WHEN printed.level = 'task' THEN printed.task END AS task,
    printed.fiscal_year,
    printed.fund,
    printed.locator,
    printed.amount AS printed,
    (SELECT coalesce(sum(lowest.amount), 0)
     FROM lowest
     WHERE (printed.level = 'programme' OR lowest.spending_unit IS NOT DISTINCT FROM printed.spending_unit)
       AND (printed.level <> 'task' OR lowest.task IS NOT DISTINCT FROM printed.task)
       AND (printed.fiscal_year IS NULL OR lowest.fiscal_year = printed.fiscal_year)
       AND (printed.fund = 'total' OR lowest.fund = printed.fund))::DECIMAL(18, 2) AS computed
FROM printed
ORDER BY
    printed.level <> 'programme', printed.row_no, printed.fiscal_year NULLS LAST, printed.fund = 'total' DESC,
    printed.fund
