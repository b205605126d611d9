"""One line of a table of measures, and where in the programme it stands."""

from dataclasses import dataclass

from data.contracts import Level
from loaders.rows import Row


@dataclass(frozen=True, slots=True)
class Place:
    """The direction, spending unit and task that a row without names of its own belongs to."""

    direction: str | None = None
    unit: str | None = None
    unit_has_total: bool = False
    task: str | None = None
    section: str | int | None = None
    """The spending unit, or the row whose name may be one; numbers may start anew in each, and in each task."""

    @property
    def level(self) -> Level:
        """The smallest part of the programme that is named here."""
        levels = ((self.task, Level.TASK), (self.unit, Level.SPENDING_UNIT), (self.direction, Level.SPENDING_DIRECTION))
        return next((level for name, level in levels if name), Level.PROGRAMME)

    @property
    def name(self) -> str | None:
        return self.task or self.unit or self.direction


@dataclass(frozen=True, slots=True)
class Line:
    """What a row is about, before its amounts."""

    row: Row
    level: Level
    name: str
    code: str | None = None
    here: Place = Place()
    funding_source: str | None = None
    is_total: bool = False
    heads: bool = False
    """Whether the row names only a unit or a task, beside an empty column of measures."""
    goes_on: bool = False
    """Whether the row has no name, and says who pays for the line above it."""
    adds_up_above: bool = False
    """Whether the row says only that it is a total."""

    @property
    def parent_code(self) -> str | None:
        return self.code.rpartition(".")[0] or None if self.code else None

    def is_under(self, other: "Line") -> bool:
        """Whether the row belongs to the unit or task that another row names."""
        same_unit = self.here.section == other.here.section and self.level is not Level.PROGRAMME
        return same_unit and other.here.task in (None, self.here.task)
