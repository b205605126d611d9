"""What is laid before the commission on paper: plain tables, and a page without menus and filters."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

STYLE = """
<style>
.findings {overflow-x: auto;}
.findings table {border-collapse: collapse; width: 100%; font-size: 0.875rem;}
.findings th, .findings td {border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent);
  padding: 6px 8px; vertical-align: top; text-align: left;}
.findings th {font-weight: 600;}
.findings td.figure, .findings th.figure {text-align: right;}
.findings td.figure {white-space: nowrap;}
.findings tr.sum td {font-weight: 600; border-top: 2px solid currentColor;}
.findings td.what {min-width: 16rem;}
.findings small {display: block;}
.findings a {color: inherit;}
.on-paper {display: none;}
@media print {
  .on-paper {display: block;}
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stButton"],
  [data-testid="stDownloadButton"], [data-testid="stPlotlyChart"] .modebar, [data-testid="stSelectbox"],
  [data-testid="stButtonGroup"], [data-testid="stDataFrame"] {display: none !important;}
  [data-testid="stAppViewContainer"], [data-testid="stMain"], .stApp, .stMain {position: static !important;
    overflow: visible !important; height: auto !important; display: block !important;}
  .findings {overflow: visible;} .findings tr {break-inside: avoid;}
  h2, [data-testid="stHeading"] {break-after: avoid;}
  [data-testid="stPlotlyChart"] {zoom: 0.7;}
  [data-testid="stCaptionContainer"] {display: none;}
  html, body, .stApp, .stApp *:not(svg, svg *) {background-color: #fff !important; color: #000 !important;}
}
</style>
"""


def begin() -> None:
    """Makes the page fit to be printed."""
    st.html(STYLE)


def note(lines: Iterable[str]) -> None:
    """Lines that stand on paper alone: what the filters, which are not printed, were set to."""
    st.html(f'<p class="on-paper">{"<br>".join(map(escape, lines))}</p>')


def link(address: str, text: str) -> str:
    """A link within a cell."""
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def table(name: str, heads: Sequence[str], body: str, figures: Sequence[int] = ()) -> str:
    """A table as HTML. `name` is its accessible name, `body` its rows, `figures` the columns of numbers."""
    cells = "".join(_head(head, place in figures) for place, head in enumerate(heads))
    return (
        f'<div class="findings" tabindex="0" role="region" aria-label="{escape(name)}"><table>'
        f"<thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _head(text: str, is_figure: bool) -> str:
    kind = ' class="figure"' if is_figure else ""
    return f'<th scope="col"{kind}>{escape(text)}</th>'
