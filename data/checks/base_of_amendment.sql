-- Compares: what an amendment quotes as the plan before it with that plan itself, line by line, by year and fund; UAH.
-- A quotation repeats a line whole, so number, name and, where both print it, spending unit must be those of the plan:
-- otherwise another line is quoted. The view delta_base is content with the number, since a delta may word the name
-- anew. An amount without a fund is compared with both funds of the line.
WITH quoted AS (
    SELECT allocation.*, letters_and_digits(allocation.name) AS letters, act.base_edition, act.missing_act
    FROM edition AS act
    JOIN allocation ON allocation.document_id = act.edition
    WHERE allocation.basis = 'current' AND NOT allocation.is_total AND allocation.section = 'measures'
      AND allocation.amount IS NOT NULL
),
held AS (
    SELECT *, letters_and_digits(name) AS letters FROM edition_line WHERE amount IS NOT NULL
)
SELECT document_id, locator AS subject, concat_ws(' ', line_code, name) AS scope, fiscal_year, fund, 'UAH' AS unit,
    'printed' AS role, document_id AS cell_document_id, locator, 'current' AS label, amount AS "value", row_no AS place,
    'cross_document' AS "class", missing_act
FROM quoted
WHERE base_edition IS NOT NULL
UNION ALL
SELECT quoted.document_id, quoted.locator, concat_ws(' ', quoted.line_code, quoted.name), quoted.fiscal_year,
    quoted.fund, 'UAH', 'part', held.document_id, held.locator, 'plan', held.amount, held.row_no,
    'cross_document', quoted.missing_act
FROM quoted
JOIN held
  ON held.edition = quoted.base_edition
 AND held.letters = quoted.letters
 AND held.line_code IS NOT DISTINCT FROM quoted.line_code
 AND coalesce(held.spending_unit = quoted.spending_unit, true)
 AND held.fiscal_year IS NOT DISTINCT FROM quoted.fiscal_year
 AND (held.fund = quoted.fund OR quoted.fund = 'unspecified')
