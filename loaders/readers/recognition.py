"""The text of small pictures by tesseract; a number counts only where several readings and its shape agree.

Tesseract's Ukrainian data knows neither «+» nor «№»: «+19,1» comes out as «-19,1» or «419,1», and is as sure as ever.
English data reads numbers better; what it says is held against a second size, the Ukrainian reading and the shape.
"""

import csv
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import groupby
from pathlib import Path

import numpy as np
from PIL import Image

from loaders.readers import pictures
from loaders.readers.pictures import DPI, Grey
from loaders.readers.words import joined

UNSURE = " (?)"
"""Follows a number that was not read for certain, so that it is not taken for one."""

_MARGIN = 12
_LONGEST_NUMBER = 16
_NUMBER = re.compile(r"(?P<sign>[+\-–—−]?) ?(?P<body>\d(?:[\d .,]*\d)?)")
_LIKE_DIGITS = str.maketrans("ЗОб", "306")
_DASHES = str.maketrans("–—−", "---")
_NUMERO = re.compile(r"\b[МХЛ][ое](?=\s*(?:\d|[зп]\s*/))|^[МХЛ][ое]$")

_LARGER = 1.7
_READINGS = 3

Boxes = list[tuple[slice, ...]]


@dataclass(frozen=True)
class _Shape:
    """A line by the shapes in it: the sign it opens with, how many high ones (digits) and low ones (marks) follow."""

    sign: str = ""
    digits: int = 0
    marks: int = 0


def texts_of(cuts: Sequence[Grey]) -> list[str]:
    """The text of each picture of a cell; of one line alone or of several, which tesseract wants to know."""
    inks = [pictures.ink_boxes(cut) for cut in cuts]
    shapes = [_shape(cut, ink) for cut, ink in zip(cuts, inks, strict=True)]
    texts = ["-" if shape.sign == "-" and not shape.digits else "" for shape in shapes]
    written = [place for place, ink in enumerate(inks) if ink and not texts[place]]
    high = [place for place in written if _is_high(inks[place])]
    flat = [place for place in written if place not in set(high)]
    short = [place for place in flat if len(inks[place]) <= _LONGEST_NUMBER]
    bare = [_without_sign(cut, ink, shape.sign) for cut, ink, shape in zip(cuts, inks, shapes, strict=True)]
    for places, mode in ((high, "6"), (flat, "7")):
        for place, text in _read(bare, places, mode, "ukr", _LARGER).items():
            texts[place] = _NUMERO.sub("№", text)
    first = _read(cuts, short, "7", "eng", 1)
    second = _read(cuts, short, "7", "eng", _LARGER)
    for place in short:
        texts[place] = _number(texts[place], first.get(place, ""), second.get(place, ""), shapes[place])
    return texts


def lines_of(grey: Grey) -> Iterator[tuple[int, str]]:
    """The lines of text on a page with their tops."""
    words = _words(tesseract([grey], "--psm", "4", "-l", "ukr", "tsv"))
    for _, line in groupby(words, key=_line):
        own = list(line)
        yield min(int(word["top"]) for word in own), _NUMERO.sub("№", " ".join(word["text"] for word in own))


def tesseract(cuts: Sequence[Grey], *options: str) -> str:
    """What tesseract says of pictures, started once for all of them."""
    with tempfile.TemporaryDirectory() as folder:
        names: list[str] = []
        for number, cut in enumerate(cuts):
            names.append(str(Path(folder) / f"{number}.png"))
            Image.fromarray(cut).save(names[-1], dpi=(DPI, DPI), compress_level=1)
        listed = Path(folder) / "pictures.txt"
        listed.write_text("\n".join(names), encoding="utf-8")
        command = ["tesseract", str(listed), "stdout", *options]
        return subprocess.run(command, capture_output=True, check=False, encoding="utf-8").stdout


def _read(cuts: Sequence[Grey], places: Sequence[int], mode: str, language: str, scale: float) -> dict[int, str]:
    """The text of the pictures at `places`, by place."""
    if not places:
        return {}
    padded = [_scaled(np.pad(cuts[place], _MARGIN, constant_values=255), scale) for place in places]
    words = _words(tesseract(padded, "--psm", mode, "-l", language, "tsv"))
    return {
        places[number - 1]: joined(" ".join(word["text"] for word in line) for _, line in groupby(own, key=_line))
        for number, own in groupby(words, key=lambda word: int(word["page_num"]))
    }


def _scaled(grey: Grey, scale: float) -> Grey:
    picture = Image.fromarray(grey)
    return np.asarray(picture.resize((round(picture.width * scale), round(picture.height * scale))))


def _words(table: str) -> Iterator[dict[str, str]]:
    rows = csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    return (row for row in rows if row["text"] and row["text"].strip())


def _line(word: dict[str, str]) -> tuple[str, str, str]:
    return word["block_num"], word["par_num"], word["line_num"]


def _number(text: str, first: str, second: str, shape: _Shape) -> str:
    """A short text by its Ukrainian reading without the sign, two English readings, and its shape.

    A number is sure when at least two readings have as many digits and marks as the shape, and all of those are one,
    or when all readings are one.
    """
    english = [found for reading in (first, second) if (found := _NUMBER.fullmatch(reading))]
    is_word = not shape.sign and len(text) > 1 and text.isalpha()
    if is_word or not (english or _NUMBER.fullmatch(text)):
        return f"{shape.sign} {text}".strip()
    readings = [found["body"] for found in english if found["sign"].translate(_DASHES) == shape.sign]
    if found := _NUMBER.fullmatch(text.translate(_LIKE_DIGITS)):
        readings.append(found["body"])
    bodies = [_bare(reading) for reading in readings]
    shaped = [body for body in bodies if _signs(body) == (shape.digits, shape.marks)]
    agreed = shaped if len(shaped) > 1 else bodies if len(bodies) == _READINGS else []
    sure = len(set(agreed)) == 1
    number = readings[bodies.index(agreed[0])] if sure else (readings or [text])[0]
    return f"{shape.sign}{number}{'' if sure else UNSURE}"


def _signs(number: str) -> tuple[int, int]:
    return sum(map(str.isdigit, number)), sum(map(number.count, ",."))


def _bare(text: str) -> str:
    return text.replace(" ", "")


def _shape(cut: Grey, boxes: Boxes) -> _Shape:
    """What a short line is by its shape. A sign comes first: a bar, or two bars that cross in the middle."""
    if not boxes or len(boxes) > _LONGEST_NUMBER or _is_high(boxes):
        return _Shape()
    sign = _sign(cut[min(boxes, key=lambda box: box[1].start)] < pictures.INK, alone=len(boxes) == 1)
    rest = sorted(boxes, key=lambda box: box[1].start)[1 if sign else 0 :]
    heights = [box[0].stop - box[0].start for box in rest]
    highest = max(heights, default=0)
    low = [height for height in heights if height < 0.55 * highest]
    return _Shape(sign, sum(height > 0.8 * highest for height in heights), len(low))


def _sign(ink: np.ndarray, alone: bool) -> str:
    height, width = ink.shape
    if width >= 1.5 * height and ink.mean() > 0.6:
        return "-"
    rows, columns = ink.mean(axis=1), ink.mean(axis=0)
    crossed = rows.max() > 0.8 and columns.max() > 0.8 and 0.7 < height / width < 1.4
    high, wide = max(height // 4, 1), max(width // 4, 1)
    ends = np.concatenate([rows[:high], rows[-high:], columns[:wide], columns[-wide:]])
    return "+" if crossed and ends.max() < 0.5 and not alone else ""


def _without_sign(cut: Grey, boxes: Boxes, sign: str) -> Grey:
    return cut[:, min(box[1].stop for box in boxes) :] if sign else cut


def _is_high(boxes: Boxes) -> bool:
    """Whether signs stand below each other with nothing beside both: more lines than one."""
    end = 0
    for rows, _ in sorted(boxes, key=lambda box: box[0].start):
        if end and rows.start > end:
            return True
        end = max(end, rows.stop)
    return False
