-- Tells whether a printed change begins with a plus or a minus, however that is printed.
CREATE MACRO has_sign(printed) AS regexp_matches(printed, '^\s*[-+−–]');
