-- Grain: amendment x line of the plan x fiscal year (without one: all years) x fund; UAH, lowest lines only.
-- What each amendment changes in the plan in force before it. Changes are taken as printed; of a plan printed anew they
-- are computed. `before` and `after` are empty where that plan holds the line in a text that nobody has, or in words.
CREATE VIEW amendment_ledger AS
WITH act AS (
    FROM edition WHERE kind = 'amendment' AND has_amounts AND (base_edition IS NOT NULL OR NOT restates)
),
side AS (
    SELECT act.edition, 'before' AS side, held.* EXCLUDE (programme_id, edition), false AS sign_untold
    FROM act
    JOIN edition_amount AS held ON held.edition = act.base_edition
    UNION ALL
    SELECT act.edition, 'after', held.* EXCLUDE (programme_id, edition), false
    FROM act
    JOIN edition_amount AS held ON held.edition = act.edition
    UNION ALL
    SELECT act.edition, 'delta', line_id, arg_max(line_code, row_no), arg_max(name, row_no),
        arg_max(spending_unit, row_no), arg_max(spending_direction, row_no), arg_max(task, row_no),
        fiscal_year, fund, sum(amount)::DECIMAL(18, 2), NULL, act.base_edition IS NULL,
        list({'document_id': document_id, 'locator': locator, 'basis': basis, 'value': amount} ORDER BY row_no, locator),
        bool_or(amount > 0 AND NOT has_sign(printed))
            AND act.edition IN (SELECT document_id FROM allocation WHERE basis = 'delta' AND printed LIKE '%+%')
    FROM act
    JOIN allocation ON allocation.document_id = act.edition
    JOIN plan_line USING (document_id, row_no, basis)
    WHERE basis = 'delta' AND NOT is_total AND amount IS NOT NULL
    GROUP BY act.edition, act.base_edition, line_id, fiscal_year, fund
),
sided AS (
    SELECT
        edition,
        line_id,
        fiscal_year,
        fund,
        coalesce(any_value(line_code) FILTER (side = 'after'), any_value(line_code)) AS line_code,
        coalesce(any_value(name) FILTER (side = 'after'), any_value(name)) AS name,
        coalesce(any_value(spending_unit) FILTER (side = 'after'), any_value(spending_unit)) AS spending_unit,
        coalesce(any_value(spending_direction) FILTER (side = 'after'), any_value(spending_direction))
            AS spending_direction,
        coalesce(any_value(task) FILTER (side = 'after'), any_value(task)) AS task,
        any_value(amount) FILTER (side = 'before') AS held_before,
        any_value(amount) FILTER (side = 'after') AS held_after,
        any_value(amount) FILTER (side = 'delta') AS printed_delta,
        any_value(letters_and_digits(funding_note)) FILTER (side = 'before') AS words_before,
        any_value(letters_and_digits(funding_note)) FILTER (side = 'after') AS words_after,
        -- A plan that does not have the line in that year and fund is as well known as the other one.
        coalesce(bool_or(base_unknown) FILTER (side = 'before'), bool_or(base_unknown)) AS unknown_before,
        coalesce(bool_or(base_unknown) FILTER (side = 'after'), bool_or(base_unknown) FILTER (side = 'delta'), false)
            AS unknown_after,
        any_value(cells) FILTER (side = 'before') AS before_cells,
        any_value(cells) FILTER (side = 'after') AS after_cells,
        any_value(cells) FILTER (side = 'delta') AS delta_cells,
        bool_or(sign_untold) AS sign_untold
    FROM side
    GROUP BY edition, line_id, fiscal_year, fund
),
-- A line as a whole: what it was called, and whether it stands in the plan before and after.
called AS (
    SELECT
        edition,
        line_id,
        any_value(line_code) FILTER (side = 'before') AS code_before,
        any_value(name) FILTER (side = 'before') AS name_before,
        count(*) FILTER (side = 'before') > 0 AS stood,
        count(*) FILTER (side <> 'before') > 0 AS stands
    FROM side
    GROUP BY edition, line_id
),
-- What an act prints as the plan before it, and the plan at hand does not have, an act that nobody has may have added.
quoted AS (
    SELECT DISTINCT act.edition, plan_line.line_id, allocation.fiscal_year
    FROM act
    JOIN allocation ON allocation.document_id = act.edition
    JOIN plan_line USING (document_id, row_no, basis)
    WHERE act.missing_act IS NOT NULL
      AND allocation.section = 'measures'
      AND allocation.basis = 'current'
      AND allocation.amount <> 0
      AND NOT allocation.is_total
      AND NOT EXISTS (
          FROM edition_amount AS held
          WHERE held.edition = act.base_edition
            AND held.line_id = plan_line.line_id
            AND held.fiscal_year IS NOT DISTINCT FROM allocation.fiscal_year
      )
),
compared AS (
    SELECT
        act.programme_id,
        sided.*,
        act.act_no,
        act.status,
        act.missing_act,
        called.* EXCLUDE (edition, line_id),
        CASE
            WHEN NOT unknown_before AND words_before IS NULL AND quoted.line_id IS NULL THEN coalesce(held_before, 0)
        END::DECIMAL(18, 2) AS before,
        CASE WHEN NOT unknown_after AND words_after IS NULL THEN coalesce(held_after, 0) END::DECIMAL(18, 2) AS after,
        coalesce(after - before, printed_delta)::DECIMAL(18, 2) AS delta,
        stood AND line_code IS DISTINCT FROM code_before AS renumbered,
        stood AND letters_and_digits(name) <> letters_and_digits(name_before) AS renamed
    FROM sided
    JOIN act USING (edition)
    JOIN called USING (edition, line_id)
    LEFT JOIN quoted
      ON quoted.edition = sided.edition
     AND quoted.line_id = sided.line_id
     AND quoted.fiscal_year IS NOT DISTINCT FROM sided.fiscal_year
),
weighed AS (
    SELECT
        *,
        count(*) FILTER (delta <> 0) OVER line_year > 1
            AND sum(delta) OVER line_year = 0
            AND NOT bool_or(fund = 'unspecified' AND delta <> 0) OVER line_year AS is_moved,
        -- The years of a line that stay as they were tell nothing where others change.
        (renumbered OR renamed) AND coalesce(bool_and(delta = 0) OVER line, true) AS is_called_anew,
        delta IS NULL AND ((before IS NULL) <> (after IS NULL) OR words_before IS DISTINCT FROM words_after)
            AS is_untold
    FROM compared
    WINDOW
        line_year AS (PARTITION BY edition, line_id, fiscal_year),
        line AS (PARTITION BY edition, line_id)
)
SELECT
    programme_id,
    edition,
    act_no,
    status,
    line_id,
    line_code,
    name,
    spending_unit,
    spending_direction,
    task,
    fiscal_year,
    fund,
    before,
    delta,
    after,
    CASE
        WHEN delta <> 0 AND is_moved THEN 'moved_between_funds'
        WHEN NOT stands THEN 'dropped'
        WHEN NOT stood AND before = 0 THEN 'new'
        WHEN is_untold THEN 'unknown'
        WHEN delta > 0 THEN 'increase'
        WHEN delta < 0 THEN 'decrease'
        WHEN renumbered THEN 'renumbered'
        ELSE 'renamed'
    END AS change,
    printed_delta,
    printed_delta IS NOT NULL AND printed_delta = delta AS is_printed,
    sign_untold,
    before IS NULL AS base_unknown,
    missing_act,
    CASE WHEN renumbered THEN code_before END AS code_before,
    CASE WHEN renamed THEN name_before END AS name_before,
    CASE WHEN is_printed THEN delta_cells ELSE coalesce(after_cells, before_cells) END AS cells,
    coalesce(before_cells, []) AS before_cells
FROM weighed
WHERE delta <> 0 OR NOT stands OR is_called_anew OR is_untold;

COMMENT ON VIEW amendment_ledger IS
    'What each amendment changes in the plan before it: before + delta = after, line by line, by year and fund.';
COMMENT ON COLUMN amendment_ledger.programme_id IS 'The programme.';
COMMENT ON COLUMN amendment_ledger.edition IS 'The amendment: its document_id.';
COMMENT ON COLUMN amendment_ledger.act_no IS 'Its place in the chain of acts.';
COMMENT ON COLUMN amendment_ledger.status IS 'adopted or draft; what a draft changes is not in force.';
COMMENT ON COLUMN amendment_ledger.line_id IS 'The line through all acts, as in plan_line.';
COMMENT ON COLUMN amendment_ledger.line_code IS 'Number of the line after the act.';
COMMENT ON COLUMN amendment_ledger.name IS 'What the line is for, after the act.';
COMMENT ON COLUMN amendment_ledger.spending_unit IS 'The spending unit as printed.';
COMMENT ON COLUMN amendment_ledger.spending_direction IS 'The direction of the document.';
COMMENT ON COLUMN amendment_ledger.task IS 'The task of the document.';
COMMENT ON COLUMN amendment_ledger.fiscal_year IS
    'Budget year; empty for a line that prints only a total of all years.';
COMMENT ON COLUMN amendment_ledger.fund IS 'general, special or unspecified.';
COMMENT ON COLUMN amendment_ledger.before IS 'The plan in force before the act, UAH; empty where it is not known.';
COMMENT ON COLUMN amendment_ledger.delta IS
    'The change, UAH, as printed or computed; empty where neither can be, as where a plan prints words for an amount.';
COMMENT ON COLUMN amendment_ledger.after IS 'The plan after the act, UAH; empty where it is not known.';
COMMENT ON COLUMN amendment_ledger.change IS
    'increase, decrease, new, dropped, moved_between_funds (the changes of the line and year add up to zero), renamed '
    'or renumbered (the amount stays), unknown (words became an amount or other words, or an amount words; or the plan '
    'before is not known, and the act prints the line anew).';
COMMENT ON COLUMN amendment_ledger.is_printed IS 'Whether the act prints the change itself; else it is computed.';
COMMENT ON COLUMN amendment_ledger.printed_delta IS
    'The change that the act prints, UAH; empty where it prints none. Where it prints the plan anew, too, delta is what that makes.';
COMMENT ON COLUMN amendment_ledger.sign_untold IS
    'Whether the act prints the change, or a part of it, without a sign, though it writes a plus elsewhere: '
    'it was read as an increase.';
COMMENT ON COLUMN amendment_ledger.base_unknown IS
    'Whether the plan before the act is not known for the line: no plan at hand holds it, or it is in words.';
COMMENT ON COLUMN amendment_ledger.missing_act IS 'The newest act before it that nobody has, as in edition.';
COMMENT ON COLUMN amendment_ledger.code_before IS 'Number of the line before, where it changed.';
COMMENT ON COLUMN amendment_ledger.name_before IS 'Name of the line before, where it changed.';
COMMENT ON COLUMN amendment_ledger.cells IS
    'The cells of the change, or of the plan after it where that is printed anew: document, place, basis, UAH.';
COMMENT ON COLUMN amendment_ledger.before_cells IS 'The cells of the plan before, as in cells.';
