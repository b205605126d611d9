"""Which line of the plan a line of an act is: a line is followed through the chain, though its number or name changes.

Acts are looked at in order of date. Each line is compared with the lines of the plan in force before; a draft is
compared, but nothing is compared with a draft. A change (delta) names a line that stands in the plan: its number is
enough where only one line has it. A plan printed anew may give an old number to another thing, so there number and name
must agree, or the name alone, or the number and much of the name, and only where that leaves a line alone, number and
name of a line in another unit: the unit was renamed. Lines of one number and name are told by their amounts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import duckdb

from data import warehouse
from data.contracts import Basis, PlanLine, SameAs

MUCH_ALIKE = 0.7
"""How much of two words, in letters, and of two names, in words, makes one line of two that carry one number: twice
what they share / both lengths, from 0 to 1. Words are compared, since «Придбання» alone is half of a short name."""

_LINES = (Path(__file__).parent / "lineage.sql").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Line:
    """One lowest line as an act prints it. `letters`: those of its name; `amounts`: all that it prints, by year and
    fund; `restates`: the act prints the whole plan."""

    programme_id: str
    document_id: str
    act_no: int
    in_force: bool
    restates: bool
    row_no: int
    basis: str
    code: str | None
    name: str
    letters: str
    amounts: str
    spending_unit: str | None
    is_blank: bool


def follow(path: Path) -> None:
    """As `trace`, of a warehouse file."""
    with duckdb.connect(str(path)) as connection:
        trace(connection)


def trace(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill the table plan_line of a warehouse that is not published yet."""
    acts: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for row in connection.execute(_LINES).fetchall():
        line = Line(*row)
        acts[line.programme_id, line.act_no].append(line)
    plans: dict[str, _Plan] = defaultdict(_Plan)
    found: list[PlanLine] = []
    for (programme_id, _act_no), lines in acts.items():
        before = plans[programme_id]
        named = _Act(lines, before).named()
        found.extend(
            PlanLine(
                document_id=line.document_id, row_no=line.row_no, basis=Basis(line.basis), line_id=own, same_as=how
            )
            for line, (own, how) in named.items()
        )
        if lines[0].in_force:
            plans[programme_id] = _Plan([*_kept(lines, named, before), *_added(named)])
    warehouse.add(connection, found)


class _Plan:
    """The lines of a plan, each by the name it goes by through all acts, as every act that counts calls it."""

    def __init__(self, lines: Iterable[tuple[Line, str]] = ()) -> None:
        self.lines = list(lines)

    def like(self, line: Line, same: Callable[[Line], bool]) -> list[str]:
        """The lines of the line's own unit for which `same` holds; where there are none, those that name no unit."""
        found = [(held, own) for held, own in self.lines if same(held)]
        units = [own for held, own in found if held.spending_unit == line.spending_unit]
        silent = [own for held, own in found if None in (held.spending_unit, line.spending_unit)]
        return list(dict.fromkeys(units or silent))

    def elsewhere(self, line: Line) -> list[str]:
        """The lines of its number and much of its name in whatever unit: an act may write the unit otherwise."""
        same = [own for held, own in self.lines if held.code == line.code and _alike(held.name, line.name)]
        return list(dict.fromkeys(same))


class _Act:
    """The lines of one act against the plan before it."""

    def __init__(self, lines: list[Line], before: _Plan) -> None:
        self.lines = lines
        self.before = before
        self.found: dict[Line, tuple[str, SameAs]] = {}

    def named(self) -> dict[Line, tuple[str, SameAs]]:
        """Each line of the act with its name through all acts, and how it was told."""
        quoted = [line for line in self.lines if line.basis == Basis.CURRENT]
        self._once(quoted, self.before)
        names = {line.row_no: self.found[line][0] for line in quoted}
        anew = [line for line in self.lines if line.basis == Basis.RESTATED]
        self.found.update({line: (names[line.row_no], SameAs.SIDE_BY_SIDE) for line in anew if line.row_no in names})
        self._once(anew, _Plan([*self.before.lines, *((line, self.found[line][0]) for line in quoted)]))
        for line in self.lines:
            if line.basis == Basis.DELTA:
                self.found[line] = self._changed(line)
        return {line: self.found[line] for line in self.lines}

    def _once(self, lines: list[Line], plan: _Plan) -> None:
        """Lines printed whole: each is another line of the plan, or opens one. What is surest is looked for first."""
        self._equal(lines, plan)
        for how in (SameAs.NUMBER_AND_NAME, SameAs.NAME, SameAs.NUMBER):
            left = [line for line in lines if line not in self.found]
            alike = Counter((line.spending_unit, line.letters if how is SameAs.NAME else line.code) for line in left)
            for line in left:
                open_to = self._unused(self._candidates(line, plan, how), lines)
                key = (line.spending_unit, line.letters if how is SameAs.NAME else line.code)
                if open_to and (how is SameAs.NUMBER_AND_NAME or (len(open_to) == 1 and alike[key] == 1)):
                    self.found[line] = open_to[0], how
        self._of_renamed_units(lines, plan)
        self.found |= {line: (_opens(line), SameAs.OPENED) for line in lines if line not in self.found}

    def _equal(self, lines: list[Line], plan: _Plan) -> None:
        """Of several lines of one number and name first those that print the same amounts."""
        for line in [line for line in lines if line not in self.found]:
            named = self._candidates(line, plan, SameAs.NUMBER_AND_NAME)
            equal = {own for held, own in plan.lines if held.amounts == line.amounts}
            if open_to := self._unused([own for own in named if own in equal], lines):
                self.found[line] = open_to[0], SameAs.NUMBER_AND_NAME

    def _of_renamed_units(self, lines: list[Line], plan: _Plan) -> None:
        """Lines of number and name that one line of the plan is left for, in another unit: the unit was renamed."""
        left = [line for line in lines if line not in self.found and line.code is not None]
        alike = Counter((line.code, line.letters) for line in left)
        for line in left:
            same = [own for held, own in plan.lines if (held.code, held.letters) == (line.code, line.letters)]
            open_to = self._unused(dict.fromkeys(same), lines)
            if len(open_to) == 1 and alike[line.code, line.letters] == 1:
                self.found[line] = open_to[0], SameAs.NUMBER_AND_NAME

    def _unused(self, names: Iterable[str], lines: list[Line]) -> list[str]:
        used = {self.found[line][0] for line in lines if line in self.found}
        return [own for own in names if own not in used]

    @staticmethod
    def _candidates(line: Line, plan: _Plan, how: SameAs) -> list[str]:
        if how is SameAs.NAME:
            return plan.like(line, lambda held: held.letters == line.letters)
        if line.code is None:
            return []
        if how is SameAs.NUMBER_AND_NAME:
            return plan.like(line, lambda held: held.code == line.code and held.letters == line.letters)
        return plan.like(line, lambda held: held.code == line.code and _alike(held.name, line.name))

    def _changed(self, line: Line) -> tuple[str, SameAs]:
        """The line that a change is of: several changes may be of one line."""
        plan = self.before
        if line.code is not None:
            both = self._candidates(line, plan, SameAs.NUMBER_AND_NAME)
            if len(both) == 1:
                return both[0], SameAs.NUMBER_AND_NAME
            numbered = plan.like(line, lambda held: held.code == line.code) or plan.elsewhere(line)
            if len(numbered) == 1:
                return numbered[0], SameAs.NUMBER
        by_name = self._candidates(line, plan, SameAs.NAME)
        return (by_name[0], SameAs.NAME) if len(by_name) == 1 else (_opens(line), SameAs.OPENED)


def _kept(lines: list[Line], named: dict[Line, tuple[str, SameAs]], before: _Plan) -> list[tuple[Line, str]]:
    """The plan that an act leaves as it was. What it prints beside what that was has its new number and name only."""
    quoted = {own for line, (own, _how) in named.items() if line.basis == Basis.CURRENT}
    return [] if lines[0].restates else [(line, own) for line, own in before.lines if own not in quoted]


def _added(named: dict[Line, tuple[str, SameAs]]) -> list[tuple[Line, str]]:
    """What an act prints of the plan after it; a line that becomes blank is dropped."""
    return [
        (line, own)
        for line, (own, how) in named.items()
        if line.basis != Basis.CURRENT and not (line.is_blank and how is SameAs.SIDE_BY_SIDE)
    ]


def _opens(line: Line) -> str:
    return f"{line.document_id}/{line.row_no}"


def _alike(one: str, other: str) -> bool:
    """Whether the names share most of their words, in whatever order and case."""
    words, others = (re.findall(r"[\w'’ʼ]+", name.lower()) for name in (one, other))
    shared = sum(any(_alike_words(word, held) for held in others) for word in words)
    return 2 * shared >= MUCH_ALIKE * (len(words) + len(others))


def _alike_words(one: str, other: str) -> bool:
    """By Ratcliff and Obershelp's measure."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= MUCH_ALIKE
