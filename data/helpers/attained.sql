-- Gives how much of a target is reached, as a share: actual / target where more is better, target / actual where less
-- is. Empty where one of them is not known, where the share would divide by zero, and where neither is better.
CREATE MACRO attained(actual, target, polarity) AS CASE
    WHEN polarity = 'higher' THEN actual::DOUBLE / nullif(target, 0)
    WHEN polarity = 'lower' THEN target::DOUBLE / nullif(actual, 0)
END;
