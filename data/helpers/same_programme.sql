-- Tells whether a reported row is of the budget programme of a passport. Data may name a programme by its typical code
-- alone; then that and the functional code must be the same.
CREATE MACRO same_programme(programme, typical, functional, of_programme, of_typical, of_functional) AS
    CASE WHEN programme IS NULL
        THEN typical = of_typical AND coalesce(functional = of_functional, true)
        ELSE programme = of_programme
    END;
