"""Which targets are met, missed or unreported: indicators of a programme, their targets and actual values.

Attainment is actual / target where more is better and target / actual where less is better; whether more or less is
better is no figure of a document but a reviewed rule (`data/reference/indicators.yml`). Targets are of the newest
document that is no draft (revised), and of the first one (original).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

import duckdb
import pandas as pd

from analytics import query


@dataclass(frozen=True)
class EnteredValue:
    """An actual value that somebody entered apart from documents, in the indicator's unit; words where its target is
    words. `locator`: how its entry is found."""

    indicator_id: str
    fiscal_year: int | None
    fund: str | None
    value: Decimal | None
    text: str | None
    as_of: date | None
    info_source: str | None
    locator: str


def attainment(
    connection: duckdb.DuckDBPyConnection, programme_id: str, entered: Sequence[EnteredValue] = ()
) -> pd.DataFrame:
    """Grain: indicator x year (None: the whole programme) x fund (None: both); values in `unit`, shares as fractions.

    Columns: those of the view `indicator_attainment`, and polarity_reason, adds_up_reason (of the rules). What is in
    `entered` counts before the actual values of documents; of several the last.
    """
    return query.frame(
        connection, "indicator_attainment", programme_id=programme_id, entered=[asdict(value) for value in entered]
    )
