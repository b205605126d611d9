"""What each column of a table in a form of order 836 holds, from its headings in one row or in two.

In a report «Затверджено ...», «Касові видатки ...» and «Відхилення» stand over the columns of funds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from data.contracts import Fund, UnreadReason
from loaders import cells
from loaders.documents.budget_form.words import Text, bare, is_item, listed, texts
from loaders.errors import TableError
from loaders.rows import Row
from loaders.tables import units

_FUNDS = {"general": Fund.GENERAL, "special": Fund.SPECIAL, "total": Fund.TOTAL}
_ROLES = ("number", "name", "unit", "info_source", *_FUNDS)
_GROUPS = ("approved", "cash", "deviation")
_COLUMN_WORD = "гр"
"""In headings such as «Усього (гр.3 + гр.4)»."""


@dataclass(frozen=True)
class Column:
    """A column: its place (from 0) and what it holds; amounts have a fund and, in a report, a group."""

    place: int
    role: str
    fund: Fund | None = None
    group: str | None = None


def names_unit(row: Row) -> bool:
    """Whether a row says nothing but the unit of a table: «(тис. грн)»."""
    words = bare(row.text).split()
    return bool(words) and all(map(units.size_of, words))


def is_heading(row: Row, above: Sequence[Row] = ()) -> bool:
    """Whether a row heads columns: it has two headings that are known, and no number of a line or amount."""
    found = texts(row)
    if any(cells.amount(text.text).value is not None for text in found):
        return False
    known = [meaning for text in found if (meaning := _meaning(text.text))]
    return len(known) > 1 or bool(above and known)


def columns_of(rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns that one heading names. Raises TableError for a heading that is unknown, repeated or missing."""
    groups: list[tuple[Text, str]] = []
    found: list[tuple[Text, Column]] = []
    for row in rows:
        for text in texts(row):
            role = _meaning(text.text)
            if role is None:
                raise _error(text, UnreadReason.HEADING_UNKNOWN, "is not known")
            if role in _GROUPS:
                groups.append((text, role))
            else:
                found.append((text, Column(text.column, role, _FUNDS.get(role))))
    named = [(text, column) for text, column in found if not column.fund]
    roles = [column.role for _, column in named]
    if twice := next((text for text, column in named if roles.count(column.role) > 1), None):
        raise _error(twice, UnreadReason.HEADING_TWICE, "stands twice; it is not clear which column is meant")
    columns = [column for _, column in named] + _grouped([pair for pair in found if pair[1].fund], groups)
    if "name" not in roles:
        raise _error(texts(rows[0])[0], UnreadReason.NO_MEASURES, "stands in a table without a column of names")
    return tuple(sorted(columns, key=lambda column: column.place))


def _grouped(funds: list[tuple[Text, Column]], groups: list[tuple[Text, str]]) -> list[Column]:
    """Columns of funds with the group above each: another group starts where a fund is named again."""
    runs: list[list[tuple[Text, Column]]] = []
    for text, column in funds:
        if not runs or column.fund in {other.fund for _, other in runs[-1]}:
            runs.append([])
        runs[-1].append((text, column))
    if not groups:
        if len(runs) > 1:
            raise _error(runs[1][0][0], UnreadReason.HEADING_TWICE, "stands twice; it is not clear which is meant")
        return [column for _, column in funds]
    if not runs:
        return []
    if len(runs) != len(groups):
        raise _error(groups[0][0], UnreadReason.HEADING_LOST, f"is one of {len(groups)} over {len(runs)} runs of funds")
    # Where the row of funds lost the blank cells on its left, it starts left of the group above it.
    lost = max(groups[0][0].column - runs[0][0][1].place, 0)
    return [
        replace(column, group=group, place=column.place + lost)
        for run, (_, group) in zip(runs, groups, strict=True)
        for _, column in run
    ]


def _meaning(text: str) -> str | None:
    """What a heading names: a role, a group, or nothing that is known."""
    if text.startswith("№"):
        return "number"
    said = [word for word in bare(text).split() if not word.isdecimal()]
    words = " ".join(word for word in said if not units.size_of(word) and word != _COLUMN_WORD)
    for role in _ROLES:
        if words in listed("columns", role) or words.replace(" ", "") in _unbroken(role):
            return role
    if is_item(text):
        return None
    return next((group for group in _GROUPS if any(words.startswith(word) for word in listed("groups", group))), None)


@cache
def _unbroken(role: str) -> frozenset[str]:
    """The headings of a role without spaces: a narrow cell may break a word, «Загаль ний фонд»."""
    return frozenset(words.replace(" ", "") for words in listed("columns", role))


def _error(text: Text, reason: UnreadReason, what: str) -> TableError:
    return TableError(
        f"{text.locator}: the heading «{text.text}» {what}. If it is right, add it to "
        "data/reference/passport_form.yml.",
        reason,
        text.locator,
        text.printed,
    )
