-- Grain: printed total of a whole document outside its table of measures x fiscal year (without a year: of all); UAH.
-- A passport prints the whole total, or the budgets it comes from, or both: then the whole stands for them.
SELECT document_id, fiscal_year, amount, locator
FROM allocation
WHERE section IN ('programme_passport', 'point_4')
  AND level = 'programme'
  AND is_total
  AND basis <> 'current'
  AND fund IN ('total', 'unspecified')
  AND amount IS NOT NULL
QUALIFY funding_source IS NULL OR NOT bool_or(funding_source IS NULL) OVER (PARTITION BY document_id, fiscal_year)
ORDER BY document_id, fiscal_year NULLS FIRST, row_no
