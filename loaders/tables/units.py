"""Which unit of money a heading or a line names: UAH or thousands and more of them; None where it is not certain."""

import re
from functools import cache, lru_cache

from data import reference
from loaders.cells import clean
from loaders.tables.lookalikes import folded

_LINK = r"[\s.,(–—-]*"
_FOREIGN = re.compile(r"[€$£]|\b(?:євро|eur|euro|usd|gbp|pln|chf|дол(?:ар\w*)?|руб(?:л\w*)?|крб|злот(?:их)?)\b")
# Right before «грн» a word like this may be a scale that is damaged or not known: «сотень грн», «ти с. грн».
_LIKE_A_SCALE = re.compile(r"1[0 ]*0|(?:сот|дес|т[иі]|м[иі]?л|мр)[^\W\d_]*|ст[оа]|[^\W\d_]{1,4}")
_NO_SCALE = frozenset(
    ("у", "в", "на", "за", "рік", "році", "року", "рр", "р", "ч", "сума", "ціна", "фонд", "план", "пдв"),
)
_BEFORE = re.compile(r"(\d[\d ]*|[^\W\d_]+)[\s.–—-]*$")
_AMOUNT_BEFORE = re.compile(r"\d\s*$")
_SCALE_BEFORE = re.compile(r"(?:^|[(,])\s*1[0 ]*0\s*$")
_TAIL = 25


@lru_cache(maxsize=1024)
def unit_in(heading: str) -> int | None:
    """How many UAH the unit is that a heading names; None where it names none, several, or one that is not known."""
    text = _plain(heading)
    if _FOREIGN.search(text) or _scale_alone(text):
        return None
    found = {_size(one, text) for one in _money().finditer(text)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1024)
def names_unit(heading: str) -> bool:
    """Whether a heading speaks of a unit of money, known or not: no other heading then says it instead."""
    text = _plain(heading)
    return bool(_FOREIGN.search(text) or _scale_alone(text) or _money().search(text))


def unit_at_end(title: str) -> int | None:
    """The unit that a title, or a line of its own, ends with: «Заходи Програми, тис. грн»; not «500 тис. грн»."""
    text = _plain(title)
    found = _at_end().search(text)
    if not found or _FOREIGN.search(text) or _scale_alone(text) or _AMOUNT_BEFORE.search(text[: found.start()]):
        return None
    (one,) = _money().finditer(text, found.start())
    return _size(one, text)


def names_unit_at_end(title: str) -> bool:
    """Whether a title ends with a unit of money, known or not: a line further above then does not say it instead."""
    text = _plain(title)
    found = _at_end().search(text)
    if not found:
        return bool(_FOREIGN.search(text[-_TAIL:]))
    before = text[: found.start()]
    return not _AMOUNT_BEFORE.search(before) or bool(_SCALE_BEFORE.search(before))


def without_unit(heading: str) -> str:
    """A heading without the units that it names anywhere."""
    return _money().sub(" ", heading)


def without_unit_at_end(heading: str) -> str:
    return _at_end().sub("", heading)


@cache
def money_pattern() -> str:
    """A unit of money as printed in a heading, for a regular expression: «у тисячах гривень», «тис. – грн», «т.грн»."""
    uah = r"(?:(?:грн|грив[^\W\d_]*|uah)\b|₴)"
    return rf"(?:\b[ув]\s+)?(?:{_scale()}{_LINK}(?:{uah}|гр\b)|\b{uah}|₴)"


@cache
def pattern_after_amount() -> str:
    """The same after an amount, where it may stand without a space: «500тис. грн», «гривень»."""
    uah = "|".join(word for word, size in _listed().items() if size == 1)
    return rf"(?:(?:{'|'.join(_many())})[^\W\d_]*\.?\s*)?(?:{uah})[^\W\d_]*"


def size_of(word: str) -> int | None:
    """How many UAH one word of a unit says, in small letters: «тис», «гривень»; None for any other word."""
    return next((size for start, size in _listed().items() if word.startswith(start)), None)


@cache
def _scale() -> str:
    return rf"\b(?:(?:{'|'.join(_many())})[^\W\d_]*|т(?=[.\s]))"


@cache
def _money() -> re.Pattern[str]:
    return re.compile(money_pattern(), re.IGNORECASE)


@cache
def _at_end() -> re.Pattern[str]:
    return re.compile(rf"[\s,(]*{money_pattern()}[\s.:)]*$", re.IGNORECASE)


@cache
def _many() -> dict[str, int]:
    return {word: size for word, size in _listed().items() if size > 1}


def _listed() -> dict[str, int]:
    return reference.load("measure_tables")["units"]


def _size(found: re.Match[str], text: str) -> int | None:
    words = re.sub(r"^[ув]\s+", "", found[0])
    if size := next((size for word, size in _many().items() if words.startswith(word)), None):
        return size
    if re.match(r"т[.\s]", words):
        return 1000
    before = _BEFORE.search(text[: found.start()])
    if before is None or before[1] in _NO_SCALE:
        return 1
    return None if _LIKE_A_SCALE.fullmatch(before[1].strip()) else 1


def _scale_alone(text: str) -> bool:
    """Whether a scale stands apart from its currency, as in «тис. осіб» and «у тисячах українських гривень»."""
    return bool(re.search(rf"\b(?:{'|'.join(_many())})", _money().sub(" ", text)))


def _plain(text: str) -> str:
    return folded(clean(text)).casefold()
