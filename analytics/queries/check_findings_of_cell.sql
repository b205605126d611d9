-- Grain: finding that looks at one cell, or at one of several numbers in it; figures in `unit`. Those that do not hold
-- first.
SELECT
    findings.finding_id, findings.rule, findings.severity, findings."class" AS finding_class, findings.document_id,
    document.amount_unit, findings.scope, findings.fiscal_year, findings.fund, findings.unit, findings.printed,
    findings.computed, findings.difference, findings.cells,
    missing.number AS missing_number, missing.adopted_on AS missing_on
FROM named_finding AS findings
JOIN document ON document.document_id = findings.document_id
LEFT JOIN document AS missing ON missing.document_id = findings.missing_act
WHERE len([
    cell FOR cell IN findings.cells
    IF cell.document_id = $document_id AND $locator IN (cell.locator, cell_of(cell.locator))
]) > 0
ORDER BY
    list_position(['error', 'warning', 'notice', 'verified'], findings.severity),
    abs(findings.difference) DESC NULLS LAST,
    findings.finding_id
