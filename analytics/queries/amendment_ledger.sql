-- Grain: amendment x line of the plan x fiscal year x fund of one programme; UAH.
SELECT * EXCLUDE (programme_id)
FROM amendment_ledger
WHERE programme_id = $programme_id
ORDER BY act_no, cells[1].document_id, line_id, fiscal_year NULLS LAST, fund
