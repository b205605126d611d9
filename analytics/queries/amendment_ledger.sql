-- Grain: amendment x line of the plan x fiscal year x fund of one programme; UAH.
-- Each amendment's own cells come first, as it prints them; lines that it drops stand in the plan before alone.
SELECT amendment_ledger.* EXCLUDE (programme_id)
FROM amendment_ledger
LEFT JOIN (
    SELECT document_id, locator, min(row_no) AS row_no FROM allocation GROUP BY ALL
) AS place ON place.document_id = cells[1].document_id AND place.locator = cells[1].locator
WHERE programme_id = $programme_id
ORDER BY act_no, cells[1].document_id <> edition, place.document_id, place.row_no, line_id, fiscal_year NULLS LAST, fund
