"""The ministry's template of a programme: the fields of its passport, and the national list of directions and tasks.

Its lists are lines of text: a line that ends with a colon opens one, each item ends with a semicolon, the last one
with a full stop. An item that wraps over lines stands at its first.
"""

import re
from dataclasses import dataclass, field

from data.contracts import DocumentKind, DocumentStatus, Statement, Topic
from loaders import as_printed
from loaders.acts import Act
from loaders.cells import clean
from loaders.facts import Facts
from loaders.rows import Row

KIND: DocumentKind = DocumentKind.TEMPLATE

_TITLE_OPENS = ("типовий", "проект", "програми")
_TITLE_WORDS = {*_TITLE_OPENS, "проекту", "робіт", "з", "інформатизації", "органу", "місцевого", "самоврядування"}

_LISTS = {
    Topic.PRIORITY_DIRECTION: re.compile(r"до пріоритетних напрямів інформатизації .*належать\*?:", re.IGNORECASE),
    Topic.PRIORITY_TASK: re.compile(r"пріоритетний напрям «(?P<name>.+)» містить такі завдання\*?:", re.IGNORECASE),
    Topic.ASSESSMENT_DIRECTION: re.compile(r"оцінка результативності .*проводиться за напрямами:", re.IGNORECASE),
}
_COVERAGE = re.compile(r"\d\s*(?:відсотк|%)")
_PASSPORT = re.compile(r"[IІ]\.\s+паспорт\b", re.IGNORECASE)
_PART = re.compile(r"[IVXІХ]+\.\s")
_FIELD = re.compile(r"(?P<number>\d{1,2})\.\s+(?P<name>\D.*)")
_BLANK = re.compile(r"_{2,}")
_BLANK_YEAR = re.compile(r"20\s*_{2,}")
_ENDS = (";", ".", ":", ")", "_")


@dataclass
class _Paragraph:
    rows: list[Row]
    role: str = "ignored"
    statement: tuple[Topic, str | None, str | None, str] | None = None
    """Topic, number, parent, text."""

    @property
    def text(self) -> str:
        return clean(" ".join(row.text for row in self.rows))

    def states(self, topic: Topic, text: str, number: str | None = None, parent: str | None = None) -> None:
        self.role, self.statement = "data", (topic, number, parent, text.rstrip(" ;.,:_"))


@dataclass
class _Walk:
    """Where in the template we are: in its passport, or in a list with the number of the direction it belongs to."""

    in_passport: bool = False
    last_field: str | None = None
    topic: Topic | None = None
    parent: str | None = None
    directions: dict[str, str] = field(default_factory=dict)


def is_heading(row: Row) -> bool:
    """Whether a row opens the template's own title; a programme that follows the template has words of its own."""
    words = _words(row)
    return not row.in_table and tuple(words[:3]) == _TITLE_OPENS and _TITLE_WORDS.issuperset(words)


def described(rows: tuple[Row, ...]) -> Act:
    heading = next(place for place, row in enumerate(rows) if is_heading(row))
    title: list[str] = []
    for row in rows[heading:]:
        if row.is_blank or not _TITLE_WORDS.issuperset(_words(row)):
            break
        title.append(row.text)
    return Act(rows=rows, title=clean(" ".join(title)), form=KIND, status=DocumentStatus.TEMPLATE)


def read(act: Act, document_id: str) -> Facts:
    """Statements: passport fields, priority directions by number, their tasks, coverage targets, what is assessed."""
    paragraphs = _paragraphs(act.rows)
    walk = _Walk()
    for paragraph in paragraphs:
        _place(paragraph, walk)
    kept = [paragraph for paragraph in paragraphs if paragraph.role != "ignored" or paragraph.rows[0].in_table]
    return Facts(
        statements=tuple(_statement(paragraph, document_id) for paragraph in kept if paragraph.statement),
        source_rows=tuple(
            as_printed.source_row(row, paragraph.role, document_id) for paragraph in kept for row in paragraph.rows
        ),
    )


def _words(row: Row) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", clean(row.text).casefold().replace("проєкт", "проект"))


def _paragraphs(rows: tuple[Row, ...]) -> list[_Paragraph]:
    """The lines with their continuations: in a list up to its mark, elsewhere as long as a small letter goes on."""
    found: list[_Paragraph] = []
    in_list = False
    for row in rows:
        text = clean(row.text)
        if not text:
            continue
        is_open = bool(found) and not found[-1].text.endswith(_ENDS)
        if is_open and (in_list or text[0].islower()):
            found[-1].rows.append(row)
        else:
            found.append(_Paragraph([row]))
        last = found[-1].text
        in_list = any(pattern.match(last) for pattern in _LISTS.values()) or (in_list and not last.endswith("."))
    return found


def _place(paragraph: _Paragraph, walk: _Walk) -> None:
    text = paragraph.text
    opened = next(((topic, found) for topic, pattern in _LISTS.items() if (found := pattern.match(text))), None)
    if opened:
        walk.in_passport = False
        walk.topic, found = opened
        name = found.groupdict().get("name", "")
        walk.parent = walk.directions.get(name.casefold())
        paragraph.role = "heading"
    elif walk.topic:
        _item(paragraph, text, walk)
    elif _PART.match(text):
        walk.in_passport = bool(_PASSPORT.match(text))
        paragraph.role = "heading" if walk.in_passport else "ignored"
    elif walk.in_passport:
        _passport_line(paragraph, text, walk)
    elif _COVERAGE.search(text) and text.endswith((";", ".")):
        paragraph.states(Topic.COVERAGE_TARGET, text)


def _item(paragraph: _Paragraph, text: str, walk: _Walk) -> None:
    number = None
    if walk.topic is Topic.PRIORITY_DIRECTION:
        number = str(len(walk.directions) + 1)
        walk.directions[text.rstrip(" ;.").casefold()] = number
    assert walk.topic
    paragraph.states(walk.topic, text, number, walk.parent)
    if text.endswith("."):
        walk.topic = walk.parent = None


def _passport_line(paragraph: _Paragraph, text: str, walk: _Walk) -> None:
    """A numbered field, a part of the last one, what is to be written in it, or a row of years left blank."""
    if numbered := _FIELD.fullmatch(text):
        walk.last_field = numbered["number"]
        paragraph.states(Topic.PASSPORT_FIELD, numbered["name"], walk.last_field)
    elif text.startswith("("):
        paragraph.role = "note"
    elif text.endswith(":"):
        paragraph.role = "heading"
    elif _BLANK.search(text) and not _BLANK_YEAR.search(text):
        paragraph.states(Topic.PASSPORT_FIELD, text, parent=walk.last_field)


def _statement(paragraph: _Paragraph, document_id: str) -> Statement:
    assert paragraph.statement
    topic, number, parent, text = paragraph.statement
    return Statement(
        document_id=document_id,
        locator=paragraph.rows[0].locator(),
        printed="\n".join(" ".join(row.raw or row.cells) for row in paragraph.rows),
        row_no=paragraph.rows[0].no,
        topic=topic,
        number=number,
        parent=parent,
        text=text,
    )
