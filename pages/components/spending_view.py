"""What the reader chose to see of the spending of an edition."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analytics import places, spending
from analytics.editions import Edition
from analytics.spending import Grouping
from pages.components import captions, formats, kinds, names, words
from pages.components.pickers import Choice


@dataclass(frozen=True)
class View:
    """The lines of an edition in the years and funds chosen, and what they are grouped by.

    `everything`: the lines of all years and funds; `lines`: those chosen, as from `spending.lines`; `printed`: as from
    `places.printed_totals`; `directions`: as from `spending.national_directions` and `spending.national_tasks`.
    """

    choice: Choice
    everything: pd.DataFrame
    lines: pd.DataFrame
    printed: pd.DataFrame
    directions: Mapping[str, str]
    by: Grouping
    years: list[int]
    funds: list[str]
    scale: formats.Scale

    @property
    def edition(self) -> str:
        return self.choice.edition.edition

    @property
    def acts(self) -> dict[str, Edition]:
        return {act.edition: act for act in self.choice.acts}

    @property
    def notes(self) -> list[str]:
        """What a file that leaves the page says of itself."""
        about = map(names.edition, self.choice.counted)
        return [self.choice.programme.title, *about, words.filtered(self.years, self.funds)]

    def source(self, how: str) -> None:
        """The documents that the figures rest on, and how they were got."""
        captions.source(self.choice.counted, how, amounts=bool(self.lines["amount"].notna().any()))

    def name(self, group: str | None) -> str:
        return names.group(group, self.by, self.directions)

    def part_name(self, part: str) -> str:
        return kinds.name(part) if self.by is Grouping.CATEGORY else part

    def places_of(self, group: str | None) -> list[places.Place]:
        return places.of_group(self.printed, self.lines, self.edition, self.by, group, self.years, self.funds)

    def lines_of(self, group: str | None) -> pd.DataFrame:
        return places.of_name(self.lines, self.by, group)

    def part_of(self, group: str | None, part: str | None) -> pd.DataFrame:
        """The lines of a group, or of one part of it."""
        own = self.lines_of(group)
        return own if part is None else own[spending.parts(own, self.by) == part]
