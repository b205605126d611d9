-- Grain: lowest line x fiscal year x fund of an amendment that prints deltas; UAH. `base` is what the plan in force
-- before it holds for the same line; a fund that is not named is compared with both. `base_edition` is empty where no
-- plan in force is known before it, `found` is false where that plan has no such line, or only changes of one that an
-- act that nobody has may have added.
CREATE VIEW delta_base AS
WITH unseen AS (
    SELECT DISTINCT edition, line_id FROM edition_amount WHERE base_unknown AND funding_note IS NULL
),
delta AS (
    SELECT act.programme_id, act.act_no, act.base_edition, act.missing_act, plan_line.line_id,
        plan_line.same_as <> 'opened' AND unseen.line_id IS NULL AS found, allocation.*
    FROM edition AS act
    JOIN allocation ON allocation.document_id = act.edition
    JOIN plan_line USING (document_id, row_no, basis)
    LEFT JOIN unseen ON unseen.edition = act.base_edition AND unseen.line_id = plan_line.line_id
    WHERE act.kind = 'amendment'
      AND allocation.basis = 'delta'
      AND allocation.amount IS NOT NULL
      AND NOT allocation.is_total
)
SELECT
    delta.programme_id,
    delta.document_id,
    delta.base_edition,
    delta.act_no,
    delta.row_no,
    delta.line_id,
    delta.line_code,
    delta.name,
    delta.fiscal_year,
    delta.fund,
    delta.amount,
    delta.locator,
    delta.missing_act,
    delta.found,
    CASE
        WHEN bool_and(delta.found AND delta.base_edition IS NOT NULL) AND count(held.funding_note) = 0
            THEN coalesce(sum(held.amount), 0)
    END AS base,
    flatten(list(held.cells ORDER BY held.fund) FILTER (held.amount IS NOT NULL)) AS base_cells
FROM delta
LEFT JOIN edition_amount AS held
  ON held.edition = delta.base_edition
 AND held.line_id = delta.line_id
 AND held.fiscal_year IS NOT DISTINCT FROM delta.fiscal_year
 AND (held.fund = delta.fund OR 'unspecified' IN (held.fund, delta.fund))
GROUP BY ALL;

COMMENT ON VIEW delta_base IS 'One delta of an amendment beside what the plan before it holds for the same line.';
COMMENT ON COLUMN delta_base.programme_id IS 'The programme.';
COMMENT ON COLUMN delta_base.document_id IS 'The amendment.';
COMMENT ON COLUMN delta_base.base_edition IS 'The plan before it, as in edition.';
COMMENT ON COLUMN delta_base.act_no IS 'Place of the amendment in the chain of acts.';
COMMENT ON COLUMN delta_base.amount IS 'The change, UAH.';
COMMENT ON COLUMN delta_base.locator IS 'Where the change stands.';
COMMENT ON COLUMN delta_base.found IS 'Whether the plan before it has the line.';
COMMENT ON COLUMN delta_base.missing_act IS 'As in edition.';
COMMENT ON COLUMN delta_base.line_id IS 'The line through all acts, as in plan_line.';
COMMENT ON COLUMN delta_base.base IS
    'What that plan holds for the line, year and fund, UAH; empty where it has no such line, or words for it.';
COMMENT ON COLUMN delta_base.base_cells IS 'The cells of that plan, each with its document and its value in UAH.';
