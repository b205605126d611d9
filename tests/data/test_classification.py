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


def test_kinds_stand_in_the_national_list() -> None:
    """Each kind is of a known category and names a task that the list has, or a direction and why it has no task."""
    tasks = {task.task for task in classification.national_tasks()}
    directions = {task.direction for task in classification.national_tasks()}
    for name, kind in LISTED["kinds"].items():
        assert kind["category"] in {"hardware", "software", "services", "protection", "people"}, name
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


def test_patterns_are_for_small_letters() -> None:
    """A capital in a pattern would never fit, since names are looked at in small letters."""
    for rule in (*LISTED["kind_rules"], *LISTED["task_rules"]):
        assert rule["pattern"] == re.sub(r"[A-ZА-ЯІЇЄҐ]", lambda letter: letter[0].lower(), rule["pattern"])
