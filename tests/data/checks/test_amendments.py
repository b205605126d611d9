"""Amendments against the plan before them: the programme of January, a decision nobody has, the deltas of an act."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from data.contracts import (
    Basis,
    Contract,
    Document,
    DocumentKind,
    DocumentStatus,
    Fund,
)
from tests.data.checks.planted import Act, Line, broken, found


@pytest.fixture
def chain(act: Act, programme: Contract, base: Document, line: Line) -> Callable[..., list[Contract]]:
    """The plan of act `a` (1.1 with 20 in the general fund), an act nobody has, and act `b` with one delta."""

    def made(code: str, amount: int, *, printed: str | None = None, missing: bool = True) -> list[Contract]:
        delta = line("b", code, amount, basis=Basis.DELTA, printed=printed or f"{amount:+d}", name=f"Захід {code}")
        other = line("b", "9.9", 1, basis=Basis.DELTA, printed="+1")
        rows = [programme, base, act("b", "2021-11-01"), line("a", "1.1", 20), line("a", "9.9", 5), delta, other]
        return [*rows, act("gone", "2021-06-01", status=DocumentStatus.MISSING)] if missing else rows

    return made


def test_a_decrease_larger_than_the_line(chain: Callable[..., list[Contract]]) -> None:
    """The plan holds 20: a decrease of 25 is larger, one of 20 is not."""
    (finding,) = broken(chain("1.1", -25), "delta_beyond_line")
    assert (finding.printed, finding.computed, finding.difference) == (Decimal(-25), Decimal(-20), Decimal(-5))
    assert [(cell.document_id, cell.value) for cell in finding.cells] == [("b", Decimal(-25)), ("a", Decimal(20))]
    assert (finding.finding_class, finding.severity) == ("cross_document", "error")
    assert [row.severity for row in found(chain("1.1", -20), "delta_beyond_line")] == ["verified"]


def test_decreases_of_one_line_together(act: Act, line: Line) -> None:
    """Twice 15 from a line of 20 is more than it holds, and a change without a number is found by its name."""
    plan = act("a", "2021-01-10", kind=DocumentKind.PROGRAMME)
    change = act("b", "2021-05-10", kind=DocumentKind.AMENDMENT, amends="a")
    held = line("a", "1.1", 20, name="Принтер", row_no=1, locator="рядок 1, графа 4")
    falls = [
        line("b", code, -15, name="Принтер", basis=Basis.DELTA, row_no=row, locator=f"рядок {row}, графа 4")
        for row, code in ((11, "1.1"), (12, None))
    ]
    (finding,) = broken([plan, change, held, *falls], "delta_beyond_line")
    assert (finding.printed, finding.computed) == (Decimal(-30), Decimal(-20))
    assert [cell.locator for cell in finding.cells] == ["рядок 11, графа 4", "рядок 12, графа 4", "рядок 1, графа 4"]


@pytest.mark.parametrize(("amount", "severity"), [(7, "notice"), (-7, "warning")])
@pytest.mark.parametrize("missing", [True, False])
def test_a_delta_on_a_line_that_no_plan_holds(
    chain: Callable[..., list[Contract]], amount: int, severity: str, missing: bool
) -> None:
    """A new line is a note, a decrease of a line that is not there doubtful; a missing act is named."""
    (finding,) = broken(chain("1.2", amount, missing=missing), "delta_without_base")
    assert (finding.scope, finding.severity) == ("1.2 Захід 1.2", severity)
    assert finding.missing_act == ("gone" if missing else None)
    assert not broken(chain("1.1", amount), "delta_without_base")


def test_a_delta_without_a_sign(chain: Callable[..., list[Contract]]) -> None:
    """4 among deltas that carry a sign is doubtful; +4 is not."""
    (finding,) = broken(chain("1.1", 4, printed="4,0"), "delta_without_sign")
    assert (finding.scope, len(finding.cells), finding.severity) == ("1.1 Захід 1.1", 1, "warning")
    assert not broken(chain("1.1", 4), "delta_without_sign")


@pytest.mark.parametrize(("change", "severity"), [(20, "error"), (25, "verified")])
def test_a_change_beside_the_plan_after_it(act: Act, line: Line, change: int, severity: str) -> None:
    """An act prints a change and 125 over a plan of 100: that is +25, so +20 contradicts the act's own plan."""
    plan, amendment = act("a", "2021-01-10"), act("b", "2021-05-10", kind=DocumentKind.AMENDMENT)
    own = [
        line("b", "1.1", change, basis=Basis.DELTA, row_no=50, locator="рядок 50, графа 3"),
        line("b", "1.1", 125, row_no=50, locator="рядок 50, графа 4"),
    ]
    (finding,) = found([plan, amendment, line("a", "1.1", 100), *own], "delta_against_plan")
    assert (finding.severity, finding.finding_class) == (severity, "cross_document")
    assert (finding.printed, finding.computed) == (Decimal(change), Decimal(25))
    assert [(cell.role, cell.label, cell.value) for cell in finding.cells] == [
        ("printed", "delta", Decimal(change)),
        ("part", "restated", Decimal(125)),
        ("part", "plan", Decimal(100)),
    ]


def test_a_change_beside_the_plan_of_a_new_line(act: Act, line: Line) -> None:
    """The line stands in no plan before, so its +20 is to be 20; 30 is printed beside it."""
    plan, amendment = act("a", "2021-01-10"), act("b", "2021-05-10", kind=DocumentKind.AMENDMENT)
    own = [line("b", "1.2", 20, basis=Basis.DELTA, row_no=50), line("b", "1.2", 30, row_no=50)]
    (finding,) = broken([plan, amendment, line("a", "1.1", 100), *own], "delta_against_plan")
    assert (finding.printed, finding.computed) == (Decimal(20), Decimal(30))


@pytest.mark.parametrize(("quoted", "severity"), [(20, "verified"), (25, "error")])
def test_the_plan_that_an_amendment_quotes(
    act: Act, programme: Contract, base: Document, line: Line, quoted: int, severity: str
) -> None:
    """The current block of a comparison against the edition before it."""
    rows = [
        programme,
        base,
        act("b", "2021-11-01"),
        line("a", "1.1", 20),
        line("b", "1.1", quoted, basis=Basis.CURRENT),
    ]
    (finding,) = found([*rows, line("b", "1.1", 30)], "base_of_amendment")
    assert (finding.severity, finding.printed, finding.computed) == (severity, Decimal(quoted), Decimal(20))
    assert [cell.document_id for cell in finding.cells] == ["b", "a"]


def test_quoted_lines_are_told_as_in_the_plan(act: Act, programme: Contract, base: Document, line: Line) -> None:
    """A line that a change named otherwise is quoted at 20 - 5 = 15, though the names differ; no finding."""
    rows = [
        programme,
        base,
        act("b", "2021-05-01"),
        act("c", "2021-11-01"),
        line("a", "1.1", 20, name="Багатофункціональні пристрої"),
        line("b", "1.1", -5, name="Багатофункціональний пристрій", basis=Basis.DELTA),
        line("c", "1.1", 15, name="Багатофункціональний пристрій (А4)", basis=Basis.CURRENT, row_no=50),
        line("c", "1.1", 18, name="Багатофункціональний пристрій (А4)", row_no=50),
    ]
    (finding,) = found(rows, "base_of_amendment")
    assert (finding.severity, finding.printed, finding.computed) == ("verified", Decimal(15), Decimal(15))


def test_a_quoted_line_that_the_plan_does_not_have(act: Act, programme: Contract, base: Document, line: Line) -> None:
    """What the act quotes and the edition before it does not have is a finding, an act nobody has its likely reason."""
    rows = [
        programme,
        base,
        act("gone", "2021-06-01", status=DocumentStatus.MISSING),
        act("c", "2021-11-01"),
        line("a", "1.1", 20),
        line("c", "1.2", 15, basis=Basis.CURRENT, row_no=50),
        line("c", "1.2", 18, row_no=50),
    ]
    (finding,) = broken(rows, "base_of_amendment")
    assert (finding.scope, finding.printed, finding.computed) == ("1.2 Захід 1.2", Decimal(15), Decimal(0))
    assert finding.missing_act == "gone"


def test_a_fall_after_a_change_of_unknown_base(chain: Callable[..., list[Contract]], act: Act, line: Line) -> None:
    """Of 1.2 only a change of +7 is known: a fall of 9 is no fall below 7, but its base stays a finding."""
    rows = [*chain("1.2", 7), act("c", "2021-12-01"), line("c", "1.2", -9, basis=Basis.DELTA)]
    assert not broken(rows, "delta_beyond_line")
    later = [finding for finding in broken(rows, "delta_without_base") if finding.document_id == "c"]
    assert [(finding.severity, finding.missing_act) for finding in later] == [("warning", "gone")]


def test_a_fall_of_a_line_without_funds(act: Act, programme: Contract, base: Document, line: Line) -> None:
    """The plan names no fund of its 20: a fall of 15 from the general fund is within them, one of 25 is not."""
    held = line("a", "1.1", 20, fund=Fund.UNSPECIFIED)
    rows = [programme, base, act("b", "2021-05-01"), held]
    assert not broken([*rows, line("b", "1.1", -15, basis=Basis.DELTA)], "delta_beyond_line")
    (finding,) = broken([*rows, line("b", "1.1", -25, basis=Basis.DELTA)], "delta_beyond_line")
    assert finding.computed == Decimal(-20)


@pytest.mark.parametrize(("day", "severity"), [(None, "warning"), ("2021-11-01", "verified")])
def test_an_amendment_without_a_date(
    act: Act, programme: Contract, base: Document, line: Line, day: str | None, severity: str
) -> None:
    """It has no place in the order of acts: a finding that names the act and its first row. The programme may do so."""
    undated = base.model_copy(update={"adopted_on": None})
    rows = [programme, undated, act("b", day), line("a", "1.1", 20), line("b", "1.1", 5), line("b", "1.2", 5)]
    (finding,) = found(rows, "undated_act")
    assert (finding.document_id, finding.scope, finding.severity) == ("b", "Про b", severity)
    assert (finding.finding_class, [cell.locator for cell in finding.cells]) == ("document", ["рядок 2, графа 5"])
