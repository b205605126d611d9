"""From a figure to the cells behind it: the totals that the documents print, beside the lowest lines."""

from collections.abc import Sequence
from decimal import Decimal

import duckdb
import pandas as pd

from analytics import query
from analytics.frames import total
from analytics.spending import PRINTED, Grouping
from data.contracts import Fund

Place = tuple[str, str]
"""A document and a place in it."""


def printed_totals(connection: duckdb.DuckDBPyConnection, programme_id: str | None) -> pd.DataFrame:
    """Grain: printed total of an edition's acts; UAH. The act that prints the plan comes first, then its changes.

    Columns: edition, document_id, locator, level (programme, spending_unit or task), spending_unit, task (the direction
    where the document names one, as in `spending.lines`), fiscal_year (None for all years), fund (total, general or
    special), amount.
    """
    return query.frame(connection, "printed_totals", programme_id=programme_id)


def totals_of(
    totals: pd.DataFrame,
    edition: str,
    year: int | None,
    fund: str = "total",
    *,
    spending_unit: str | None = None,
    task: str | None = None,
) -> list[Place]:
    """The printed totals of a figure: of the whole programme, or of a spending unit or task; one for each act that
    prints it, the plan first.

    `totals` as from `printed_totals`; a year of None is the total of all years.
    """
    level = "task" if task is not None else "spending_unit" if spending_unit is not None else "programme"
    found = totals[
        (totals["edition"] == edition)
        & (totals["level"] == level)
        & (totals["fund"] == fund)
        & (totals["fiscal_year"].isna() if year is None else totals["fiscal_year"] == year)
    ]
    if level == "spending_unit":
        found = found[found["spending_unit"] == spending_unit]
    if level == "task":
        found = found[found["task"] == task]
    return list(zip(found["document_id"], found["locator"], strict=True))


def of_year(lines: pd.DataFrame, year: int | None, fund: str) -> pd.DataFrame:
    """The lines that a sum of a year and fund is made of; a year of None means those that name no year."""
    in_year = lines["fiscal_year"].isna() if year is None else lines["fiscal_year"] == year
    return lines[in_year & (lines["fund"] == fund)]


def of_year_and_fund(
    totals: pd.DataFrame, lines: pd.DataFrame, edition: str, year: int | None, fund: str
) -> list[Place]:
    """The cells of what the programme costs in a year and fund: its printed totals, or the largest of its lines where
    no act prints one.

    `lines` as from `spending.lines`, with all funds of the year: where none of them says which fund pays, the printed
    total of both is theirs.
    """
    own = of_year(lines, year, fund)
    if year is None:  # what the document prints for all years holds the lines with a year, too
        return largest_line(own)
    funds = set(lines[lines["fiscal_year"] == year]["fund"])
    return totals_of(totals, edition, year, "total" if funds == {"unspecified"} else fund) or largest_line(own)


def of_group(
    totals: pd.DataFrame,
    lines: pd.DataFrame,
    edition: str,
    by: Grouping,
    group: str | None,
    years: Sequence[int] = (),
    funds: Sequence[str] = (),
) -> list[Place]:
    """The cells of a group's sum in some years and funds (all, where none is named): its printed totals, or the largest
    of its lines where no act prints one.

    `lines` as from `spending.lines`, all that are summed. Where no total of all that is shown is printed, its parts
    are: those of each year and fund, as far as they are printed; of each act the largest stands last.
    """
    return printed_parts(totals, lines, edition, by, group, years, funds)[0] or largest_line(of_name(lines, by, group))


def printed_parts(
    totals: pd.DataFrame,
    lines: pd.DataFrame,
    edition: str,
    by: Grouping,
    group: str | None,
    years: Sequence[int] = (),
    funds: Sequence[str] = (),
) -> tuple[list[Place], list[int | None]]:
    """The printed totals that make up a group's sum, and the years of its lines that lack one (None: no year named).

    Arguments as in `of_group`. A total of all years stands for them where each act with lines prints it; else the
    totals of single years do.
    """
    own = of_name(lines, by, group)
    if by not in PRINTED or group is None:
        return [], list(dict.fromkeys(own["fiscal_year"])) if by in PRINTED else []
    named = {} if by is Grouping.FUND else {"spending_unit" if by is Grouping.SPENDING_UNIT else "task": group}
    if by is Grouping.FUND:
        one_fund = not funds and set(lines["fund"]) == {Fund.UNSPECIFIED}
        kinds = [Fund.TOTAL if one_fund else group]
    else:
        kinds = list(funds) or [Fund.TOTAL]
    if not years and len(kinds) == 1:
        whole = totals_of(totals, edition, None, kinds[0], **named)
        if set(own["document_id"]) <= {document_id for document_id, _locator in whole}:
            return whole, []
    found: list[Place] = []
    lacking: list[int | None] = []
    for year in dict.fromkeys(own["fiscal_year"]):
        for fund in kinds:
            part = own[own["fiscal_year"].isna() if year is None else own["fiscal_year"] == year]
            part = part if fund == Fund.TOTAL else part[part["fund"] == fund]
            printed = [] if year is None else totals_of(totals, edition, year, fund, **named)
            found += printed
            if not set(part["document_id"]) <= {document_id for document_id, _locator in printed}:
                lacking.append(year)
    amounts = _amounts(totals)
    acts = list(dict.fromkeys(totals["document_id"]))
    found.sort(key=lambda place: (acts.index(place[0]), abs(amounts[place])))
    return found, sorted(dict.fromkeys(lacking), key=lambda year: (year is None, year or 0))


def of_name(lines: pd.DataFrame, by: Grouping, group: str | None) -> pd.DataFrame:
    """The lines of a group; a group of None means those that name none."""
    return lines[[(name or None) == group for name in lines[by.value]]]


def printed_sum(totals: pd.DataFrame, found: Sequence[Place], lines: pd.DataFrame) -> Decimal | None:
    """What the documents print for a sum of lines, UAH: added over the acts, None unless each act that has lines prints
    its own.

    `found` as from `totals_of` or `of_group`.
    """
    amounts = _amounts(totals)
    acts = {document_id for document_id, _locator in found}
    if not found or not set(found) <= set(amounts) or not set(lines["document_id"]) <= acts:
        return None
    return sum((amounts[place] for place in found), Decimal(0))


def beside_printed(
    groups: pd.DataFrame,
    totals: pd.DataFrame,
    lines: pd.DataFrame,
    edition: str,
    by: Grouping,
    years: Sequence[int] = (),
    funds: Sequence[str] = (),
) -> pd.DataFrame:
    """`groups` as from `spending.grouped`, with the printed totals beside the sums; UAH.

    Columns more: places (as from `of_group`), as_printed and gap (as_printed less amount), None where the total of what
    is shown is not printed; lacking (the years whose total is not, as from `printed_parts`).
    """
    rows = []
    for group, amount in zip(groups["group"], groups["amount"], strict=True):
        found, lacking = printed_parts(totals, lines, edition, by, group, years, funds)
        own = of_name(lines, by, group)
        printed = None if lacking else printed_sum(totals, found, own)
        gap = None if printed is None or amount is None else printed - amount
        rows.append((found or largest_line(own), printed, gap, lacking))
    columns = pd.DataFrame(rows, columns=["places", "as_printed", "gap", "lacking"], dtype=object, index=groups.index)
    return groups.join(columns)


def against_lines(totals: pd.DataFrame, lines: pd.DataFrame, edition: str, fund: str = "total") -> pd.DataFrame:
    """Grain: fiscal year of the lines; UAH. Columns: fiscal_year, by_lines, as_printed (None where none is printed).

    `lines` as from `spending.lines`, of one fund or of all.
    """
    found = []
    for year in dict.fromkeys(lines["fiscal_year"]):
        part = lines[lines["fiscal_year"].isna() if year is None else lines["fiscal_year"] == year]
        printed = printed_sum(totals, totals_of(totals, edition, year, fund), part) if year else None
        found.append({"fiscal_year": year, "by_lines": total(part["amount"]), "as_printed": printed})
    return pd.DataFrame(found, columns=["fiscal_year", "by_lines", "as_printed"], dtype=object)


def largest_line(lines: pd.DataFrame) -> list[Place]:
    """The largest of some lowest lines; none where none prints an amount. `lines` as from `spending.lines`."""
    known = [row for row in lines.to_dict("records") if row["amount"] is not None]
    largest = sorted(known, key=lambda row: abs(row["amount"]), reverse=True)[:1]
    return [(row["document_id"], row["locator"]) for row in largest]


def _amounts(totals: pd.DataFrame) -> dict[Place, Decimal]:
    return {(row["document_id"], row["locator"]): row["amount"] for row in totals.to_dict("records")}
