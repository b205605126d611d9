-- Grain: amendment with amounts x fiscal year of one programme; UAH. What the amendment moves, against the plan before
-- it.
WITH act AS (
    SELECT edition, act_no, base_edition AS before
    FROM edition
    WHERE programme_id = $programme_id
      AND kind = 'amendment'
      AND has_amounts
),
-- A year that a new plan drops is among them.
act_year AS (
    SELECT DISTINCT act.*, edition_total.fiscal_year
    FROM act
    JOIN edition_total ON edition_total.edition IN (act.edition, act.before)
)
SELECT
    act_year.edition,
    act_year.fiscal_year,
    before.by_lines AS before_by_lines,
    -- A plan without lines for the year is zero. It is unknown where they print no amount, or no plan stands before.
    CASE WHEN act_year.before IS NOT NULL THEN
        if(after.edition IS NULL, 0, after.by_lines) - if(before.edition IS NULL, 0, before.by_lines)
    END AS change_by_lines,
    before.as_printed AS before_as_printed,
    CASE WHEN act_year.before IS NOT NULL THEN
        if(after.edition IS NULL, 0, after.as_printed) - if(before.edition IS NULL, 0, before.as_printed)
    END AS change_as_printed
FROM act_year
LEFT JOIN edition_total AS after
  ON after.edition = act_year.edition AND after.fiscal_year IS NOT DISTINCT FROM act_year.fiscal_year
LEFT JOIN edition_total AS before
  ON before.edition = act_year.before AND before.fiscal_year IS NOT DISTINCT FROM act_year.fiscal_year
ORDER BY act_year.act_no, act_year.fiscal_year NULLS LAST
