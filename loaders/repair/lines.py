"""Repair of the lines of a damaged text, one after the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data import reference
from loaders.errors import FileRefused
from loaders.limits import MAX_REPAIRS
from loaders.repair import digits, letters, words
from loaders.repair.tokens import Mend, in_case, mended, opens_sentence, tokens_of
from loaders.rows import Row

_HYPHEN = re.compile(r"(?<=\w)[-_\u00ad]\s*$")
_NEAR = 40
_NAME = re.compile(r"\S+")


@dataclass(frozen=True)
class Change:
    """One repair in a row: the cell (from 0), what is printed and what it is repaired to."""

    row: Row
    cell: int
    printed: str
    mend: Mend


def repaired_rows(rows: Sequence[Row]) -> tuple[list[Row], list[Change]]:
    """The rows with repaired cells, those that change with what is printed as `raw`; and each repair.

    A word that is divided between two lines of text goes to the first of them; the second keeps what is left. Raises
    FileRefused for a text that needs too many repairs.
    """
    cells = [list(row.cells) for row in rows]
    changes: list[Change] = []
    for place, row in enumerate(rows):
        opens = place == 0 or _ends(rows[place - 1])
        below = rows[place + 1] if place + 1 < len(rows) else None
        joined: Change | None = None
        if below and not row.in_table and not below.in_table and row.no + 1 == below.no:
            joined = _join(cells[place], cells[place + 1], row, opens)
        for number, cell in enumerate(cells[place]):
            kept = len(cell) - len(joined.mend.repaired) if joined else len(cell)
            text, found = _line(cell[:kept], opens)
            cells[place][number] = text + cell[kept:]
            changes += [Change(row, number, printed, mend) for printed, mend in found]
        if len(changes) > MAX_REPAIRS:
            raise _too_long()
        if joined:
            changes.append(joined)
    return [_row(row, tuple(new)) for row, new in zip(rows, cells, strict=True)], changes


def _row(row: Row, cells: tuple[str, ...]) -> Row:
    return row if cells == row.cells else replace(row, cells=cells, raw=row.raw or row.cells)


def _ends(row: Row) -> bool:
    return row.is_blank or opens_sentence(row.cells[-1], is_first=True)


def _opens(text: str, start: int, opens: bool) -> bool:
    return opens_sentence(text[max(start - _NEAR, 0) : start], opens)


def _line(text: str, opens: bool) -> tuple[str, list[tuple[str, Mend]]]:
    """A text with its names in quotes, its periods and its words repaired."""
    changes: list[tuple[str, Mend]] = []
    parts: list[str] = []
    done = 0
    for start, end, printed, mend in _found(text, opens):
        parts += [text[done:start], mend.repaired]
        done = end
        changes.append((printed, mend))
    return "".join([*parts, text[done:]]), changes


def _found(text: str, opens: bool) -> list[tuple[int, int, str, Mend]]:
    found: list[tuple[int, int, str, Mend]] = []
    for chunk in _NAME.finditer(text):
        if name := _name(chunk[0]):
            found.append((chunk.start(), chunk.end(), chunk[0], name))
    for start, end, period in digits.year_ranges(text):
        if period != text[start:end]:
            found.append((start, end, text[start:end], Mend(period, "years", 0.95)))
    covered = {place for start, end, _, _ in found for place in range(start, end)}
    for token in tokens_of(text):
        if token.start in covered:
            continue
        if mend := mended(token.printed, opens=_opens(text, token.start, opens)):
            found.append((token.start, token.end, token.printed, mend))
        if len(found) > MAX_REPAIRS:
            raise _too_long()
    return sorted(found, key=lambda one: one[0])


def _too_long() -> FileRefused:
    return FileRefused(
        f"the text is damaged and needs more than {MAX_REPAIRS} repairs, which is the limit. Split it, or scan it anew."
    )


def _name(printed: str) -> Mend | None:
    """A name of one word in quotation marks: `<e-MicTol>` is «е-місто»."""
    quotes = reference.load("ocr_confusions")["quotes"]
    opening = next((mark for mark in quotes["open"] if printed.startswith(mark)), None)
    if opening is None:
        return None
    for closing in quotes["close"]:
        inner, mark, rest = printed[len(opening) :].rpartition(closing)
        word = letters.word_of(inner) if mark else None
        if word:
            return Mend(f"«{in_case(inner, word.text, opens=True)}»{rest}", "quotes", round(0.89 - 0.1 * word.cost, 2))
    return None


def _join(above: list[str], below: list[str], row: Row, opens: bool) -> Change | None:
    """Puts a word that is divided at the end of a line together; None where no known word comes out."""
    hyphen = _HYPHEN.search(above[0])
    heads = list(tokens_of(below[0]))
    tails = list(tokens_of(above[0][: hyphen.start()])) if hyphen else []
    if hyphen is None or not heads or not tails:
        return None
    tail, head = tails[-1], heads[0]
    if tail.end != hyphen.start() or below[0][: head.start].strip():
        return None
    token = tail.printed + head.printed
    begins = _opens(above[0], tail.start, opens)
    whole = Mend(token, "line_end", 0.99) if words.is_known(token) else mended(token, opens=begins)
    if whole is None:
        return None
    closing = re.match(r"[^\w\s]*", below[0][head.end :])
    end = head.end + (closing.end() if closing else 0)
    marks = below[0][head.end : end]
    printed = f"{above[0][tail.start :]}\n{below[0][:end]}"
    above[0] = above[0][: tail.start] + whole.repaired + marks
    below[0] = below[0][end:].lstrip()
    rule = whole.rule if whole.rule == "line_end" else f"line_end+{whole.rule}"
    return Change(row, 0, printed, Mend(whole.repaired + marks, rule, whole.confidence))
