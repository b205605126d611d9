-- Compares: what an amendment quotes as the plan before it with that plan itself, line by line, by year and fund; UAH.
-- Lines are told as in plan_line. An amount without a fund is compared with both funds of the line. What stands there
-- in words is no amount to compare with.
WITH quoted AS (
    SELECT allocation.*, plan_line.line_id, act.base_edition, act.missing_act
    FROM edition AS act
    JOIN allocation ON allocation.document_id = act.edition
    JOIN plan_line USING (document_id, row_no, basis)
    WHERE allocation.basis = 'current' AND NOT allocation.is_total AND allocation.section = 'measures'
      AND allocation.amount IS NOT NULL
      AND act.base_edition IS NOT NULL
)
SELECT document_id, locator AS subject, concat_ws(' ', line_code, name) AS scope, fiscal_year, fund, 'UAH' AS unit,
    'printed' AS role, document_id AS cell_document_id, locator, 'current' AS label, amount AS "value", row_no AS place,
    'cross_document' AS "class", missing_act
FROM quoted
UNION ALL
SELECT quoted.document_id, quoted.locator, concat_ws(' ', quoted.line_code, quoted.name), quoted.fiscal_year,
    quoted.fund, 'UAH', 'part', held.document_id, held.locator, 'plan', held.amount, held.row_no,
    'cross_document', quoted.missing_act
FROM quoted
JOIN edition_line AS held
  ON held.edition = quoted.base_edition
 AND held.line_id = quoted.line_id
 AND held.fiscal_year IS NOT DISTINCT FROM quoted.fiscal_year
 AND (held.fund = quoted.fund OR quoted.fund = 'unspecified')
 AND held.amount IS NOT NULL
