"""The ministry's template of a programme, document 004."""

from collections import Counter
from pathlib import Path

import pytest

from data.contracts import DocumentKind, DocumentStatus, Statement, Topic
from data.register import RAW
from loaders.acts import Act, acts_of
from loaders.documents import template
from loaders.facts import Facts
from loaders.readers import tab_text
from loaders.rows import Row, Source

REAL = RAW / "004_81b71e24c70a5f0e.txt"
TITLE = "Типовий проект програми, проекту, робіт з інформатизації органу місцевого самоврядування"


def acts(text: str) -> list[Act]:
    rows = tuple(Row(number, (line,)) for number, line in enumerate(text.split("\n"), start=1))
    return acts_of(Source("document.txt", "0" * 64, rows), [template])


def read(text: str) -> Facts:
    (act,) = acts(text)
    return template.read(act, "a")


@pytest.fixture(scope="module")
def real() -> Facts:
    (act,) = acts_of(tab_text.read(REAL), [template])
    return template.read(act, "a")


def of(facts: Facts, topic: Topic) -> list[Statement]:
    return [statement for statement in facts.statements if statement.topic is topic]


def test_act() -> None:
    """The file is one template, titled by its two lines in bold."""
    (act,) = acts_of(tab_text.read(REAL), [template])
    assert (act.kind, act.status, act.title) == (DocumentKind.TEMPLATE, DocumentStatus.TEMPLATE, TITLE)


def test_how_much_there_is(real: Facts) -> None:
    """Counted by hand: 10 fields and 3 parts of the tenth, 4 directions, 12 + 11 + 9 + 11 tasks, 2 and 4 lines."""
    assert Counter(statement.topic for statement in real.statements) == {
        Topic.PASSPORT_FIELD: 13,
        Topic.PRIORITY_DIRECTION: 4,
        Topic.PRIORITY_TASK: 43,
        Topic.COVERAGE_TARGET: 2,
        Topic.ASSESSMENT_DIRECTION: 4,
    }
    assert Counter(task.parent for task in of(real, Topic.PRIORITY_TASK)) == {"1": 12, "2": 11, "3": 9, "4": 11}


def test_directions(real: Facts) -> None:
    """The four directions, numbered in order, without the marks at their ends, each at its line."""
    assert [(row.number, row.text, row.locator) for row in of(real, Topic.PRIORITY_DIRECTION)] == [
        ("1", "цифрова трансформація управління територіальною громадою", "рядок 91"),
        ("2", "цифровізація публічних послуг", "рядок 93"),
        ("3", "розбудова інфраструктури інформатизації територіальної громади", "рядок 95"),
        ("4", "стимулювання зростання цифрової економіки та розвиток цифрової грамотності", "рядок 97"),
    ]


@pytest.mark.parametrize(
    ("line", "parent", "text"),
    [
        (109, "1", "адміністрування інформаційно-комунікаційних систем"),
        (127, "2", "проведення реінжинірингу публічних послуг, у тому числі адміністративних та соціальних"),
        (
            167,
            "3",
            "впровадження систем енергозбереження та моніторингу енергоефективності для об'єктів комунальної власності",
        ),
        (187, "4", "впровадження програм цифрової грамотності в закладах освіти"),
    ],
)
def test_tasks(real: Facts, line: int, parent: str, text: str) -> None:
    """A task stands at its line under its direction."""
    (task,) = (row for row in of(real, Topic.PRIORITY_TASK) if row.row_no == line)
    assert (task.parent, task.text, task.number) == (parent, text, None)


def test_printed_is_the_line(real: Facts) -> None:
    """What is printed is the whole line, mark and all."""
    lines = REAL.read_text(encoding="utf-8").split("\n")
    for statement in real.statements:
        assert statement.printed == lines[statement.row_no - 1]


def test_passport_fields(real: Facts) -> None:
    """Blanks are blanks: a field is its name; sources of money are parts of the tenth; blank years are no field."""
    fields = [(row.number, row.parent, row.text) for row in of(real, Topic.PASSPORT_FIELD)]
    assert fields[0] == ("1", None, "Найменування територіальної громади")
    assert fields[5] == ("6", None, "Розробник Програми")
    assert fields[9:] == [
        ("10", None, "Джерела та обсяги фінансування"),
        (None, "10", "Загальний обсяг, тис. грн"),
        (None, "10", "місцевий бюджет"),
        (None, "10", "інші джерела"),
    ]
    assert not any("_" in text for _, _, text in fields)


def test_coverage_targets(real: Facts) -> None:
    """The two lines with a share keep their numbers."""
    enterprises, residents = of(real, Topic.COVERAGE_TARGET)
    assert enterprises.locator == "рядок 209"
    assert enterprises.text.startswith("підключено 100 відсотків комунальних підприємств, установ та організацій")
    assert residents.text == (
        "95 відсотків населення територіальної громади мають покриття мобільним широкосмуговим доступом до мережі "
        "Інтернет"
    )


def test_assessment(real: Facts) -> None:
    """Four directions of assessment, in the order of the document."""
    assert [row.locator for row in of(real, Topic.ASSESSMENT_DIRECTION)] == [
        "рядок 230",
        "рядок 232",
        "рядок 234",
        "рядок 236",
    ]


def test_rows_as_printed(real: Facts) -> None:
    """Every statement has its line of text among the rows as printed; headings and notes stand with them."""
    rows = {row.row_no: row for row in real.source_rows}
    assert {statement.row_no for statement in real.statements} == {
        number for number, row in rows.items() if row.role == "data"
    }
    assert {(row.table_no, row.table_kind) for row in rows.values()} == {(0, "text")}
    assert (rows[99].role, rows[18].role) == ("heading", "note")


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        f"**{TITLE}**",
        "**Типовий проект програми\n, проекту, робіт з інформатизації органу місцевого самоврядування**",
        "ТИПОВИЙ ПРОЄКТ ПРОГРАМИ, ПРОЄКТУ, РОБІТ\nЗ ІНФОРМАТИЗАЦІЇ ОРГАНУ МІСЦЕВОГО САМОВРЯДУВАННЯ",
    ],
)
def test_title_as_it_breaks(title: str) -> None:
    """The title is told in bold or plain, in capitals, in the new spelling, and wherever its line breaks."""
    (act,) = acts(f"Додаток\n\n{title}\n\nI. Паспорт\n")
    assert act.kind is DocumentKind.TEMPLATE
    assert act.title.casefold().replace("проєкт", "проект").replace(" ,", ",") == TITLE.casefold()


@pytest.mark.parametrize(
    "line",
    [
        "Програма розроблена відповідно до Типового проекту програми, проекту, робіт з інформатизації",
        "Типовий проект програми затверджено Міністерством цифрової трансформації України",
        "Проект програми з інформатизації Н-ської міської територіальної громади",
        "I. Паспорт програми, проекту, робіт з інформатизації органу місцевого самоврядування",
        "Типовий проект школи",
    ],
)
def test_programme_that_follows_the_template(line: str) -> None:
    """A document that only names the template, or has its headings, is not the template."""
    assert not template.is_heading(Row(1, (line,)))


def test_wrapped_lines() -> None:
    """Lists of a page whose lines wrap: an item, or the name of a direction, goes on where it has not ended."""
    facts = read(f"""{TITLE}
До пріоритетних напрямів інформатизації територіальної громади належать*:
цифровізація публічних
послуг;
розвиток грамотності.
Пріоритетний напрям «Цифровізація публічних
послуг» містить такі завдання*:
оцифрування реєстрів відповідно до
Постанови;
портал.
Перелік завдань формується за формою.
""")
    assert [(row.topic, row.number, row.parent, row.text, row.locator) for row in facts.statements] == [
        (Topic.PRIORITY_DIRECTION, "1", None, "цифровізація публічних послуг", "рядок 3"),
        (Topic.PRIORITY_DIRECTION, "2", None, "розвиток грамотності", "рядок 5"),
        (Topic.PRIORITY_TASK, None, "1", "оцифрування реєстрів відповідно до Постанови", "рядок 8"),
        (Topic.PRIORITY_TASK, None, "1", "портал", "рядок 10"),
    ]


def test_whole_document(tmp_path: Path) -> None:
    """Prose between the lists is neither a task nor a target."""
    lines = REAL.read_text(encoding="utf-8").split("\n")
    lines[31] = "II. Загальні положення"
    lines[192] = (
        "Перелік завдань, проектів, робіт з інформатизації на три роки формується за формою згідно з додатком 1."
    )
    lines[198] = "Очікувані результати виконання Програми*:"
    lines[200] = "забезпечено розвиток публічних послуг і сервісів на основі цифровізації;"
    lines[228] = "Оцінка результативності виконання Програми проводиться за напрямами:"
    path = tmp_path / "whole.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    (act,) = acts_of(tab_text.read(path), [template])
    assert len(template.read(act, "a").statements) == 66
