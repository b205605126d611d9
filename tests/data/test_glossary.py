"""The glossary holds every term of the field, explained plainly in both languages."""

import re
from pathlib import Path

import pytest

from data import glossary
from data.glossary import GlossaryError

# As the field names them: Ukrainian, English.
TERMS = [
    ("розпорядник", "spending unit"),
    ("головний розпорядник", "key spending unit"),
    ("загальний фонд", "general fund"),
    ("спеціальний фонд", "special fund"),
    ("бюджет розвитку", "development budget"),
    ("паспорт бюджетної програми", "budget programme passport"),
    ("напрям використання", "direction of use (spending direction)"),
    ("показники затрат", "input indicators"),
    ("показники продукту", "output indicators"),
    ("показники ефективності", "efficiency indicators"),
    ("показники якості", "quality indicators"),
    ("касові видатки", "cash expenditure"),
    ("уточнений план", "revised plan"),
    ("завдання", "task"),
    ("захід", "measure"),
    ("виконавець", "implementer"),
    ("громада", "hromada (territorial community)"),
    ("ЦНАП", "administrative services centre"),
    ("СЕДО", "electronic document management system"),
    ("СЕВ ОВВ", "system of electronic interaction of executive bodies"),
    ("КСЗІ", "comprehensive information security system"),
    ("цільове значення", "target"),
    ("базове значення", "baseline"),
    ("прогнозний інтервал", "prediction interval"),
]


@pytest.mark.parametrize(("ukrainian", "english"), TERMS)
def test_every_term_is_explained(ukrainian: str, english: str) -> None:
    """Under its Ukrainian name or abbreviation, beside its English one."""
    assert [
        term.id
        for term in glossary.terms().values()
        if term.term.en == english and ukrainian in (term.term.uk, *term.also)
    ]


def test_explanations_are_short_and_in_their_language() -> None:
    """One or two sentences, whole, each in its own letters; an abbreviation in a name is found by itself."""
    for term in glossary.terms().values():
        for text in (term.meaning.uk, term.meaning.en):
            assert text.endswith(".")
            assert 1 <= len(re.findall(r"[.!?](?= |$)", text)) <= 2
        assert not re.search("[A-Za-z]", term.meaning.uk)
        assert not re.search("[А-яІЇЄҐіїєґ]", term.meaning.en)
        for short in re.findall(r"\((.+)\)", term.term.uk):
            assert short in term.also


def test_a_term_is_found_by_any_of_its_words() -> None:
    """By its name, its abbreviation and its meaning, in either language and in any case."""
    assert {term.id for term in glossary.terms().values() if term.tells_of("седо")} == {"edms"}
    assert {term.id for term in glossary.terms().values() if term.tells_of("Cash Exp")} == {"cash-expenditure"}
    assert "asc" in {term.id for term in glossary.terms().values() if term.tells_of("одному вікні")}


@pytest.mark.parametrize(
    ("listed", "wrong", "complaint"),
    [
        ("id: general-fund", "id: General fund", "id"),
        ("id: general-fund", "id: special-fund", "listed twice: special-fund"),
        ("en: general fund", "", "term → en"),
        ("    also: [розпорядник]\n", "    also: [розпорядник]\n    colour: red\n", "colour"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused(tmp_path: Path, listed: str, wrong: str, complaint: str) -> None:
    """Anchors are small letters and stand once; both languages are there, and nothing unknown."""
    text = glossary.FILE.read_text(encoding="utf-8")
    assert listed in text
    file = tmp_path / "glossary.yml"
    file.write_text(text.replace(listed, wrong, 1), encoding="utf-8")
    with pytest.raises(GlossaryError) as refused:
        glossary.terms(file)
    assert complaint in str(refused.value)
