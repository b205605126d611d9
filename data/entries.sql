-- Grain: one value that somebody entered, or one revocation of such a value. Values in `unit`; rows are only added.
CREATE TABLE entry (
    entry_id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator_id TEXT NOT NULL,
    indicator_name TEXT NOT NULL,
    part_of TEXT,
    unit TEXT,
    programme_id TEXT NOT NULL,
    fiscal_year INTEGER,
    fund TEXT,
    value TEXT,
    text TEXT,
    as_of TEXT,
    info_source TEXT,
    comment TEXT,
    author TEXT NOT NULL CHECK (author <> ''),
    saved_at TEXT NOT NULL,
    revokes INTEGER UNIQUE REFERENCES entry,
    -- A value is a number or words; a revocation is neither.
    CHECK ((value IS NOT NULL) + (text IS NOT NULL) + (revokes IS NOT NULL) = 1)
) STRICT;

CREATE INDEX entry_of_programme ON entry (programme_id);

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'entries are never changed: enter the value anew');
END;

CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'entries are never deleted: revoke the value');
END;

-- INSERT OR REPLACE would remove a row past the other triggers.
CREATE TRIGGER entry_is_new BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE entry_id = NEW.entry_id OR revokes = NEW.revokes)
BEGIN
    SELECT RAISE(ABORT, 'entries are never replaced: enter the value anew');
END;
