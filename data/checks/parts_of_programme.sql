-- Compares: the whole programme with the subtotals right below it, by year and fund; UAH. Where nothing but lowest
-- lines stands below it, the check programme_total does that.
SELECT * EXCLUDE (level, has_subtotals)
FROM line_sum
WHERE level = 'programme' AND has_subtotals
