-- Compares: a spending unit with its tasks and measures, by year and fund; UAH.
SELECT * EXCLUDE (level, has_subtotals)
FROM line_sum
WHERE level = 'spending_unit'
