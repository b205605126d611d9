"""Which targets are met, missed or unreported: indicators of a programme, their targets and actual values.

Attainment is actual / target where more is better and target / actual where less is better; whether more or less is
better is no figure of a document but a reviewed rule (`data/reference/indicators.yml`). Targets are of the newest
document that is no draft (revised), and of the first one (original).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import duckdb
import pandas as pd

from analytics import query
from analytics.editions import Programme
from analytics.frames import records


class Status(StrEnum):
    """What became of a target, as in the view `indicator_attainment`; in the order in which counts are told."""

    MET = "met"
    PARTLY = "partly"
    MISSED = "missed"
    NO_DATA = "no_data"
    NOT_A_NUMBER = "not_a_number"
    NO_TARGET = "no_target"
    NOT_RATED = "not_rated"


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


@dataclass(frozen=True)
class Mean:
    """The mean attainment, as a fraction, of `counted` figures out of `rated`; money is never among them. What is
    above its target counts as one, so that it hides no miss."""

    value: float
    counted: int
    rated: int


def money_size(unit: str | None) -> int | None:
    """How many hryvnias a figure of one means; None where the unit is not money. In SQL: numbered_indicator."""
    written = (unit or "").casefold()
    if "грн" not in written:
        return None
    return 1_000_000 if "млн" in written else 1_000 if "тис" in written else 1


def programmes(connection: duckdb.DuckDBPyConnection) -> list[Programme]:
    """Programmes with indicators; some of them print no amounts."""
    return [Programme(**row._asdict()) for row in records(query.frame(connection, "indicator_programmes"))]


def documents(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: document with indicators or actual values, by date. Columns: what names it."""
    return query.frame(connection, "indicator_documents", programme_id=programme_id)


def attainment(
    connection: duckdb.DuckDBPyConnection, programme_id: str, entered: Sequence[EnteredValue] = ()
) -> pd.DataFrame:
    """Grain: indicator x year (None: the whole programme) x fund (None: both); values in `unit`, shares as fractions.

    Columns: those of the view `indicator_attainment`; polarity_reason and adds_up_reason, each as _uk and _en (of the
    rule, or of the confirmed correction that overrides it, in Ukrainian alone: polarity_corrected); document_kind and
    programme_code (of the budget programme) of the document that prints the indicator first. What is in `entered`
    counts before the actual values of documents, whatever their dates; of several the last.
    """
    return query.frame(
        connection, "indicator_attainment", programme_id=programme_id, entered=[asdict(value) for value in entered]
    )


def counts(frame: pd.DataFrame, by: str) -> pd.DataFrame:
    """Grain: value of the column `by` x status that occurs; columns: by, status, figures.

    `frame` as from `attainment`."""
    order = {status.value: place for place, status in enumerate(Status)}
    found = frame.groupby([by, "status"], dropna=False, sort=False).size().rename("figures").reset_index()
    found[by] = _exact(found[by])
    return found.sort_values("status", key=lambda column: column.map(order), kind="stable").reset_index(drop=True)


def mean(frame: pd.DataFrame) -> Mean | None:
    """The mean attainment of what is rated; None where nothing is. Per cents of money are left out: they cannot be
    averaged, only sums of money compared."""
    rated = frame[frame["status"].isin([Status.MET, Status.PARTLY, Status.MISSED])]
    of_results = [row.attainment for row in records(rated) if money_size(row.unit) is None]
    known = [min(share, 1.0) for share in of_results if share is not None]
    return Mean(sum(known) / len(known), len(known), len(rated)) if known else None


def gaps(frame: pd.DataFrame) -> pd.DataFrame:
    """Grain: year x named source of information; what has a target and no actual value. Columns: fiscal_year,
    expected_source, figures (without a value), of (all with a target)."""
    targeted = frame[frame["target"].notna() | frame["target_text"].notna()]
    silent = targeted["actual"].isna() & targeted["actual_text"].isna()
    keys = ["fiscal_year", "expected_source"]
    found = (
        targeted.assign(figures=silent.astype(int), of=1)
        .groupby(keys, dropna=False, sort=False)[["figures", "of"]]
        .sum()
        .reset_index()
    )
    for key in keys:
        found[key] = _exact(found[key])
    return found[found["figures"] > 0].reset_index(drop=True)


def _exact(values: pd.Series) -> pd.Series:
    """Years stay whole and what is unknown is None, which grouping turns into numbers."""
    return pd.Series([None if pd.isna(value) else value for value in values.astype(object)], dtype=object)
