-- Grain: year of a population table of a document, by the hromada of the programme it belongs to; persons.
-- `doubtful`: a check doubts the label of the age. Tables of everybody first, then those of the newest document.
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
    ) AS doubtful,
    NULL AS source
FROM population
JOIN document USING (document_id)
JOIN programme USING (programme_id)
ORDER BY
    population.age_from NULLS FIRST,
    coalesce(document.adopted_on, document.endorsed_on) DESC NULLS LAST,
    population.document_id,
    population.territory,
    population.year
