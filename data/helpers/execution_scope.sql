-- Gives what a row of execution is about: one kind of source, one budget, one budget programme. Sources are never added
-- up, and a programme of 7 digits is a part of its typical code; a row without codes is of its local programme.
CREATE MACRO execution_scope(kind, budget, programme, typical, functional, of_programme, document) AS
    concat_ws('/', kind, coalesce(budget, of_programme, document), coalesce(programme, typical, functional));
