-- Grain: edition x line of the plan x fiscal year x fund of one programme; UAH.
SELECT * EXCLUDE (programme_id)
FROM plan_editions
WHERE programme_id = $programme_id
ORDER BY act_no, line_id, fiscal_year NULLS LAST, fund
