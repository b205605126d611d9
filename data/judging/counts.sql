-- Grain: rule; how much it compared, and how much of that does not hold.
SELECT rule, count(*), count(*) FILTER (severity <> 'verified')
FROM finding
GROUP BY rule
