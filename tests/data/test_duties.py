"""The duties to report, as listed and as rows."""

from pathlib import Path

import pytest

from data import duties, register
from data.contracts import Assessed, AssessmentDirection, Duty
from data.duties import DutiesError

LISTED = [row for row in duties.rows() if isinstance(row, Duty)]


def test_every_duty_of_the_documents_is_listed() -> None:
    """Lines 225 and 238 of the template, twice line 240, and line 528 of the oblast programme."""
    assert [(row.duty_id, row.document_id, row.lines[0]) for row in LISTED] == [
        ("template-quarterly", "template-informatization", "225"),
        ("template-yearly-results", "template-informatization", "238"),
        ("template-yearly-progress-report", "template-informatization", "240"),
        ("template-yearly-results-report", "template-informatization", "240"),
        ("zhytomyr-oblast-yearly", "zhytomyr-oblast-digital", "528"),
    ]


def test_duties_concern_what_the_register_knows() -> None:
    """The template's concern every programme of a hromada, the oblast's own its programme alone."""
    known = register.load()
    assert {row.document_id for row in LISTED} <= {entry.document_id for entry in known.documents}
    assert [(row.level, row.programme_id) for row in LISTED] == [("hromada", None)] * 4 + [
        (None, "zhytomyr-oblast-digital-2022-2024")
    ]
    assert {row.programme_id for row in LISTED} - {None} <= {row.programme_id for row in known.programmes}


def test_the_passages_are_not_among_the_tables_kept() -> None:
    """So they are cited by lines of the whole document: in data/raw these lines are empty, or past the end."""
    for row in LISTED:
        file = next(entry.file for entry in register.load().documents if entry.document_id == row.document_id)
        kept = (register.RAW / str(file)).read_text(encoding="utf-8").splitlines()
        assert all(int(line) > len(kept) or not kept[int(line) - 1].strip() for line in row.lines)


def test_all_directions_of_assessment() -> None:
    """Four, each at its line of the template."""
    found = [row for row in duties.rows() if isinstance(row, AssessmentDirection)]
    assert [(row.direction, row.locator) for row in found] == [
        (Assessed.WORKS, "рядок 230"),
        (Assessed.FUNDING, "рядок 232"),
        (Assessed.RESULTS, "рядок 234"),
        (Assessed.TARGETS, "рядок 236"),
    ]


@pytest.mark.parametrize(
    ("listed", "wrong", "complaint"),
    [
        ("day: 31", "day: 32", "day is out of range"),
        ("    months_after: 2\n    day: 25", "    months_after: 2\n    day: 29", "day is out of range"),
        ("period: quarter", "period: month", "period"),
        ("concerns: {level: hromada}", "concerns: {}", "either a level or a programme_id"),
        ("directions: [works]", "directions: [roads]", "directions"),
        ("id: template-yearly-results\n", "id: template-quarterly\n", "listed twice: template-quarterly"),
        ("      en: progress of tasks, projects and works\n", "", "what → en"),
        ("    targets: рядок 236\n", "", "not named: targets"),
        ("    day: 5\n", "    day: 5\n    weekday: 1\n", "weekday"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused(tmp_path: Path, listed: str, wrong: str, complaint: str) -> None:
    """Real days in every year, known periods and directions, both languages, nothing twice and nothing unknown."""
    text = duties.FILE.read_text(encoding="utf-8")
    assert listed in text
    file = tmp_path / "duties.yml"
    file.write_text(text.replace(listed, wrong, 1), encoding="utf-8")
    with pytest.raises(DutiesError) as refused:
        duties.rows(file)
    assert complaint in str(refused.value)
    assert str(file) in str(refused.value)
