-- Grain: printed total of the whole programme in one of its acts, compared with the lowest lines; UAH.
SELECT
    findings.document_id,
    findings.severity,
    findings.fiscal_year,
    findings.fund,
    findings.printed,
    findings.computed,
    findings.difference,
    findings.locators
FROM findings
JOIN edition ON edition.edition = findings.document_id
WHERE findings.programme_id = $programme_id
  AND findings.rule = 'programme_total'
ORDER BY edition.act_no, findings.fiscal_year NULLS LAST, findings.fund
