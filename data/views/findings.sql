-- Grain: one thing that was checked, or found doubtful while a document was read; figures in `unit`.
CREATE VIEW findings AS
SELECT
    document.programme_id,
    finding.document_id,
    finding.rule,
    finding.severity,
    finding."class",
    finding.scope,
    finding.fiscal_year,
    finding.fund,
    finding.unit,
    finding.printed,
    finding.computed,
    finding.difference,
    finding.missing_act,
    finding.locators,
    [cell.document_id FOR cell IN finding.cells] AS documents,
    finding.finding_id
FROM named_finding AS finding
JOIN document USING (document_id);

COMMENT ON VIEW findings IS 'One thing that was checked or found doubtful; severity verified where it holds.';
COMMENT ON COLUMN findings.programme_id IS 'The programme of the document.';
COMMENT ON COLUMN findings.document_id IS 'The document that prints the figure.';
COMMENT ON COLUMN findings.rule IS 'Name of the check: the file in data/checks/, or the rule of a reader.';
COMMENT ON COLUMN findings.severity IS 'verified, notice, warning or error.';
COMMENT ON COLUMN findings."class" IS 'Where the difference comes from.';
COMMENT ON COLUMN findings.scope IS 'What is compared.';
COMMENT ON COLUMN findings.fiscal_year IS 'Budget year; empty for all years together.';
COMMENT ON COLUMN findings.fund IS 'The fund.';
COMMENT ON COLUMN findings.unit IS 'Unit of the figures: UAH, pieces, people, or that of the indicator as printed.';
COMMENT ON COLUMN findings.printed IS 'The printed figure, in unit; empty where none is compared, or none is printed.';
COMMENT ON COLUMN findings.computed IS 'What it should be, computed from the other cells, in unit.';
COMMENT ON COLUMN findings.difference IS 'printed - computed, in unit.';
COMMENT ON COLUMN findings.missing_act IS 'An act that nobody has, and that may explain it.';
COMMENT ON COLUMN findings.locators IS 'The cells involved; the printed figure first.';
COMMENT ON COLUMN findings.documents IS 'The document of each of these cells, in the same order.';
COMMENT ON COLUMN findings.finding_id IS 'Name of the finding, the same in every build as long as its cells are.';
