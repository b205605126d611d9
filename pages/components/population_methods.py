"""The same years by other methods, and how far each missed the years that were left out."""

import pandas as pd
import streamlit as st

from analytics.frames import records
from analytics.population import backtest, goodness, projection
from analytics.population.methods import CannotFit, Method, fit
from pages.components import captions, downloads, hints, names, population_words, tables
from pages.components.language import _
from pages.components.population_view import View


def draw(view: View) -> None:
    st.header(_("How much depends on the method?"), help=hints.help("prediction-interval"))
    st.markdown(population_words.goodness(goodness.goodness(view.fit)))
    years, persons = view.fit.years, view.fit.persons
    tested = {method: backtest.backtest(method, years, persons) for method in Method}
    methods = pd.DataFrame([_method(view, method, errors) for method, errors in tested.items()], dtype=object)
    st.markdown(population_words.closest(methods))
    heads = {
        "name": _("Method"),
        "recomputed": _("People in {year}").format(year=view.until),
        "low": _("Interval from"),
        "high": _("Interval to"),
        "r_squared": _("R²"),
        "residual_error": _("Residual error"),
        "tested": _("Forecasts tried"),
        "mean_missed": _("Missed on average, people"),
        "missed_share": _("Missed on average, %"),
    }
    tables.show(methods, heads, _("Methods side by side"), wide="name")
    how = _("Computed through the observed years chosen above; only two of the methods have an interval of their own.")
    captions.printed_in([names.document(view.table)], how)
    in_file = downloads.in_per_cent(methods, heads, {"missed_share": heads["missed_share"]})
    downloads.offer(*in_file, "koshtorys-population-methods", view.notes)
    _years(view, tested)


def _method(view: View, method: Method, errors: pd.DataFrame) -> dict[str, object]:
    row: dict[str, object] = {
        "name": population_words.method(method),
        "tested": len(errors),
        "mean_missed": backtest.mean_error(errors),
        "missed_share": backtest.mean_share(errors),
    }
    try:
        trend = fit(method, view.fit.years, view.fit.persons)
    except CannotFit:
        return row | dict.fromkeys(("recomputed", "low", "high", "r_squared", "residual_error"))
    expected, found = projection.people(trend, view.until), goodness.goodness(trend)
    return row | {
        "recomputed": expected.persons,
        "low": expected.low,
        "high": expected.high,
        "r_squared": found.r_squared,
        "residual_error": found.error,
    }


def _years(view: View, tested: dict[Method, pd.DataFrame]) -> None:
    """Every forecast of a left-out year."""
    rows = [
        {
            "name": population_words.method(method),
            "left_out": row.left_out,
            "year": str(row.year),
            "observed": row.observed,
            "foretold": row.foretold,
            "missed": row.error,
            "missed_share": row.share,
        }
        for method, errors in tested.items()
        for row in records(errors)
    ]
    if not rows:
        return
    heads = {
        "name": _("Method"),
        "left_out": _("Last years left out"),
        "year": _("Year"),
        "observed": _("Observed"),
        "foretold": _("Forecast from the years before"),
        "missed": _("Forecast less observed"),
        "missed_share": _("The same, %"),
    }
    frame = pd.DataFrame(rows, dtype=object)
    with st.expander(_("Forecasts of the years that were left out")):
        tables.show(frame, heads, _("Forecasts of left-out years"), wide="name")
        in_file = downloads.in_per_cent(frame, heads, {"missed_share": heads["missed_share"]})
        downloads.offer(*in_file, "koshtorys-population-backtest", view.notes)
