"""The people that amounts are divided by: of the years of a plan, by one count, with its source."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import duckdb
import pandas as pd

from analytics import query

_KOPIYKA = Decimal("0.01")
TOLD = {
    "population_kind": "kind",
    "territory": "territory",
    "age_from": "age_from",
    "doubtful": "doubtful",
    "source_document": "document_id",
    "source_locator": "locator",
    "source": "source",
    "source_url": "url",
    "taken_on": "taken_on",
}
"""What is told of the people counted: column -> that of `populations`."""


def populations(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Grain: year of one count of a hromada's people; those from outside the documents come first.

    Columns: hromada, document_id, locator (None for a figure from outside), territory, age_from (None: everybody),
    year, persons, kind (observed or published_projection), doubtful (a check doubts what is counted), source (the
    publisher, or the programme whose document prints it), url and taken_on (of a figure from outside), dated_on (the
    document).
    """
    return query.frame(connection, "compared_populations")


def counted(people: pd.DataFrame, hromada: str, years: Sequence[int]) -> pd.DataFrame | None:
    """One count of a hromada's people in some years: the first that holds each of them once; None where none does."""
    own = people[(people["hromada"] == hromada) & people["year"].isin(years)]
    counts = own.groupby(["document_id", "territory", "age_from"], dropna=False, sort=False)
    return next((part for _count, part in counts if sorted(part["year"]) == sorted(years)), None)


def about(count: pd.DataFrame | None) -> dict[str, Any]:
    """What a reader must know of the people counted: of the first projected year, where any is; and which years are."""
    if count is None:
        return {**dict.fromkeys(TOLD), "projected_years": ()}
    projected = count[count["kind"] != "observed"].sort_values("year")
    first = (projected if len(projected) else count).to_dict("records")[0]
    return {**{column: first[name] for column, name in TOLD.items()}, "projected_years": tuple(projected["year"])}


def divided(amount: Decimal | None, by: int | None) -> Decimal | None:
    """UAH, rounded half up to the kopiyka; None where either is unknown."""
    return None if amount is None or not by else (amount / by).quantize(_KOPIYKA, ROUND_HALF_UP)
