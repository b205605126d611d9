-- Grain: thing found doubtful while one document was read, or checked then; UAH where amounts are compared.
SELECT rule, severity, scope, printed, computed, difference, locators, locators[1] AS locator
FROM finding
WHERE document_id = $document_id AND NOT list_contains($checks::VARCHAR[], rule)
ORDER BY severity = 'verified', rule, scope
