-- Grain: priority direction of the national list, in its order.
SELECT DISTINCT direction, direction_no, direction_text
FROM national_task
ORDER BY direction_no
