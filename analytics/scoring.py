"""How effective a budget programme was in a year, by the method of 2013 (Ministry of Finance, letter
31-05110-14-5/27486).

I(eff) is the mean of the indices of efficiency indicators x 100, I(qual) that of quality indicators; an index is actual
/ target where more is better, target / actual where less is. 25 points are added where I(eff) is at least that of the
year before, 15 where it is at least 0.85 of it. 215 and above is high, 190 and above average, less is low. Where a part
of this is not known, nothing is computed, and the obstacles are named.
"""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

_HIGH, _AVERAGE = 215, 190
_PARTLY = 0.85


class Grade(StrEnum):
    HIGH = "high"
    AVERAGE = "average"
    LOW = "low"


class Obstacle(StrEnum):
    """Why a year cannot be scored."""

    NO_EFFICIENCY = "no_efficiency"
    NO_QUALITY = "no_quality"
    NO_ACTUALS = "no_actuals"
    SOME_ACTUALS = "some_actuals"
    NO_INDEX = "no_index"
    NO_PREVIOUS_YEAR = "no_previous_year"


@dataclass(frozen=True)
class Part:
    """The indicators of one group in a year: how many there are, how many have an actual value, how many an index, and
    the mean index x 100 where all have one."""

    indicators: int
    reported: int
    indexed: int
    mean: float | None


@dataclass(frozen=True)
class Score:
    """One budget programme in one year. `points` for the change of I(eff); `total` and `grade` where nothing stands in
    the way."""

    programme_code: str | None
    fiscal_year: int
    efficiency: Part
    quality: Part
    efficiency_before: float | None
    points: int | None
    total: float | None
    grade: Grade | None
    obstacles: tuple[Obstacle, ...]


def scores(frame: pd.DataFrame) -> list[Score]:
    """A score of every budget programme and year of the passports in `frame`, which is as from
    `indicators.attainment`, of the whole programme and all years."""
    passports = frame[frame["document_kind"].isin(["passport", "execution_report"]) & frame["fiscal_year"].notna()]
    found = []
    for code, own in passports.groupby("programme_code", dropna=False, sort=True):
        before: dict[int, float | None] = {}
        for year in sorted(int(year) for year in set(own["fiscal_year"])):
            of_year = own[own["fiscal_year"] == year]
            efficiency, quality = _part(of_year, "efficiency"), _part(of_year, "quality")
            found.append(_score(None if pd.isna(code) else str(code), year, efficiency, quality, before.get(year - 1)))
            before[year] = efficiency.mean
    return found


def _part(of_year: pd.DataFrame, group: str) -> Part:
    own = of_year[of_year["group"] == group]
    indices = [share for share in own["attainment"] if share is not None]
    whole = len(own) > 0 and len(indices) == len(own)
    reported = int((own["actual"].notna() | own["actual_text"].notna()).sum())
    return Part(len(own), reported, len(indices), sum(indices) / len(indices) * 100 if whole else None)


def _score(code: str | None, year: int, efficiency: Part, quality: Part, before: float | None) -> Score:
    obstacles = tuple(_obstacles(efficiency, quality, before))
    if obstacles or efficiency.mean is None or quality.mean is None or not before:
        return Score(code, year, efficiency, quality, before, None, None, None, obstacles)
    change = efficiency.mean / before
    points = 25 if change >= 1 else 15 if change >= _PARTLY else 0
    total = efficiency.mean + quality.mean + points
    grade = Grade.HIGH if total >= _HIGH else Grade.AVERAGE if total >= _AVERAGE else Grade.LOW
    return Score(code, year, efficiency, quality, before, points, total, grade, ())


def _obstacles(efficiency: Part, quality: Part, before: float | None) -> list[Obstacle]:
    found = []
    if not efficiency.indicators:
        found.append(Obstacle.NO_EFFICIENCY)
    if not quality.indicators:
        found.append(Obstacle.NO_QUALITY)
    parts = [part for part in (efficiency, quality) if part.indicators]
    if parts and not any(part.reported for part in parts):
        found.append(Obstacle.NO_ACTUALS)
    elif any(part.reported < part.indicators for part in parts):
        found.append(Obstacle.SOME_ACTUALS)
    elif any(part.indexed < part.indicators for part in parts):
        found.append(Obstacle.NO_INDEX)
    if not before:
        found.append(Obstacle.NO_PREVIOUS_YEAR)
    return found
