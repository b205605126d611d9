-- Grain: one thing that was checked, or found doubtful while a document was read; UAH where amounts are compared.
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
    finding.printed,
    finding.computed,
    finding.difference,
    finding.locators
FROM finding
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
COMMENT ON COLUMN findings.printed IS 'The printed figure, UAH; empty where no amounts are compared.';
COMMENT ON COLUMN findings.computed IS 'What the parts add up to, UAH.';
COMMENT ON COLUMN findings.difference IS 'printed - computed, UAH.';
COMMENT ON COLUMN findings.locators IS 'The cells involved; the printed figure first.';
