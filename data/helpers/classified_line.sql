-- Grain: lowest line of a plan (row of a document) that was classified, also one that no rule knows.
CREATE VIEW classified_line AS
SELECT
    line_class.document_id,
    line_class.row_no,
    line_class.kind,
    purchase_kind.category,
    purchase_kind.priced,
    line_class.several_kinds,
    line_class.national_direction,
    line_class.national_task,
    national_task.text AS task_text,
    line_class.task_rule,
    line_class.note,
    -- A reviewed correction goes before the rule, and says why.
    coalesce(correction.reason, kind_rule.example) AS kind_rule,
    CASE WHEN correction.reason IS NULL THEN kind_rule.rule END AS kind_rule_name,
    CASE WHEN correction.reason IS NULL THEN kind_rule.pattern END AS kind_pattern
FROM line_class
LEFT JOIN purchase_kind ON purchase_kind.kind = line_class.kind
LEFT JOIN kind_rule ON kind_rule.rule = line_class.kind_rule
LEFT JOIN national_task ON national_task.task = line_class.national_task
LEFT JOIN correction
  ON correction.document_id = line_class.document_id AND correction.locator = line_class.locator
 AND correction.field = 'kind' AND correction.status = 'confirmed';

COMMENT ON VIEW classified_line IS 'One lowest line with what it buys and the national task it serves.';
COMMENT ON COLUMN classified_line.category IS 'What the kind is, as in purchase_kind.';
COMMENT ON COLUMN classified_line.task_text IS 'The national task as printed.';
COMMENT ON COLUMN classified_line.kind_rule IS
    'The rule that told the kind, by the example of what it knows; for a corrected kind the reason of the correction.';
COMMENT ON COLUMN classified_line.kind_rule_name IS 'Our name of that rule; empty for a corrected kind.';
COMMENT ON COLUMN classified_line.kind_pattern IS
    'What that rule looks for in the name in small letters, a regular expression; empty for a corrected kind.';
COMMENT ON COLUMN classified_line.task_rule IS
    'Our name of the rule that told the national task by the name; empty where the kind tells it.';
