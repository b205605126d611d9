"""What the things that documents state, measure and hold are called on the pages."""

from data.contracts import IndicatorGroup, IndicatorKind, PopulationKind, Topic
from pages.components import formats
from pages.components.language import _


def topic(value: str) -> str:
    """What a statement is about."""
    return {
        Topic.KEY_SPENDING_UNIT_CODE: _("Code of the key spending unit"),
        Topic.KEY_SPENDING_UNIT: _("Key spending unit"),
        Topic.KEY_SPENDING_UNIT_EDRPOU: _("EDRPOU of the key spending unit"),
        Topic.EXECUTOR_CODE: _("Code of the responsible executor"),
        Topic.EXECUTOR: _("Responsible executor"),
        Topic.EXECUTOR_EDRPOU: _("EDRPOU of the responsible executor"),
        Topic.PROGRAMME_CODE: _("Code of the budget programme"),
        Topic.TYPICAL_CODE: _("Typical programme classification"),
        Topic.FUNCTIONAL_CODE: _("Functional classification"),
        Topic.PROGRAMME_NAME: _("Name of the budget programme"),
        Topic.BUDGET_CODE: _("Code of the budget"),
        Topic.GROUND: _("Ground"),
        Topic.POLICY_GOAL: _("Policy goal"),
        Topic.AIM: _("Aim"),
        Topic.TASK: _("Task"),
        Topic.TITLE: _("Title of the programme"),
        Topic.INITIATOR: _("Initiator"),
        Topic.DEVELOPER: _("Developers"),
        Topic.RESPONSIBLE: _("Responsible for the programme"),
        Topic.TERM: _("Term"),
        Topic.STAGE: _("Stage"),
        Topic.FUNDING_SOURCE: _("Sources of funding"),
        Topic.EXPECTED_RESULT: _("Expected result"),
        Topic.PUBLICATION: _("Publication"),
        Topic.CONTROL: _("Control over the programme"),
        Topic.SPENDING_DIRECTION: _("Direction"),
        Topic.HEADLINE_INDICATOR: _("Headline indicator"),
        Topic.PASSPORT_FIELD: _("Field of the passport"),
        Topic.PRIORITY_DIRECTION: _("Priority direction"),
        Topic.PRIORITY_TASK: _("Task of a priority direction"),
        Topic.COVERAGE_TARGET: _("Coverage target"),
        Topic.ASSESSMENT_DIRECTION: _("Direction of assessment"),
        Topic.EXPLANATION: _("Explanation"),
    }[Topic(value)]


def indicator_group(value: str | None) -> str:
    """A group of indicators; None where the document does not say."""
    if value is None:
        return _("Group not stated")
    return {
        IndicatorGroup.INPUT: _("Input"),
        IndicatorGroup.OUTPUT: _("Output"),
        IndicatorGroup.EFFICIENCY: _("Efficiency"),
        IndicatorGroup.QUALITY: _("Quality"),
    }[IndicatorGroup(value)]


def indicator_kind(value: str) -> str:
    return {
        IndicatorKind.BASELINE: _("Baseline"),
        IndicatorKind.TARGET: _("Target"),
        IndicatorKind.ACTUAL: _("Actual"),
    }[IndicatorKind(value)]


def population_kind(value: str) -> str:
    return {
        PopulationKind.OBSERVED: _("Observed"),
        PopulationKind.PUBLISHED_PROJECTION: _("Projection published in the document"),
    }[PopulationKind(value)]


def table(kind: str) -> str:
    """What a printed table holds; kinds without a name here are kept as printed."""
    return {
        "measures": _("Measures"),
        "indicators": _("Indicators"),
        "resources": _("Resources by source"),
        "programme_passport": _("Passport of the programme"),
        "text": _("Lines of text"),
        "treasury": _("Data of the State Treasury"),
        "passport_codes": _("Identification codes"),
        "passport_goals": _("Policy goals"),
        "passport_tasks": _("Tasks"),
        "passport_directions": _("Directions of use of funds"),
        "passport_programmes": _("Local programmes"),
        "passport_indicators": _("Indicators"),
        "report_directions": _("Execution by direction"),
        "report_programmes": _("Execution by local programme"),
        "report_indicators": _("Execution of indicators"),
    }.get(kind, _("Table as printed"))


def repair_rule(rule: str) -> str:
    """How a damaged word or number was repaired; rules may be joined by a plus."""
    names = {
        "letters": _("Latin letters that look like Ukrainian ones"),
        "confusions": _("shapes that recognition confuses"),
        "line_end": _("word divided at the end of a line"),
        "case": _("capital letters inside a word"),
        "quotes": _("quotation marks"),
        "years": _("years"),
        "digits": _("digits"),
    }
    return ", ".join(names.get(part, part) for part in rule.split("+"))


def correction_status(value: str) -> str:
    return {"proposed": _("proposed, not applied"), "confirmed": _("confirmed")}.get(value, value)


def corrected_value(value: str | None) -> str:
    """What was read or stands instead, in words where it is one of a closed list."""
    if value in set(IndicatorGroup):
        return indicator_group(value)
    return value or formats.UNKNOWN


def corrected_field(value: str) -> str:
    """What a correction changes; a column without a name here by its own."""
    return {"group": _("Group"), "amount": _("Amount, UAH"), "quantity": _("Quantity")}.get(value, value)
