-- Grain: year of the price index, the last one first; per cent of the year before.
SELECT year, per_cent, projected, name, source, url, taken_on
FROM price_index
ORDER BY year DESC
