-- Grain: finding, with a name for addresses.
CREATE VIEW named_finding AS
SELECT
    *,
    left(md5(concat_ws('|', rule, document_id, scope, fiscal_year, fund, locators)), 12) AS finding_id
FROM finding;

COMMENT ON VIEW named_finding IS
    'One finding with a name that stays the same in every build as long as its cells do.';
COMMENT ON COLUMN named_finding.finding_id IS 'Name of the finding.';
