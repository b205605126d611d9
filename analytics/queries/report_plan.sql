-- Grain: one row, the plan that a report on a year is about: the edition asked for where it plans that year, else the
-- passport of the year; none where neither does.
SELECT edition, is_passport
FROM report_plan
WHERE programme_id = $programme_id
  AND fiscal_year = $year
  AND (is_passport OR edition = $edition)
ORDER BY is_passport, edition
LIMIT 1
