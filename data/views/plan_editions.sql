-- Grain: edition x line of the plan x fiscal year (without one: all years) x fund; UAH, lowest lines only.
CREATE VIEW plan_editions AS
SELECT
    plan.programme_id,
    plan.edition,
    act.act_no,
    act.status,
    act.dated_on,
    plan.line_id,
    plan.line_code,
    plan.name,
    plan.spending_unit,
    plan.spending_direction,
    plan.task,
    plan.fiscal_year,
    plan.fund,
    plan.amount,
    plan.funding_note,
    plan.base_unknown,
    act.after_missing,
    plan.cells
FROM edition_amount AS plan
JOIN edition AS act USING (edition);

COMMENT ON VIEW plan_editions IS
    'The plan after each act, line by line, by year and fund. The sum over the lines of an edition is its plan.';
COMMENT ON COLUMN plan_editions.programme_id IS 'The programme.';
COMMENT ON COLUMN plan_editions.edition IS 'The act after which the plan stands so: its document_id.';
COMMENT ON COLUMN plan_editions.act_no IS 'Place of that act in the chain, from 1.';
COMMENT ON COLUMN plan_editions.status IS 'adopted or draft; the plan of a draft is not in force.';
COMMENT ON COLUMN plan_editions.dated_on IS
    'Date of adoption, or of endorsement for a draft; empty where none is known.';
COMMENT ON COLUMN plan_editions.line_id IS 'The line through all acts, as in plan_line.';
COMMENT ON COLUMN plan_editions.line_code IS 'Number of the line in the newest act that prints it.';
COMMENT ON COLUMN plan_editions.name IS 'What the line is for, as that act prints it.';
COMMENT ON COLUMN plan_editions.spending_unit IS 'The spending unit as printed there.';
COMMENT ON COLUMN plan_editions.spending_direction IS 'The direction of the document.';
COMMENT ON COLUMN plan_editions.task IS 'The task of the document.';
COMMENT ON COLUMN plan_editions.fiscal_year IS 'Budget year; empty for a line that prints only a total of all years.';
COMMENT ON COLUMN plan_editions.fund IS 'general, special or unspecified.';
COMMENT ON COLUMN plan_editions.amount IS
    'The plan, UAH; empty where no amount is printed. Where base_unknown is true, only the known part of it.';
COMMENT ON COLUMN plan_editions.funding_note IS 'Words printed in place of an amount.';
COMMENT ON COLUMN plan_editions.base_unknown IS
    'Whether only changes of the line are known: the plan they change is missing, or prints words for it.';
COMMENT ON COLUMN plan_editions.after_missing IS 'Whether an act that nobody has stands at or before it in the chain.';
COMMENT ON COLUMN plan_editions.cells IS
    'The cells that make the amount, in order of the acts: document, place, basis, value in UAH.';
