-- Compares: the whole programme with the subtotals right below it, by year and fund; UAH. Where nothing but lowest lines
-- stands below it, the check programme_total does that.
SELECT
    document_id,
    concat_ws('/', section, basis, coalesce(fiscal_year::VARCHAR, 'all'), fund) AS subject,
    'programme' AS scope,
    fiscal_year,
    fund,
    'UAH' AS unit,
    role,
    locator,
    label,
    amount AS "value",
    row_no AS place
FROM line_sum
WHERE parent_level = 'programme'
  AND (fund = 'total' OR NOT moved)
  AND EXISTS (
      FROM line_parent AS part
      WHERE part.document_id = line_sum.document_id AND part.section = line_sum.section
        AND part.basis = line_sum.basis AND part.parent_no = line_sum.parent_no AND NOT part.is_lowest
  )
