-- Grain: year of one count of a hromada's people: from outside the documents, or of a population table; persons.
-- Those from outside come first, then tables of everybody, then those of the newest document.
-- `doubtful`: a check doubts the label of the age.
SELECT
    hromada,
    NULL AS document_id,
    NULL AS locator,
    hromada AS territory,
    age_from,
    year,
    persons,
    kind,
    false AS doubtful,
    source,
    url,
    taken_on,
    NULL AS dated_on
FROM hromada_population
UNION ALL
SELECT
    programme.hromada,
    population.document_id,
    population.locator,
    population.territory,
    population.age_from,
    population.year,
    population.persons,
    population.kind,
    EXISTS (
        FROM finding
        WHERE finding.document_id = population.document_id
          AND finding.rule IN ('age_label', 'age_group_share')
          AND finding.severity <> 'verified'
    ),
    programme.short_title,
    NULL,
    NULL,
    coalesce(document.adopted_on, document.endorsed_on)
FROM population
JOIN document USING (document_id)
JOIN programme USING (programme_id)
ORDER BY document_id IS NOT NULL, age_from NULLS FIRST, dated_on DESC NULLS LAST, document_id, territory, year
