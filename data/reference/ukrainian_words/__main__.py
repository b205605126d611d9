"""Writes words.dawg from a hunspell dictionary: python -m data.reference.ukrainian_words uk_UA.aff uk_UA.dic

Every stem is put into all its forms by the suffix rules (the Ukrainian dictionary has no prefixes and no compounds).
Forms with a hyphen are left out, since the parts of such a word are looked up one by one. Abbreviations keep their
capitals, all others are in lower case.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dawg import CompletionDAWG

from data.reference.ukrainian_words import FILE

_SHORT_NAME = 3
"""Names as short as «Ія» would be taken for pronouns: «ії» for «її»."""


class Suffix(NamedTuple):
    """A rule: a stem that fits `condition` loses `strip` at its end and gains `add`."""

    strip: str
    add: str
    condition: re.Pattern[str]


def suffixes(affixes: Iterable[str]) -> dict[str, list[Suffix]]:
    """The rules of a hunspell .aff file by flag: `SFX j ий ого ий`."""
    rules: dict[str, list[Suffix]] = defaultdict(list)
    for line in affixes:
        parts = line.split()
        if len(parts) >= 5 and parts[0] == "SFX":
            flag, strip, add, condition = parts[1:5]
            rules[flag].append(Suffix(strip.replace("0", ""), add.replace("0", ""), re.compile(f"{condition}$")))
    return rules


def forms(words: Iterable[str], rules: dict[str, list[Suffix]]) -> Iterator[str]:
    """Every form of the stems in a hunspell .dic file: `зголошений/j`."""
    for line in words:
        stem, _, flags = line.strip().partition("/")
        if stem.istitle() and len(stem) <= _SHORT_NAME:
            continue
        yield stem
        for flag in flags:
            for strip, add, condition in rules.get(flag, ()):
                if stem.endswith(strip) and condition.search(stem):
                    yield stem.removesuffix(strip) + add


def _is_abbreviation(form: str) -> bool:
    """Whether a form is written in capitals only: «ІТ» is a word, «іт» is none."""
    return len(form) > 1 and form.isupper()


def _main(affix_file: Path, word_file: Path) -> None:
    rules = suffixes(affix_file.read_text(encoding="utf-8").splitlines())
    _count, *words = word_file.read_text(encoding="utf-8").splitlines()
    found = {form if _is_abbreviation(form) else form.casefold() for form in forms(words, rules)}
    CompletionDAWG(sorted(form for form in found if form and "-" not in form)).save(str(FILE))


if __name__ == "__main__":
    _main(*map(Path, sys.argv[1:3]))
