-- Grain: printed year of a population table: document x territory x age group x year; people.
CREATE VIEW population_projection AS
WITH base AS (
    SELECT document_id, territory, age_from, min(year) AS first_year, max(year) AS last_year, count(*) AS observed_years
    FROM population
    WHERE kind = 'observed'
    GROUP BY ALL
),
trend AS (
    -- Years are counted from the first, so that the numbers stay small and their sums exact.
    SELECT
        base.*,
        regr_slope(population.persons, population.year - first_year) AS slope,
        regr_intercept(population.persons, population.year - first_year) AS intercept
    FROM base
    JOIN population
      ON population.document_id = base.document_id AND population.territory = base.territory
     AND population.age_from IS NOT DISTINCT FROM base.age_from AND population.kind = 'observed'
    GROUP BY ALL
    HAVING count(DISTINCT population.year) >= 3
),
recomputed AS (
    SELECT
        population.*,
        base.first_year,
        base.last_year,
        base.observed_years,
        -- Half up; a millionth of a person is noise of floating arithmetic.
        floor(round(intercept + slope * (population.year - base.first_year), 6) + 0.5)::BIGINT AS recomputed
    FROM population
    LEFT JOIN base
      ON base.document_id = population.document_id AND base.territory = population.territory
     AND base.age_from IS NOT DISTINCT FROM population.age_from
    LEFT JOIN trend
      ON trend.document_id = population.document_id AND trend.territory = population.territory
     AND trend.age_from IS NOT DISTINCT FROM population.age_from
)
SELECT
    document_id,
    territory,
    age_from,
    year,
    CASE WHEN kind = 'observed' THEN persons END AS observed,
    CASE WHEN kind = 'published_projection' THEN persons END AS published_projection,
    recomputed,
    published_projection - recomputed AS difference,
    first_year AS base_first_year,
    last_year AS base_last_year,
    coalesce(observed_years, 0) AS observed_years,
    locator
FROM recomputed;

COMMENT ON VIEW population_projection IS
    'People of a printed year: observed or projected by the document, and recomputed by least squares on the observed '
    'years. The point alone: prediction intervals and other methods are computed by analytics/population.';
COMMENT ON COLUMN population_projection.document_id IS 'The document that prints the table.';
COMMENT ON COLUMN population_projection.territory IS 'Hromada, city or oblast.';
COMMENT ON COLUMN population_projection.age_from IS 'Lowest age counted, as labelled; empty for everybody.';
COMMENT ON COLUMN population_projection.year IS 'Calendar year.';
COMMENT ON COLUMN population_projection.observed IS 'People, where the year is observed.';
COMMENT ON COLUMN population_projection.published_projection IS 'People, where the document projects the year.';
COMMENT ON COLUMN population_projection.recomputed IS
    'People by the straight line of least squares through the observed years of the table, rounded half up; empty '
    'where fewer than three different years are observed.';
COMMENT ON COLUMN population_projection.difference IS 'published_projection - recomputed, people.';
COMMENT ON COLUMN population_projection.base_first_year IS 'First observed year; empty where none is observed.';
COMMENT ON COLUMN population_projection.base_last_year IS 'Last observed year.';
COMMENT ON COLUMN population_projection.observed_years IS 'How many observed values the line is drawn through.';
COMMENT ON COLUMN population_projection.locator IS 'Where the figure of the year stands.';
