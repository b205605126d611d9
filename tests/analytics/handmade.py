"""A programme written for a test: acts and their lines, small enough to add up by hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from data import judge, lineage, warehouse
from data.contracts import Allocation, Basis, Contract, Document, DocumentKind, DocumentStatus, Fund, Level, Programme
from tests.made import new_warehouse

PROGRAMME = "programme"


class HandMade:
    """Acts first, then their lines; `connect` publishes what was written so far. Amounts are UAH, as text."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rows: list[Contract] = []
        self._bases: dict[str, Basis] = {}
        self._cells = 0

    def programme(self, name: str = PROGRAMME, hromada: str = "Громада", first_year: int = 2020) -> None:
        self._rows.append(
            Programme(
                programme_id=name,
                title=f"Програма {name}",
                short_title=name,
                hromada=hromada,
                level="hromada",
                first_year=first_year,
                last_year=first_year + 1,
                stages=None,
                budget_programme_code=None,
            )
        )

    def act(
        self,
        name: str,
        adopted_on: str | None,
        *,
        basis: Basis = Basis.DELTA,
        kind: DocumentKind = DocumentKind.AMENDMENT,
        status: DocumentStatus = DocumentStatus.ADOPTED,
        programme: str = PROGRAMME,
        **more: Any,
    ) -> None:
        """An amendment that prints deltas, unless told otherwise."""
        self._bases[name] = basis
        self._rows.append(
            Document(
                document_id=name,
                kind=kind,
                title=f"Рішення {name}",
                adopted_on=date.fromisoformat(adopted_on) if adopted_on else None,
                status=status,
                programme_id=programme,
                **more,
            )
        )

    def approved(self, name: str, adopted_on: str, *, programme: str = PROGRAMME) -> None:
        """The act that approves the programme."""
        self.act(name, adopted_on, basis=Basis.RESTATED, kind=DocumentKind.PROGRAMME, programme=programme)

    def draft(self, name: str, endorsed_on: str) -> None:
        self.act(name, None, status=DocumentStatus.DRAFT, endorsed_on=date.fromisoformat(endorsed_on))

    def line(
        self,
        document: str,
        row: int,
        amount: str | None,
        *,
        year: int | None = 2020,
        fund: Fund = Fund.GENERAL,
        basis: Basis | None = None,
        **more: Any,
    ) -> None:
        """One amount of the line that stands in a row; a line with several years or funds is written several times."""
        self._cells += 1
        values: dict[str, Any] = {"line_code": str(row), "level": Level.MEASURE, "name": f"Захід {row}"}
        values |= {"locator": f"рядок {row}, графа {self._cells}", "printed": amount or "-", "is_total": False}
        values["spending_unit"] = "Управління освіти"
        self._rows.append(
            Allocation(
                document_id=document,
                row_no=row,
                fiscal_year=year,
                fund=fund,
                basis=basis or self._bases[document],
                amount=None if amount is None else Decimal(amount),
                **values | more,
            )
        )

    def total(self, document: str, amount: str, *, year: int = 2020, fund: Fund = Fund.TOTAL) -> None:
        """The printed total of the programme."""
        self.line(document, 1, amount, year=year, fund=fund, level=Level.PROGRAMME, is_total=True, spending_unit=None)

    def add(self, row: Contract) -> None:
        self._rows.append(row)

    def connect(self, *, checked: bool = False) -> duckdb.DuckDBPyConnection:
        """`checked`: with the findings of all checks, which take their time."""
        path = new_warehouse(self.folder)
        warehouse.insert(path, self._rows)
        lineage.follow(path)
        if checked:
            judge.check(path)
        warehouse.publish(path)
        return warehouse.connect(path)
