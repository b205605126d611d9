-- Grain: plan that reports may be about x lowest line x fiscal year x fund; UAH. Such a plan is an edition of a
-- programme, or the passport of its budget programme for one year.
CREATE VIEW report_plan AS
SELECT programme_id, edition, FALSE AS is_passport, line_id, line_code, name, fiscal_year, fund, amount, funding_note,
    cells[-1].document_id AS document_id, cells[-1].locator AS locator
FROM edition_amount
UNION ALL BY NAME
SELECT document.programme_id, document_id AS edition, TRUE AS is_passport,
    concat_ws('/', document_id, allocation.row_no) AS line_id, line_code, name, fiscal_year, fund, amount, funding_note,
    document_id, locator
FROM allocation
JOIN document USING (document_id)
WHERE section = 'point_9' AND NOT is_total;

COMMENT ON VIEW report_plan IS 'What a plan that is reported on holds for a line in a year and fund.';
COMMENT ON COLUMN report_plan.edition IS 'The act, or the passport: its document_id.';
COMMENT ON COLUMN report_plan.line_id IS 'The line, as in plan_line; in a passport its document and row.';
