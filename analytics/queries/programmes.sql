-- Grain: programme that has a plan.
SELECT programme_id, title, short_title, hromada, first_year, last_year
FROM programme
WHERE programme_id IN (SELECT programme_id FROM edition_line)
ORDER BY hromada COLLATE uk, first_year
