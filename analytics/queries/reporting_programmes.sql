-- Grain: registered programme.
SELECT programme_id, title, short_title, hromada, level, first_year, last_year
FROM programme
ORDER BY hromada COLLATE uk, first_year
