-- Compares: a measure with its items, by year and fund; UAH.
SELECT * EXCLUDE (level, has_subtotals)
FROM line_sum
WHERE level = 'measure'
