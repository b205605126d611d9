"""Numbers in damaged text, read only where a number is expected: a letter or a mark may stand for a digit.

Which reading is right is for the caller to tell, by a total, a trend or the order of years.
"""

import re
from itertools import product

from data import reference

_MOST_MARKS = 6
_LAST_YEARS = 15
_YEAR = r"2[\w|\]]{3}"
_RANGE = re.compile(rf"(?<![\w.,]){_YEAR} ?[-–—] ?{_YEAR}(?![\w])")


def readings(printed: str) -> list[str]:
    """The numbers that a text may stand for, without marks between digits; empty where it is not like a number."""
    if printed.isascii() and printed.isdigit():
        return [printed]
    options = [_options(char) for char in printed]
    marks = sum(not char.isdigit() for char in printed)
    if not all(options) or marks > _MOST_MARKS or marks * 2 > len(printed):
        return []
    return list(dict.fromkeys("".join(chosen) for chosen in product(*options)))


def without_letters(printed: str) -> str:
    """The text with letters as the digits they are drawn like; its spaces and decimal mark stay."""
    return "".join(next(iter(_options(char)), char) if char.isalpha() or char in "|]" else char for char in printed)


def year(printed: str) -> int | None:
    """The year that a text of four marks stands for."""
    found = [int(text) for text in readings(printed) if len(text) == 4 and 2000 <= int(text) < 2100]
    return found[0] if len(found) == 1 else None


def year_ranges(line: str) -> list[tuple[int, int, str]]:
    """The periods in a line with what is meant: `2021 -2026` and `202З-2024` are 2021-2026 and 2023-2024."""
    found: list[tuple[int, int, str]] = []
    for period in _RANGE.finditer(line):
        first, last = (year(text) for text in re.split(r" ?[-–—] ?", period[0]))
        if first and last and first <= last <= first + _LAST_YEARS:
            found.append((period.start(), period.end(), f"{first}-{last}"))
    return found


def _options(char: str) -> list[str]:
    return [char] if char.isascii() and char.isdigit() else reference.load("ocr_confusions")["digits"].get(char, [])
