-- Grain: programme with indicators.
SELECT programme.programme_id, programme.title, programme.short_title, programme.hromada, programme.first_year,
    programme.last_year
FROM programme
WHERE EXISTS (FROM indicator WHERE indicator.programme_id = programme.programme_id)
ORDER BY programme.hromada, programme.first_year, programme.programme_id
