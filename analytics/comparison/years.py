"""What each compared plan costs in each year, and a resident of that year."""

import duckdb
import pandas as pd

from analytics.comparison import cells, plans, residents
from analytics.comparison.constant_prices import ConstantPrices
from analytics.comparison.plans import Basis
from analytics.comparison.totals import totals
from analytics.frames import records, total


def by_year(connection: duckdb.DuckDBPyConnection, at: ConstantPrices | None = None) -> pd.DataFrame:
    """Grain: compared plan x fiscal year; UAH, in the prices `at` where they are given.

    Columns: plan, fiscal_year (None for lines that print only a total of all years), amount (None where none is printed
    for the year), persons (of that year), per_resident, population_kind, projected_years, territory, age_from,
    doubtful, source_document, source_locator, source, source_url, taken_on; cell: the printed total of the year, else
    the largest line.
    """
    nominal, real = plans.lines(connection), plans.lines(connection, at)
    all_stated = plans.stated_totals(connection)
    people = residents.populations(connection)
    found = []
    for plan in records(totals(connection, at)):
        own = nominal[nominal["plan"] == plan.plan]
        stated = all_stated[all_stated["document_id"] == plan.document_id]
        printed = stated[stated["fiscal_year"].notna()]
        sums = real[real["plan"] == plan.plan]
        if plan.basis is Basis.PRINTED:
            sums = printed if at is None else printed.iloc[:0]
        count = residents.counted(people, plan.hromada, plan.years)
        of_acts = cells.totals_of_acts(connection, plan)
        without_year = [None] if sums[sums["fiscal_year"].isna()]["amount"].notna().any() else []
        for year in [*plan.years, *without_year]:
            in_year = sums["fiscal_year"].isna() if year is None else sums["fiscal_year"] == year
            amount = total(sums[in_year]["amount"])
            of_year = None if count is None or year is None else count[count["year"] == year]
            persons = None if of_year is None else int(of_year["persons"].iloc[0])
            found.append(
                {
                    "plan": plan.plan,
                    "fiscal_year": year,
                    "amount": amount,
                    "persons": persons,
                    "per_resident": residents.divided(amount, persons),
                    **residents.about(of_year),
                    "cell": cells.of_year(plan, of_acts, own, stated, year),
                }
            )
    told = [*residents.TOLD, "projected_years"]
    columns = ["plan", "fiscal_year", "amount", "persons", "per_resident", *told, "cell"]
    return pd.DataFrame(found, columns=columns, dtype=object)
