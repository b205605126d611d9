"""The rules that tell what a line buys."""

import re

import pytest

from data import classification, reference

LISTED = reference.load("classification")


@pytest.mark.parametrize("rule", LISTED["kind_rules"], ids=lambda rule: rule["id"])
def test_every_rule_of_kinds_knows_its_example(rule: dict[str, str]) -> None:
    """The example is told by this rule and no earlier one."""
    found = classification.assignment(rule["example"])
    assert (found.kind_rule, found.kind) == (rule["id"], rule["kind"])


@pytest.mark.parametrize("rule", LISTED["task_rules"], ids=lambda rule: rule["id"])
def test_every_rule_of_tasks_knows_its_example(rule: dict[str, str]) -> None:
    """The example's task is told by this rule and no earlier one."""
    found = classification.assignment(rule["example"])
    assert (found.task_rule, found.national_task) == (rule["id"], rule["task"])


def test_every_kind_of_the_list_says_how_it_is_priced() -> None:
    """Parts of computers are not alike, services are bought as a whole; licences and antivirus by the piece."""
    priced = {row.kind: row.priced for row in classification.kinds()}
    assert [priced[kind] for kind in ("pc", "antivirus", "licence")] == ["piece"] * 3
    assert (priced["component"], priced["internet"], priced["accounting_system"]) == ("parts", "whole", "whole")


def test_kinds_stand_in_the_national_list() -> None:
    """Each kind names a task that the list has, or a direction and why it has no task."""
    tasks = {task.task for task in classification.national_tasks()}
    directions = {task.direction for task in classification.national_tasks()}
    for name, kind in LISTED["kinds"].items():
        assert kind.get("task") in tasks or (kind.get("direction") in directions and kind["note"]), name
    assert {rule["kind"] for rule in LISTED["kind_rules"]} == set(LISTED["kinds"])
    assert {rule["task"] for rule in LISTED["task_rules"]} <= tasks


def test_what_no_rule_knows_has_no_class() -> None:
    """Nothing is guessed: unforeseen costs are no kind of thing."""
    assert classification.assignment("Непередбачені експлуатаційні витрати") == classification.Assignment()


def test_the_name_tells_the_task_better_than_the_kind() -> None:
    """Support of the software of the service centre serves the centre, not the functioning of systems in general."""
    name = "Технічна підтримка, оновлення програмного забезпечення для Центру надання адміністративних послуг"
    found = classification.assignment(name)
    assert (found.kind, found.national_task) == ("software_support", "services-02")
    assert found.national_direction == "services"


@pytest.mark.parametrize(
    ("name", "task", "note"),
    [
        ("Технічне обслуговування автоматичної системи пожежогашіння", "governance-03", "пожежогасіння"),
        ('"Облік звернень громадян" (відділ по роботі зі зверненнями громадян)', "governance-08", "звернення"),
        ("Проведення заходу щодо використання відкритих даних (хакатон)", "governance-12", "відкритих даних"),
        ("Придбання та впровадження програмного забезпечення ІС - ПРО", "governance-04", "облікової системи"),
    ],
)
def test_the_nearest_task_only_has_a_note(name: str, task: str, note: str) -> None:
    """Where the national list names no such thing, the note says that the task is the nearest one, and why."""
    found = classification.assignment(name)
    assert found.national_task == task
    assert (found.note or "").startswith("найближче завдання")
    assert note in (found.note or "")


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Персональні комп'ютери/ноутбук", True),
        ("Персональні комп'ютери та монітори", True),
        ("Фотоапарат / об'єктив універсальний", True),
        ("Багатофункціональний пристрій (принтер/сканер)", False),
        ("Багатофункціональний пристрій (формат А3, А4)", False),
        ("Персональні комп'ютери", False),
        ("Моніторинг", False),
    ],
)
def test_several_kinds_in_one_name(name: str, several: bool) -> None:
    """Two things, or words with a slash between them, outside brackets: one quantity for several kinds."""
    assert classification.assignment(name).several_kinds == several


def test_patterns_are_for_small_letters() -> None:
    """A capital in a pattern would never fit, since names are looked at in small letters."""
    for rule in (*LISTED["kind_rules"], *LISTED["task_rules"]):
        assert rule["pattern"] == re.sub(r"[A-ZА-ЯІЇЄҐ]", lambda letter: letter[0].lower(), rule["pattern"])
