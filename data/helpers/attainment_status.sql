-- Gives what became of a target. Met: as good as the target or better; this needs no division, so that a target or an
-- actual value of zero is judged too. Partly: at least half of it; our own measure, no document sets one.
CREATE MACRO attainment_status(actual, actual_text, target, target_text, polarity) AS CASE
    WHEN target IS NULL AND target_text IS NOT NULL THEN 'not_a_number'
    WHEN target IS NULL THEN 'no_target'
    WHEN actual IS NULL AND actual_text IS NOT NULL THEN 'not_a_number'
    WHEN actual IS NULL THEN 'no_data'
    WHEN polarity IS NULL OR polarity = 'none' THEN 'not_rated'
    WHEN (polarity = 'higher' AND actual >= target) OR (polarity = 'lower' AND actual <= target) THEN 'met'
    WHEN attained(actual, target, polarity) >= 0.5 THEN 'partly'
    ELSE 'missed'
END;
