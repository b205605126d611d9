"""Terms explained where they stand, in the words of the glossary."""

from data import glossary
from pages.components import formats, language, links


def help(*terms: str) -> str:
    """The explanations of terms, for the `help=` of a figure, a heading or a filter. Raises KeyError for a term that
    the glossary does not hold."""
    return "\n\n".join(f"**{named(term)}**: {meaning(term)}" for term in terms)


def link(term: str, text: str | None = None) -> str:
    """The term in Markdown: a link to the glossary whose tooltip is the explanation. `text`: the term as it stands in
    the sentence."""
    explained = meaning(term).replace('"', "'")
    return f'[{formats.escaped(text or named(term))}]({links.glossary(term)} "{explained}")'


def named(term: str) -> str:
    """The term in the reader's language."""
    return glossary.terms()[term].term.said(language.current())


def meaning(term: str) -> str:
    """What it means, in the reader's language."""
    return glossary.terms()[term].meaning.said(language.current())
