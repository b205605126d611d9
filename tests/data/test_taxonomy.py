"""The national taxonomy and the directions of assessment: reference data that comes from documents."""

import pytest

from data import reference, register
from data.contracts import Statement, Topic
from loaders.acts import acts_of
from loaders.documents import template
from loaders.readers import tab_text

REAL = register.RAW / "004_81b71e24c70a5f0e.txt"


@pytest.fixture(scope="module")
def statements() -> tuple[Statement, ...]:
    """What the template itself states."""
    (act,) = acts_of(tab_text.read(REAL), [template])
    return template.read(act, "template-informatization").statements


def test_taxonomy_is_what_the_template_prints(statements: tuple[Statement, ...]) -> None:
    """Text by text and place by place, the taxonomy is the template's list: 4 directions, 43 tasks."""
    taxonomy = reference.load("national_taxonomy")
    listed: list[tuple[str | None, str | None, str, str]] = []
    for direction in taxonomy["directions"]:
        listed.append((direction["number"], None, direction["text"], direction["locator"]))
    for direction in taxonomy["directions"]:
        listed += [(None, direction["number"], task["text"], task["locator"]) for task in direction["tasks"]]
    topics = (Topic.PRIORITY_DIRECTION, Topic.PRIORITY_TASK)
    assert listed == [(row.number, row.parent, row.text, row.locator) for row in statements if row.topic in topics]
    assert len(listed) == 47
    assert {row.document_id for row in statements} == {taxonomy["document_id"]}


def test_taxonomy_ids() -> None:
    """Ids are stable names: unique, and those of tasks are their direction's with a number in order."""
    directions = reference.load("national_taxonomy")["directions"]
    assert [direction["id"] for direction in directions] == [
        "governance",
        "services",
        "infrastructure",
        "economy-skills",
    ]
    for direction in directions:
        expected = [f"{direction['id']}-{number:02}" for number in range(1, len(direction["tasks"]) + 1)]
        assert [task["id"] for task in direction["tasks"]] == expected


def test_assessment_refers_to_the_template(statements: tuple[Statement, ...]) -> None:
    """What is assessed is named by its places in the template."""
    assessment = reference.load("reporting_duties")["assessment"]
    assert list(assessment["directions"].values()) == [
        row.locator for row in statements if row.topic is Topic.ASSESSMENT_DIRECTION
    ]
    assert assessment["document_id"] == "template-informatization"
