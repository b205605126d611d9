"""Which printed figures hold, which do not, and by how much: the findings of all documents."""

from collections.abc import Sequence

import duckdb
import pandas as pd

from analytics import query


def counts(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Grain: document x rule x class x severity.

    Columns: document_id, rule, finding_class, severity, findings (how many).
    """
    return query.frame(connection, "check_counts")


def findings(
    connection: duckdb.DuckDBPyConnection,
    documents: Sequence[str] = (),
    classes: Sequence[str] = (),
    rules: Sequence[str] = (),
    severities: Sequence[str] = (),
    *,
    finding_id: str | None = None,
) -> pd.DataFrame:
    """Grain: finding; figures in `unit`. Nothing named means all; a class names what does not hold. The gravest first,
    then the largest differences.

    Columns: finding_id, rule, severity, finding_class, document_id, amount_unit (of the document), scope, fiscal_year,
    fund, unit, printed, computed, difference, cells (list of: document_id, locator, role, label, value), missing_number
    and missing_on (of an act that nobody has, and that may explain it).
    """
    return query.frame(
        connection,
        "check_findings",
        documents=list(documents),
        classes=list(classes),
        rules=list(rules),
        severities=list(severities),
        finding_id=finding_id,
    )


def of_cell(connection: duckdb.DuckDBPyConnection, document_id: str, locator: str) -> pd.DataFrame:
    """Grain: finding that looks at a cell, those that hold among them. Columns as of `findings`."""
    return query.frame(connection, "check_findings_of_cell", document_id=document_id, locator=locator)


def cells_of(connection: duckdb.DuckDBPyConnection, finding_ids: Sequence[str]) -> pd.DataFrame:
    """Grain: cell of a finding, in its order, the printed figure first; value in the finding's unit.

    Columns: finding_id, document_id, locator, role, label, value, printed (the cell's text), name (of its line,
    indicator or territory).
    """
    return query.frame(connection, "check_cells", finding_ids=list(finding_ids))
