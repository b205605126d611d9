-- Grain: finding; figures in `unit`. The gravest first, then by the size of the difference.
SELECT
    findings.finding_id, findings.rule, findings.severity, findings."class" AS finding_class, findings.document_id,
    document.amount_unit,
    findings.scope, findings.fiscal_year, findings.fund, findings.unit, findings.printed, findings.computed,
    findings.difference, findings.cells,
    missing.number AS missing_number, missing.adopted_on AS missing_on
FROM named_finding AS findings
JOIN document ON document.document_id = findings.document_id
LEFT JOIN document AS missing ON missing.document_id = findings.missing_act
WHERE (len($documents::VARCHAR[]) = 0 OR list_contains($documents::VARCHAR[], findings.document_id))
  AND (len($classes::VARCHAR[]) = 0 OR (
        list_contains($classes::VARCHAR[], findings."class") AND findings.severity <> 'verified'
  ))
  AND (len($rules::VARCHAR[]) = 0 OR list_contains($rules::VARCHAR[], findings.rule))
  AND ($finding_id IS NULL OR findings.finding_id = $finding_id)
  AND (len($severities::VARCHAR[]) = 0 OR list_contains($severities::VARCHAR[], findings.severity))
ORDER BY
    list_position(['error', 'warning', 'notice', 'verified'], findings.severity),
    findings.unit = 'UAH' DESC NULLS LAST,
    abs(coalesce(findings.difference, findings.computed)) DESC NULLS LAST,
    findings.document_id,
    findings.rule,
    findings.scope,
    findings.fiscal_year,
    findings.fund
