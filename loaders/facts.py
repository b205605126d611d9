"""What one document, or one part of it, says: rows for the warehouse."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from itertools import chain
from typing import Self

from data.contracts import (
    Allocation,
    CellRole,
    Contract,
    Execution,
    Finding,
    FindingCell,
    IndicatorClass,
    IndicatorValue,
    LineClass,
    Measure,
    Population,
    Repair,
    SourceRow,
    Statement,
    Unread,
)


@dataclass(frozen=True)
class Facts:
    """Rows by table, each in the order of the document; `source_rows` are its rows as printed."""

    allocations: tuple[Allocation, ...] = ()
    measures: tuple[Measure, ...] = ()
    line_classes: tuple[LineClass, ...] = ()
    indicators: tuple[IndicatorValue, ...] = ()
    indicator_classes: tuple[IndicatorClass, ...] = ()
    population: tuple[Population, ...] = ()
    execution: tuple[Execution, ...] = ()
    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()
    unread: tuple[Unread, ...] = ()
    source_rows: tuple[SourceRow, ...] = ()

    @property
    def fact_count(self) -> int:
        """How much was read, apart from rows as printed, repairs and what is unread.

        A measure counts by its amounts: where none of them can be read, nothing was.
        """
        read = (self.allocations, self.indicators, self.population, self.execution, self.statements)
        return sum(len(rows) for rows in read)

    def rows(self) -> list[Contract]:
        """All rows for the warehouse."""
        return list(chain.from_iterable(getattr(self, field.name) for field in fields(Facts)))

    @classmethod
    def together(cls, parts: Iterable["Facts"]) -> Self:
        """The facts of several parts of one document, in order."""
        kept = list(parts)
        names = [field.name for field in fields(Facts)]
        return cls(**{name: tuple(chain.from_iterable(getattr(part, name) for part in kept)) for name in names})


def named(document_id: str, locators: Iterable[str]) -> tuple[FindingCell, ...]:
    """The cells of a finding of a reader, which compares no figures."""
    return tuple(
        FindingCell(document_id=document_id, locator=locator, role=CellRole.NAMED, label=None, value=None)
        for locator in locators
    )
