"""What the tests of checks share: rows to plant an error in, and the findings in them."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from data import judge
from data.contracts import (
    Allocation,
    Contract,
    Document,
    Fund,
    Statement,
    Topic,
)

Act = Callable[..., Document]
Line = Callable[..., Allocation]


def found(rows: Iterable[Contract], *rules: str) -> list[Any]:
    """The findings of these rules in rows that are in no warehouse."""
    return [finding for finding in judge.findings_in(rows) if finding.rule in rules]


def broken(rows: Iterable[Contract], *rules: str) -> list[Any]:
    """Those of them that do not hold."""
    return [finding for finding in found(rows, *rules) if finding.severity != "verified"]


def figures(finding: Any) -> tuple[Any, ...]:
    """Scope, year, fund, printed and computed figure."""
    return finding.scope, finding.fiscal_year, finding.fund, finding.printed, finding.computed


def cells(finding: Any) -> list[tuple[str, str, Decimal | None]]:
    """Role, place and value of each cell."""
    return [(cell.role, cell.locator, cell.value) for cell in finding.cells]


def in_row(line: Line, row: int, code: str | None, **amounts: Any) -> list[Allocation]:
    """A printed row of act `a`: keys such as general_2021, special_2021, total_2021, total (all years)."""
    extra = {key: amounts.pop(key) for key in list(amounts) if key in Allocation.model_fields and key != "total"}
    made = []
    for place, (key, amount) in enumerate(amounts.items(), start=4):
        fund, _, year = key.partition("_")
        own = {
            "row_no": row,
            "locator": f"рядок {row}, графа {place}",
            "fund": Fund(fund),
            "fiscal_year": int(year) if year else None,
            "is_total": fund == "total",
        }
        made.append(line("a", code, amount, **(own | extra)))
    return made


def said(topic: Topic, text: str, document_id: str = "a") -> Statement:
    return Statement(
        document_id=document_id, locator=f"рядок {90 + len(text)}", printed=text, row_no=90, topic=topic, text=text
    )
