-- Grain: year of one document's population table; persons.
SELECT locator, printed, territory, age_from, year, persons, kind
FROM population
WHERE document_id = $document_id
ORDER BY year
