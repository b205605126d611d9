-- Compares: a task with its measures, by year and fund; UAH.
SELECT * EXCLUDE (level, has_subtotals)
FROM line_sum
WHERE level = 'task'
