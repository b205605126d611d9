"""Values of indicators that people entered on a page: one SQLite file apart from the warehouse, to which one only adds.

A value is taken back by another entry that revokes it; the entry before it then counts again. The file keeps to
SQLite's rollback journal: it stays one file to copy, and can be read where it may not be written.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

_SCHEMA = Path(__file__).with_suffix(".sql")
_APPLICATION = int.from_bytes(b"Kosh")
"""Written into the head of the file, so that a file of another program is never written to."""
_VERSION = 1
_WAIT_SECONDS = 20
# The first reads a file that may not be written, too; it also ends what a save left that died half way.
_TO_READ, _TO_WRITE = "rw", "rwc"
_REFUSED_BY_SYSTEM = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
)


class Trouble(StrEnum):
    """Why entries cannot be read or saved: one fixed sentence each, so that pages can translate it."""

    NO_FOLDER = "the folder of the file does not exist; create it"
    NOT_READABLE = "the file cannot be read; give the dashboard the right to read it"
    NOT_WRITABLE = "the file cannot be written; give the dashboard the right to write it and its folder"
    LOCKED = "another program holds the file; try again in a minute"
    NOT_A_DATABASE = "the file is damaged, or is no file of entered values"
    OTHER_PROGRAM = "the file belongs to another program; name another file"
    OTHER_VERSION = "the file was written by another version of Koshtorys"
    NO_SUCH_ENTRY = "there is no such value to revoke"
    ALREADY_REVOKED = "somebody has revoked this value already"


class EntriesError(Exception):
    """Entries were not read, or not saved: none of them."""

    def __init__(self, trouble: Trouble, path: Path) -> None:
        super().__init__(f"{path}: {trouble}")
        self.trouble = trouble


@dataclass(frozen=True, kw_only=True)
class NewEntry:
    """A value as somebody enters it: of one indicator, year (None: the whole programme) and fund (None: both).

    `indicator_name`, `part_of` (its task and measure) and `unit` as the documents had them then; `value` in that unit,
    or `text` where the target is words; `as_of`: the day it is of; `author`: who says so, by their own word.
    """

    indicator_id: str
    indicator_name: str
    part_of: str | None
    unit: str | None
    programme_id: str
    fiscal_year: int | None
    fund: str | None
    value: Decimal | None
    text: str | None
    as_of: date | None
    info_source: str | None
    comment: str | None
    author: str

    @property
    def place(self) -> tuple[str, int | None, str | None]:
        """What the value is of: of several entries of one place the newest counts."""
        return self.indicator_id, self.fiscal_year, self.fund


@dataclass(frozen=True, kw_only=True)
class Entry(NewEntry):
    """A saved entry; `entry_id` grows with time, `saved_at` is UTC.

    One with `revokes` takes back the entry of that number: it has no value, its comment says why, its author who.
    """

    entry_id: int
    saved_at: datetime
    revokes: int | None


def add(path: Path, entered: Iterable[NewEntry]) -> list[int]:
    """Save all of them or none; the numbers they got, in order. Raises EntriesError."""
    with _writing(path) as connection:
        return [_insert(connection, asdict(entry)) for entry in entered]


def revoke(path: Path, entry_id: int, author: str, reason: str) -> int:
    """Take a value back; the number of the entry that does so. Raises EntriesError.

    A revocation cannot be revoked: the value is then entered anew.
    """
    with _writing(path) as connection:
        rows = connection.execute(
            "SELECT * FROM entry WHERE entry_id IN (:id) OR revokes = :id ORDER BY entry_id", {"id": entry_id}
        ).fetchall()
        found = [_entry(row) for row in rows]
        if not found or found[0].entry_id != entry_id or found[0].revokes is not None:
            raise EntriesError(Trouble.NO_SUCH_ENTRY, path)
        if len(found) > 1:
            raise EntriesError(Trouble.ALREADY_REVOKED, path)
        nothing = dict.fromkeys(("value", "text", "as_of", "info_source"))
        saved = {field.name: getattr(found[0], field.name) for field in fields(NewEntry)}
        return _insert(connection, saved | nothing | {"comment": reason, "author": author, "revokes": entry_id})


def history(path: Path, programme_id: str) -> list[Entry]:
    """All entries of a programme in the order they were saved, revocations among them. Raises EntriesError."""
    if not path.exists():
        if not path.parent.is_dir():
            raise EntriesError(Trouble.NO_FOLDER, path)
        return []
    with _opened(path, _TO_READ) as connection:
        if _is_empty(connection, path):
            return []
        rows = connection.execute("SELECT * FROM entry WHERE programme_id = ? ORDER BY entry_id", [programme_id])
        return [_entry(row) for row in rows.fetchall()]


def current(saved: Sequence[Entry]) -> list[Entry]:
    """The entries that count, of a history: of each indicator, year and fund the newest that is not revoked."""
    taken_back = {entry.revokes for entry in saved}
    counting = [entry for entry in saved if entry.revokes is None and entry.entry_id not in taken_back]
    return list({entry.place: entry for entry in counting}.values())


def may_write(path: Path) -> bool:
    """Whether an entry could be saved; the folder counts too, since SQLite keeps its journal there."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction, alone: whoever comes second waits. A file that is not there yet is made."""
    if not path.parent.is_dir():
        raise EntriesError(Trouble.NO_FOLDER, path)
    with _opened(path, _TO_WRITE) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        if _is_empty(connection, path):
            _create(connection)
        yield connection
        connection.execute("COMMIT")


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """A connection without a transaction of its own; what is not committed when it closes is gone."""
    connection = None
    try:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(address, timeout=_WAIT_SECONDS, isolation_level=None, uri=True)
        connection.row_factory = sqlite3.Row
        yield connection
    except sqlite3.DatabaseError as error:
        raise EntriesError(_trouble(error, mode), path) from error
    finally:
        if connection is not None:
            connection.close()


def _trouble(error: sqlite3.DatabaseError, mode: str) -> Trouble:
    # The lower byte is the error, the rest of the code its kind.
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Trouble.LOCKED
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return Trouble.NOT_A_DATABASE
    if code in _REFUSED_BY_SYSTEM:
        return Trouble.NOT_WRITABLE if mode == _TO_WRITE else Trouble.NOT_READABLE
    raise error


def _is_empty(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether nothing was ever saved in the file. Raises EntriesError where it is not ours."""
    application, version, tables = (
        connection.execute(question).fetchone()[0]
        for question in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    )
    if not tables and application in (0, _APPLICATION):
        return True
    if application != _APPLICATION:
        raise EntriesError(Trouble.OTHER_PROGRAM, path)
    if version != _VERSION:
        raise EntriesError(Trouble.OTHER_VERSION, path)
    return False


def _create(connection: sqlite3.Connection) -> None:
    """Within the transaction of the first save, which `executescript` would end."""
    statement = ""
    for line in _SCHEMA.read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {_VERSION}")


def _insert(connection: sqlite3.Connection, values: dict[str, Any]) -> int:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    row = {name: _stored(value) for name, value in values.items()} | {"saved_at": now}
    names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
    number = connection.execute(f"INSERT INTO entry ({names}) VALUES ({places})", row).lastrowid
    assert number is not None
    return number


def _stored(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value


def _entry(row: sqlite3.Row) -> Entry:
    read: dict[str, Any] = dict(row)
    read["value"] = None if read["value"] is None else Decimal(read["value"])
    read["as_of"] = None if read["as_of"] is None else date.fromisoformat(read["as_of"])
    read["saved_at"] = datetime.fromisoformat(read["saved_at"])
    return Entry(**read)
