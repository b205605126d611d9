"""Puts what each lowest line buys, and what each indicator's figures mean, beside what was read of it."""

from dataclasses import asdict, replace

from data import classification, polarity
from data.contracts import IndicatorClass, IndicatorValue, LineClass, Section, Statement, Topic
from loaders.reading import Reading

_PLANS = (Section.MEASURES, Section.POINT_9)


def classified(reading: Reading) -> Reading:
    """The reading with a class for each of its lowest lines and indicators, also those that no rule knows; by name."""
    return replace(reading, line_classes=_of_lines(reading), indicator_classes=_of_indicators(reading))


def _of_lines(reading: Reading) -> tuple[LineClass, ...]:
    places = {row.row_no: row.locator for row in reading.source_rows}
    lines = {
        row.row_no: LineClass(
            document_id=row.document_id,
            locator=places.get(row.row_no, row.locator),
            printed=row.name,
            row_no=row.row_no,
            **asdict(classification.assignment(row.name)),
        )
        for row in reversed(reading.allocations)
        if row.section in _PLANS and not row.is_total
    }
    return tuple(lines[number] for number in sorted(lines))


def _of_indicators(reading: Reading) -> tuple[IndicatorClass, ...]:
    """Of the tables of indicators, and of those that the text names without a table."""
    places = {row.row_no: row.locator for row in reading.source_rows}
    named: list[tuple[IndicatorValue | Statement, str]] = [(value, value.name) for value in reading.indicators]
    named += [(said, said.text) for said in reading.statements if said.topic is Topic.HEADLINE_INDICATOR]
    classes = {
        fact.row_no: IndicatorClass(
            document_id=fact.document_id,
            locator=places.get(fact.row_no, fact.locator),
            printed=name,
            row_no=fact.row_no,
            **asdict(polarity.meaning(name)),
        )
        for fact, name in reversed(named)
    }
    return tuple(classes[number] for number in sorted(classes))
