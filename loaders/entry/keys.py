"""The hidden list of a workbook for entering actual values: what each key stands for, as cells and back."""

from collections.abc import Sequence

from data.contracts import Fund, IndicatorGroup
from loaders.entry.form import Line, Part

HEADINGS = (
    "key",
    "part",
    "name",
    "line_code",
    "group",
    "task",
    "measure",
    "unit",
    "spending_unit",
    "fund",
    "fiscal_year",
    "takes_words",
)


def cells_of(line: Line) -> tuple[str, ...]:
    """A line in the order of the headings; what is unknown is blank."""
    return tuple(_text(getattr(line, heading)) for heading in HEADINGS)


def line_of(cells: Sequence[str]) -> Line | None:
    """The line that a row of the list describes; None for a row that was damaged."""
    told = {heading: cell or None for heading, cell in zip(HEADINGS, cells, strict=False)}
    key, part, name, year = (told.get(heading) for heading in ("key", "part", "name", "fiscal_year"))
    group, fund = told.get("group"), told.get("fund")
    if not (key and name and part in set(Part)) or (year and not year.isdecimal()):
        return None
    if group not in {None, *IndicatorGroup} or fund not in {None, *Fund}:
        return None
    return Line(
        key=key,
        part=Part(part),
        name=name,
        line_code=told.get("line_code"),
        group=IndicatorGroup(group) if group else None,
        task=told.get("task"),
        measure=told.get("measure"),
        unit=told.get("unit"),
        spending_unit=told.get("spending_unit"),
        fund=Fund(fund) if fund else None,
        fiscal_year=int(year) if year else None,
        takes_words=told.get("takes_words") == "yes",
    )


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)
