"""What a result costs: money of each direction beside its product."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics import results
from analytics.frames import records
from analytics.results import Alarm
from pages.components import downloads, formats, tables
from pages.components.indicator_view import View, cell
from pages.components.language import _, ngettext


def draw(view: View) -> None:
    st.header(_("What does a result cost?"))
    found = results.results(view.money, view.everything)
    if view.years:
        found = found[found["fiscal_year"].isin(view.years)].reset_index(drop=True)
    if found.empty:
        st.caption(
            _(
                "No document of this programme links indicators to money: only budget programme passports print both "
                "directions of use and their indicators."
            )
        )
        return
    for said in [*_findings(found), *(_alarm(row) for row in records(found) if row.alarm)]:
        st.markdown(said)
    rows = found.assign(
        cell=[cell(row.document_id, row.line_locator) for row in records(found)],
        document_link=[cell(row.cash_document_id, row.cash_locator) for row in records(found)],
        line=[f"{row.line_code}. {row.line_name}" for row in records(found)],
        output_name=[row.output_name or _("not read for certain") for row in records(found)],
        alarm=[_("More money, less result") if alarm else "" for alarm in found["alarm"]],
    )
    heads = {
        "cell": _("Cell"),
        "line": _("Direction of use"),
        "fiscal_year": _("Year"),
        "plan": _("Plan, UAH"),
        "output_target": _("Output, target"),
        "planned_cost": _("Planned cost of one, UAH"),
        "printed_cost": _("Printed cost of one, UAH"),
        "output_name": _("Output"),
        "output_actual": _("Output, actual"),
        "cash": _("Paid, UAH"),
        "actual_cost": _("Actual cost of one, UAH"),
        "reported_cost": _("Reported cost of one, UAH"),
        "alarm": _("Note"),
        "document_link": _("Cell of what was paid"),
    }
    unknown = [name for name in ("output_actual", "cash", "actual_cost", "reported_cost") if found[name].isna().all()]
    unknown += [] if any(rows["alarm"]) else ["alarm"]
    unknown += ["document_link"] if found["cash"].isna().all() else []
    heads = {column: head for column, head in heads.items() if column not in unknown}
    name = _("Money and result by direction of use")
    tables.show(rows, heads, name, wide="line")
    tables.cell_picker(list(rows["line"]), list(rows["cell"]), name, "open_direction")
    view.caption(_how(found))
    downloads.offer(rows, heads, "koshtorys-money-and-result", view.notes)


def of_indicator(view: View, indicator_id: str) -> list[str]:
    """The money of the directions that an indicator measures, a sentence a year; nothing where none is linked."""
    own = view.money[view.money["indicator_id"] == indicator_id]
    if own.empty:
        return []
    found = results.results(view.money, view.everything)
    said = []
    for link in records(own):
        for row in records(found[found["fiscal_year"] == link.fiscal_year]):
            if (row.document_id, row.line_code, row.line_name) == (link.document_id, link.line_code, link.line_name):
                said.append(_of_direction(row))
    return said


def _of_direction(row: Any) -> str:
    parts = [
        _("Direction {code} «{name}», {year}: plan {plan} ([{opening}]({address}))").format(
            code=row.line_code,
            name=formats.escaped(row.line_name),
            year=row.fiscal_year,
            plan=formats.money(row.plan, formats.HRYVNIAS),
            opening=_("open the cell"),
            address=cell(row.document_id, row.line_locator),
        )
    ]
    if row.planned_cost is not None:
        parts.append(_divided(_("planned cost of one"), row.plan, row.output_target, row.planned_cost))
    if row.printed_cost is not None:
        printed = formats.money(row.printed_cost, formats.HRYVNIAS)
        parts.append(_("printed cost of one {cost}").format(cost=printed))
    if row.cash is not None:
        parts.append(_("paid {cash}").format(cash=formats.money(row.cash, formats.HRYVNIAS)))
    if row.actual_cost is not None:
        parts.append(_divided(_("actual cost of one"), row.cash, row.output_actual, row.actual_cost))
    return "; ".join(parts) + "."


def _divided(words: str, money: Any, pieces: Any, cost: Any) -> str:
    written = formats.money(cost, formats.HRYVNIAS)
    return f"{words} {formats.number(money, 2)} : {formats.figure(pieces)} = {written}"


def _findings(found: pd.DataFrame) -> list[str]:
    """How the computed cost of one agrees with the printed one, and what is not known."""
    known = [row for row in records(found) if row.planned_cost is not None and row.printed_cost is not None]
    differ = [row for row in known if row.planned_cost != row.printed_cost]
    said = [
        ngettext(
            "{same} of {count} printed cost of one equals plan : output.",
            "{same} of {count} printed costs of one equal plan : output.",
            len(known),
        ).format(same=len(known) - len(differ), count=len(known))
    ]
    said += [
        _("Direction {code}: {divided}; printed {printed}.").format(
            code=row.line_code,
            divided=_divided(_("planned cost of one"), row.plan, row.output_target, row.planned_cost),
            printed=formats.money(row.printed_cost, formats.HRYVNIAS),
        )
        for row in differ
    ]
    missing = [row.line_code for row in records(found) if row.planned_cost is None]
    if missing:
        said.append(
            _("Cost of one is not known (no output was read for certain, or it is zero); directions: {codes}.").format(
                codes=", ".join(map(str, missing))
            )
        )
    if found["actual_cost"].isna().all():
        said.append(_("What one really cost is not known: no report gives both what was paid and what came of it."))
    return said


def _alarm(row: Any) -> str:
    return (
        _("**More was paid and less came of it than the year before**: direction {code} «{name}», {year}.")
        if row.alarm == Alarm.PAID
        else _(
            "**More is to be spent and less to come of it than the year before**: direction {code} «{name}», {year}."
        )
    ).format(code=row.line_code, name=formats.escaped(row.line_name), year=row.fiscal_year)


def _how(found: pd.DataFrame) -> str:
    if found["is_proven"].all():
        return _(
            "Passports do not print which indicator measures which direction: linked by their order, which the amounts "
            "of the input indicators confirm. Costs computed."
        )
    return _(
        "Passports do not print which indicator measures which direction: linked by their order, which the amounts do "
        "not confirm everywhere. Costs computed."
    )
