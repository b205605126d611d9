"""The numbers of lists in a Word document. Word counts when it prints: a column «№ з/п» may hold no text at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loaders.readers.docx_xml import attribute, child, tag_of

_LETTERS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
}
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MAX_LEVEL = 8


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    text: str
    """What is printed: «%1.%2.», with the counts of the levels."""


class Numbers:
    """Counts the paragraphs of lists as they come."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        lists: dict[str | None, dict[int, _Level]] = {}
        self._lists: dict[str | None, tuple[str | None, dict[int, _Level]]] = {}
        self._restarts: dict[str | None, dict[int, int]] = {}
        self._counts: dict[str | None, dict[int, int]] = {}
        self._styles = dict(_numbered_styles(styles))
        for one in numbering if numbering is not None else ():
            if tag_of(one) == "abstractNum":
                lists[attribute(one, "abstractNumId")] = dict(_levels(one))
            elif tag_of(one) == "num":
                base = attribute(child(one, "abstractNumId"), "val")
                self._lists[attribute(one, "numId")] = base, lists.get(base, {})
                self._restarts[attribute(one, "numId")] = dict(_restarts(one))

    def label(self, paragraph: Element) -> str:
        """The number before a paragraph; empty for one that has none, or a bullet."""
        properties = child(paragraph, "pPr")
        own = child(properties, "numPr")
        style = self._styles.get(attribute(child(properties, "pStyle"), "val") or "", (None, None))
        name = attribute(child(own, "numId"), "val") or style[0]
        depth = _whole(attribute(child(own, "ilvl"), "val") or style[1], 0)
        base, levels = self._lists.get(name, (None, {}))
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(base, {})
        if restart := self._restarts.pop(name, None):
            counts.update({level: start - 1 for level, start in restart.items()})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        if levels[depth].form in ("bullet", "none"):
            return ""
        text = levels[depth].text
        for level, here in levels.items():
            text = text.replace(f"%{level + 1}", _printed(counts.get(level, here.start), here.form))
        return text


def _levels(one: Element) -> Iterator[tuple[int, _Level]]:
    for level in one:
        if tag_of(level) == "lvl":
            start = _whole(attribute(child(level, "start"), "val"), 1)
            form = attribute(child(level, "numFmt"), "val") or "decimal"
            text = attribute(child(level, "lvlText"), "val") or ""
            yield min(_whole(attribute(level, "ilvl"), 0), _MAX_LEVEL), _Level(start, form, text)


def _restarts(one: Element) -> Iterator[tuple[int, int]]:
    for level in one:
        if (start := attribute(child(level, "startOverride"), "val")) is not None:
            yield _whole(attribute(level, "ilvl"), 0), _whole(start, 1)


def _numbered_styles(styles: Element | None) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
    """The styles whose paragraphs are of a list: its name and level."""
    for style in styles if styles is not None else ():
        if (listed := child(style, "pPr", "numPr")) is not None:
            place = attribute(child(listed, "numId"), "val"), attribute(child(listed, "ilvl"), "val")
            yield attribute(style, "styleId") or "", place


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 6 else otherwise


def _printed(number: int, form: str) -> str:
    if form == "decimalZero":
        return f"{number:02}"
    if form in _LETTERS and number > 0:
        turn, place = divmod(number - 1, len(_LETTERS[form]))
        return _LETTERS[form][place] * min(turn + 1, 10)
    if form in ("lowerRoman", "upperRoman") and 0 < number < 400:
        text = ""
        for value, letters in _ROMAN:
            times, number = divmod(number, value)
            text += letters * times
        return text if form == "upperRoman" else text.lower()
    return str(number)
