"""The workbook for entering actual values: what its sheets hold, for writing it and for reading it back.

Each line of the two entry sheets carries a key in its first, hidden column. A hidden sheet lists the keys with what
they stand for, so that rows may be sorted, left empty or removed, and an overwritten name is noticed.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from data.contracts import Fund, IndicatorGroup

MARKER = "koshtorys: actual values"
VERSION = "1"
"""Raised when sheets or columns change so that an older workbook would be read wrongly."""

KEYS_SHEET = "Ключі"
HOW_TO_SHEET = "Як заповнювати"
KEY_HEADING = "Ключ рядка (не змінюйте)"
LONGEST_TEXT = 500

GROUPS = {
    None: "",
    IndicatorGroup.INPUT: "затрат",
    IndicatorGroup.OUTPUT: "продукту",
    IndicatorGroup.EFFICIENCY: "ефективності",
    IndicatorGroup.QUALITY: "якості",
}
FUNDS = {
    None: "",
    Fund.GENERAL: "загальний",
    Fund.SPECIAL: "спеціальний",
    Fund.TOTAL: "разом",
    Fund.UNSPECIFIED: "не поділено",
}


class Part(StrEnum):
    """An entry sheet, by its name."""

    INDICATORS = "Показники"
    CASH = "Видатки"


class Entry(StrEnum):
    """What is entered for a line, by its heading; units are in the heading."""

    ACTUAL = "Фактичне значення"
    CASH = "Касові видатки, грн"
    AS_OF = "Станом на"
    SOURCE = "Джерело"
    COMMENT = "Коментар"


ENTRIES: dict[Part, tuple[Entry, ...]] = {
    Part.INDICATORS: (Entry.ACTUAL, Entry.AS_OF, Entry.SOURCE, Entry.COMMENT),
    Part.CASH: (Entry.CASH, Entry.AS_OF, Entry.COMMENT),
}
"""The columns to fill in; the first holds the figure, without which the others are not read."""


@dataclass(frozen=True)
class Line:
    """One line of an entry sheet: the figure of one year that somebody is to report, and what was planned for it."""

    key: str
    part: Part
    name: str
    line_code: str | None = None
    group: IndicatorGroup | None = None
    task: str | None = None
    measure: str | None = None
    unit: str | None = None
    spending_unit: str | None = None
    fund: Fund | None = None
    fiscal_year: int | None = None
    takes_words: bool = False
    """Whether the target is words, so that the actual value may be words too."""
    planned: Decimal | str | None = None
    """The target as printed; the plan in UAH, or the words printed in its place."""
    planned_kind: str = ""
    document: str = ""
    place: str = ""

    def labels(self) -> dict[str, str]:
        """Heading -> text of the columns that tell which figure is meant, in the order of the sheet."""
        part_of = "; ".join(filter(None, [self.task, self.measure]))
        when = {"Фонд": FUNDS[self.fund], "Рік": str(self.fiscal_year) if self.fiscal_year else "уся програма"}
        if self.part is Part.CASH:
            about = {"Частина програми": part_of, "Розпорядник коштів": self.spending_unit or ""}
            return {"№": self.line_code or "", "Напрям, завдання або захід": self.name} | about | when
        about = {
            "Група": GROUPS[self.group],
            "Завдання або захід програми": part_of,
            "Одиниця виміру": self.unit or "",
        }
        return {"№": self.line_code or "", "Показник": self.name} | about | when

    def described(self) -> dict[str, str | Decimal]:
        """Heading -> all columns that are filled in, in the order of the sheet: the labels, what was planned, where."""
        planned = "" if self.planned is None else self.planned
        if self.part is Part.CASH:
            return {**self.labels(), "План, грн": planned, "Що надруковано": self.planned_kind, **self._origin()}
        return {**self.labels(), "Ціль (як надруковано)": planned, **self._origin()}

    def _origin(self) -> dict[str, str]:
        return {"Документ": self.document, "Місце": self.place}
