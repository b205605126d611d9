"""Small warehouses made by hand, row by row."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data import judge, lineage, warehouse
from data.contracts import (
    Allocation,
    Basis,
    Contract,
    Document,
    DocumentKind,
    DocumentStatus,
    Fund,
    Level,
    Programme,
)
from tests.made import new_warehouse


@pytest.fixture
def programme() -> Programme:
    return Programme(
        programme_id="p",
        title="Програма",
        short_title="П",
        hromada="Громада",
        level="hromada",
        first_year=2021,
        last_year=2022,
        stages=None,
        budget_programme_code=None,
    )


@pytest.fixture
def act() -> Callable[..., Document]:
    """`act("a", "2021-02-01")`: an adopted amendment of programme `p`; `None` for an act without a date."""

    def made(document_id: str, adopted_on: str | None, **changed: Any) -> Document:
        fields: dict[str, Any] = {
            "document_id": document_id,
            "kind": DocumentKind.AMENDMENT,
            "title": f"Про {document_id}",
            "number": document_id,
            "adopted_on": date.fromisoformat(adopted_on) if adopted_on else None,
            "status": DocumentStatus.ADOPTED,
            "programme_id": "p",
        }
        return Document(**(fields | changed))

    return made


@pytest.fixture
def line() -> Callable[..., Allocation]:
    """`line("a", "1.1", 5)`: a lowest line of act `a` for 2021, general fund, restated; each call is another cell."""
    numbers = count(1)

    def made(document_id: str, line_code: str | None, amount: float | str | None, **changed: Any) -> Allocation:
        number = next(numbers)
        fields: dict[str, Any] = {
            "document_id": document_id,
            "locator": f"рядок {number}, графа 5",
            "printed": str(amount),
            "row_no": number,
            "line_code": line_code,
            "level": Level.MEASURE,
            "spending_unit": "Відділ освіти",
            "name": f"Захід {line_code}",
            "fiscal_year": 2021,
            "fund": Fund.GENERAL,
            "basis": Basis.RESTATED,
            "amount": None if amount is None else Decimal(str(amount)),
            "is_total": False,
        }
        return Allocation(**(fields | changed))

    return made


@pytest.fixture
def printed_total(line: Callable[..., Allocation]) -> Callable[..., Allocation]:
    """`printed_total("a", 5)`: what act `a` prints as the whole programme's total of 2021."""

    def made(document_id: str, amount: float | str, **changed: Any) -> Allocation:
        whole = {"level": Level.PROGRAMME, "fund": Fund.TOTAL, "is_total": True, "spending_unit": None}
        return line(document_id, None, amount, **(whole | changed))

    return made


@pytest.fixture
def warehouse_of(tmp_path: Path, programme: Programme) -> Iterator[Callable[..., duckdb.DuckDBPyConnection]]:
    """A warehouse that holds programme `p` and these rows, opened to read; with `checked=True` findings, too."""
    opened: list[duckdb.DuckDBPyConnection] = []

    def made(rows: Iterable[Contract], *, checked: bool = False) -> duckdb.DuckDBPyConnection:
        path = new_warehouse(tmp_path / "warehouse")
        warehouse.insert(path, [programme, *rows])
        lineage.follow(path)
        if checked:
            judge.check(path)
        opened.append(warehouse.connect(path))
        return opened[-1]

    yield made
    for connection in opened:
        connection.close()
