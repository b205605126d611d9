"""The file of values that people entered: nothing in it is changed, deleted or lost."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from data import entries
from data.entries import EntriesError, NewEntry, Trouble
from loaders.building import build

ROOT = Path(__file__).parents[2]


def given(**fields: Any) -> NewEntry:
    known: dict[str, Any] = {
        "indicator_id": "passport/102",
        "indicator_name": "Питома вага листів",
        "part_of": "1. Зв'язок",
        "unit": "відс.",
        "programme_id": "e-city",
        "fiscal_year": 2022,
        "fund": None,
        "value": Decimal("4.125"),
        "text": None,
        "as_of": date(2022, 12, 31),
        "info_source": "звіт",
        "comment": None,
        "author": "Відділ ІТ",
    }
    return NewEntry(**(known | fields))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "entries.sqlite"


def counting(file: Path) -> list[Decimal | None]:
    return [entry.value for entry in entries.current(entries.history(file, "e-city"))]


def test_what_is_saved_is_read_back(file: Path) -> None:
    """Every field comes back as it was given, exact, with a number and the time of saving in UTC."""
    before = datetime.now(UTC) - timedelta(seconds=1)
    assert entries.add(file, [given(), given(fiscal_year=None, fund="general", value=None, text="так")]) == [1, 2]
    first, second = entries.history(file, "e-city")
    assert {name: getattr(first, name) for name in vars(given())} == vars(given())
    assert (second.fiscal_year, second.fund, second.value, second.text) == (None, "general", None, "так")
    assert (first.entry_id, first.revokes) == (1, None)
    assert before <= first.saved_at <= datetime.now(UTC)
    assert first.saved_at.tzinfo == UTC


def test_newest_of_a_place_counts(file: Path) -> None:
    """Of several values of one indicator, year and fund the last counts; the history keeps all."""
    entries.add(file, [given(value=Decimal(1)), given(value=Decimal(2), fund="general")])
    entries.add(file, [given(value=Decimal(3)), given(value=Decimal(4), fiscal_year=2023)])
    assert counting(file) == [Decimal(3), Decimal(2), Decimal(4)]
    assert len(entries.history(file, "e-city")) == 4
    assert entries.history(file, "another programme") == []


def test_after_a_revocation_the_value_before_counts_again(file: Path) -> None:
    """Two values: the newer revoked, the older counts; both revoked, none does. Who and why are kept."""
    entries.add(file, [given(value=Decimal(1)), given(value=Decimal(2))])
    assert entries.revoke(file, 2, "Начальник відділу", "описка") == 3
    assert counting(file) == [Decimal(1)]
    entries.revoke(file, 1, "Начальник відділу", "не той рік")
    assert counting(file) == []
    taken = entries.history(file, "e-city")[2]
    assert (taken.revokes, taken.author, taken.comment, taken.value) == (2, "Начальник відділу", "описка", None)
    assert (taken.indicator_id, taken.fiscal_year) == ("passport/102", 2022)


@pytest.mark.parametrize(
    ("entry_id", "trouble"),
    [(1, Trouble.ALREADY_REVOKED), (2, Trouble.NO_SUCH_ENTRY), (99, Trouble.NO_SUCH_ENTRY)],
)
def test_only_a_value_that_counts_can_be_revoked(file: Path, entry_id: int, trouble: Trouble) -> None:
    """Neither a revoked value, nor a revocation (2 revokes 1), nor what was never saved; nothing is added."""
    entries.add(file, [given()])
    entries.revoke(file, 1, "А", "описка")
    with pytest.raises(EntriesError) as caught:
        entries.revoke(file, entry_id, "Б", "ще раз")
    assert caught.value.trouble is trouble
    assert len(entries.history(file, "e-city")) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET value = '9'",
        "DELETE FROM entry",
        "INSERT OR REPLACE INTO entry SELECT * FROM entry",
        "INSERT OR REPLACE INTO entry SELECT 9, indicator_id, indicator_name, part_of, unit, programme_id, "
        "fiscal_year, fund, NULL, NULL, as_of, info_source, comment, author, saved_at, 1 FROM entry WHERE entry_id = 1",
    ],
)
def test_nothing_is_changed_or_deleted(file: Path, statement: str) -> None:
    """The file itself refuses it, also to other programs."""
    entries.add(file, [given()])
    entries.revoke(file, 1, "А", "описка")
    before = entries.history(file, "e-city")
    with closing(sqlite3.connect(file)) as connection, pytest.raises(sqlite3.IntegrityError, match="never"):
        connection.execute(statement)
    assert entries.history(file, "e-city") == before


def test_all_or_none(file: Path) -> None:
    """Where the second of two values cannot be kept, the first is not either."""
    entries.add(file, [given()])
    with pytest.raises(sqlite3.IntegrityError):
        entries.add(file, [given(value=Decimal(7)), given(author="")])
    assert counting(file) == [Decimal("4.125")]


def test_threads_saving_at_once_lose_nothing(file: Path) -> None:
    """Eight at once, ten saves of two values each, into a file that none of them found: 160 entries, each its own."""

    def save(author: int) -> list[int]:
        two = [given(author=str(author)), given(author=str(author), fiscal_year=2023)]
        return [number for _ in range(10) for number in entries.add(file, two)]

    with ThreadPoolExecutor(8) as pool:
        numbers = [number for saved in pool.map(save, range(8)) for number in saved]
    assert sorted(numbers) == list(range(1, 161))
    kept = entries.history(file, "e-city")
    assert [sum(entry.author == str(author) for entry in kept) for author in range(8)] == [20] * 8


_SAVE = """
import sys
from decimal import Decimal
from pathlib import Path
from data import entries
for number in range(20):
    given = dict(GIVEN, author=sys.argv[2], value=Decimal(number))
    entries.add(Path(sys.argv[1]), [entries.NewEntry(**given)])
"""


def test_processes_saving_at_once_lose_nothing(file: Path) -> None:
    """Two processes save twenty values each at the same time: forty entries, in each one's own order."""
    script = _SAVE.replace("GIVEN", repr(vars(given(value=None, as_of=None))))
    running = [subprocess.Popen([sys.executable, "-c", script, str(file), name], cwd=ROOT) for name in "АБ"]
    assert [process.wait(timeout=120) for process in running] == [0, 0]
    kept = entries.history(file, "e-city")
    assert len(kept) == 40
    for name in "АБ":
        assert [entry.value for entry in kept if entry.author == name] == [Decimal(number) for number in range(20)]


def test_of_two_who_revoke_at_once_one_is_told(file: Path) -> None:
    """A value is revoked once; whoever comes second is told so."""
    entries.add(file, [given()])

    def revoke(author: str) -> Trouble | None:
        try:
            entries.revoke(file, 1, author, "описка")
        except EntriesError as error:
            return error.trouble
        return None

    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(revoke, "АБВГ"))
    assert said.count(None) == 1
    assert said.count(Trouble.ALREADY_REVOKED) == 3


def test_a_rebuild_keeps_entries(file: Path) -> None:
    """Building the register anew, even into the folder of the file, leaves the file as it was, byte by byte."""
    entries.add(file, [given()])
    before = file.read_bytes()
    build(output=file.parent)
    assert file.read_bytes() == before
    assert counting(file) == [Decimal("4.125")]


def _as_text(file: Path) -> None:
    file.write_text("Це не база даних, а довгий текст. " * 50, encoding="utf-8")


def _of_another_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE entry (entry_id INTEGER)")


def _of_another_version(file: Path) -> None:
    entries.add(file, [given()])
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 2")


@pytest.mark.parametrize(
    ("make", "trouble"),
    [
        (_as_text, Trouble.NOT_A_DATABASE),
        (_of_another_program, Trouble.OTHER_PROGRAM),
        (_of_another_version, Trouble.OTHER_VERSION),
        (lambda file: file.mkdir(), None),
    ],
)
def test_other_files_are_refused(file: Path, make: Callable[[Path], None], trouble: Trouble | None) -> None:
    """A file that is not ours is neither read nor written to, and the sentence names it."""
    make(file)
    before = file.read_bytes() if file.is_file() else None
    for act in (lambda: entries.history(file, "e-city"), lambda: entries.add(file, [given()])):
        with pytest.raises(EntriesError, match=r"entries\.sqlite: ") as caught:
            act()
        assert caught.value.trouble in ((trouble,) if trouble else (Trouble.NOT_READABLE, Trouble.NOT_WRITABLE))
    assert before is None or file.read_bytes() == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """It is not made silently: a wrong name would start another history."""
    for act in (entries.history, lambda path, _: entries.add(path, [given()])):
        with pytest.raises(EntriesError) as caught:
            act(tmp_path / "no" / "entries.sqlite", "e-city")
        assert caught.value.trouble is Trouble.NO_FOLDER


def test_whoever_waits_too_long_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program holds the file nothing is saved, and the sentence says why."""
    entries.add(file, [given()])
    monkeypatch.setattr(entries, "_WAIT_SECONDS", 0.1)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(EntriesError) as caught:
            entries.add(file, [given()])
    assert caught.value.trouble is Trouble.LOCKED
    assert len(entries.history(file, "e-city")) == 1


def test_before_the_first_save_there_is_no_file(file: Path) -> None:
    """Reading makes no file."""
    assert entries.history(file, "e-city") == []
    assert entries.may_write(file)
    assert not file.exists()
