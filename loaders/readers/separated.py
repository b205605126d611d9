"""Text with `;` or `,` between cells, some of them in quotes: what sheets are saved as, and what registers publish."""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from loaders.errors import FileRefused
from loaders.limits import MAX_CELLS, MAX_QUOTED_LINES, MAX_ROWS
from loaders.readers import tab_text
from loaders.readers.files import name_of
from loaders.readers.runs import Line, rows_of
from loaders.readers.sheets import plain
from loaders.rows import Source

_SAMPLE = 2000
_MIN_CELLS = 3
_SHARES = {";": 0.6, ",": 0.9}
"""How many of the lines must have one count of cells: prose has commas, and seldom semicolons."""

_PROSE = re.compile(r",\s")


@dataclass(frozen=True, slots=True)
class SeparatedRow:
    """A row of such a text: the line of the file that it starts on, and the columns, from 0, of its cells."""

    line: int
    columns: tuple[int, ...]

    def row(self) -> str:
        return f"рядок {self.line}"

    def cell(self, column: int) -> str:
        past = column - len(self.columns) + 1
        place = self.columns[column] if past <= 0 else self.columns[-1] + past
        return f"рядок {self.line}, графа {place + 1}"


def separator(text: str) -> str | None:
    """What stands between the cells of a text; None for prose and for a text with tabs."""
    if "\t" in text:
        return None
    lines = [line for line in islice(text.splitlines(), _SAMPLE) if line.strip()]
    for mark, share in _SHARES.items():
        try:
            widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=mark) if any(cells))
        except csv.Error:
            continue
        if not widths:
            continue
        width, times = widths.most_common(1)[0]
        if width >= _MIN_CELLS and times > 1 and times >= share * widths.total() and not _is_prose(mark, lines):
            return mark
    return None


def source_of(raw: bytes, path: Path) -> Source:
    """Raises FileRefused for a file that is no such text, or larger than the limits."""
    text = tab_text.decoded(raw, path)
    starts: list[int] = []
    lines = _lines(text, separator(text) or ";", starts, path)
    rows = tuple(rows_of(lines, lambda number, columns: SeparatedRow(starts[number - 1], columns)))
    return Source(name_of(path), hashlib.sha256(raw).hexdigest(), rows)


def _is_prose(mark: str, lines: list[str]) -> bool:
    """Whether most commas have a space behind them."""
    return mark == "," and sum(len(_PROSE.findall(line)) * 2 > line.count(",") for line in lines) * 2 > len(lines)


def _lines(text: str, mark: str, starts: list[int], path: Path) -> Iterator[Line]:
    """The rows by number; the line of the file that each starts on is added to `starts`."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    end = 0
    try:
        for number, row in enumerate(reader, start=1):
            start, end = end + 1, reader.line_num
            if end - start > MAX_QUOTED_LINES:
                raise FileRefused(f"{path}: line {start}: a quotation mark opens a cell and none closes it. Add it.")
            if len(row) > MAX_CELLS or number > MAX_ROWS:
                raise FileRefused(f"{path}: line {start}: more than {MAX_ROWS} lines or {MAX_CELLS} cells. Split it.")
            starts.append(start)
            if any(cells := [plain(cell) for cell in row]):
                yield number, cells
    except csv.Error as error:
        raise FileRefused(f"{path}: line {end + 1} cannot be read ({error}). Save the file anew.") from None
