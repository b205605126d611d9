"""Explanations in the tables of a report: rows that say why the figures of the row above differ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from loaders.documents.budget_form.tables import TableRow
from loaders.documents.budget_form.words import Text, fold, label_pattern, listed, texts


@dataclass
class Notes:
    """Explanations by the number of the row that each is about (None above the first), and the rows they take."""

    by_row: dict[int | None, list[tuple[Text, str]]] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)

    def about(self, row_no: int | None) -> str | None:
        """The explanation of a row."""
        return " ".join(words for _, words in self.by_row.get(row_no, [])) or None


def notes_of(rows: Sequence[TableRow]) -> Notes:
    """The explanations of a table. A label without words is followed by them in the row below."""
    notes = Notes()
    about: int | None = None
    is_open = False
    for line in rows:
        found = texts(line.row)
        label = _label(found[0])
        if label is not None:
            notes.rows.add(line.row.no)
            words = [(found[0], label), *((text, text.text) for text in found[1:])]
            words = [(text, said) for text, said in words if said]
            notes.by_row.setdefault(about, []).extend(words)
            is_open = not words
        elif is_open and len(found) == 1 and len(found[0].text.split()) > 1:
            notes.rows.add(line.row.no)
            notes.by_row.setdefault(about, []).append((found[0], found[0].text))
            is_open = False
        else:
            is_open = False
            about = line.row.no if line.role == "data" else about
    return notes


def _label(text: Text) -> str | None:
    """What follows the words that open an explanation; None for a text that opens none."""
    folded = fold(text.text)
    found = next((match for pattern in _patterns() if (match := pattern.match(folded))), None)
    return text.text[found.end() :].lstrip(" :–—-.") if found else None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    labels = sorted(listed("explanations", "labels"), key=len, reverse=True)
    return tuple(label_pattern(label) for label in labels)
