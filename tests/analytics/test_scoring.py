"""The method of 2013, by hand, and why it often cannot be applied."""

from typing import Any

import pandas as pd
import pytest

from analytics import scoring
from analytics.scoring import Grade, Obstacle


def row(group: str, year: int, share: float | None, **changed: Any) -> dict[str, Any]:
    """An indicator of a passport; with a share it has an actual value."""
    fields: dict[str, Any] = {"group": group, "fiscal_year": year, "attainment": share, "document_kind": "passport"}
    fields |= {"programme_code": "0217530", "actual": None if share is None else 1, "actual_text": None}
    return fields | changed


def score(*rows: dict[str, Any]) -> scoring.Score:
    """The score of the last year."""
    return scoring.scores(pd.DataFrame(list(rows), dtype=object))[-1]


@pytest.mark.parametrize(
    ("efficiency", "quality", "points", "total", "grade"),
    [
        # before: 1.0 -> 100
        (1.0, 0.9, 25, 215.0, Grade.HIGH),
        (0.99, 1.0, 15, 214.0, Grade.AVERAGE),
        (0.85, 0.9, 15, 190.0, Grade.AVERAGE),
        (0.84, 1.0, 0, 184.0, Grade.LOW),
    ],
)
def test_score(efficiency: float, quality: float, points: int, total: float, grade: Grade) -> None:
    """Mean efficiency x 100 + mean quality x 100 + points for the change against the year before."""
    found = score(row("efficiency", 2021, 1.0), row("efficiency", 2022, efficiency), row("quality", 2022, quality))
    assert (found.points, found.total, found.grade, found.obstacles) == (points, pytest.approx(total), grade, ())


def test_means_of_several() -> None:
    """(1.2 + 0.8) / 2 = 1 and (0.5 + 1.5) / 2 = 1; input and output do not count: 100 + 100 + 25."""
    found = score(
        row("efficiency", 2021, 0.5),
        *(row("efficiency", 2022, share) for share in (1.2, 0.8)),
        *(row("quality", 2022, share) for share in (0.5, 1.5)),
        row("output", 2022, 9.0),
        row("input", 2022, 9.0),
    )
    assert found.total == pytest.approx(225)


@pytest.mark.parametrize(
    ("rows", "obstacles"),
    [
        ([row("efficiency", 2022, 1.0), row("quality", 2022, 1.0)], (Obstacle.NO_PREVIOUS_YEAR,)),
        ([row("efficiency", 2021, 1.0), row("efficiency", 2022, 1.0)], (Obstacle.NO_QUALITY,)),
        (
            [row("efficiency", 2022, None), row("quality", 2022, None)],
            (Obstacle.NO_ACTUALS, Obstacle.NO_PREVIOUS_YEAR),
        ),
        (
            [row("efficiency", 2021, 1.0), row("efficiency", 2022, 1.0), row("quality", 2022, None)],
            (Obstacle.SOME_ACTUALS,),
        ),
        (
            [row("efficiency", 2021, 1.0), row("efficiency", 2022, 1.0), row("quality", 2022, None, actual=0)],
            (Obstacle.NO_INDEX,),
        ),
        ([row("quality", 2022, 1.0)], (Obstacle.NO_EFFICIENCY, Obstacle.NO_PREVIOUS_YEAR)),
        # A year without actual values is no year to compare with.
        (
            [row("efficiency", 2021, None), row("efficiency", 2022, 1.0), row("quality", 2022, 1.0)],
            (Obstacle.NO_PREVIOUS_YEAR,),
        ),
        # Nor is the year before last.
        (
            [row("efficiency", 2020, 1.0), row("efficiency", 2022, 1.0), row("quality", 2022, 1.0)],
            (Obstacle.NO_PREVIOUS_YEAR,),
        ),
    ],
)
def test_what_stands_in_the_way(rows: list[dict[str, Any]], obstacles: tuple[Obstacle, ...]) -> None:
    """Nothing is computed from a part; each obstacle is named."""
    found = score(*rows)
    assert found.obstacles == obstacles
    assert (found.total, found.grade) == (None, None)


def test_only_passports_are_scored() -> None:
    """Programmes have no passport groups to score, nor has a figure without a year."""
    rows = [row("quality", 2022, 1.0, document_kind="programme"), row("quality", 2022, 1.0, fiscal_year=None)]
    assert scoring.scores(pd.DataFrame(rows, dtype=object)) == []
