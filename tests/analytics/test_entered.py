"""Entered values among the indicators of the real documents."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics import entered, indicators
from data import warehouse
from data.entries import Entry

OBLAST = "zhytomyr-oblast-digital-2022-2024"
NETWORKS = "Побудова локальних обчислювальних мереж місцевих органів виконавчої влади"


def entry(entry_id: int, **fields: Any) -> Entry:
    known: dict[str, Any] = {
        "indicator_id": "zhytomyr-oblast-digital/159",
        "indicator_name": NETWORKS,
        "part_of": None,
        "unit": "Кількість",
        "programme_id": OBLAST,
        "fiscal_year": 2022,
        "fund": None,
        "value": Decimal(4),
        "text": None,
        "as_of": date(2022, 12, 31),
        "info_source": "звіт",
        "comment": None,
        "author": "А",
        "saved_at": datetime(2023, 1, 9, 8, 0, tzinfo=UTC),
        "revokes": None,
    }
    return Entry(entry_id=entry_id, **(known | fields))


def figures(warehouse_path: Path, programme: str, *counting: Entry) -> pd.DataFrame:
    with warehouse.connect(warehouse_path) as connection:
        return indicators.attainment(connection, programme, entered.as_actuals(counting))


def test_entered_value_counts(warehouse_path: Path) -> None:
    """The target of 2022 is 4 networks: 4 entered meet it, and the table says where the value is from."""
    frame = figures(warehouse_path, OBLAST, entry(12))
    (row,) = frame[(frame["name"] == NETWORKS) & (frame["fiscal_year"] == 2022)].to_dict("records")
    assert (row["status"], row["actual"], row["attainment"]) == ("met", Decimal(4), 1.0)
    assert (row["actual_locator"], row["actual_document_id"], row["info_source"]) == ("запис 12", None, "звіт")


@pytest.mark.parametrize(
    ("fields", "now"),
    [
        ({"indicator_id": "zhytomyr-oblast-digital/9999"}, (None, None, None)),
        ({"indicator_name": "Інша назва"}, (NETWORKS, None, "Кількість")),
        ({"part_of": "1. Інше завдання"}, (NETWORKS, None, "Кількість")),
        ({"unit": "тис. одиниць"}, (NETWORKS, None, "Кількість")),
    ],
)
def test_entries_without_their_indicator(warehouse_path: Path, fields: dict[str, Any], now: tuple[Any, ...]) -> None:
    """Nothing, another name, task or unit stands where the indicator stood: set apart, with what stands there."""
    good, bad = entry(1), entry(2, **fields)
    kept, orphans = entered.told_apart([good, bad], figures(warehouse_path, OBLAST))
    assert kept == [good]
    assert [(orphan.entry, (orphan.name, orphan.part_of, orphan.unit)) for orphan in orphans] == [(bad, now)]


def test_places_of_targets(warehouse_path: Path) -> None:
    """The oblast prints five indicators for three years: fifteen places, each with its target and what is known."""
    places = entered.places(figures(warehouse_path, OBLAST, entry(1, fiscal_year=2023)), range(2022, 2025))
    assert len(places) == 15
    assert [(one.name, one.fiscal_year, one.target, one.actual) for one in places[:3]] == [
        (NETWORKS, 2022, Decimal(4), None),
        (NETWORKS, 2023, Decimal(4), Decimal(4)),
        (NETWORKS, 2024, Decimal(3), None),
    ]
    assert entry(1).place in {one.key for one in places}


def test_places_without_targets(warehouse_path: Path) -> None:
    """«е-місто» names three indicators without a target: each can be reported in each of its six years, and the list
    stays the same once something is reported."""
    programme = "zhytomyr-e-city-2021-2026"
    before = entered.places(figures(warehouse_path, programme), range(2021, 2027))
    first = before[:18]
    assert [one.fiscal_year for one in first] == [2021, 2022, 2023, 2024, 2025, 2026] * 3
    assert {one.target for one in first} == {None}
    reported = entry(1, indicator_id=first[0].indicator_id, programme_id=programme, fiscal_year=2023)
    after = entered.places(figures(warehouse_path, programme, reported), range(2021, 2027))
    assert [one.key for one in after] == [one.key for one in before]
    assert [one.actual for one in after[:3]] == [None, None, Decimal(4)]


def test_words_where_targets_are_words(warehouse_path: Path) -> None:
    """Kropyvnytskyi's target «Штатний розпис» takes words; a target that is a number does not."""
    places = entered.places(figures(warehouse_path, "kropyvnytskyi-e-government-2019-2021"), range(2019, 2022))
    assert {(one.target == "Штатний розпис", one.takes_words) for one in places} == {(True, True), (False, False)}


def test_what_others_saved_meanwhile() -> None:
    """Entry 1 was there when the editor was opened; of what came before my 5 only 2 is of the same indicator and year,
    and 4 takes something back."""
    saved = [entry(1), entry(2), entry(3, fiscal_year=2023), entry(4, revokes=1, value=None), entry(5), entry(6)]
    assert entered.saved_meanwhile(saved, [5], seen=1) == [saved[1]]
    assert entered.saved_meanwhile(saved, [5], seen=4) == []
