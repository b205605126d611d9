"""Every word of the interface stands in the Ukrainian catalogue."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from pages.components import language

PAGES = Path(language.__file__).parents[1]
FIELDS = re.compile(r"{\w*}")


def in_code(folder: Path = PAGES) -> set[str | tuple[str, ...]]:
    """Every string that the code asks the catalogue for; plurals as pairs."""
    return {message for _file, _line, message, *_ in extract_from_dir(folder)}


def ukrainian() -> Catalog:
    with (language.LOCALE / "uk" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale="uk")


def untranslated(messages: set[str | tuple[str, ...]], catalogue: Catalog) -> list[str]:
    """Strings that are missing, empty, doubtful, or that lose a field such as {amount}."""
    wrong = []
    for message in messages:
        forms = (message,) if isinstance(message, str) else message
        found = catalogue.get(forms[0])
        translated: list[str] = []
        if found is not None and not found.fuzzy:
            translated = [found.string] if isinstance(found.string, str) else list(found.string or ())
        wanted = set(FIELDS.findall(forms[-1]))
        if not translated or not all(text and set(FIELDS.findall(text)) == wanted for text in translated):
            wrong.append(forms[0])
    return wrong


def test_no_string_is_missing_from_the_ukrainian_catalogue():
    """Each string has a Ukrainian text with the same fields; plurals have all three forms."""
    messages = in_code()
    assert len(messages) > 100
    assert untranslated(messages, ukrainian()) == []
    plurals = [message for message in ukrainian() if isinstance(message.string, tuple)]
    assert plurals
    assert all(isinstance(message.string, tuple) and len(message.string) == 3 for message in plurals)


def test_a_new_string_is_noticed(tmp_path: Path):
    """A string that nobody translated, or whose field is lost, fails the check above."""
    (tmp_path / "page.py").write_text('_("Brand new words")\n_("Together {total}.")\n', encoding="utf-8")
    catalogue = ukrainian()
    message = catalogue["Together {total}."]
    assert message is not None
    assert untranslated(in_code(tmp_path), catalogue) == ["Brand new words"]
    message.string = "Разом."
    assert sorted(untranslated(in_code(tmp_path), catalogue)) == ["Brand new words", "Together {total}."]


def test_the_catalogue_holds_nothing_that_is_not_used():
    """A string that left the code leaves the catalogue."""
    used = {message if isinstance(message, str) else message[0] for message in in_code()}
    listed = {message.id if isinstance(message.id, str) else message.id[0] for message in ukrainian() if message.id}
    assert listed - used == set()


@pytest.mark.parametrize(
    "path", [*PAGES.glob("*.py"), *(PAGES / "components").glob("*.py")], ids=lambda path: path.name
)
def test_no_words_reach_the_reader_past_the_catalogue(path: Path):
    """No call of Streamlit, or of the page's own filters, figures and tables, is given words that are not looked up."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    # Names and commands that are the same in every language.
    same = {"Кошторис", "Мова · Language", "wide", "horizontal", "large"}
    found = []
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        if not (isinstance(owner, ast.Name) and owner.id in {"st", "filters", "figures", "tables", "captions"}):
            continue
        spoken = {"title", "help", "alt", "placeholder", "label", "body"}
        given = [*call.args[:1], *(word.value for word in call.keywords if word.arg in spoken)]
        found += [
            value.value
            for value in given
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and " " in value.value
        ]
    assert [text for text in found if text not in same and not text.startswith("python -m loaders ")] == []


def test_english_needs_no_catalogue():
    """The English text is the key itself."""
    assert language.catalogue("en").gettext("Spending") == "Spending"
    assert language.catalogue("uk").gettext("Spending") == "Видатки"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 рядок"),
        (2, "2 рядки"),
        (5, "5 рядків"),
        (11, "11 рядків"),
        (21, "21 рядок"),
        (82, "82 рядки"),
        (112, "112 рядків"),
    ],
)
def test_ukrainian_plurals(count: int, words: str):
    """One, few and many, with the exceptions for 11 to 14."""
    text = language.catalogue("uk").ngettext("{count} line, {amount}.", "{count} lines, {amount}.", count)
    assert text.format(count=count, amount="0") == f"{words}, 0."
