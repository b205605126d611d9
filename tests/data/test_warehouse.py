"""Building, publishing and reading warehouse files."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from data import warehouse
from data.contracts import Allocation, Document, Unread, UnreadReason
from data.warehouse import NotPublished

Act = Callable[..., Document]
Line = Callable[..., Allocation]


def build(folder: Path, *rows: Document) -> Path:
    """A published warehouse with these documents."""
    path = warehouse.create(folder)
    warehouse.insert(path, rows)
    warehouse.publish(path)
    return path


def titles(path: Path) -> list[str]:
    with warehouse.connect(path) as connection:
        return [title for (title,) in connection.execute("SELECT title FROM document ORDER BY title").fetchall()]


def test_publishing_switches_the_pointer(tmp_path: Path, act: Act) -> None:
    """The newest published build is the one in service; a finished one that is not published is not."""
    first = build(tmp_path, act("a", None))
    assert warehouse.published(tmp_path) == first
    second = warehouse.create(tmp_path)
    warehouse.insert(second, [act("b", None)])
    assert warehouse.published(tmp_path) == first
    warehouse.publish(second)
    assert warehouse.published(tmp_path) == second
    assert titles(warehouse.published(tmp_path)) == ["Про b"]
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(["current", first.name, second.name])


def test_pointer_is_switched_in_one_step(tmp_path: Path, act: Act, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the machine stops just before the switch, the old build stays in service, whole."""
    first = build(tmp_path, act("a", None))
    second = warehouse.create(tmp_path)

    def stop(*_: object) -> None:
        raise OSError("the power went out")

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(OSError, match="the power went out"):
        warehouse.publish(second)
    assert warehouse.published(tmp_path) == first
    assert titles(first) == ["Про a"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a file that is being read")
def test_a_reader_of_the_old_build_goes_on(tmp_path: Path, act: Act) -> None:
    """Whoever reads an old build reads it to the end, also when newer builds removed its file."""
    first = build(tmp_path, act("a", None))
    os.utime(first, (0, 0))
    with warehouse.connect(first) as reader:
        for name in "bcd":
            build(tmp_path, act(name, None))
        assert not first.exists()
        assert reader.cursor().execute("SELECT title FROM document").fetchall() == [("Про a",)]


def test_old_builds_are_removed(tmp_path: Path, act: Act) -> None:
    """The build in service and the one before it stay; older ones go."""
    paths: list[Path] = []
    for number, name in enumerate("abcd"):
        paths.append(build(tmp_path, act(name, None)))
        os.utime(paths[-1], (number, number))
    assert sorted(tmp_path.glob("*.duckdb")) == sorted(paths[-2:])


def test_builds_side_by_side_leave_each_other_alone(tmp_path: Path, act: Act) -> None:
    """Publishing does not remove a young file: it may be another build that is still being made."""
    being_made = warehouse.create(tmp_path)
    for name in "abc":
        build(tmp_path, act(name, None))
    warehouse.insert(being_made, [act("d", None)])
    warehouse.publish(being_made)
    assert warehouse.published(tmp_path) == being_made.resolve()


def test_an_older_build_may_be_published(tmp_path: Path, act: Act) -> None:
    """Publishing an older build again never removes that build."""
    paths = [build(tmp_path, act(name, None)) for name in "ab"]
    os.utime(paths[0], (0, 0))
    warehouse.create(tmp_path)
    warehouse.publish(paths[0])
    assert warehouse.published(tmp_path) == paths[0]
    assert titles(paths[0]) == ["Про a"]


@pytest.mark.parametrize("pointer", [None, b"", b"\n", b"warehouse-gone.duckdb\n", b"\xff\xfe", b"a\x00b", b"."])
def test_not_published(empty_folder: Path, pointer: bytes | None) -> None:
    """Without a pointer to a file there is nothing to read, and the sentence says how to build one."""
    if pointer is not None:
        (empty_folder / "current").write_bytes(pointer)
    with pytest.raises(NotPublished, match="python -m loaders build") as error:
        warehouse.published(empty_folder)
    assert str(error.value).startswith(f"{empty_folder}: ")


def test_not_published_folder(tmp_path: Path) -> None:
    """A folder that does not exist holds no warehouse, and looking for one does not make it."""
    with pytest.raises(NotPublished):
        warehouse.published(tmp_path / "absent")
    assert not (tmp_path / "absent").exists()


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM document", "CREATE TABLE mine (a INTEGER)", "INSERT INTO document SELECT * FROM document"],
)
def test_readers_cannot_write(tmp_path: Path, act: Act, statement: str) -> None:
    """The dashboard's connection refuses every change."""
    path = build(tmp_path, act("a", None))
    with warehouse.connect(path) as connection, pytest.raises(duckdb.InvalidInputException, match="read-only"):
        connection.execute(statement)


def test_cursors_in_threads(warehouse_path: Path) -> None:
    """Eight readers share one connection, a cursor each, and all see the same figures."""
    question = """
        SELECT fund, sum(amount) FROM allocation
        WHERE NOT is_total AND document_id LIKE 'kropyvnytskyi%' GROUP BY fund ORDER BY fund
    """
    with warehouse.connect(warehouse_path) as connection, ThreadPoolExecutor(8) as pool:

        def ask(_: int) -> list[tuple[str, Decimal]]:
            return [row for _ in range(20) for row in connection.cursor().execute(question).fetchall()]

        answers = list(pool.map(ask, range(8)))
    # 956.3 + 1210.3 + 671.9 + 23.1 + 2043.0; 1500.7 + 972.0 + 872.0 - 418.06 - 2.0; thousand UAH
    expected = [("general", Decimal("4904600")), ("special", Decimal("2924640")), ("unspecified", Decimal("15500"))]
    assert answers == [expected * 20] * 8


def test_rows_come_back_as_they_went_in(tmp_path: Path, act: Act, line: Line) -> None:
    """Money, dates, lists and unknowns are stored without change."""
    path = warehouse.create(tmp_path)
    large = line("a", "1.1", "9999999999999999.99", quantity=Decimal("0.125"))
    unknown = line("a", None, None, fiscal_year=None)
    warehouse.insert(path, [act("a", "2021-02-28", mentions=("b", "об'єкт"), note=None), large, unknown])
    with warehouse.connect(path) as connection:
        assert connection.execute("SELECT adopted_on, mentions, note, damaged FROM document").fetchall() == [
            (date(2021, 2, 28), ["b", "об'єкт"], None, False)
        ]
        assert connection.execute(
            "SELECT amount, quantity, fiscal_year FROM allocation ORDER BY row_no"
        ).fetchall() == [
            (Decimal("9999999999999999.99"), Decimal("0.125"), 2021),
            (None, None, None),
        ]


def test_many_rows_of_which_the_last_differ(tmp_path: Path, act: Act, line: Line) -> None:
    """Types come from the contracts, not from the first rows: what only late rows have is stored as exactly."""
    few = [line("a", None, None, fiscal_year=None, spending_unit=None) for _ in range(2500)]
    last = line("a", "1.1", "1234567890123.45", quantity=Decimal("2.5"), quantity_printed="2,5", task="Завдання")
    documents = [act(f"d{number:04}", None, number=None) for number in range(2500)]
    dated = act("z", "2021-02-28", mentions=("b",), note="примітка")
    path = warehouse.create(tmp_path)
    warehouse.insert(path, [*few, last, *documents, dated])
    with warehouse.connect(path) as connection:
        assert connection.execute(
            "SELECT amount, quantity, quantity_printed, task, line_code FROM allocation WHERE amount IS NOT NULL"
        ).fetchall() == [(Decimal("1234567890123.45"), Decimal("2.5"), "2,5", "Завдання", "1.1")]
        assert connection.execute(
            "SELECT document_id, adopted_on, mentions FROM document WHERE note IS NOT NULL"
        ).fetchall() == [("z", date(2021, 2, 28), ["b"])]
        assert connection.execute("SELECT count(*) FROM allocation").fetchall() == [(2501,)]


def test_all_rows_or_none(tmp_path: Path, act: Act) -> None:
    """When one row is refused, none of the rows given with it is stored."""
    path = warehouse.create(tmp_path)
    unread = Unread(document_id="a", locator="рядок 1", text="x", reason=UnreadReason.NOT_A_NUMBER)
    with pytest.raises(duckdb.ConstraintException):
        warehouse.insert(path, [act("a", None), unread, act("a", None)])
    with warehouse.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM document").fetchall() == [(0,)]
        assert connection.execute("SELECT count(*) FROM unread").fetchall() == [(0,)]


def test_discard(tmp_path: Path) -> None:
    """A discarded build leaves nothing behind; discarding it twice does no harm."""
    path = warehouse.create(tmp_path)
    path.with_name(path.name + ".wal").touch()
    warehouse.discard(path)
    warehouse.discard(path)
    assert list(tmp_path.iterdir()) == []
