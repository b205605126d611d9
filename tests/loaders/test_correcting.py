"""Reviewed corrections: applied while the cell reads what was expected, and never to what is printed."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from shutil import copyfile

import pytest
import yaml

from data import warehouse
from data.contracts import IndicatorGroup
from data.register import DEFAULT, RAW
from loaders.building import build
from loaders.errors import CorrectionMismatch

PASSPORT = "zhytomyr-passport-0217530-2022"
TABLE = "Захід\t2021 рік\n\tЗагальний фонд (грн)\tСпеціальний фонд (грн)\n1\t2\t3\nСервер\t500\t-\nМережа\t7\t1\n"
CELL = {"locator": "рядок 4, графа 2", "field": "amount", "expect": "500.00", "value": "50.00"}
REVIEWED = {"reason": "Описка: за кошторисом 50 грн.", "status": "confirmed"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A register of one small programme, in a folder without corrections."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(TABLE, encoding="utf-8")
    document = {"document_id": "a", "file": "a.txt", "kind": "programme", "title": "Програма"}
    (tmp_path / "sources.yml").write_text(yaml.safe_dump({"documents": [document]}), encoding="utf-8")
    return tmp_path


def built(folder: Path, *entries: Mapping[str, object]) -> Path:
    """Builds with these corrections; the published warehouse."""
    (folder / "corrections").mkdir(exist_ok=True)
    text = yaml.safe_dump(list(map(dict, entries)), allow_unicode=True)
    (folder / "corrections" / "a.yml").write_text(text, encoding="utf-8")
    return build(folder / "sources.yml", folder / "build")


def fetched(path: Path, query: str) -> list[tuple[object, ...]]:
    with warehouse.connect(path) as connection:
        return connection.execute(query).fetchall()


def test_confirmed_correction(folder: Path) -> None:
    """The stored value changes, its printed text and all other values do not; the correction is listed."""
    path = built(folder, CELL | REVIEWED)
    assert fetched(path, "SELECT locator, amount, printed FROM allocation ORDER BY locator") == [
        ("рядок 4, графа 2", Decimal("50.00"), "500"),
        ("рядок 4, графа 3", None, "-"),
        ("рядок 5, графа 2", Decimal("7.00"), "7"),
        ("рядок 5, графа 3", Decimal("1.00"), "1"),
    ]
    assert fetched(path, "FROM correction") == [
        ("a", "рядок 4, графа 2", "amount", "500.00", "50.00", REVIEWED["reason"], "confirmed")
    ]


def test_proposed_correction(folder: Path) -> None:
    """A proposal is listed, and changes nothing."""
    path = built(folder, CELL | REVIEWED | {"status": "proposed"})
    amounts = fetched(path, "SELECT amount FROM allocation WHERE locator = 'рядок 4, графа 2'")
    assert amounts == [(Decimal("500.00"),)]
    assert fetched(path, "SELECT corrected, status FROM correction") == [("50.00", "proposed")]


def test_directions_of_e_city(warehouse_path: Path) -> None:
    """What the scan lists as expected results are its directions: a reviewed reading, listed as such."""
    where = "WHERE document_id = 'zhytomyr-e-city'"
    found = fetched(warehouse_path, f"SELECT topic, locator FROM statement {where} AND row_no BETWEEN 110 AND 119")
    lines = (111, 112, 113, 114, 115, 116, 118)
    assert sorted(found) == [("spending_direction", f"рядок {line}") for line in lines]
    listed = fetched(warehouse_path, f"SELECT DISTINCT field, expected, corrected, status FROM correction {where}")
    assert listed == [("topic", "expected_result", "spending_direction", "confirmed")]


def test_expected_value_as_it_is_written(folder: Path) -> None:
    """500 and 500.00 are one amount; null is a cell that says nothing, and a value may be taken back."""
    path = built(
        folder,
        CELL | REVIEWED | {"expect": "500", "value": None},
        CELL | REVIEWED | {"locator": "рядок 4, графа 3", "expect": None, "value": "3"},
    )
    amounts = fetched(path, "SELECT amount, printed FROM allocation WHERE row_no = 4 ORDER BY locator")
    assert amounts == [(None, "500"), (Decimal("3.00"), "-")]


@pytest.mark.parametrize("status", ["confirmed", "proposed"])
@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"expect": "5.00"}, "amount reads «500.00», and «5.00» was expected. The source or the reader has changed"),
        ({"expect": None}, "amount reads «500.00», and nothing was expected."),
        ({"locator": "рядок 4, графа 3"}, "amount reads nothing, and «500.00» was expected."),
        ({"locator": "рядок 9, графа 2"}, "nothing is read from this cell of a. The source or the reader has changed"),
        ({"field": "colour"}, "what is read from this cell (allocation) has no field colour."),
        ({"value": "багато"}, "amount of allocation cannot be «багато»: Input should be a valid decimal."),
        ({"value": "0.001"}, "amount of allocation cannot be «0.001»: "),
        ({"field": "fund", "expect": "general", "value": "сільський"}, "fund of allocation cannot be «сільський»"),
        ({"field": "name", "expect": "Сервер", "value": None}, "name of allocation cannot be nothing: "),
    ],
)
def test_correction_that_does_not_fit(folder: Path, changed: dict[str, object], sentence: str, status: str) -> None:
    """The build stops with file, place, what is read and what was expected; nothing is published."""
    with pytest.raises(CorrectionMismatch) as error:
        built(folder, CELL | REVIEWED | changed | {"status": status})
    place = changed.get("locator", CELL["locator"])
    assert str(error.value).startswith(f"{folder / 'corrections' / 'a.yml'}: {place}: ")
    assert sentence in str(error.value)
    assert not (folder / "build").exists()


def test_document_that_is_only_listed(folder: Path) -> None:
    """The corrections of a document that is not read yet wait."""
    sources = folder / "sources.yml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("  file:", "  read: false\n  file:"), "utf-8")
    path = built(folder, CELL | REVIEWED)
    assert fetched(path, "FROM correction") == []
    assert fetched(path, "SELECT document_id FROM document") == [("a",)]


def test_lost_group_of_the_passport(tmp_path: Path) -> None:
    """The first indicator of the real passport, above all groups, becomes the 17th of quality; 5,00 stays printed."""
    registered = yaml.safe_load(DEFAULT.read_text(encoding="utf-8"))
    (entry,) = (one for one in registered["documents"] if one["document_id"] == PASSPORT)
    entry |= {"read": True, "programme_id": None, "mentions": []}
    (tmp_path / "raw").mkdir()
    (tmp_path / "corrections").mkdir()
    copyfile(RAW / entry["file"], tmp_path / "raw" / entry["file"])
    copyfile(DEFAULT.parent / "corrections" / f"{PASSPORT}.yml", tmp_path / "corrections" / f"{PASSPORT}.yml")
    (tmp_path / "sources.yml").write_text(yaml.safe_dump({"documents": [entry]}), encoding="utf-8")
    path = build(tmp_path / "sources.yml", tmp_path / "build")
    first = fetched(path, 'SELECT "group", value, printed FROM indicator_value WHERE row_no = 102 ORDER BY locator')
    assert first == [
        (IndicatorGroup.QUALITY, Decimal("5.000"), "5,00"),
        (IndicatorGroup.QUALITY, Decimal("0.000"), "0,00"),
        (IndicatorGroup.QUALITY, Decimal("5.000"), "5,00"),
    ]
    groups = fetched(path, 'SELECT "group", count(DISTINCT row_no) FROM indicator_value GROUP BY 1 ORDER BY 1')
    assert groups == [("efficiency", 17), ("input", 17), ("output", 16), ("quality", 17)]
    assert fetched(path, "SELECT count(*) FROM correction WHERE status = 'confirmed'") == [(4,)]
