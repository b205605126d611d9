"""The passport of a programme, as a table or as lines of text: who, when, how much, and what is to come of it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from data import reference
from data.contracts import Statement, Topic, Unread, UnreadReason
from loaders import as_printed
from loaders.cells import clean
from loaders.documents.programme_passport import resources
from loaders.documents.programme_passport.fields import (
    Field,
    Piece,
    Place,
    fields_of,
    items_of,
    place_of,
    text_of,
    topic_of,
)
from loaders.facts import Facts
from loaders.rows import Row
from loaders.tables import Table

_STAGE_NAME = r"(?:\b[IVXІ]+|\b\d)[\s-]*(?:й\s+)?етап\b"
_STAGE = re.compile(rf"(?={_STAGE_NAME})(?P<number>\w+).*?(?=[,;.\s]*{_STAGE_NAME}|$)")
_YEAR = re.compile(r"\b20\d\d\b")
_AMOUNT = "amount"
_LISTS = (Topic.EXPECTED_RESULT, Topic.SPENDING_DIRECTION, Topic.HEADLINE_INDICATOR)
_LEAST_FIELDS = 2


def read_table(table: Table, document_id: str) -> Facts:
    """A passport printed as a table: number · label · value, or label · value."""
    return Facts.together(_row(row, document_id) for role, row in table.rows if role in ("heading", "data"))


def read_text(rows: Sequence[Row], document_id: str) -> Facts:
    """A passport printed as lines of text, with its lines as printed; nothing where there is none."""
    found = fields_of(rows)
    if len(found) < _LEAST_FIELDS:
        return Facts()
    damaged = any(row.raw for row in rows)
    parts = [_field(field, document_id, damaged) for field in found]
    held = [piece.row for field, part in zip(found, parts, strict=True) if part.fact_count for piece in field.pieces]
    if not any(statement.topic is Topic.HEADLINE_INDICATOR for part in parts for statement in part.statements):
        items = _indicators(rows)
        parts.append(_list(Topic.HEADLINE_INDICATOR, items, document_id))
        held += [piece.row for item in items for piece in item]
    return replace(Facts.together(parts), source_rows=as_printed.text_rows(held, document_id))


def _row(row: Row, document_id: str) -> Facts:
    """One point of a passport's table."""
    place = next((place for place, cell in enumerate(row.cells) if topic_of(cell)), None)
    if place is None:
        return Facts(unread=(as_printed.unread(row, None, UnreadReason.LABEL_UNKNOWN, document_id),))
    label, topic = clean(row.cells[place]), topic_of(row.cells[place])
    number = clean(row.cells[place - 1]).rstrip(".") or None if place else None
    parts: list[Facts] = []
    for column in range(place + 1, len(row.cells)):
        text = clean(row.cells[column])
        at = Place(row, row.locator(column), row.printed_cell(column))
        if text and topic == _AMOUNT:
            parts.append(resources.of_cell(text, label, at, document_id))
        elif text:
            parts.append(_stated(Topic(topic), text, at, document_id, number))
            parts.append(_stages(text, at, document_id) if topic == Topic.TERM else Facts())
    return Facts.together(parts)


def _field(field: Field, document_id: str, damaged: bool) -> Facts:
    """One point of a passport in lines of text."""
    if field.topic == _AMOUNT:
        return resources.of_lines(field, document_id, damaged=damaged)
    topic = Topic(field.topic)
    if topic in _LISTS:
        # A stray mark of a scan is no item.
        return _list(topic, [item for item in items_of(field.pieces) if " " in text_of(item)], document_id)
    if not field.text:
        return Facts()
    parts = [_stated(topic, field.text, place_of(field.pieces), document_id)]
    if topic is Topic.TERM:
        parts += [_stages(piece.text, place_of([piece]), document_id) for piece in field.pieces]
    return Facts.together(parts)


def _list(topic: Topic, items: Sequence[Sequence[Piece]], document_id: str) -> Facts:
    return Facts.together(_stated(topic, text_of(item), place_of(item), document_id) for item in items)


def _indicators(rows: Sequence[Row]) -> list[tuple[Piece, ...]]:
    """A list without a heading whose items all begin as indicators do: «Частка …; кількість …»."""
    words = tuple(reference.load("programme_passport")["indicator_words"])
    blocks: list[list[Piece]] = [[]]
    for row in rows:
        if row.in_table or (row.is_blank and not row.raw):
            blocks.append([])
        else:
            blocks[-1].append(Piece(row, row.cells[0]))
    for block in blocks:
        items = items_of(block)
        if len(items) > 1 and all(text_of(item).casefold().startswith(words) for item in items):
            return items
    return []


def _stages(text: str, at: Place, document_id: str) -> Facts:
    """The stages that a text names, each with its years."""
    parts: list[Facts] = []
    for stage in _STAGE.finditer(text):
        words = stage[0].strip(" ,;.")
        if _YEAR.search(words):
            parts.append(_stated(Topic.STAGE, words, at, document_id, stage["number"].replace("І", "I")))
        else:
            reason = UnreadReason.NO_STAGE
            unread = Unread(document_id=document_id, locator=at.locator, text=words, reason=reason)
            parts.append(Facts(unread=(unread,)))
    return Facts.together(parts)


def _stated(topic: Topic, text: str, at: Place, document_id: str, number: str | None = None) -> Facts:
    """A statement; a term or a stage with its first and last year."""
    years = [int(year) for year in _YEAR.findall(text)] if topic in (Topic.TERM, Topic.STAGE) else []
    statement = Statement(
        document_id=document_id,
        locator=at.locator,
        printed=at.printed,
        row_no=at.row.no,
        topic=topic,
        number=number,
        text=text,
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )
    return Facts(statements=(statement,))
