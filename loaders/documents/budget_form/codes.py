"""Points 1-3 of a form of order 836: whose programme it is, by codes.

A code is told by how many digits it has, and a name by having none; columns differ between redactions, and the older
one has codes in brackets on one line with the name.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from data.contracts import SourceRow, Statement, Topic, Unread, UnreadReason
from loaders.as_printed import source_row, unread
from loaders.documents.budget_form.points import Point
from loaders.documents.budget_form.words import Text, is_item, texts
from loaders.facts import Facts
from loaders.rows import Row

TABLE = "passport_codes"

_NUMBER = re.compile(r"^([123])\s*[.)]\s*|^([123])$")
_CODE = re.compile(r"\(\s*(\d{4,11})\s*\)|(\d{4,11})(?=\s|$)")
_DIGITS = {7: "code", 8: "edrpou", 4: "class", 10: "budget", 11: "budget"}
_TOPICS = {
    1: {
        "code": Topic.KEY_SPENDING_UNIT_CODE,
        "name": Topic.KEY_SPENDING_UNIT,
        "edrpou": Topic.KEY_SPENDING_UNIT_EDRPOU,
    },
    2: {"code": Topic.EXECUTOR_CODE, "name": Topic.EXECUTOR, "edrpou": Topic.EXECUTOR_EDRPOU},
    3: {
        "code": Topic.PROGRAMME_CODE,
        "typical": Topic.TYPICAL_CODE,
        "functional": Topic.FUNCTIONAL_CODE,
        "name": Topic.PROGRAMME_NAME,
        "budget": Topic.BUDGET_CODE,
    },
}


@dataclass(frozen=True)
class _Part:
    """A code, or words, of one of the three points."""

    kind: str
    text: str
    source: Text


def read(point: Point, table_no: int, document_id: str) -> Facts:
    """A statement for every code and name; a code that may be two things is left out."""
    statements: list[Statement] = []
    unread: list[Unread] = []
    for number, rows in _by_number(point.rows).items():
        parts = _told(list(_parts(rows)))
        counted = Counter(part.kind for part in parts)
        for part in parts:
            topic = _TOPICS[number].get(part.kind)
            if topic is None or (counted[part.kind] > 1 and part.kind != "name"):
                unread.append(_unread(part, document_id))
            elif part.kind != "name":
                statements.append(_statement(part, part.text, topic, document_id))
        if names := [part for part in parts if part.kind == "name"]:
            name = " ".join(part.text for part in names)
            statements.append(_statement(names[0], name, _TOPICS[number]["name"], document_id))
    return Facts(
        statements=tuple(statements),
        unread=tuple(unread),
        source_rows=tuple(_source_rows(point.rows, statements, table_no, document_id)),
    )


def _by_number(rows: tuple[Row, ...]) -> dict[int, list[Row]]:
    """The rows of points 1, 2 and 3; each starts with its number."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        said = _NUMBER.match(texts(row)[0].text)
        number = int(said[1] or said[2]) if said else 0
        if number > max(found, default=0):
            found[number] = [row]
        elif found:
            found[max(found)].append(row)
    return found


def _parts(rows: list[Row]) -> Iterator[_Part]:
    """Codes and words in reading order, without the captions beneath them («(код за ЄДРПОУ)»)."""
    open_captions: set[int] = set()
    for row in rows:
        for place, source in enumerate(texts(row)):
            text = source.text
            if row is rows[0] and place == 0:
                text = _NUMBER.sub("", text, count=1)
            if _is_caption(text, source.column in open_captions):
                still_open = text.count("(") + (source.column in open_captions) > text.count(")")
                (open_captions.add if still_open else open_captions.discard)(source.column)
                continue
            yield from _split(text, source)


def _is_caption(text: str, goes_on: bool) -> bool:
    return goes_on or (text.startswith("(") and any(char.isalpha() for char in text.partition(")")[0]))


def _split(text: str, source: Text) -> Iterator[_Part]:
    """The codes at the start and at the end of a text, and the words between them."""
    codes: list[_Part] = []
    while code := _CODE.match(text):
        codes.append(_code(code[1] or code[2], source))
        text = text[code.end() :].lstrip()
    after: list[_Part] = []
    while code := re.search(r"(?:^|\s)(?:\(\s*(\d{7,11})\s*\)|(\d{7,11}))$", text):
        after.insert(0, _code(code[1] or code[2], source))
        text = text[: code.start()].rstrip()
    yield from codes
    if any(char.isalpha() for char in text):
        yield _Part("name", text.strip(), source)
    elif text and not is_item(text):
        yield _Part("untold", text, source)
    yield from after


def _code(digits: str, source: Text) -> _Part:
    return _Part(_DIGITS.get(len(digits), "untold"), digits, source)


def _told(parts: list[_Part]) -> list[_Part]:
    """Codes of four digits told apart: the typical one ends the programme's own code, the functional one does not."""
    own = next((part.text for part in parts if part.kind == "code"), None)
    told: list[_Part] = []
    for part in parts:
        if part.kind == "class":
            kind = "typical" if own and own.endswith(part.text) else "functional"
            told.append(_Part(kind if own else "untold", part.text, part.source))
        else:
            told.append(part)
    return told


def _statement(part: _Part, text: str, topic: Topic, document_id: str) -> Statement:
    return Statement(
        document_id=document_id,
        locator=part.source.locator,
        printed=part.source.printed,
        row_no=part.source.row.no,
        topic=topic,
        text=text,
    )


def _unread(part: _Part, document_id: str) -> Unread:
    return unread(part.source.row, part.source.column, UnreadReason.CODE_UNTOLD, document_id, part.text)


def _source_rows(
    rows: tuple[Row, ...], statements: list[Statement], table_no: int, document_id: str
) -> Iterator[SourceRow]:
    """Rows of tables; the captions beneath the codes are their headings. Of lines of text, those that state a code."""
    stated = {statement.row_no for statement in statements}
    for row in rows:
        if row.in_table:
            role = "data" if row.no in stated else "heading"
            yield source_row(row, role, document_id, table_no, TABLE)
        elif row.no in stated:
            yield source_row(row, "data", document_id)
