"""What a form of order 836 states in words: grounds, policy goals, aim, tasks."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from data.contracts import SourceRow, Statement, Topic, Unread, UnreadReason
from loaders import acts
from loaders.as_printed import source_row
from loaders.as_printed import unread as not_read
from loaders.documents.budget_form import tables as form_tables
from loaders.documents.budget_form.points import GOALS, TASKS, Point
from loaders.documents.budget_form.words import Text, bare, is_item, listed, number_of, texts
from loaders.facts import Facts
from loaders.rows import Row

_TOPICS = {GOALS: Topic.POLICY_GOAL, TASKS: Topic.TASK}

_NUMBERED = re.compile(r"(?:(?<=\s)|^)(\d{1,2})\)\s*")
_GOES_ON = set('№«"“(')
_STARTS_WITH_NUMBER = re.compile(r"^(\d{1,3}(?:\.\d{1,3})*)\s*[.)]\s+")


def grounds(point: Point, document_id: str) -> Facts:
    """One statement for each act that a ground names, and one for a ground that names none."""
    found = [
        _statement(text, Topic.GROUND, words, document_id, number).model_copy(
            update={"act_number": act_number, "act_date": act_date}
        )
        for text, whole in _paragraphs(point.texts)
        for number, words in _grounds(whole)
        for act_number, act_date in _acts_of(words) or [(None, None)]
    ]
    return _stated(found, point, document_id)


def aim(point: Point, document_id: str) -> Facts:
    """The aim as one statement, however many lines it takes."""
    if not (every := point.texts):
        return Facts()
    words = " ".join(text.text for text in every)
    return _stated([_statement(every[0], Topic.AIM, words, document_id)], point, document_id)


def listing(point: Point, table_no: int, document_id: str) -> Facts:
    """Policy goals or tasks: a row each, with its printed number; a row of the form left blank is ignored."""
    statements: list[Statement] = []
    unread: list[Unread] = []
    source_rows: list[SourceRow] = []
    for row in point.rows:
        role = _role(row)
        if role == "data":
            number, words, more = _item(texts(row))
            role = "data" if words else "ignored"
            if words and statements and _goes_on(row, number, words[1]):
                last = statements[-1]
                statements[-1] = last.model_copy(update={"text": f"{last.text} {words[1]}"})
            elif words:
                statements.append(_statement(words[0], _TOPICS[point.kind], words[1], document_id, number))
            unread.extend(form_tables.date_for_number(texts(row)[0], document_id))
            past = UnreadReason.PAST_THE_HEADINGS
            unread.extend(not_read(text.row, text.column, past, document_id) for text in more)
        table = (table_no, f"passport_{point.kind}") if row.in_table else (0, "text")
        source_rows.append(source_row(row, role, document_id, *table))
    return Facts(statements=tuple(statements), unread=tuple(unread), source_rows=tuple(source_rows))


def references(point: Point) -> tuple[str, ...]:
    """The acts that the grounds name, once each."""
    named = (act for _, whole in _paragraphs(point.texts) for act in acts.acts_named(whole))
    return tuple(dict.fromkeys(act.reference for act in named if act.day))


def _acts_of(words: str) -> list[tuple[str, date]]:
    """Number and date of every act that a ground names."""
    return [(act.number, act.day) for act in acts.acts_named(words) if act.day]


def _paragraphs(every: Sequence[Text]) -> list[tuple[Text, str]]:
    """Texts whose lines were cut by the width of the page put together.

    The next line goes on in small letters, with a name in quotes or a number; in a numbered list, with anything but
    the next number.
    """
    found: list[tuple[Text, str]] = []
    is_numbered = bool(every) and bool(_NUMBERED.match(every[0].text))
    for text in every:
        opens = bool(_NUMBERED.match(text.text))
        goes_on = text.text[0].islower() or text.text[0] in _GOES_ON or text.text[0].isdigit() or is_numbered
        if found and goes_on and not opens and not found[-1][1].endswith(";"):
            found[-1] = (found[-1][0], f"{found[-1][1]} {text.text}")
        else:
            found.append((text, text.text))
    return found


def _grounds(text: str) -> Iterator[tuple[str | None, str]]:
    """The grounds in a text with their numbers: divided at `1)`, `2)`, ... in order, else by semicolons."""
    starts: list[re.Match[str]] = []
    for number in _NUMBERED.finditer(text):
        if not starts or int(number[1]) == int(starts[-1][1]) + 1:
            starts.append(number)
    if not starts or starts[0].start():
        yield from ((None, words) for part in text.split(";") if (words := part.strip()))
        return
    for number, end in zip(starts, [*(after.start() for after in starts[1:]), len(text)], strict=True):
        if words := text[number.end() : end].strip(" ;"):
            yield number[1], words


def _goes_on(row: Row, number: str | None, words: str) -> bool:
    """Whether a line of text is the rest of the one above, cut by the width of the page."""
    return not row.in_table and number is None and words[0].islower()


def _role(row: Row) -> str:
    found = texts(row)
    words = [bare(text.text) for text in found if not text.text.startswith("№") and bare(text.text) != "з п"]
    if words and all(word in listed("texts", "headings") for word in words) and len(found) > 1:
        return "heading"
    return "column_numbers" if form_tables.is_numbering(row) else "data"


def _item(found: list[Text]) -> tuple[str | None, tuple[Text, str] | None, list[Text]]:
    """Number and words of a row, and what stands past them."""
    number = None
    if is_item(found[0].text):
        number = number_of(found[0].text)
        found = found[1:]
    if not found:
        return number, None, []
    words = found[0].text
    if number is None and (start := _STARTS_WITH_NUMBER.match(words)):
        number, words = start[1], words[start.end() :]
    return number, (found[0], words), found[1:]


def _stated(statements: list[Statement], point: Point, document_id: str) -> Facts:
    rows = {text.row.no: text.row for text in point.texts}
    return Facts(
        statements=tuple(statements),
        source_rows=tuple(source_row(row, "data", document_id) for row in rows.values()),
    )


def _statement(text: Text, topic: Topic, words: str, document_id: str, number: str | None = None) -> Statement:
    return Statement(
        document_id=document_id,
        locator=text.locator,
        printed=text.printed,
        row_no=text.row.no,
        topic=topic,
        number=number,
        text=words,
    )
