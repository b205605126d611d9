-- Compares: each year of a published projection with least squares on the observed years, rounded half up; people: in
-- a document that names this method, as «е-місто» names the approximation. In whole numbers: n, sums of years x and
-- people y, so that nothing is lost.
WITH named AS (
    SELECT DISTINCT document_id
    FROM (
        SELECT document_id, array_to_string(cells, ' ') AS text FROM source_row
        UNION ALL
        SELECT document_id, text FROM statement
        UNION ALL
        SELECT document_id, repaired FROM repair
    )
    WHERE regexp_matches(lower(text), 'апроксимац|найменших квадратів')
),
observed AS (
    SELECT
        document_id, territory, age_from,
        count(*)::HUGEINT AS n,
        sum(year)::HUGEINT AS sx,
        sum(persons)::HUGEINT AS sy,
        sum(year::HUGEINT * year)::HUGEINT AS sxx,
        sum(year::HUGEINT * persons)::HUGEINT AS sxy
    FROM population
    WHERE kind = 'observed'
    GROUP BY ALL
    HAVING count(DISTINCT year) >= 3
),
fitted AS (
    SELECT
        population.*,
        sy * (n * sxx - sx * sx) + (n * sxy - sx * sy) * (n * population.year - sx) AS numerator,
        n * (n * sxx - sx * sx) AS denominator
    FROM population
    JOIN observed
      ON observed.document_id = population.document_id AND observed.territory = population.territory
     AND observed.age_from IS NOT DISTINCT FROM population.age_from
    WHERE population.kind = 'published_projection' AND population.document_id IN (FROM named)
),
compared AS (
    SELECT
        *,
        (2 * numerator + denominator) // (2 * denominator) AS half_up,
        numerator // denominator AS cut
    FROM fitted
)
SELECT document_id, locator AS subject, territory AS scope, year AS fiscal_year, 'people' AS unit, 'printed' AS role,
    locator, year::VARCHAR AS label, persons AS "value", year AS place, half_up AS computed,
    CASE WHEN persons IN (cut, cut + 1) THEN 'rounding' ELSE 'document' END AS "class"
FROM compared
UNION ALL
SELECT compared.document_id, compared.locator, compared.territory, compared.year, 'people', 'part', base.locator,
    base.year::VARCHAR, base.persons, base.year, compared.half_up,
    CASE WHEN compared.persons IN (cut, cut + 1) THEN 'rounding' ELSE 'document' END
FROM compared
JOIN population AS base
  ON base.document_id = compared.document_id AND base.territory = compared.territory
 AND base.age_from IS NOT DISTINCT FROM compared.age_from AND base.kind = 'observed'
