"""Optional: how effective a budget programme was, by the method of 2013."""

import streamlit as st

from analytics import scoring
from analytics.scoring import Grade, Obstacle, Score
from pages.components import formats
from pages.components.indicator_view import View
from pages.components.language import _


def draw(view: View) -> None:
    """Nothing where the programme has no passports: the method is for budget programmes."""
    found = [one for one in scoring.scores(view.everything) if not view.years or one.fiscal_year in view.years]
    if not found:
        return
    with st.expander(_("Score by the method of 2013 (letter of the Ministry of Finance 31-05110-14-5/27486)")):
        st.markdown(
            _(
                "I(eff) and I(qual): mean index of efficiency and of quality indicators × 100. 25 points are added if "
                "I(eff) is at least that of the year before, 15 where it is at least 0.85 of it, else 0. From 215 the "
                "effectiveness is high, from 190 average, below that low."
            )
        )
        for one in found:
            st.markdown(f"- {_said(one)}")


def _said(one: Score) -> str:
    about = _("Budget programme {code}, {year}").format(
        code=one.programme_code or _("without a code"), year=one.fiscal_year
    )
    if one.total is None or one.grade is None:
        reasons = "; ".join(_obstacle(name, one) for name in one.obstacles)
        return _("{about}: **not computable**, since {reasons}.").format(about=about, reasons=reasons)
    return _(
        "{about}: {efficiency} + {quality} + {points} = **{total}**, {grade}; I(eff) of the year before {before}."
    ).format(
        about=about,
        efficiency=formats.number(one.efficiency.mean),
        quality=formats.number(one.quality.mean),
        points=one.points,
        total=formats.number(one.total),
        grade=_grade(one.grade),
        before=formats.number(one.efficiency_before),
    )


def _grade(grade: Grade) -> str:
    return {
        Grade.HIGH: _("high effectiveness"),
        Grade.AVERAGE: _("average effectiveness"),
        Grade.LOW: _("low effectiveness"),
    }[grade]


def _obstacle(name: Obstacle, one: Score) -> str:
    reported, indicators = (
        sum(getattr(part, field) for part in (one.efficiency, one.quality)) for field in ("reported", "indicators")
    )
    return {
        Obstacle.NO_EFFICIENCY: _("there are no efficiency indicators"),
        Obstacle.NO_QUALITY: _("there are no quality indicators"),
        Obstacle.NO_ACTUALS: _("none of its {count} efficiency and quality indicators has an actual value"),
        Obstacle.SOME_ACTUALS: _("only {reported} of {count} efficiency and quality indicators have an actual value"),
        Obstacle.NO_INDEX: _("the index of some indicators cannot be computed"),
        Obstacle.NO_PREVIOUS_YEAR: _("I(eff) of the year before is not known"),
    }[name].format(reported=reported, count=indicators)
