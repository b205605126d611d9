"""What each decision changed: the plan after each act, and the ledger of changes.

All amounts are UAH and of the lowest lines; printed totals stand beside them and are never added. A change whose plan
before is not known (a line that a missing act may have added, or one that prints words) counts as the change it is; the
line's own amounts before and after stay unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import duckdb
import pandas as pd

from analytics import query


def plans(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: edition x line x fiscal year x fund; UAH. Columns: those of the view `plan_editions`."""
    return query.frame(connection, "plan_editions", programme_id=programme_id)


def ledger(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: amendment x line x fiscal year x fund; UAH. Columns: those of the view `amendment_ledger`."""
    return query.frame(connection, "amendment_ledger", programme_id=programme_id)


def printed_changes(connection: duckdb.DuckDBPyConnection, edition: str) -> pd.DataFrame:
    """Grain: printed total of an amendment that prints changes x fiscal year x fund; UAH.

    Columns: level (programme, spending_unit or task), spending_unit, task, fiscal_year (None for all years), fund,
    locator, printed, computed (sum of the lowest changes below it), residual (printed less computed).
    """
    found = query.frame(connection, "printed_changes", edition=edition)
    return found.assign(residual=found["printed"] - found["computed"])


def undated(connection: duckdb.DuckDBPyConnection, programme_id: str) -> pd.DataFrame:
    """Grain: amendment without a date, so without a place in the chain. Columns: document_id, title, status, number."""
    return query.frame(connection, "undated_acts", programme_id=programme_id)


def narrowed(
    frame: pd.DataFrame, years: Sequence[int] = (), units: Sequence[str] = (), funds: Sequence[str] = ()
) -> pd.DataFrame:
    """The rows of these years, units and funds, of a frame as from `plans` or `ledger`; none named means all."""
    for column, wanted in (("fiscal_year", years), ("spending_unit", units), ("fund", funds)):
        if wanted:
            frame = frame[frame[column].isin(list(wanted))]
    return frame.reset_index(drop=True)


@dataclass(frozen=True)
class Change:
    """What an amendment changes, UAH. `lines`: how many lines it changes; `unknown`: how many changes cannot be told in
    money, since one of the plans prints words."""

    increase: Decimal
    decrease: Decimal
    lines: int
    unknown: int

    @property
    def net(self) -> Decimal:
        return self.increase + self.decrease


def change(frame: pd.DataFrame) -> Change:
    """Of rows as from `ledger`."""
    known = [amount for amount in frame["delta"] if amount is not None]
    return Change(
        increase=sum((amount for amount in known if amount > 0), Decimal(0)),
        decrease=sum((amount for amount in known if amount < 0), Decimal(0)),
        lines=frame["line_id"].nunique(),
        unknown=len(frame) - len(known),
    )


def by(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """Grain: group; UAH. `frame` as from `ledger`, `column` one of its own, such as spending_unit.

    Columns: group (None where the document names none), increase, decrease, net, lines; what moves most comes first.
    """
    found = []
    for name, part in frame.groupby(column, dropna=False, sort=False):
        of_group = change(part)
        found.append(
            {
                "group": None if pd.isna(name) else name,
                "increase": of_group.increase,
                "decrease": of_group.decrease,
                "net": of_group.net,
                "lines": of_group.lines,
            }
        )
    found.sort(key=lambda row: row["increase"] - row["decrease"], reverse=True)
    return pd.DataFrame(found, columns=["group", "increase", "decrease", "net", "lines"], dtype=object)
