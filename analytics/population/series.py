"""The population tables that documents print, and the shares of residents that they promise."""

import duckdb
import pandas as pd

from analytics import query


def printed(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Grain: printed year of a population table; people. The newest document first.

    Columns: table (a name for document x territory x age group), those of the view population_projection, kind, title,
    number, adopted_on, endorsed_number, endorsed_on and status of the document, programme_id, hromada.
    """
    rows = query.frame(connection, "population_tables")
    names = [
        "/".join([document, territory, "" if age is None else str(age)])
        for document, territory, age in zip(rows["document_id"], rows["territory"], rows["age_from"], strict=True)
    ]
    return rows.assign(table=pd.Series(names, dtype=object, index=rows.index))


def observed(rows: pd.DataFrame) -> pd.DataFrame:
    """The observed years of one table, in order. `rows` as from `printed`."""
    return rows[rows["observed"].notna()].reset_index(drop=True)


def targets(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Grain: printed share of residents; per cent.

    Columns: document_id, locator, name (or the words of the target), year (None where none is named), value_kind
    (target, actual or baseline), per_cent, age_from (the age in the name; None where it gives none), hromada (None for
    a template); kind, title, number, adopted_on, endorsed_number, endorsed_on and status of the document.
    """
    return query.frame(connection, "population_targets")
