-- Grain: checked equality of one programme's documents; UAH. What compares no amounts is not among them.
SELECT
    findings.document_id,
    findings.rule,
    findings.severity,
    findings."class",
    findings.scope,
    findings.fiscal_year,
    findings.fund,
    findings.printed,
    findings.computed,
    findings.difference,
    findings.locators
FROM findings
LEFT JOIN edition ON edition.edition = findings.document_id
WHERE findings.programme_id = $programme_id
  AND findings.printed IS NOT NULL
  AND edition.edition IS NOT NULL
ORDER BY edition.act_no, findings.fiscal_year NULLS LAST, findings.fund
