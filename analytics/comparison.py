"""How programmes and hromadas differ: what they cost in all, a year and a resident, and what they buy.

A compared plan is a programme by its edition in force (never a draft), or the passport of a budget programme: another
scope, of one year, that stands beside the programme it serves and is no part of it. Its id in the column `plan` is the
programme's, or the passport's document.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

import duckdb
import pandas as pd

from analytics import editions, places, query, spending
from analytics.frames import records, total
from analytics.spending import Grouping
from data import outside
from data.outside import HromadaPopulation, PriceIndex

_KOPIYKA = Decimal("0.01")
_COUNT = {
    "population_kind": "kind",
    "territory": "territory",
    "age_from": "age_from",
    "doubtful": "doubtful",
    "source_document": "document_id",
    "source_locator": "locator",
    "source": "source",
}
"""What is told of a count of people: column -> that of `populations`."""


class Basis(StrEnum):
    """What the total of a plan is made of."""

    LINES = "lines"
    PRINTED = "printed"


@dataclass(frozen=True)
class Prices:
    """Prices of one year by an index. `factors`: fiscal year -> what its amounts are multiplied by."""

    year: int
    factors: Mapping[int, Decimal]
    name: str
    source: str


def prices(index: PriceIndex) -> Prices:
    """The prices of the last year of an index; a chain back to the year before its first one."""
    per_cent = {entry.year: entry.per_cent for entry in index.years}
    last = max(per_cent)
    factors = {last: Decimal(1)}
    for year in sorted(per_cent, reverse=True):
        factors[year - 1] = factors[year] * per_cent[year] / 100
    return Prices(last, factors, index.name, index.source)


def plans(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Grain: plan that can be compared; programmes first.

    Columns: plan, is_passport, programme_id, document_id (the edition in force, None where there is none, or the
    passport), title, short_title (of the programme), hromada, first_year, last_year (of the programme's term), code (of
    a passport's budget programme).
    """
    return query.frame(connection, "compared_plans")


def lines(connection: duckdb.DuckDBPyConnection, at: Prices | None = None) -> pd.DataFrame:
    """Grain: printed lowest-line amount that counts in a plan; UAH of its year, or in the prices `at`.

    Columns: plan, document_id, locator, printed, row_no, line_code, name, fiscal_year, fund, amount, funding_note,
    kind, category, national_direction; as in `spending.lines`.
    """
    compared = plans(connection)
    frame = query.frame(
        connection,
        "compared_lines",
        editions=[row.document_id for row in records(compared) if row.document_id and not row.is_passport],
        passports=[row.document_id for row in records(compared) if row.is_passport],
    )
    return frame if at is None else in_prices(frame, at)


def in_prices(frame: pd.DataFrame, at: Prices) -> pd.DataFrame:
    """The lines in prices of one year, each rounded to the kopiyka, so that every grouping has the same sum.

    A plan with a year that the index does not reach is unknown in whole: the sum of the rest would pass for all of it.
    """
    known = frame["amount"].notna()
    beyond = {row.plan for row in records(frame[known]) if row.fiscal_year not in at.factors}
    amounts: list[Any] = [
        None
        if row.amount is None or row.plan in beyond
        else (row.amount * at.factors[row.fiscal_year]).quantize(_KOPIYKA, ROUND_HALF_UP)
        for row in records(frame)
    ]
    return frame.assign(amount=amounts)


def populations(
    connection: duckdb.DuckDBPyConnection, added: Sequence[HromadaPopulation] | None = None
) -> pd.DataFrame:
    """Grain: year of one count of a hromada's people. `added`: from outside the documents, those of the reference list
    unless told otherwise; they come first.

    Columns: hromada, document_id, locator, territory, age_from (None: everybody), year, persons, kind (observed or
    published_projection), doubtful (a check doubts what is counted), source (of a figure from outside).
    """
    printed = query.frame(connection, "compared_populations")
    listed = outside.populations() if added is None else added
    rows = [
        {**entry.model_dump(), "kind": entry.kind.value, "territory": entry.hromada, "doubtful": False}
        for entry in sorted(listed, key=lambda entry: (entry.age_from is not None, entry.age_from or 0, entry.year))
    ]
    blank = dict.fromkeys(printed.columns)
    return pd.DataFrame(
        [*({**blank, **row} for row in rows), *printed.to_dict("records")], columns=printed.columns, dtype=object
    )


def programmes(
    connection: duckdb.DuckDBPyConnection,
    at: Prices | None = None,
    added: Sequence[HromadaPopulation] | None = None,
) -> pd.DataFrame:
    """Grain: compared plan; UAH, in the prices `at` where they are given.

    Columns: those of `plans`, and

    - amount: the sum of its lowest lines, or the printed total where no line prints an amount (then `basis` says so);
      None where neither is printed, or where `at` does not reach each of its years;
    - basis: of `Basis`; as_printed: the printed total, UAH of its years; cell: where it stands, as (document, place);
    - years: those that the amount is for; per_year: the amount divided by their number;
    - lines: lowest ones, those of changes among them, None where no table of measures was read; without_amount: those
      of them that print none in any year; notes: the words printed in their place;
    - resident_years: the people of all years added up; per_resident: the amount divided by them, UAH a resident a year;
      population_kind (published_projection where any year is one), territory, age_from, doubtful, source_document,
      source_locator, source: as in `populations`.
    """
    nominal, real = lines(connection), lines(connection, at)
    stated = query.frame(connection, "compared_totals")
    people = populations(connection, added)
    found = []
    for plan in records(plans(connection)):
        own = nominal[nominal["plan"] == plan.plan]
        own_stated = stated[stated["document_id"] == plan.document_id]
        as_printed, cell = _printed(connection, plan, own, own_stated)
        basis = Basis.LINES if own["amount"].notna().any() else None if as_printed is None else Basis.PRINTED
        years = _years(plan, own, own_stated)
        amount = None
        if basis is Basis.LINES:
            amount = total(real[real["plan"] == plan.plan]["amount"])
        elif basis is Basis.PRINTED and at is None:
            amount = as_printed
        per_line = own.groupby(["document_id", "row_no"])["amount"].count()
        counted = _people_of(people, plan.hromada, years)
        residents = None if counted is None else sum(counted["persons"])
        found.append(
            {
                **plan._asdict(),
                "amount": amount,
                "basis": basis,
                "as_printed": as_printed,
                "cell": cell,
                "years": years,
                "per_year": _divided(amount, len(years)),
                "lines": len(per_line) or None,
                "without_amount": int((per_line == 0).sum()) if len(per_line) else None,
                "notes": tuple(dict.fromkeys(note for note in own["funding_note"] if note)),
                "resident_years": residents,
                "per_resident": _divided(amount, residents),
                **_about(counted),
            }
        )
    return pd.DataFrame(found, dtype=object)


def by_year(
    connection: duckdb.DuckDBPyConnection,
    at: Prices | None = None,
    added: Sequence[HromadaPopulation] | None = None,
) -> pd.DataFrame:
    """Grain: compared plan x fiscal year; UAH, in the prices `at` where they are given.

    Columns: plan, fiscal_year (None for lines that print only a total of all years), amount (None where none is printed
    for the year), persons (of that year), per_resident, population_kind, territory, age_from, doubtful,
    source_document, source_locator, source; cell: the printed total of the year, else the largest line.
    """
    nominal, real = lines(connection), lines(connection, at)
    stated = query.frame(connection, "compared_totals")
    people = populations(connection, added)
    found = []
    for plan in records(programmes(connection, at, added)):
        own = real[real["plan"] == plan.plan]
        printed = stated[(stated["document_id"] == plan.document_id) & stated["fiscal_year"].notna()]
        sums = own if plan.basis is not Basis.PRINTED else printed if at is None else printed.iloc[:0]
        counted = _people_of(people, plan.hromada, plan.years)
        totals = _printed_totals(connection, plan)
        without_year = [None] if sums[sums["fiscal_year"].isna()]["amount"].notna().any() else []
        for year in [*plan.years, *without_year]:
            in_year = sums["fiscal_year"].isna() if year is None else sums["fiscal_year"] == year
            amount = total(sums[in_year]["amount"])
            of_year = None if counted is None or year is None else counted[counted["year"] == year]
            persons = None if of_year is None else int(of_year["persons"].iloc[0])
            found.append(
                {
                    "plan": plan.plan,
                    "fiscal_year": year,
                    "amount": amount,
                    "persons": persons,
                    "per_resident": _divided(amount, persons),
                    **_about(of_year),
                    "cell": _cell_of_year(plan, totals, nominal, stated, year),
                }
            )
    columns = ["plan", "fiscal_year", "amount", "persons", "per_resident", *_COUNT, "cell"]
    return pd.DataFrame(found, columns=columns, dtype=object)


def shares(frame: pd.DataFrame, by: Grouping) -> pd.DataFrame:
    """Grain: compared plan x group. `frame` as from `lines`; `by`: national_direction, category or kind.

    Columns: plan; group, amount (UAH), share (of the plan's money), lines, without_amount as in `spending.grouped`;
    share_of_lines (of the plan's lines, which plans without amounts have too); cell: the largest of its lines.
    """
    columns = ["plan", "group", "amount", "share", "lines", "without_amount", "share_of_lines", "cell"]
    found = []
    for plan, own in frame.groupby("plan", sort=False):
        groups = spending.grouped(own, by)
        all_lines = sum(groups["lines"])
        for group in records(groups):
            part = places.of_name(own, by, group.group)
            first = [(row.document_id, row.locator) for row in records(part)][:1]
            largest = places.largest_line(part) or first
            found.append(
                {
                    "plan": plan,
                    **group._asdict(),
                    "share_of_lines": group.lines / all_lines,
                    "cell": largest[0],
                }
            )
    return pd.DataFrame(found, columns=columns, dtype=object)


def largest_groups(frame: pd.DataFrame, column: str, most: int) -> pd.DataFrame:
    """The groups that have the largest share in any plan, in the order of `frame`; each plan's others in one row.

    `frame` as from `shares`, without unknown shares; `column`: share or share_of_lines, whose sum stays the same.
    Column more: is_rest, whether the row is the sum of the others.
    """
    keys = [group or "" for group in frame["group"]]
    largest = frame[column].astype(float).groupby(keys).max().sort_values(ascending=False, kind="stable")
    kept = set(largest.index if len(largest) <= most else largest.index[: most - 1])
    own = frame[[key in kept for key in keys]].assign(is_rest=False)
    others = frame[[key not in kept for key in keys]]
    rest = [
        {"plan": plan, "group": None, column: sum(part[column]), "is_rest": True}
        for plan, part in others.groupby("plan", sort=False)
    ]
    return pd.DataFrame([*own.to_dict("records"), *rest], columns=[*frame.columns, "is_rest"], dtype=object)


def _printed(
    connection: duckdb.DuckDBPyConnection, plan: Any, own: pd.DataFrame, stated: pd.DataFrame
) -> tuple[Decimal | None, places.Place | None]:
    """The printed total of a plan, UAH, and a cell to open: that total, or the largest line where none is printed."""
    amount, found = None, []
    if plan.document_id is not None and not plan.is_passport:
        totals = editions.totals(connection, plan.programme_id)
        totals = totals[totals["edition"] == plan.document_id]
        if len(totals) and totals["as_printed"].notna().all():
            amount = total(totals["as_printed"])
        found = places.totals_of(_printed_totals(connection, plan), plan.document_id, None)
    if amount is None and len(stated):
        of_all_years = stated[stated["fiscal_year"].isna()]
        rows = of_all_years if len(of_all_years) else stated
        amount, found = total(rows["amount"]), [(str(plan.document_id), str(rows["locator"].iloc[0]))]
    found = found or places.largest_line(own)
    if not found and len(own):
        found = [(str(own["document_id"].iloc[0]), str(own["locator"].iloc[0]))]
    return amount, found[-1] if found else None


def _printed_totals(connection: duckdb.DuckDBPyConnection, plan: Any) -> pd.DataFrame:
    """The totals that the acts of a programme print, as from `places.printed_totals`; none of a passport's."""
    return places.printed_totals(connection, "" if plan.is_passport else plan.programme_id)


def _cell_of_year(
    plan: Any, totals: pd.DataFrame, lines: pd.DataFrame, stated: pd.DataFrame, year: int | None
) -> places.Place | None:
    """The printed total of a plan in a year, or the largest of its lines where none is printed."""
    found = [] if year is None else places.totals_of(totals, plan.document_id, year)
    if not found and year is not None:
        own = stated[(stated["document_id"] == plan.document_id) & (stated["fiscal_year"] == year)]
        found = [(str(plan.document_id), str(locator)) for locator in own["locator"]]
    if not found:
        own = lines[lines["plan"] == plan.plan]
        found = places.largest_line(own[own["fiscal_year"].isna() if year is None else own["fiscal_year"] == year])
    return found[-1] if found else None


def _years(plan: Any, own: pd.DataFrame, stated: pd.DataFrame) -> tuple[int, ...]:
    """The years that amounts are printed for, and the whole term where any amount is printed for no single year."""
    printed = own[own["amount"].notna()] if own["amount"].notna().any() else stated
    years = {int(year) for year in printed["fiscal_year"].dropna()}
    if plan.first_year is not None and (printed.empty or printed["fiscal_year"].isna().any()):
        years |= set(range(plan.first_year, plan.last_year + 1))
    return tuple(sorted(years))


def _people_of(people: pd.DataFrame, hromada: str, years: Sequence[int]) -> pd.DataFrame | None:
    """One count of a hromada's people in some years: the first that holds each of them once; None where none does."""
    own = people[(people["hromada"] == hromada) & people["year"].isin(years)]
    counts = own.groupby(["document_id", "territory", "age_from"], dropna=False, sort=False)
    return next((part for _count, part in counts if sorted(part["year"]) == sorted(years)), None)


def _about(counted: pd.DataFrame | None) -> dict[str, Any]:
    """What a reader must know of the people counted: of the first projected year, where any is."""
    if counted is None:
        return dict.fromkeys(_COUNT)
    projected = counted[counted["kind"] != "observed"]
    first = (projected if len(projected) else counted).to_dict("records")[0]
    return {column: first[name] for column, name in _COUNT.items()}


def _divided(amount: Decimal | None, by: int | None) -> Decimal | None:
    return None if amount is None or not by else (amount / by).quantize(_KOPIYKA, ROUND_HALF_UP)
