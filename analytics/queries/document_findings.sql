-- Grain: thing of one document that a check, or its reader, found wrong or doubtful; UAH where amounts are compared.
SELECT rule, severity, scope, fiscal_year, printed, computed, difference, locators, locators[1] AS locator
FROM finding
WHERE document_id = $document_id AND severity <> 'verified'
ORDER BY rule, fiscal_year NULLS LAST, scope
