-- Grain: programme that has a plan; those that print amounts first.
SELECT programme_id, title, short_title, hromada, first_year, last_year
FROM programme
WHERE programme_id IN (SELECT programme_id FROM edition_line)
ORDER BY
    programme_id NOT IN (SELECT programme_id FROM edition_line WHERE amount IS NOT NULL),
    hromada COLLATE uk,
    first_year
