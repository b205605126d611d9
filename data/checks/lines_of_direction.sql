-- Compares: a direction with its lines, by year and fund; UAH.
SELECT * EXCLUDE (level, has_subtotals)
FROM line_sum
WHERE level = 'spending_direction'
