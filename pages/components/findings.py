"""What a check found, as a sentence, and what its rules, classes and cells are called.

A finding is a row of `analytics.checks.findings`. Figures are written in the unit in which its document prints them.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from data.contracts import CellRole, FindingClass, Severity
from pages.components import formats, names
from pages.components.language import _, ngettext

_PER_UNIT = {"thousand UAH": 1_000, "million UAH": 1_000_000, "billion UAH": 1_000_000_000}
_MOST_PARTS = 12


def rules() -> dict[str, str]:
    """Every rule, and what it compares, in a few words."""
    return {
        "row_funds": _("General + special fund = total of the line"),
        "row_years": _("Years of a line = its total over all years"),
        "items_of_measure": _("Items = their measure"),
        "measures_of_task": _("Measures = their task"),
        "lines_of_direction": _("Lines = their direction"),
        "lines_of_unit": _("Tasks and measures = their spending unit"),
        "parts_of_programme": _("Subtotals = the whole programme"),
        "programme_total": _("Lowest lines = the whole programme"),
        "parts_in_other_fund": _("Parts stand in the fund of their line"),
        "quantity_parts": _("Quantities of the parts = quantity of the line"),
        "stated_totals": _("Totals in the passport or resources = table of measures"),
        "funding_sources": _("Amounts by budget = the whole amount"),
        "point_4_and_9": _("Point 4 of the passport = point 9"),
        "point_10_and_9": _("Point 10 of the passport = point 9"),
        "point_10_programmes": _("Programmes of point 10 = its total"),
        "numbering_gap": _("No number is skipped"),
        "numbering_repeated": _("No number stands twice"),
        "line_repeated": _("No line is printed twice"),
        "delta_without_sign": _("Every change has a sign"),
        "delta_against_plan": _("A printed change = plan after it less plan before it"),
        "delta_beyond_line": _("A decrease is not larger than the line"),
        "delta_without_base": _("A changed line stands in the plan before"),
        "base_of_amendment": _("The plan that an amendment quotes = the edition before it"),
        "undated_act": _("Every amendment has a date"),
        "efficiency_ratio": _("Efficiency = input / output"),
        "share_range": _("A share is between 0 and 100 per cent"),
        "indicator_jump": _("A target does not jump tenfold"),
        "promised_goods": _("Devices and licences promised = quantities of the lines"),
        "population_projection": _("Published projection = least squares, rounded half up"),
        "age_group_share": _("People of an age are fewer than all people"),
        "age_label": _("Headings of a population table agree"),
        "indicator_funds": _("General + special fund = total of the indicator"),
        "execution_funds": _("Report on execution: general + special fund = both"),
        "execution_total": _("Report on execution: directions = their total"),
        "execution_deviation": _("Report on execution: deviation = cash less approved"),
        "treasury_funds": _("Treasury: T = C + S"),
        "treasury_codes": _("Treasury: code 0000 = sum of the codes"),
        "treasury_times": _("Treasury: not twice or four times the passport"),
        "treasury_repeated": _("Treasury: no row stands twice"),
    }


def rule(name: str) -> str:
    """What a rule compares; a rule without words here by its name."""
    return rules().get(name, name)


def kind(value: str) -> str:
    """A class of findings: where the difference comes from."""
    return {
        FindingClass.DOCUMENT: _("Error of the document"),
        FindingClass.READING: _("Perhaps our reading"),
        FindingClass.CROSS_DOCUMENT: _("Between documents"),
        FindingClass.ROUNDING: _("Rounding or cutting off"),
    }[FindingClass(value)]


def kind_of(finding: Any) -> str:
    """The class of a finding; nothing where the comparison holds."""
    return "" if finding.severity == Severity.VERIFIED else kind(finding.finding_class)


def result(severity: str) -> str:
    """Whether a comparison holds."""
    return {
        Severity.VERIFIED: _("holds"),
        Severity.NOTICE: _("note"),
        Severity.WARNING: _("doubtful"),
        Severity.ERROR: _("does not hold"),
    }[Severity(severity)]


def role(value: str) -> str:
    """What a cell does in a comparison."""
    return {
        CellRole.PRINTED: _("printed"),
        CellRole.PART: _("part"),
        CellRole.NAMED: _("cell"),
    }[CellRole(value)]


def label(text: str | None) -> str:
    """Which cell of a comparison it is; what is printed there, as the number of a line, stays as it is."""
    known = {
        "general": _("general fund"),
        "special": _("special fund"),
        "total": _("both funds"),
        "unspecified": _("fund not stated"),
        "point_4": _("point 4"),
        "point_9": _("point 9"),
        "point_10": _("point 10"),
        "programme_passport": _("passport of the programme"),
        "resources": _("resources"),
        "efficiency": _("efficiency"),
        "input": _("input"),
        "output": _("output"),
        "delta": _("change"),
        "plan": _("plan before"),
        "restated": _("plan after"),
        "current": _("quoted plan"),
        "cash": _("cash"),
        "approved": _("approved"),
        "devices": _("devices"),
        "licences": _("licences"),
        "target": _("target"),
        "actual": _("actual value"),
        "baseline": _("baseline"),
        "all": _("all years"),
    }
    year, _space, fund = (text or "").partition(" ")
    if year.isdecimal() and fund in known:
        return f"{year}, {known[fund]}"
    return known.get(text or "", text or "")


def value_of_cell(cell: Any, finding: Any) -> str:
    """The value of a cell, in the unit of the finding; what is divided by has another unit."""
    if finding.rule == "efficiency_ratio" and cell.label == "output" and cell.value is not None:
        return exact(cell.value, 0)
    return figure(cell.value, finding)


def unit(finding: Any) -> str:
    """The unit of the figures in a file: hryvnias, pieces, people, or that of the indicator as printed."""
    known = {"UAH": _("UAH"), "pieces": _("pcs"), "people": _("people")}
    return known.get(finding.unit or "", finding.unit or "")


def figure(value: Decimal | None, finding: Any) -> str:
    """A figure of a finding as its document would print it: with its unit and all its digits."""
    if value is None:
        return formats.UNKNOWN
    if finding.unit == "UAH":
        size = _PER_UNIT.get(finding.amount_unit or "", 1)
        written = formats.Scale(size, 0).unit if size <= 1_000_000 else _("billion UAH")
        return _with_unit(exact(value / size, 1 if size > 1 else 2), written)
    if finding.unit == "people":
        people = ngettext("{count} person", "{count} people", int(value))
        return people.format(count=exact(value, 0)).replace(" ", "\u00a0")
    return _with_unit(exact(value, 0), unit(finding))


def exact(value: Decimal, places: int) -> str:
    """All digits of a number, and at least so many places; whole UAH without kopiykas."""
    digits = -int(value.normalize().as_tuple().exponent)
    if places == 2 and value == value.to_integral_value():
        return formats.number(value, 0)
    return formats.number(value, max(digits, places))


def sentence(finding: Any) -> str:
    """The finding in words; where it holds, what was compared."""
    said = _Said(finding)
    if finding.severity == "verified":
        return said.holding()
    write = _SENTENCES.get(finding.rule)
    return write(said) if write else f"{rule(finding.rule)}: {said.scope}."


def arithmetic(finding: Any) -> str:
    """The sum written out, «4,0 + 5,1 + 5,1 = 14,2», in the unit of the document; nothing where it is none or long."""
    parts = [cell["value"] for cell in finding.cells if cell["role"] == CellRole.PART]
    if not 1 < len(parts) <= _MOST_PARTS or None in parts or sum(parts) != finding.computed:
        return ""
    size, places = (_PER_UNIT.get(finding.amount_unit or "", 1), 1) if finding.unit == "UAH" else (1, 0)
    first, *rest = (value / size for value in parts)
    terms = [exact(first, places)] + [f"{'−' if value < 0 else '+'} {exact(abs(value), places)}" for value in rest]
    return f"{' '.join(terms)} = {figure(finding.computed, finding)}"


def missing_numbers(code: str, before: str | None) -> list[str]:
    """The numbers between two of a list, or from 1 on: of 26.4 after 26.2 it is 26.3."""
    prefix, dot, last = code.rpartition(".")
    first = int(before.rpartition(".")[2]) + 1 if before else 1
    return [f"{prefix}{dot}{number}" for number in range(first, int(last))]


def _with_unit(text: str, unit: str) -> str:
    return f"{text} {unit}".strip().replace(" ", "\u00a0") if len(unit) < 30 else f"{text} ({unit})"


class _Said:
    """The parts of a sentence, written."""

    def __init__(self, finding: Any) -> None:
        self.finding = finding
        self.printed = figure(finding.printed, finding)
        self.computed = figure(finding.computed, finding)
        self.cells = finding.cells

    @property
    def scope(self) -> str:
        """The line, indicator or programme, with the year and the fund it is about."""
        finding = self.finding
        about = _("Whole programme") if finding.scope == "programme" else finding.scope
        details = [str(finding.fiscal_year) if finding.fiscal_year else ""]
        if finding.fund in ("general", "special", "unspecified"):
            details.append(names.fund(finding.fund).lower())
        return ", ".join(filter(None, [f"«{about}»" if finding.scope != "programme" else about, *details]))

    def holding(self) -> str:
        finding = self.finding
        if finding.printed is None or finding.computed is None:
            return self.of(_("{scope}: holds."))
        if finding.rule == "delta_beyond_line":
            held = figure(-finding.computed, finding)
            return self.of(_("{scope}: the change is {printed}, the plan before holds {held}."), held=held)
        if finding.printed != finding.computed:
            return self.of(_("{scope}: {printed} is printed, {computed} beside it."))
        return self.of(_("{scope}: {printed} is printed, and so it is computed."))

    def of(self, pattern: str, **more: str) -> str:
        said = pattern.format(scope=self.scope, printed=self.printed, computed=self.computed, **more)
        return re.sub(r"\.\.(?= |$)", ".", said)  # a unit such as «шт.» brings its own full stop

    def sums(self, pattern: str) -> str:
        """Two figures that should be equal; where none is printed, that is said."""
        if self.finding.printed is None:
            return self.of(_("{scope}: nothing is printed, yet the parts add up to {computed}."))
        return self.of(pattern) + self.rounding

    @property
    def rounding(self) -> str:
        """That a difference is explained by rounding, where it is."""
        return " " + _("That is rounding or cutting off.") if self.finding.finding_class == "rounding" else ""


def _numbering_gap(said: _Said) -> str:
    code = said.cells[0]["label"]
    before = said.cells[1]["label"] if len(said.cells) > 1 else None
    missing = ", ".join(missing_numbers(code, before))
    if before is None:
        return said.of(_("The list begins with {scope}: number {missing} is missing."), missing=missing)
    return said.of(
        _("Before {scope} number {missing} is missing: right before it stands {before}."),
        missing=missing,
        before=before,
    )


def _numbering_repeated(said: _Said) -> str:
    first, second = said.cells[1], said.cells[0]
    if first["label"] != second["label"]:
        return said.of(_("{scope} stands after number {before}: the order is broken."), before=first["label"])
    return said.of(
        _("Number {code} stands twice: {first} and {second}."),
        code=second["label"],
        first=formats.place(first["locator"]),
        second=formats.place(second["locator"]),
    )


def _line_repeated(said: _Said) -> str:
    places = "; ".join(formats.place(cell["locator"]) for cell in said.cells)
    return said.of(_("{scope} is printed more than once with the same amounts: {places}."), places=places)


def _delta_without_sign(said: _Said) -> str:
    count = len(said.cells)
    return said.of(
        ngettext(
            "{scope}: {count} change has no sign, others in the document do. It was read as an increase.",
            "{scope}: {count} changes have no sign, others in the document do. They were read as increases.",
            count,
        ),
        count=str(count),
    )


def _delta_beyond_line(said: _Said) -> str:
    finding = said.finding
    return said.of(
        _("{scope}: the line falls by {fall}, but the plan before holds only {held}."),
        fall=figure(-finding.printed, finding),
        held=figure(-finding.computed, finding),
    )


def _delta_without_base(said: _Said) -> str:
    falls = any(cell["value"] is not None and cell["value"] < 0 for cell in said.cells)
    text = said.of(
        _("{scope}: the decision takes money from a line that the plan before it does not have.")
        if falls
        else _("{scope}: the plan before the decision has no such line, so it is new or its base is unknown.")
    )
    if said.finding.missing_number:
        text += " " + _(
            "Between the two there is a decision whose text nobody has ({act}): it may have added the line."
        ).format(act=f"№ {said.finding.missing_number}, {formats.day(said.finding.missing_on)}")
    return text


def _parts_in_other_fund(said: _Said) -> str:
    if said.finding.printed is None:
        return said.of(
            _(
                "{scope}: the line prints nothing there, its parts {computed}; both funds together agree, so the money "
                "stands in another fund."
            )
        )
    return said.of(
        _(
            "{scope}: the line prints {printed} there, its parts {computed}; both funds together agree, so the money "
            "stands in another fund."
        )
    )


def _base_of_amendment(said: _Said) -> str:
    if not any(cell["role"] == "part" for cell in said.cells):
        return said.of(_("{scope}: the decision quotes {printed}, but the edition before it has no such line."))
    return said.of(_("{scope}: the decision quotes {printed} as in force; the edition before it holds {computed}."))


def _efficiency(said: _Said) -> str:
    parts = {cell["label"]: cell["value"] for cell in said.cells}
    text = said.of(
        _("{scope}: {printed} is printed; {input} / {output} = {computed}."),
        input=exact(parts["input"], 0),
        output=exact(parts["output"], 0),
    )
    return text + said.rounding


def _jump(said: _Said) -> str:
    later, earlier = said.cells[0], said.cells[1]
    return said.of(
        _(
            "{scope}: {later} after {earlier} ({before}), ten times or more, or a tenth or less: probably a misprint. "
            "Nothing was changed."
        ),
        later=exact(later["value"], 0),
        earlier=exact(earlier["value"], 0),
        before=label(earlier["label"]),
    )


_SENTENCES: dict[str, Callable[[_Said], str]] = {
    "row_funds": lambda said: said.sums(_("{scope}: {printed} in all is printed; by funds it is {computed}.")),
    "row_years": lambda said: said.sums(
        _("{scope}: {printed} is printed for all years; the years add up to {computed}.")
    ),
    **dict.fromkeys(
        ("items_of_measure", "measures_of_task", "lines_of_direction", "lines_of_unit"),
        lambda said: said.sums(_("{scope}: {printed} is printed; its parts add up to {computed}.")),
    ),
    "parts_of_programme": lambda said: said.sums(
        _("{scope}: {printed} is printed; the subtotals right below add up to {computed}.")
    ),
    "programme_total": lambda said: said.sums(
        _("{scope}: {printed} is printed; the lowest lines add up to {computed}.")
    ),
    "parts_in_other_fund": _parts_in_other_fund,
    "quantity_parts": lambda said: said.sums(
        _("{scope}: quantity {printed} is printed; its parts add up to {computed}.")
    ),
    "stated_totals": lambda said: said.sums(
        _("{scope}: the passport or the resources state {printed}; in another place the document prints {computed}.")
    ),
    "funding_sources": lambda said: said.sums(
        _("{scope}: {printed} is printed; the budgets that pay for it add up to {computed}.")
    ),
    "point_4_and_9": lambda said: said.sums(_("{scope}: point 4 prints {printed}, point 9 {computed}.")),
    "point_10_and_9": lambda said: said.sums(_("{scope}: point 10 prints {printed}, point 9 {computed}.")),
    "point_10_programmes": lambda said: said.sums(
        _("{scope}: point 10 prints {printed} in all; its programmes add up to {computed}.")
    ),
    "numbering_gap": _numbering_gap,
    "numbering_repeated": _numbering_repeated,
    "line_repeated": _line_repeated,
    "delta_without_sign": _delta_without_sign,
    "delta_against_plan": lambda said: said.of(
        _(
            "{scope}: the decision prints a change of {printed}; the plan it prints less the plan before it is "
            "{computed}."
        )
    ),
    "delta_beyond_line": _delta_beyond_line,
    "delta_without_base": _delta_without_base,
    "base_of_amendment": _base_of_amendment,
    "undated_act": lambda said: said.of(
        _(
            "{scope}: the amendment has no date, so it has no place in the order of acts, and its amounts stand in no "
            "edition of the plan."
        )
    ),
    "efficiency_ratio": _efficiency,
    "share_range": lambda said: said.of(_("{scope}: a share of {printed} is not between 0 and 100 per cent.")),
    "indicator_jump": _jump,
    "promised_goods": lambda said: said.of(
        _("{scope}: the indicator promises {printed}; the lines whose names speak of such things add up to {computed}.")
    ),
    "population_projection": lambda said: said.of(
        _("{scope}: {printed} is printed; least squares on the observed years give {computed}.")
    ),
    "age_group_share": lambda said: said.of(
        _("{scope}: {printed} of the age group beside {computed} of everybody: the label of the age is doubtful.")
    ),
    "age_label": lambda said: _(
        "The label counts residents aged 15 and over, another heading of the same table the whole hromada; which of "
        "the two the numbers are cannot be told. Nothing was changed."
    ),
    **dict.fromkeys(
        ("indicator_funds", "execution_funds"),
        lambda said: said.sums(_("{scope}: {printed} in all is printed; by funds it is {computed}.")),
    ),
    "execution_total": lambda said: said.sums(
        _("{scope}: {printed} is printed in all; the directions add up to {computed}.")
    ),
    "execution_deviation": lambda said: said.of(
        _("{scope}: a deviation of {printed} is printed; cash less approved is {computed}.")
    ),
    "treasury_times": lambda said: said.of(
        _(
            "{scope}: the Treasury's plan is {printed}, exactly {times} times the {computed} of the passport: rows "
            "were probably counted more than once."
        ),
        times=exact(said.finding.printed / said.finding.computed, 0),
    ),
    "treasury_funds": lambda said: said.sums(
        _("{scope}: {printed} in both funds is printed; general and special add up to {computed}.")
    ),
    "treasury_codes": lambda said: said.sums(
        _("{scope}: {printed} over all codes is printed; the codes add up to {computed}.")
    ),
    "treasury_repeated": lambda said: said.of(_("{scope}: the row stands in the file more than once; it counts once.")),
}
