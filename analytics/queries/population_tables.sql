-- Grain: printed year of a population table, with its document and hromada; people. The newest document first.
SELECT
    projection.*,
    document.kind,
    document.title,
    document.number,
    document.adopted_on,
    document.endorsed_number,
    document.endorsed_on,
    document.status,
    document.programme_id,
    programme.hromada
FROM population_projection AS projection
JOIN document USING (document_id)
LEFT JOIN programme USING (programme_id)
ORDER BY
    coalesce(document.adopted_on, document.endorsed_on) DESC NULLS LAST,
    projection.document_id,
    projection.territory,
    projection.age_from NULLS FIRST,
    projection.year,
    projection.locator
