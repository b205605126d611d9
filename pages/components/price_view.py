"""What the reader chose to see of the prices of an edition."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.spending import Grouping
from pages.components import formats, kinds, links, names
from pages.components.language import _
from pages.components.pickers import Choice


@dataclass(frozen=True)
class View:
    """The lines of an edition with a price, in the years and of the kind chosen (all, where none is).

    `lines` as from `price_medians.against_median`; `spread` as from `price_medians.spread`.
    """

    choice: Choice
    lines: pd.DataFrame
    spread: pd.DataFrame
    kind: str | None
    years: list[int]

    @property
    def notes(self) -> list[str]:
        """What a file that leaves the page says of itself."""
        chosen = _("Years: {years}. Kind: {kind}.").format(
            years=formats.years(self.years) if self.years else _("all"),
            kind=kinds.name(self.kind) if self.kind else _("all"),
        )
        return [self.choice.programme.title, *map(names.edition, self.choice.counted), chosen]


def who(row: Any) -> str:
    """The spending unit of a line."""
    return unit_name(row.spending_unit)


def unit_name(unit: str | None) -> str:
    """A spending unit, or that none is named."""
    return unit or names.group(None, Grouping.SPENDING_UNIT, {})


def point(row: Any) -> str:
    """The name of a line and year in the address."""
    return f"{row.document_id}/{row.row_no}/{row.fiscal_year or ''}"


def cell(row: Any) -> str:
    """The address of the amount of a line."""
    return links.document(row.document_id, row.locator)


def price(amount: Any) -> str:
    """A price with its unit."""
    return formats.money(amount, formats.HRYVNIAS)
