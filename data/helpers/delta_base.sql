-- Grain: lowest line x fiscal year x fund of an amendment that prints deltas; UAH. `base` is what the plan in force
-- before it holds for the same line. `base_edition` is empty where no plan in force is known before it, `found` is
-- false where that plan has no such line.
-- Lines are the same where they carry one number: an amendment may word the name of a line anew. Only where several
-- lines of the plan carry that number, the name tells which is meant. Where none does, or the change has no number, the
-- line of that name in the same spending unit is meant.
CREATE VIEW delta_base AS
WITH delta AS (
    SELECT
        act.programme_id,
        act.act_no,
        act.base_edition,
        act.missing_act,
        allocation.*,
        letters_and_digits(allocation.name) AS letters
    FROM edition AS act
    JOIN allocation ON allocation.document_id = act.edition
    WHERE act.kind = 'amendment'
      AND act.has_amounts
      AND allocation.basis = 'delta'
      AND NOT allocation.is_total
      AND allocation.amount IS NOT NULL
),
held AS (
    SELECT *, letters_and_digits(name) AS letters FROM edition_line
),
-- A line of the amendment -> the line of the plan that it changes.
by_number AS (
    SELECT DISTINCT delta.document_id, delta.row_no, delta.base_edition,
        held.document_id AS held_in, held.row_no AS held_no
    FROM delta
    JOIN held ON held.edition = delta.base_edition AND held.line_code = delta.line_code
    QUALIFY count(DISTINCT held.letters) OVER (PARTITION BY delta.document_id, delta.row_no) = 1
        OR held.letters = delta.letters
),
by_name AS (
    SELECT DISTINCT delta.document_id, delta.row_no, delta.base_edition,
        held.document_id AS held_in, held.row_no AS held_no
    FROM delta
    JOIN held
      ON held.edition = delta.base_edition AND held.letters = delta.letters
     AND coalesce(held.spending_unit, '') = coalesce(delta.spending_unit, '')
    WHERE (delta.document_id, delta.row_no) NOT IN (SELECT (document_id, row_no) FROM by_number)
    QUALIFY count(DISTINCT (held.document_id, held.row_no)) OVER (PARTITION BY delta.document_id, delta.row_no) = 1
),
same AS (
    FROM by_number
    UNION ALL
    FROM by_name
)
SELECT
    delta.programme_id,
    delta.document_id,
    delta.base_edition,
    delta.act_no,
    delta.row_no,
    delta.line_code,
    delta.name,
    delta.fiscal_year,
    delta.fund,
    delta.amount,
    delta.locator,
    delta.missing_act,
    bool_or(same.held_no IS NOT NULL) AS found,
    min(same.held_no) AS held_no,
    list(DISTINCT {'document_id': same.held_in, 'row_no': same.held_no}) FILTER (same.held_no IS NOT NULL) AS held_rows,
    CASE WHEN bool_or(same.held_no IS NOT NULL) THEN coalesce(sum(held.amount), 0) END AS base,
    list({'document_id': held.document_id, 'locator': held.locator, 'value': held.amount} ORDER BY held.row_no)
        FILTER (held.amount IS NOT NULL) AS base_cells
FROM delta
LEFT JOIN same ON same.document_id = delta.document_id AND same.row_no = delta.row_no
LEFT JOIN held
  ON held.edition = same.base_edition
 AND held.document_id = same.held_in
 AND held.row_no = same.held_no
 AND held.fiscal_year IS NOT DISTINCT FROM delta.fiscal_year
 AND held.fund = delta.fund
GROUP BY ALL;

COMMENT ON VIEW delta_base IS 'One delta of an amendment beside what the plan before it holds for the same line.';
COMMENT ON COLUMN delta_base.programme_id IS 'The programme.';
COMMENT ON COLUMN delta_base.document_id IS 'The amendment.';
COMMENT ON COLUMN delta_base.base_edition IS 'The plan before it, as in edition.';
COMMENT ON COLUMN delta_base.act_no IS 'Place of the amendment in the chain of acts.';
COMMENT ON COLUMN delta_base.amount IS 'The change, UAH.';
COMMENT ON COLUMN delta_base.locator IS 'Where the change stands.';
COMMENT ON COLUMN delta_base.found IS 'Whether the plan before it has the line.';
COMMENT ON COLUMN delta_base.missing_act IS 'The newest act between the two that nobody has, as in edition.';
COMMENT ON COLUMN delta_base.held_no IS 'Place of that line in its file; empty where the plan has no such line.';
COMMENT ON COLUMN delta_base.held_rows IS
    'The rows that hold that line, of the plan and of amendments since; empty where there is none.';
COMMENT ON COLUMN delta_base.base IS
    'What that plan holds for the line, year and fund, UAH; empty where it has no such line.';
COMMENT ON COLUMN delta_base.base_cells IS 'The cells of that plan, each with its document and its value in UAH.';
