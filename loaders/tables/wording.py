"""What a printed heading says, by the reviewed lists in `data/reference/`: its meaning, year and unit."""

import re
from functools import cache, lru_cache

from data import reference
from data.contracts import Basis, IndicatorGroup
from loaders.cells import clean
from loaders.tables import units
from loaders.tables.lookalikes import folded

# Only a unit, or the sum of other columns: «(тис.грн.)», «(шт.)», «(7+11)», which a scan shows as «(7-11)». Other words
# in brackets mean something.
_BRACKETS = re.compile(r"\(\s*(?:шт[.\s]*|\d{1,2}(?:\s*[-+–]\s*\d{1,2})*\s*)\)", re.IGNORECASE)
_OF_MONEY = re.compile(r"\(+\s*[.\s]*\)+")
# A slash is as printed with or without a space after it, and a line of a PDF may end there.
_PUNCTUATION = re.compile(r"[\s.,:;*/]+")
_UNIT_WORDS = frozenset(("тис", "тисяч", "млн", "мільйонів", "грн", "гривень", "гривнях", "гривні", "шт"))
_PARTS_FOLLOW = re.compile(r"[\s(]*\b[ув] (?:тому числі|т ?ч)\b\s*\)?$|\bз них$")
_YEARS = re.compile(r"\b(?:(?:на|за|у|в)\s+)?20\d\d\s*[-–—]\s*20\d\d\s*(?:роках|роки|років|рр|р)?", re.IGNORECASE)
_ONE_YEAR = re.compile(r"\b(?:(?:на|за|у|в)\s+)?(20\d\d)\s*(?:році|року|рік|р\b)?", re.IGNORECASE)
# The plan of a year is what a programme holds; a fact, a forecast or a quarter beside the year means something else.
_YEAR_ALONE = re.compile(
    r"(?:план\s+)?(?:(?:на|за|у|в)\s+)?(20\d\d)(?:-(?:й|ий|го|му))?\s*(?:бюджетн(?:ий|ого|ому)\s+)?"
    r"(?:р\.?|рік|року|році|год)?\s*(?:\*{1,3})?\s*(?:\(план\)|план)?\s*(?:,?\s*[ув] (?:тому числі|т\. ?ч\.?):?)?",
    re.IGNORECASE,
)
_NOTHING_INSIDE = re.compile(r"\(\s*\)")
_WORDS_OF_A_TOTAL = 6
_MEANING = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=4096)
def plain(heading: str) -> str:
    """A heading without its unit, punctuation and case."""
    text = units.without_unit(_BRACKETS.sub(" ", folded(clean(heading)))).casefold()
    text = _OF_MONEY.sub(" ", text)
    return " ".join(word for word in _PUNCTUATION.sub(" ", text).split() if word not in _UNIT_WORDS)


@lru_cache(maxsize=4096)
def role_of(heading: str, kind: str = "measure_tables") -> str | None:
    """What a column with this heading holds, by the list of a kind of table; None for a heading that is not known."""
    roles = _roles(kind)
    whole = _joined(plain(heading))
    if whole in roles:
        return roles[whole]
    if is_year(heading):
        return "total"
    bare = _joined(_bare(heading))
    if _YEARS.search(heading):
        return "all_years_total" if roles.get(bare) in ("total", "all_years_total") else roles.get(bare)
    return roles.get(bare) or ("total" if bare in _groups() and year_in(heading) else None)


def source_of(heading: str) -> str | None:
    """The heading as printed, where it names the budget or other money that pays."""
    return clean(heading).rstrip(": ") if is_source(heading) else None


def is_source(text: str) -> bool:
    """Whether a text names a budget or other money, as «Міський бюджет»."""
    return _start(text) in _starts("sources") and _joined(_bare(text)) in _sources()


def is_group(heading: str) -> bool:
    """Whether a heading is known to stand above others."""
    return _joined(_bare(heading)) in _groups()


@lru_cache(maxsize=4096)
def is_known(heading: str) -> bool:
    """Whether a heading is in the lists, whatever it says."""
    roles = (role_of(heading), role_of(heading, "indicator_tables"), block_of(heading))
    return is_group(heading) or is_source(heading) or any(roles)


@lru_cache(maxsize=1024)
def block_of(heading: str) -> Basis | str | None:
    """Which of two texts side by side a heading names; `ignored` for the difference between them."""
    bare = _joined(_bare(heading))
    for block, words in _blocks():
        if bare in words:
            return block if block == "ignored" else Basis(block)
    return None


def block_of_title(text: str) -> Basis | str | None:
    """The same of a line above a table; «ЗАТВЕРДЖЕНО» or «Проєкт» alone says nothing of the kind there."""
    return block_of(text) if reference.load("measure_tables")["block_title"] in text.casefold() else None


@lru_cache(maxsize=4096)
def is_year(cell: str) -> bool:
    """Whether a heading says a year and nothing else but its unit: `2019 рік (тис. грн)`."""
    return _year_alone(folded(clean(cell))) is not None


@lru_cache(maxsize=4096)
def year_in(heading: str) -> int | None:
    """The one year that a heading names, alone or beside words that are known: `Загальний фонд на 2021 рік`."""
    text = folded(clean(heading))
    if alone := _year_alone(text):
        return alone
    named = set(_ONE_YEAR.findall(_YEARS.sub(" ", text)))
    bare = _joined(_bare(heading))
    return int(named.pop()) if len(named) == 1 and (bare in _known() or not _MEANING.search(bare)) else None


def _year_alone(text: str) -> int | None:
    found = _YEAR_ALONE.fullmatch(units.without_unit_at_end(text).strip())
    return int(found[1]) if found else None


def one_year_of(title: str) -> int | None:
    """The year of a title that names one and no period: «Заходи Програми на 2024 рік»; a date is none."""
    text = folded(clean(title))
    named = set(re.findall(r"\b20\d\d\b", text))
    found = re.search(r"\b(?:на|у|в)\s+(20\d\d)\s+(?:рік|році)\b", text, re.IGNORECASE)
    return int(found[1]) if found and named == {found[1]} else None


@lru_cache(maxsize=4096)
def is_funding_note(text: str) -> bool:
    """Whether these words stand in place of an amount."""
    return plain(text) in _plain_words("funding_notes")


@lru_cache(maxsize=4096)
def is_all_sources(text: str) -> bool:
    """Whether a row of resources adds up all the others: «Обсяг ресурсів, усього, у тому числі»."""
    what, bare = total_of(text), plain(text)
    sources: list[str] = reference.load("measure_tables")["totals"]["sources"]
    names_all = any(bare.startswith(word) for word in _plain_words("all_sources"))
    return what in ("above", "programme") or (names_all and not any(word in bare for word in sources))


def opens_note(text: str) -> bool:
    """Whether a text opens as a footnote does: «* …», «Примітка. …», «Довідково: …»."""
    return bool(_note().match(text))


@cache
def _note() -> re.Pattern[str]:
    """The whole word: «Довідково-інформаційна система» is no note. Two asterisks are emphasis."""
    words = "|".join(reference.load("below_tables")["notes"])
    return re.compile(rf"(?:\s|\*\*|</?[a-z][^<>]*>)*(?:\*(?!\*)|(?:{words})(?![\w-]))", re.IGNORECASE)


def indicator_group(text: str) -> IndicatorGroup | None:
    """The group of indicators that a word of a text names: «Показники продукту»."""
    groups: dict[str, list[str]] = reference.load("indicator_tables")["groups"]
    bare = text.casefold()
    found = (group for group, starts in groups.items() if any(re.search(rf"\b{start}", bare) for start in starts))
    return next((IndicatorGroup(group) for group in found), None)


def total_of(text: str) -> str | None:
    """What a row with this name adds up: programme, spending_direction, task or sources; `above` where it only says
    that it is a total; None for a name that is no total.
    """
    return _total_of(text) if _start(text) in _starts("totals") else None


@lru_cache(maxsize=4096)
def _total_of(text: str) -> str | None:
    bare = plain(text)
    totals: dict[str, list[str]] = reference.load("measure_tables")["totals"]
    if not any(bare == word or bare.startswith(f"{word} ") for word in _opening()):
        return None
    near = " ".join(bare.split()[:_WORDS_OF_A_TOTAL])
    named = {near.find(word): what for what in totals if what != "opening" for word in totals[what] if word in near}
    if named:
        return named[min(named)]
    return "above" if _PARTS_FOLLOW.sub("", bare) in _opening() else None


def _start(text: str) -> str:
    """The first letters: they rule out nearly every name at once."""
    return text.lstrip(" *<b>i/")[:3].casefold()


@cache
def _starts(key: str) -> frozenset[str]:
    words = reference.load("measure_tables")[key]
    return frozenset(_start(word) for word in (words["opening"] if key == "totals" else words))


@cache
def _opening() -> frozenset[str]:
    return frozenset(plain(word) for word in reference.load("measure_tables")["totals"]["opening"])


@lru_cache(maxsize=4096)
def _bare(heading: str) -> str:
    """A heading without years, unit, and the word that its parts follow."""
    text = plain(_NOTHING_INSIDE.sub(" ", _ONE_YEAR.sub(" ", _YEARS.sub(" ", folded(clean(heading))))))
    return text if _joined(text) in _groups() else _PARTS_FOLLOW.sub("", text).strip(" -–—")


def _joined(text: str) -> str:
    """A heading without spaces, as headings are compared: a narrow cell may break a word, «виконанн я»."""
    return text.replace(" ", "")


@cache
def _roles(kind: str) -> dict[str, str]:
    return {_joined(plain(word)): role for role, words in reference.load(kind)["headings"].items() for word in words}


@cache
def _plain_words(key: str) -> frozenset[str]:
    return frozenset(plain(word) for word in reference.load("measure_tables")[key])


@cache
def _groups() -> frozenset[str]:
    return frozenset(map(_joined, _plain_words("groups")))


@cache
def _sources() -> frozenset[str]:
    return frozenset(map(_joined, _plain_words("sources")))


@cache
def _known() -> frozenset[str]:
    return frozenset(_roles("measure_tables")) | frozenset(_roles("indicator_tables")) | _groups() | _sources()


@cache
def _blocks() -> tuple[tuple[str, frozenset[str]], ...]:
    blocks: dict[str, list[str]] = reference.load("measure_tables")["blocks"]
    return tuple((block, frozenset(_joined(plain(word)) for word in words)) for block, words in blocks.items())
