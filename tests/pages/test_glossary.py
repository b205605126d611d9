"""The page Глосарій, and the hints that the other pages take from it."""

from pathlib import Path

import pytest

from data import glossary
from pages.components import hints, links


def test_every_term_stands_with_its_anchor(open_page):
    """In the order of the list, so that a link to a term finds it."""
    app = open_page("glossary")
    assert [header.proto.anchor for header in app.subheader] == list(glossary.terms())
    assert "Касові видатки" in [header.value for header in app.subheader]


def test_a_search_narrows_the_list(open_page, words):
    """In either language; the address reproduces it."""
    app = open_page("glossary", find="cash exp", lang="en")
    assert [header.value for header in app.subheader] == ["Cash expenditure"]
    assert "1 term of 27." in words(app)
    assert "Money really paid from the account in a period." in words(app)


def test_a_source_is_named(open_page, words):
    """The passport is a form of order 836."""
    said = words(open_page("glossary", find="паспорт бюджетної", lang="en"))
    assert "Source: form of order 836 of the Ministry of Finance of Ukraine (August 2014)." in said


def test_nothing_found(open_page, words):
    """The page says what to do."""
    assert "За цими фільтрами нічого немає" in words(open_page("glossary", find="кракозябра"))


def test_nothing_published(open_page, words, empty_folder: Path):
    """The words mean the same without a warehouse: its sidebar alone has nothing to offer."""
    app = open_page("glossary", folder=empty_folder)
    assert not app.exception


@pytest.mark.parametrize(
    ("page", "terms"),
    [("overview", ["lowest-lines", "general-fund"]), ("checks", ["check"]), ("documents", ["programme-passport"])],
)
def test_pages_explain_their_terms(open_page, page, terms):
    """A term's explanation stands as a hint where the page first needs it."""
    app = open_page(page)
    helped = [element.help or "" for element in (*app.header, *app.metric)]
    for term in terms:
        assert any(glossary.terms()[term].meaning.uk in text for text in helped)


def test_a_hint_in_a_sentence(monkeypatch):
    """A link to the term whose tooltip is the explanation."""
    monkeypatch.setattr(links, "_everywhere", dict)
    meaning = glossary.terms()["measure"].meaning.uk
    assert hints.link("measure", "заходи") == f'[заходи](glossary#measure "{meaning}")'
    assert hints.help("measure").startswith("**захід**: ")
    with pytest.raises(KeyError):
        hints.help("nonsense")
