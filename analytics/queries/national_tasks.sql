-- Grain: task of the national list.
SELECT task, any_value(text) AS text
FROM national_task
GROUP BY task
ORDER BY min(direction_no), task
