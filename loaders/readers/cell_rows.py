"""The rows of a table whose cells stand on lines of their own: their width, rows that were cut, merged headings."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from itertools import chain, groupby


class Kind(Enum):
    """What a cell looks like."""

    BLANK = auto()
    WORDS = auto()
    NUMBER = auto()


@dataclass
class Cell:
    """A cell: its text, and the line that starts on; that of its tab while it has none, and 0 if it is only implied."""

    line: int
    texts: list[str]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @cached_property
    def kind(self) -> Kind:
        if self.is_blank:
            return Kind.BLANK
        return Kind.WORDS if any(char.isalpha() for text in self.texts for char in text) else Kind.NUMBER

    @property
    def is_blank(self) -> bool:
        return not any(text.strip() for text in self.texts)

    def add(self, line: int, text: str) -> None:
        """A line of its text."""
        if self.is_blank:
            self.line, self.texts = line, []
        self.__dict__.pop("kind", None)
        self.texts.append(text)


MERGED = Cell(0, [""])
"""What stands in the columns that a merged cell covers beside its first."""

CellRow = list[Cell]


@dataclass
class TableRows:
    """The rows of a table so far, as blank lines divide them; the last of them still open."""

    rows: list[CellRow] = field(default_factory=list)
    open: CellRow = field(default_factory=list)
    _counts: Counter[int] = field(default_factory=Counter)
    _looks: dict[int, list[set[Kind]]] = field(default_factory=lambda: defaultdict(list))
    """By count of cells, what stands in each column of such rows below the first of them, which is a heading."""

    @property
    def width(self) -> int:
        """The usual count of cells; rows of sections have few."""
        widest = max(self._counts, default=0)
        return max(((times, cells) for cells, times in self._counts.items() if cells * 2 > widest), default=(0, 0))[1]

    @property
    def is_complete(self) -> bool:
        """Whether the open row has all its cells, if need be with those that blank lines have cut from it."""
        cells, width = len(self.open), self.width
        parts = [self.open]
        for above in reversed(self.rows):
            if cells >= width or len(above) >= width:
                break
            parts.insert(0, above)
            cells += len(above)
        return bool(self.rows) and (len(self.open) >= width or (cells == width and self._is_like_others(parts)))

    def close(self) -> None:
        """The open row has ended."""
        row = self.open
        if not row:
            return
        looks = self._looks[len(row)]
        if not looks:
            looks.extend(set() for _ in row)
        else:
            for seen, cell in zip(looks, row, strict=True):
                seen.add(cell.kind)
        self.rows.append(row)
        self._counts[len(row)] += 1
        self.open = []

    def grid(self) -> list[CellRow]:
        """The rows with a cell for every column: text top left of merged cells, blanks elsewhere."""
        width, rows = self.width, self._joined()
        headings = next((place for place, row in enumerate(rows) if len(row) >= width), 0)
        for place in range(headings - 1, -1, -1):
            rows[place] = _spread(rows[place], rows[place + 1])
        return [row + [MERGED] * (width - len(row)) for row in rows]

    def _joined(self) -> list[CellRow]:
        """The rows; those that blank lines have cut are put together."""
        width = self.width
        first = next((place for place, row in enumerate(self.rows) if len(row) >= width), 0)
        joined = self.rows[:first]
        for is_short, found in groupby(self.rows[first:], lambda row: len(row) < width):
            rows = list(found)
            joined += self._fewest(rows) if is_short else rows
        return joined

    def _fewest(self, parts: list[CellRow]) -> list[CellRow]:
        """Short rows put together where they add up to a whole one: in the way that leaves the fewest rows."""
        width = self.width
        best = [(0, 0)]  # rows up to a part, and where the last of them starts
        for end in range(1, len(parts) + 1):
            ways = [(best[end - 1][0] + 1, end - 1)]
            cells = len(parts[end - 1])
            for start in range(end - 2, -1, -1):
                cells += len(parts[start])
                if cells >= width:
                    if cells == width and self._is_like_others(parts[start:end]):
                        ways.append((best[start][0] + 1, start))
                    break
            best.append(min(ways))
        rows: list[CellRow] = []
        end = len(parts)
        while end:
            start = best[end][1]
            rows.append([cell for part in parts[start:end] for cell in part])
            end = start
        return rows[::-1]

    def _is_like_others(self, parts: list[CellRow]) -> bool:
        """Whether most cells are blank, words or numbers as in whole rows: those of a section and the next are not."""
        looks = self._looks[self.width]
        alike = sum(cell.kind in seen for seen, cell in zip(looks, chain.from_iterable(parts), strict=False))
        return alike * 4 >= len(looks) * 3


def _spread(row: CellRow, below: CellRow) -> CellRow:
    """A row of headings over the columns of the row below it.

    A column that is blank below is merged downwards: one heading is its own. The other headings stand over what is
    left between such columns, one over each run; where they are more, over equal parts of a run whose headings come
    again, and else together over its first column, for nobody can tell them apart.
    """
    runs = _runs(below)
    blanks = sum(cell.is_blank for cell in below)
    extra = len(row) - blanks - len(runs)
    if len(row) < 2 or len(row) >= len(below) or extra < 0 or not blanks:
        return row
    left = iter(row)
    spread: CellRow = []
    place = 0
    while place < len(below):
        size = runs.get(place, 1)
        parts = extra + 1 if place in runs and extra and _comes_again(below[place : place + size], extra + 1) else 1
        if place in runs and extra and parts == 1:
            together = [next(left) for _ in range(extra + 1)]
            spread.append(Cell(together[0].line, [cell.text for cell in together]))
            spread += [MERGED] * (size - 1)
        else:
            for _ in range(parts):
                spread += [next(left), *[MERGED] * (size // parts - 1)]
        extra = 0 if place in runs else extra
        place += size
    return spread


def _runs(below: CellRow) -> dict[int, int]:
    """The runs of columns with text: where each starts, and its size."""
    runs: dict[int, int] = {}
    start = 0
    for place, cell in enumerate(below):
        if cell.is_blank:
            start = place + 1
        else:
            runs[start] = place - start + 1
    return runs


def _comes_again(headings: CellRow, times: int) -> bool:
    texts = [cell.text.split() for cell in headings]
    return len(texts) % times == 0 and texts == texts[: len(texts) // times] * times
