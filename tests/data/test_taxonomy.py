"""The national taxonomy and the reporting duties: reference data that comes from documents."""

from datetime import date
from typing import Any

import pytest

from data import reference, register
from data.contracts import Statement, Topic
from loaders.acts import acts_of
from loaders.documents import template
from loaders.readers import tab_text

REAL = register.RAW / "004_81b71e24c70a5f0e.txt"
DUTIES: list[dict[str, Any]] = reference.load("reporting_duties")["duties"]


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


@pytest.mark.parametrize(
    ("duty", "period_ends", "due"),
    [
        ("template-quarterly", date(2026, 3, 31), date(2026, 4, 5)),
        ("template-quarterly", date(2026, 12, 31), date(2027, 1, 5)),
        ("template-yearly-results", date(2026, 12, 31), date(2027, 1, 31)),
        ("template-yearly-progress-report", date(2026, 12, 31), date(2027, 3, 1)),
        ("template-yearly-results-report", date(2026, 12, 31), date(2027, 3, 1)),
        ("zhytomyr-oblast-yearly", date(2026, 12, 31), date(2027, 2, 25)),
    ],
)
def test_days_that_are_due(duty: str, period_ends: date, due: date) -> None:
    """Each duty falls on the day that its document names."""
    (listed,) = (entry for entry in DUTIES if entry["id"] == duty)
    month = period_ends.month + listed["months_after"]
    assert date(period_ends.year + (month - 1) // 12, (month - 1) % 12 + 1, listed["day"]) == due


def test_duties() -> None:
    """Ids are unique, documents registered, periods known, days real, and every text stands in both languages."""
    documents = {entry.document_id for entry in register.load().documents}
    assert len({duty["id"] for duty in DUTIES}) == len(DUTIES) == 5
    for duty in DUTIES:
        assert duty["document_id"] in documents
        assert duty["period"] in ("quarter", "year")
        for ends in (3, 6, 9, 12) if duty["period"] == "quarter" else (12,):
            month = ends + duty["months_after"]
            assert date(2026 + (month - 1) // 12, (month - 1) % 12 + 1, duty["day"])
        for words in ("from", "to", "what", *(name for name in ("form", "note") if name in duty)):
            assert set(duty[words]) == {"uk", "en"}
            assert all(duty[words].values())


def test_assessment_refers_to_the_template(statements: tuple[Statement, ...]) -> None:
    """What is assessed is named by its places in the template."""
    assessment = reference.load("reporting_duties")["assessment"]
    assert assessment["locators"] == [row.locator for row in statements if row.topic is Topic.ASSESSMENT_DIRECTION]
    assert assessment["document_id"] == "template-informatization"
