"""Addresses of other pages, which reproduce a view. They are relative, so that the dashboard may live under a path."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import streamlit as st


def document(document_id: str, locator: str | None = None) -> str:
    """The address of a document, or of a cell in it."""
    asked = {"document": document_id}
    if locator is not None:
        asked["cell"] = locator
    return f"documents?{urlencode(asked | _everywhere())}"


def cell(row: Any) -> str:
    """The address of the cell of a line. `row` with document_id and locator."""
    return document(row.document_id, row.locator)


def lines(edition: str, year: int | None, fund: str) -> str:
    """The address of the lines of an edition in a year and fund, on the page of spending."""
    asked = {"fund": fund} if year is None else {"year": str(year), "fund": fund}
    return f"spending?{urlencode(_everywhere() | {'edition': edition} | asked)}"


def execution(scope: str) -> str:
    """The address of what was planned and paid of a budget programme."""
    return f"execution?{urlencode({'scope': scope} | _everywhere())}"


def spending(edition: str, *, years: Sequence[int] = (), funds: Sequence[str] = (), unit: str | None = None) -> str:
    """The address of an edition on the page of spending, in these years and funds; `unit`: its lines are listed."""
    asked: dict[str, Any] = {"year": list(map(str, years)), "fund": list(funds)}
    if unit is not None:
        asked |= {"by": "spending_unit", "group": unit}
    return f"spending?{urlencode(_everywhere() | {'edition': edition} | asked, doseq=True)}"


def passport(document_id: str) -> str:
    """The address of the lines of a passport on the page of spending."""
    return f"spending?{urlencode({'passport': document_id} | _everywhere())}"


def population(**asked: str) -> str:
    """The address of the population of the programme chosen; `asked`: filters of that page."""
    return f"population?{urlencode(_everywhere() | asked)}"


def indicators() -> str:
    """The address of the indicators of the programme chosen."""
    return f"indicators?{urlencode(_everywhere())}"


def finding(finding_id: str) -> str:
    """The address of a finding on the page of checks; the filters of the page stay, for the way back."""
    kept = {key: st.query_params.get_all(key) for key in ("document", "class", "result", "rule")}
    return f"checks?{urlencode(_everywhere() | kept | {'finding': finding_id}, doseq=True)}"


def checks(**asked: str) -> str:
    """The address of the checks narrowed to a `document` or a `rule`."""
    return f"checks?{urlencode(asked | _everywhere())}"


def glossary(term: str) -> str:
    """The address of a term on the page of the glossary."""
    asked = urlencode(_everywhere())
    return f"glossary?{asked}#{term}" if asked else f"glossary#{term}"


def _everywhere() -> dict[str, str]:
    """What counts on all pages goes along."""
    return {key: st.query_params[key] for key in ("programme", "edition", "lang") if key in st.query_params}
