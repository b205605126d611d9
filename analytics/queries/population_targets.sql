-- Grain: printed share of residents: a value of an indicator, or a coverage target stated in words; per cent.
-- A target of a template belongs to no hromada. `age_from`: the age that the name itself gives.
WITH printed AS (
    SELECT document_id, locator, name, fiscal_year AS year, kind AS value_kind, value AS per_cent
    FROM indicator_value
    WHERE value IS NOT NULL
      AND regexp_matches(lower(trim(unit)), '^(%|відс)')
      AND regexp_matches(lower(name), 'мешканц|населенн|жител')
    -- The passport prints an indicator for each fund; their total is the indicator.
    QUALIFY row_number() OVER (
        PARTITION BY document_id, row_no, kind, fiscal_year
        ORDER BY list_position(['total', 'general', 'special'], fund) NULLS FIRST
    ) = 1
    UNION ALL
    SELECT
        document_id, locator, text, NULL, 'target',
        replace(regexp_extract(text, '(\d+(?:[.,]\d+)?)\s*(?:%|відсотк\p{L}*) населення', 1), ',', '.')::DECIMAL(18, 3)
    FROM statement
    WHERE topic = 'coverage_target' AND regexp_matches(text, '\d\s*(%|відсотк\p{L}*) населення')
)
SELECT
    printed.*,
    nullif(regexp_extract(name, '(\d+)(?: і більше| та більше)? рок', 1), '')::INTEGER AS age_from,
    programme.hromada,
    document.kind,
    document.title,
    document.number,
    document.adopted_on,
    document.endorsed_number,
    document.endorsed_on,
    document.status
FROM printed
JOIN document USING (document_id)
LEFT JOIN programme USING (programme_id)
WHERE per_cent BETWEEN 0 AND 100
ORDER BY programme.hromada IS NULL, document_id, year, locator
