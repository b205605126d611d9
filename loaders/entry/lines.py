"""The lines of a programme for which somebody reports actual values and cash, from all its documents."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from data.contracts import (
    Allocation,
    Basis,
    Document,
    DocumentKind,
    DocumentStatus,
    Fund,
    IndicatorKind,
    IndicatorValue,
    Measure,
    Programme,
    Section,
    Statement,
    Topic,
)
from loaders.cells import clean
from loaders.entry.form import Line, Part
from loaders.reading import Reading

_KINDS = {
    DocumentKind.PROGRAMME: "програма",
    DocumentKind.AMENDMENT: "зміни до програми",
    DocumentKind.PASSPORT: "паспорт бюджетної програми",
}
_PLANS = {Basis.RESTATED: "план", Basis.DELTA: "зміна плану"}
_SECTIONS = (Section.MEASURES, Section.POINT_9)


def lines_of(programme: Programme, readings: Iterable[Reading]) -> list[Line]:
    """Indicators, then expenditure, document by document; each line has a key of its own.

    Expenditure is listed by its lowest lines, so that nothing is reported twice. Where a document gives no figure for
    a year, its indicators and measures are listed for every year of the programme.
    """
    years = range(programme.first_year, programme.last_year + 1)
    found = [line for reading in readings for line in _indicators(reading, years)]
    found += [line for reading in readings for line in _expenditure(reading, years)]
    return list(_with_own_keys(found))


def _with_own_keys(lines: Iterable[Line]) -> Iterator[Line]:
    """Two statements of one row share their place: the second gets a number."""
    seen: dict[str, int] = {}
    for line in lines:
        seen[line.key] = seen.get(line.key, 0) + 1
        yield line if seen[line.key] == 1 else _keyed(line, f"{line.key} | {seen[line.key]}")


def _keyed(line: Line, key: str) -> Line:
    return Line(**{**vars(line), "key": key})


def _key(part: Part, fact: Allocation | IndicatorValue | Measure | Statement, year: int | None) -> str:
    return f"{part.name.casefold()} | {fact.document_id} | {fact.locator} | {year or '-'}"


def _indicators(reading: Reading, years: range) -> Iterator[Line]:
    label = _label(reading.document)
    rows: set[int] = set()
    for row_no, printed in groupby(reading.indicators, key=lambda value: value.row_no):
        values = list(printed)
        rows.add(row_no)
        targets = [value for value in values if value.kind is IndicatorKind.TARGET]
        for value in _as_reported(targets):
            yield _indicator(value, value.fiscal_year, label, clean(value.printed))
        if not targets and values[0].kind is IndicatorKind.BASELINE:
            yield from (_indicator(values[0], year, label, None) for year in years)
    for stated in reading.statements:
        if stated.topic is Topic.HEADLINE_INDICATOR and stated.row_no not in rows:
            yield from (_stated(Part.INDICATORS, stated, year, label) for year in years)


def _as_reported(targets: list[IndicatorValue]) -> Iterator[IndicatorValue]:
    """The targets to report on: where a year has one for all funds together, that one only."""
    together = {value.fiscal_year for value in targets if value.fund is Fund.TOTAL}
    for value in targets:
        if value.fund is Fund.TOTAL or value.fiscal_year not in together:
            yield value


def _indicator(value: IndicatorValue, year: int | None, label: str, target: str | None) -> Line:
    return Line(
        key=_key(Part.INDICATORS, value, year),
        part=Part.INDICATORS,
        name=value.name,
        line_code=value.line_code,
        group=value.group,
        task=value.task,
        measure=value.measure,
        unit=value.unit,
        fund=value.fund,
        fiscal_year=year,
        takes_words=value.value is None and value.text is not None,
        planned=target,
        document=label,
        place=value.locator if target is not None else "",
    )


def _expenditure(reading: Reading, years: range) -> Iterator[Line]:
    label = _label(reading.document)
    amounts = [amount for amount in reading.allocations if amount.section in _SECTIONS]
    planned = [amount for amount in amounts if amount.basis is not Basis.CURRENT and not amount.is_total]
    for amount in planned:
        if amount.amount is not None or amount.funding_note or amount.quantity is not None:
            for year in (amount.fiscal_year,) if amount.fiscal_year else years:
                yield _spending(amount, year, label)
    rows = {amount.row_no for amount in amounts}
    for measure in reading.measures:
        if measure.row_no not in rows:
            yield from (_measure(measure, year, label) for year in years)
    if not amounts and not reading.measures:
        for stated in reading.statements:
            if stated.topic is Topic.SPENDING_DIRECTION:
                yield from (_stated(Part.CASH, stated, year, label) for year in years)


def _spending(amount: Allocation, year: int, label: str) -> Line:
    kind = _PLANS[amount.basis] if amount.amount is not None or amount.funding_note else "лише кількість"
    return Line(
        key=_key(Part.CASH, amount, year),
        part=Part.CASH,
        name=amount.name,
        line_code=amount.line_code,
        task=amount.spending_direction,
        measure=amount.task,
        spending_unit=amount.spending_unit,
        fund=amount.fund,
        fiscal_year=year,
        planned=amount.amount if amount.amount is not None else amount.funding_note,
        planned_kind=kind if amount.fiscal_year else f"{kind} на всі роки разом",
        document=label,
        place=amount.locator,
    )


def _measure(measure: Measure, year: int, label: str) -> Line:
    return Line(
        key=_key(Part.CASH, measure, year),
        part=Part.CASH,
        name=measure.name,
        line_code=measure.line_code,
        task=measure.spending_direction,
        measure=measure.task,
        fund=Fund.UNSPECIFIED,
        fiscal_year=year,
        document=label,
        place=measure.locator,
    )


def _stated(part: Part, stated: Statement, year: int, label: str) -> Line:
    return Line(
        key=_key(part, stated, year),
        part=part,
        name=stated.text,
        line_code=stated.number,
        fund=Fund.UNSPECIFIED if part is Part.CASH else None,
        fiscal_year=year,
        document=label,
        place=stated.locator,
    )


def _label(document: Document) -> str:
    """The document in a few words: `програма № 2285 від 31.01.2019`."""
    kind = _KINDS.get(document.kind, "документ")
    kind += " (проєкт)" if document.status is DocumentStatus.DRAFT else ""
    number, day = document.number or document.endorsed_number, document.adopted_on or document.endorsed_on
    if not number:
        return f"{kind}: {document.title}"
    return f"{kind} № {number}" + (f" від {day:%d.%m.%Y}" if day else "")
