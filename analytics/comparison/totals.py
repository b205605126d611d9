"""What each compared plan costs: in all, a year of its term on average, and a resident."""

import duckdb
import pandas as pd

from analytics.comparison import cells, plans, residents
from analytics.comparison.constant_prices import ConstantPrices
from analytics.comparison.plans import Basis
from analytics.frames import records, total


def totals(connection: duckdb.DuckDBPyConnection, at: ConstantPrices | None = None) -> pd.DataFrame:
    """Grain: compared plan; UAH, in the prices `at` where they are given.

    Columns: those of `plans.plans`, and

    - amount: the sum of its lowest lines, or the printed total where no line prints an amount (then `basis` says so);
      None where neither is printed, or where `at` does not reach each of its years;
    - basis: of `Basis`; as_printed: the printed total, UAH of its years; cell: where it stands, as (document, place);
    - years: those that the amount is for; per_year: the amount divided by their number;
    - lines: lowest ones, those of changes among them, None where no table of measures was read; without_amount: those
      of them that print none in any year; notes: the words printed in their place;
    - resident_years: the people of all years added up; per_resident: the amount divided by them, UAH a resident a year;
      projected_years: those whose people are a projection; population_kind (published_projection where any year is
      one), territory, age_from, doubtful, source_document, source_locator, source, source_url, taken_on: as in
      `residents.populations`.
    """
    nominal, real = plans.lines(connection), plans.lines(connection, at)
    all_stated = plans.stated_totals(connection)
    people = residents.populations(connection)
    found = []
    for plan in records(plans.plans(connection)):
        own = nominal[nominal["plan"] == plan.plan]
        stated = all_stated[all_stated["document_id"] == plan.document_id]
        as_printed, cell = cells.printed_total(connection, plan, own, stated)
        basis = Basis.LINES if own["amount"].notna().any() else None if as_printed is None else Basis.PRINTED
        years = plans.years_of(plan, own, stated)
        amount = None
        if basis is Basis.LINES:
            amount = total(real[real["plan"] == plan.plan]["amount"])
        elif basis is Basis.PRINTED and at is None:
            amount = as_printed
        per_line = own.groupby("line_id")["amount"].count()
        count = residents.counted(people, plan.hromada, years)
        resident_years = None if count is None else sum(count["persons"])
        found.append(
            {
                **plan._asdict(),
                "amount": amount,
                "basis": basis,
                "as_printed": as_printed,
                "cell": cell,
                "years": years,
                "per_year": residents.divided(amount, len(years)),
                "lines": len(per_line) or None,
                "without_amount": int((per_line == 0).sum()) if len(per_line) else None,
                "notes": tuple(dict.fromkeys(note for note in own["funding_note"] if note)),
                "resident_years": resident_years,
                "per_resident": residents.divided(amount, resident_years),
                **residents.about(count),
            }
        )
    return pd.DataFrame(found, dtype=object)
