"""The tables of the warehouse: one frozen model a table.

A column is declared once, here: its type, unit and meaning. The DDL, the comments in the database and the data
dictionary (`data/DICTIONARY.md`) derive from these declarations (see `data/schema.py`).

Units: money is UAH, DECIMAL(18,2). Unknown is None, zero is zero. Codes and numbers of acts are text.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

UAH = "UAH"

Money = Annotated[Decimal, Field(max_digits=18, decimal_places=2)]
"""UAH."""

Quantity = Annotated[Decimal, Field(max_digits=18, decimal_places=3)]
"""Pieces, people or whatever the table's own heading counts."""


Measured = Annotated[Decimal, Field(max_digits=18, decimal_places=3)]
"""A figure whose unit stands in a column of its own; UAH have kopiykas all the same."""

PerCent = Annotated[Decimal, Field(max_digits=9, decimal_places=4, gt=0)]
"""Per cent, above zero."""

Words = Annotated[str, Field(min_length=1)]
"""Text that may not be left out."""


class DocumentKind(StrEnum):
    PROGRAMME = "programme"
    AMENDMENT = "amendment"
    PASSPORT = "passport"
    EXECUTION_REPORT = "execution_report"
    TREASURY = "treasury"
    ACTUALS = "actuals"
    TEMPLATE = "template"


class DocumentStatus(StrEnum):
    ADOPTED = "adopted"
    DRAFT = "draft"
    TEMPLATE = "template"
    MISSING = "missing"


class Level(StrEnum):
    """How deep a line of a programme stands; from the whole to the smallest part."""

    PROGRAMME = "programme"
    SPENDING_UNIT = "spending_unit"
    SPENDING_DIRECTION = "spending_direction"
    TASK = "task"
    MEASURE = "measure"
    ITEM = "item"


class Fund(StrEnum):
    GENERAL = "general"
    SPECIAL = "special"
    TOTAL = "total"
    UNSPECIFIED = "unspecified"


class Basis(StrEnum):
    RESTATED = "restated"
    DELTA = "delta"
    CURRENT = "current"


class Section(StrEnum):
    """The part of a document that prints an amount; a plan is made of `measures`, that of a passport of `point_9`."""

    MEASURES = "measures"
    RESOURCES = "resources"
    PROGRAMME_PASSPORT = "programme_passport"
    POINT_4 = "point_4"
    POINT_9 = "point_9"
    POINT_10 = "point_10"


class Topic(StrEnum):
    """What a document states in words: in its text, or in a column of a table."""

    KEY_SPENDING_UNIT_CODE = "key_spending_unit_code"
    KEY_SPENDING_UNIT = "key_spending_unit"
    KEY_SPENDING_UNIT_EDRPOU = "key_spending_unit_edrpou"
    EXECUTOR_CODE = "executor_code"
    EXECUTOR = "executor"
    EXECUTOR_EDRPOU = "executor_edrpou"
    PROGRAMME_CODE = "programme_code"
    TYPICAL_CODE = "typical_code"
    FUNCTIONAL_CODE = "functional_code"
    PROGRAMME_NAME = "programme_name"
    BUDGET_CODE = "budget_code"
    GROUND = "ground"
    POLICY_GOAL = "policy_goal"
    AIM = "aim"
    TASK = "task"
    EXPLANATION = "explanation"
    TITLE = "title"
    INITIATOR = "initiator"
    DEVELOPER = "developer"
    RESPONSIBLE = "responsible"
    TERM = "term"
    STAGE = "stage"
    FUNDING_SOURCE = "funding_source"
    EXPECTED_RESULT = "expected_result"
    PUBLICATION = "publication"
    CONTROL = "control"
    SPENDING_DIRECTION = "spending_direction"
    HEADLINE_INDICATOR = "headline_indicator"
    PASSPORT_FIELD = "passport_field"
    PRIORITY_DIRECTION = "priority_direction"
    PRIORITY_TASK = "priority_task"
    COVERAGE_TARGET = "coverage_target"
    ASSESSMENT_DIRECTION = "assessment_direction"


class IndicatorGroup(StrEnum):
    INPUT = "input"
    OUTPUT = "output"
    EFFICIENCY = "efficiency"
    QUALITY = "quality"


class IndicatorKind(StrEnum):
    BASELINE = "baseline"
    TARGET = "target"
    ACTUAL = "actual"


class PopulationKind(StrEnum):
    OBSERVED = "observed"
    PUBLISHED_PROJECTION = "published_projection"


class FindingClass(StrEnum):
    DOCUMENT = "document"
    READING = "reading"
    CROSS_DOCUMENT = "cross_document"
    ROUNDING = "rounding"


class CellRole(StrEnum):
    """What a cell is in a check: the figure that is checked, one of those it is computed from, or one that is named."""

    PRINTED = "printed"
    PART = "part"
    NAMED = "named"


class Period(StrEnum):
    """What a report is about."""

    QUARTER = "quarter"
    YEAR = "year"


class Assessed(StrEnum):
    """The four directions in which the template has a programme assessed, in its order."""

    WORKS = "works"
    FUNDING = "funding"
    RESULTS = "results"
    TARGETS = "targets"


class Severity(StrEnum):
    VERIFIED = "verified"
    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


class Category(StrEnum):
    """What a kind of thing is."""

    HARDWARE = "hardware"
    SOFTWARE = "software"
    SERVICES = "services"
    PROTECTION = "protection"
    PEOPLE = "people"


class Priced(StrEnum):
    """How a kind of thing is priced: by the piece, as parts that are not alike, or as a whole whatever the quantity."""

    PIECE = "piece"
    PARTS = "parts"
    WHOLE = "whole"


class UnreadReason(StrEnum):
    """Why something was left out: one fixed sentence each, so that pages can translate it."""

    NOT_A_NUMBER = "not a number that can be read for certain"
    FORMULA_WITHOUT_RESULT = "a formula without a saved result; open the file in a spreadsheet and save it again"
    NOT_A_LINE_NUMBER = "the number of the line was turned into a date by a spreadsheet"
    THOUSANDS_OR_DECIMALS = "the mark may divide thousands or decimals, and nothing else in the table tells which"
    OTHER_DECIMAL_MARK = "the table writes decimals with the other mark"
    AMOUNT_TOO_LONG = "the number is too large or too long to be an amount"
    QUANTITY_TOO_LONG = "the number is too large or too long to be a quantity"
    BELOW_A_KOPIYKA = "the amount has a part smaller than a kopiyka"
    PAST_THE_HEADINGS = "the cell stands past the last column that has a heading"
    WITHOUT_A_HEADING = "the cell stands in a column without a heading"
    NOTHING_KNOWN = "the row names neither a measure, a task, a spending unit nor a known total"
    INDICATOR_UNNAMED = "the row holds values, but names no indicator"
    STRAY_BUDGET = "the row names a budget, but not under the total of the programme; what it adds up cannot be told"
    UNIT_OR_TASK = "it cannot be told whether this is a spending unit or a task"
    HEADING_UNKNOWN = "the table was left out: this heading is not known"
    HEADING_TWICE = "the table was left out: this heading stands twice, and it is not clear which column is meant"
    HEADING_WITHOUT_YEAR = "the table was left out: this heading has no year above it"
    HEADING_WITHOUT_UNIT = (
        "the table was left out: this heading does not say whether amounts are in UAH or thousand UAH"
    )
    SIDE_UNTOLD = "the table was left out: it compares two texts, and this column belongs to neither of them"
    HEADING_LOST = "the table was left out: its headings and its row of column numbers count different columns"
    NO_MEASURES = "the table was left out: no column names the measures"
    NO_AMOUNTS = "the table was left out: no column holds amounts of a year"
    TABLE_UNKNOWN = "the table was left out: none of its headings is known"
    UNIT_UNTOLD = "it is not said whether the amount is in UAH or thousand UAH"
    LABEL_UNKNOWN = "the label of this line of the passport is not known"
    SOURCE_UNTOLD = "it cannot be told which of the sources named beside it the amount belongs to"
    NO_STAGE = "no first and last year can be read for this stage"
    TERRITORY_UNTOLD = "the table does not say whose population it counts"
    PROJECTED_UNTOLD = "the table does not say which years are observed and which are projected"
    YEARS_UNALIGNED = "the row was left out: it has another count of numbers than there are years"
    OFF_THE_TREND = "damaged digits: no reading, or more than one, agrees with the other years"
    CODE_UNTOLD = "it cannot be told by its digits which code this is"
    NAME_WITHOUT_VALUE = "the name has no value of its own in the table"
    FUND_UNTOLD = "cells of the row are missing, and it cannot be told which fund the number belongs to"
    YEAR_UNKNOWN = "the heading of the form names no year, so that its amounts belong to none"
    HEADING_MISSING = "the table was left out: a column that it cannot be read without is missing"
    NOT_EXPENDITURE = "the table was left out: it holds revenue, financing or credits, not expenditure"
    COLUMN_UNKNOWN = "the column was left out: its heading is not known"
    ROW_CUT_SHORT = "the row was left out: it has fewer cells than there are headings, so it may be cut off"
    NOT_A_PERIOD = "the row was left out: this is not a month and a year"
    FUND_UNKNOWN = "the row was left out: the fund is neither general, special nor total"
    NOT_A_CODE = "the row was left out: this is not a code"
    REPEATED_OTHERWISE = "the row was left out: its line stands in the table again with other amounts"
    NOT_A_DATE = "not a date"
    BELOW_ZERO = "an actual value or cash cannot be below zero"
    LINE_UNKNOWN = "the row was left out: its hidden key is damaged or names no line of this workbook"
    LINE_TWICE = "the row was left out: more than one row of the workbook has this key and is filled in"
    LABEL_CHANGED = "the row was left out: this text says which figure is meant, and it was overwritten"


class Contract(BaseModel):
    """A row of a table; the first line of the subclass's docstring is the table's meaning and grain."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)
    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]] = ()


class Fact(Contract):
    """A row that was read from one cell of a document."""

    document_id: str = Field(description="The document the value was read from.")
    locator: str = Field(description="Where the cell stands in the document, so that a person can find it.")
    printed: str = Field(description="The cell's text exactly as printed.")


class Document(Contract):
    """One act or form, read or only known of."""

    table = "document"
    key = ("document_id",)

    document_id: str = Field(description="Stable name of the document.")
    kind: DocumentKind = Field(description="What the document is.")
    title: str = Field(description="Title as printed.")
    issuer: str | None = Field(default=None, description="The body that issued it.")
    number: str | None = Field(default=None, description="Number of the act; unknown for a draft.")
    adopted_on: date | None = Field(default=None, description="Date of adoption; unknown for a draft.")
    status: DocumentStatus | None = Field(
        default=None,
        description="In force, a draft, a template, or known of but not at hand; empty where the text is silent.",
    )
    endorsed_number: str | None = Field(default=None, description="Number of the decision that endorsed the draft.")
    endorsed_on: date | None = Field(default=None, description="Date on which the draft was endorsed.")
    amends: str | None = Field(
        default=None, description="The document it changes; its number and date where that document is not registered."
    )
    mentions: tuple[str, ...] = Field(
        default=(), description="Other acts its own text counts on: number and date, or the registered document."
    )
    programme_id: str | None = Field(default=None, description="The programme it belongs to.")
    file: str | None = Field(default=None, description="File name of the source; empty when nobody has the document.")
    sha256: str | None = Field(default=None, description="Checksum of the source file.")
    amount_unit: str | None = Field(default=None, description="Unit of the printed amounts, from the table's heading.")
    damaged: bool = Field(default=False, description="Whether the text is damaged, as by character recognition.")
    by_machine: bool = Field(default=False, description="Whether we read the text from pictures by machine.")
    note: str | None = Field(default=None, description="What a reader should know about the document.")


class Programme(Contract):
    """One programme."""

    table = "programme"
    key = ("programme_id",)

    programme_id: str = Field(description="Stable name of the programme.")
    title: str = Field(description="Title of the programme.")
    short_title: str = Field(description="Title for lists.")
    hromada: str = Field(description="The hromada or oblast whose programme it is.")
    level: str = Field(description="hromada or oblast.")
    first_year: int = Field(description="First year of the programme.")
    last_year: int = Field(description="Last year of the programme.")
    stages: str | None = Field(default=None, description="Stages as printed.")
    budget_programme_code: str | None = Field(
        default=None, description="Code of the budget programme that pays for it."
    )


class SourceRow(Contract):
    """One row of a document exactly as printed: what a person sees when following a number to its cell."""

    table = "source_row"
    key = ("document_id", "row_no")

    document_id: str = Field(description="The document the row stands in.")
    row_no: int = Field(description="Place of the row in the file, in order; the line of a text file.")
    table_no: int = Field(description="Number of the table within its document, from 1; 0 for a line of text.")
    table_kind: str = Field(
        description="What the table holds (measures, indicators, ...); text for a line outside tables; other kinds are "
        "kept as printed only."
    )
    role: str = Field(
        description="heading, column_numbers, data, note (a footnote, explanation or hint), or ignored: a row of a "
        "form that nobody filled in."
    )
    locator: str = Field(description="Where the row stands in the document.")
    cells: tuple[str, ...] = Field(description="The cells from left to right, as printed.")
    locators: tuple[str, ...] = Field(description="Where each cell stands, in the same order.")


class Allocation(Fact):
    """One printed amount: line x fiscal year x fund."""

    table = "allocation"
    key = ("document_id", "locator")

    row_no: int = Field(description="Place of the row in the file; tells apart two lines that carry the same code.")
    section: Section = Field(
        default=Section.MEASURES,
        description="The part of the document that prints the amount: its table of measures (for a passport point_9, "
        "the directions of use), or a part that states the same money again.",
    )
    line_code: str | None = Field(default=None, description="Number of the line as printed, such as 10.8.1.")
    parent_code: str | None = Field(default=None, description="Number of the line it is a part of.")
    level: Level = Field(description="How deep the line stands.")
    spending_unit: str | None = Field(default=None, description="The spending unit (розпорядник) that gets the money.")
    task: str | None = Field(default=None, description="The task (завдання) it serves, where the document names one.")
    spending_direction: str | None = Field(
        default=None, description="The direction (напрям) it belongs to, where the document divides by directions."
    )
    name: str = Field(description="What the line is for, as printed, without its number.")
    funding_source: str | None = Field(default=None, description="The budget that pays, where the line names one.")
    fiscal_year: int | None = Field(default=None, description="Budget year; empty for a total of all years.")
    fund: Fund = Field(
        description="general or special; total where the cell adds funds up; unspecified where a line prints only a "
        "total and no fund amount."
    )
    basis: Basis = Field(
        description="restated: the plan itself; delta: a change to be added to the plan; current: the plan before the "
        "act, as the act itself quotes it for comparison."
    )
    amount: Money | None = Field(default=None, description="UAH; empty where no amount is printed.")
    funding_note: str | None = Field(default=None, description="Words printed in place of an amount.")
    quantity: Quantity | None = Field(
        default=None,
        description="Quantity of the line in that year; repeated on each fund's row, so never add it over funds.",
    )
    quantity_locator: str | None = Field(default=None, description="Where the quantity is printed.")
    quantity_printed: str | None = Field(default=None, description="The quantity's text exactly as printed.")
    is_total: bool = Field(
        description="Whether the printed amount adds up others. Rows where it is false are the lowest lines; only "
        "those may be summed."
    )


class Measure(Fact):
    """One measure (захід) of a programme: who does it, when, and what is to come of it."""

    table = "measure"
    key = ("document_id", "locator")

    row_no: int = Field(description="Place of the row in the file; the same as that of its allocations.")
    line_code: str | None = Field(default=None, description="Number of the measure as printed.")
    name: str = Field(description="The measure as printed, without its number.")
    spending_direction: str | None = Field(default=None, description="The direction (напрям) it belongs to.")
    task: str | None = Field(default=None, description="The task (завдання) it serves.")
    executors: str | None = Field(default=None, description="Who carries it out, as printed.")
    term: str | None = Field(default=None, description="When, as printed.")
    funding_source: str | None = Field(default=None, description="The budgets that pay, as printed.")
    expected_result: str | None = Field(default=None, description="What is to come of it, as printed.")


class LineClass(Fact):
    """What a lowest line of a plan buys, and which task of the national list it serves, by reviewed rules."""

    table = "line_class"
    key = ("document_id", "row_no")

    printed: str = Field(description="The line's name exactly as printed.")
    row_no: int = Field(description="Place of the row in the file, as in allocation.")
    kind: str | None = Field(default=None, description="The kind of thing bought; empty where no rule knows the name.")
    kind_rule: str | None = Field(default=None, description="The rule that told the kind, as in kind_rule.")
    several_kinds: bool = Field(
        default=False, description="Whether its name names several kinds of things, under one quantity."
    )
    national_direction: str | None = Field(default=None, description="Priority direction of the national list.")
    national_task: str | None = Field(
        default=None, description="Task of that direction; empty where the list names none for such a line."
    )
    task_rule: str | None = Field(
        default=None, description="The rule that told the task; empty where the kind of thing tells it."
    )
    note: str | None = Field(default=None, description="Why the task is the nearest one only, or missing.")


class SameAs(StrEnum):
    """How a line of an act was found to be a line of the plan before it; each is a rule, none a guess of ours."""

    OPENED = "opened"
    SIDE_BY_SIDE = "side_by_side"
    NUMBER_AND_NAME = "number_and_name"
    NUMBER = "number"
    NAME = "name"


class PlanLine(Contract):
    """A printed lowest line of an act in a programme's chain, and which line of the plan it is."""

    table = "plan_line"
    key = ("document_id", "row_no", "basis")

    document_id: str = Field(description="The act that prints the line.")
    row_no: int = Field(description="Place of the row in the file, as in allocation.")
    basis: Basis = Field(description="As in allocation: a row may print the line both as it was and as it becomes.")
    line_id: str = Field(
        description="The line through all acts: the act and row that printed it first, as kropyvnytskyi-2285/456."
    )
    same_as: SameAs = Field(
        description="How that was found. opened: it stands in no plan before; side_by_side: the act prints it in one "
        "row with what it was; number_and_name (in another unit where no line of its own is left: the unit was "
        "renamed); number: only that line has the number (in a plan printed anew the names must be much alike, too); "
        "name: only that line has the name in the spending unit."
    )


class PurchaseKind(Contract):
    """One kind of thing that lines buy."""

    table = "purchase_kind"
    key = ("kind",)

    kind: str = Field(description="The kind, as in line_class.")
    category: Category = Field(description="What it is: hardware, software, services, protection or people.")
    priced: Priced = Field(
        description="piece: one piece has a price; parts: one piece is another thing than the next; whole: the price "
        "is for all of it, whatever the quantity."
    )


class KindRule(Contract):
    """One reviewed rule that tells by its name what a line buys."""

    table = "kind_rule"
    key = ("rule",)

    rule: str = Field(description="Our name of the rule, as in line_class.")
    kind: str = Field(description="The kind that it tells.")
    pattern: str = Field(description="What is looked for in the name in small letters: a regular expression.")
    example: str = Field(description="A name from a document that it knows.")


class NationalTask(Contract):
    """One task of the national list of priority directions of informatization, as the template prints it."""

    table = "national_task"
    key = ("task",)

    task: str = Field(description="Our name of the task, as in line_class.")
    direction: str = Field(description="Our name of its direction.")
    direction_no: int = Field(description="Place of the direction in the list.")
    direction_text: str = Field(description="The direction as printed.")
    text: str = Field(description="The task as printed.")
    document_id: str = Field(description="The document that prints the list.")
    locator: str = Field(description="Where the task stands there.")


class Duty(Contract):
    """One duty to report on a programme, as a document lays it down; the words are ours."""

    table = "duty"
    key = ("duty_id",)

    duty_id: str = Field(description="Our name of the duty.")
    document_id: str = Field(description="The document that lays it down.")
    section: str = Field(description="The section of the document that lays it down.")
    lines: tuple[str, ...] = Field(
        description="Its lines in the whole document; the passage lies outside the tables that are kept."
    )
    level: str | None = Field(default=None, description="The level of the programmes it concerns, as in programme.")
    programme_id: str | None = Field(default=None, description="The one programme it concerns, where it is one.")
    period: Period = Field(description="What each report is about: a quarter or a year.")
    months_after: int = Field(description="Months from the last month of the period to the month it is due in.")
    day: int = Field(description="Day of that month on which it is due.")
    directions: tuple[str, ...] = Field(
        description="Directions of assessment (works, funding, results, targets) whose data the report calls for: our "
        "reading of its words."
    )
    sender_uk: str = Field(description="Who reports, in Ukrainian.")
    sender_en: str = Field(description="Who reports, in English.")
    recipient_uk: str = Field(description="Who gets the report, in Ukrainian.")
    recipient_en: str = Field(description="Who gets the report, in English.")
    what_uk: str = Field(description="What is reported, in Ukrainian.")
    what_en: str = Field(description="What is reported, in English.")
    form_uk: str | None = Field(default=None, description="The official form the document names, in Ukrainian.")
    form_en: str | None = Field(default=None, description="The official form the document names, in English.")
    note_uk: str | None = Field(default=None, description="What a reader should know of the duty, in Ukrainian.")
    note_en: str | None = Field(default=None, description="What a reader should know of the duty, in English.")


class AssessmentDirection(Contract):
    """One direction in which the template has a programme assessed; its text is the statement at that place."""

    table = "assessment_direction"
    key = ("direction",)

    direction: Assessed = Field(description="Our name of the direction.")
    document_id: str = Field(description="The document that names it.")
    locator: str = Field(description="Where it stands there.")


class Polarity(StrEnum):
    """Whether more of an indicator is better, less of it, or neither."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


class IndicatorClass(Fact):
    """What the figures of an indicator mean, by reviewed rules: no document prints it."""

    table = "indicator_class"
    key = ("document_id", "row_no")

    printed: str = Field(description="The indicator's name exactly as printed.")
    row_no: int = Field(description="Place of the row in the file, as in indicator_value.")
    polarity: Polarity | None = Field(
        default=None, description="higher or lower is better, or none; empty where no rule knows the name."
    )
    polarity_reason_uk: str | None = Field(default=None, description="Why, as the rule says, in Ukrainian.")
    polarity_reason_en: str | None = Field(default=None, description="Why, as the rule says, in English.")
    adds_up: bool | None = Field(
        default=None, description="Whether the figures of its years add up; empty where that is not known."
    )
    adds_up_reason_uk: str | None = Field(default=None, description="Why, as the rule says, in Ukrainian.")
    adds_up_reason_en: str | None = Field(default=None, description="Why, as the rule says, in English.")
    place: int | None = Field(
        default=None,
        description="Place in its group, from 1, of a row that is printed apart from its group; a reviewed correction "
        "says it.",
    )


class IndicatorValue(Fact):
    """One printed value of an indicator."""

    table = "indicator_value"
    key = ("document_id", "locator")

    row_no: int = Field(description="Place of the row in the file: the values of one indicator share it.")
    line_code: str | None = Field(default=None, description="Number of the indicator as printed.")
    group: IndicatorGroup | None = Field(
        default=None, description="input, output, efficiency or quality; empty where the document does not say."
    )
    name: str = Field(description="Name of the indicator as printed.")
    task: str | None = Field(default=None, description="The task (завдання) it measures, where the table names one.")
    measure: str | None = Field(default=None, description="The measure (захід) it measures, where the table names one.")
    unit: str | None = Field(default=None, description="Unit of measurement as printed.")
    fiscal_year: int | None = Field(default=None, description="Year; empty when the value is for the whole programme.")
    kind: IndicatorKind = Field(description="baseline, target or actual.")
    value: Quantity | None = Field(default=None, description="The value, in `unit`.")
    text: str | None = Field(default=None, description="A value that is words and not a number.")
    fund: Fund | None = Field(
        default=None, description="The fund the value belongs to, where the form divides by fund."
    )
    info_source: str | None = Field(
        default=None,
        description="Where the actual value is to come from, as printed; of an entered value, where it came from.",
    )
    as_of: date | None = Field(default=None, description="The day an actual value is of, where somebody entered it.")
    note: str | None = Field(default=None, description="What the person who entered the value says about it.")


class Population(Fact):
    """Number of people of one territory and age group in one year."""

    table = "population"
    key = ("document_id", "locator")

    row_no: int = Field(description="Place of the row in the file.")
    territory: str = Field(description="Hromada, city or oblast.")
    age_from: int | None = Field(default=None, description="Lowest age counted; empty for everybody.")
    year: int = Field(description="Calendar year.")
    persons: int = Field(description="People.")
    kind: PopulationKind = Field(description="Observed, or a projection that the document publishes.")


class OutsideFigure(Contract):
    """A published figure from outside the documents, added by hand."""

    source: Words = Field(description="Who publishes it, and in what.")
    url: str | None = Field(
        default=None, pattern="^https?://", description="Where it is published; empty where that is on paper only."
    )
    taken_on: date = Field(description="The day it was taken from there.")


class HromadaPopulation(OutsideFigure):
    """Number of people of one hromada and age group in one year, from `data/reference/populations.yml`."""

    table = "hromada_population"

    hromada: Words = Field(description="The hromada or oblast, as in programme.")
    year: int = Field(ge=1900, le=2100, description="Calendar year.")
    persons: int = Field(gt=0, description="People.")
    age_from: int | None = Field(default=None, ge=0, description="Lowest age counted; empty for everybody.")
    kind: PopulationKind = Field(description="Observed, or a projection that the source publishes.")


class PriceIndexYear(OutsideFigure):
    """One year of the price index that tells amounts in prices of one year, from `data/reference/price_index.yml`."""

    table = "price_index"
    key = ("year",)

    name: Words = Field(description="What is measured, as its publisher calls it; the same for all years.")
    year: int = Field(ge=1900, le=2100, description="Calendar year.")
    per_cent: PerCent = Field(description="Prices of the year in per cent of those of the year before.")
    projected: bool = Field(default=False, description="Whether the source only expects the figure.")


class Execution(Fact):
    """One reported line of execution: line x fund, for a period cumulative from January."""

    table = "execution"
    key = ("document_id", "locator")

    row_no: int = Field(description="Place of the row in the file.")
    budget_code: str | None = Field(default=None, description="Code of the budget, 11 digits.")
    programme_code: str | None = Field(default=None, description="Code of the budget programme, 7 digits.")
    typical_code: str | None = Field(default=None, description="Typical programme classification, 4 digits.")
    functional_code: str | None = Field(default=None, description="Functional classification, 4 digits.")
    economic_code: str | None = Field(default=None, description="Economic classification of expenditure.")
    line_code: str | None = Field(default=None, description="Number of the line as printed.")
    name: str | None = Field(default=None, description="The spending direction or code's name, as printed.")
    period: str = Field(description="YYYY or YYYY-MM, cumulative from January.")
    fund: Fund = Field(
        description="general, special or total; a total is never added to the other two; unspecified where somebody "
        "entered cash of a line that names no fund."
    )
    revised_plan: Money | None = Field(default=None, description="Plan of the year with changes (approved), UAH.")
    estimates: Money | None = Field(
        default=None,
        description="Estimates of the spending units (кошторисні призначення) for the year with changes, UAH "
        "(PLANS_AMT of Treasury data only).",
    )
    cash: Money | None = Field(default=None, description="Cash expenditure, UAH.")
    cash_locator: str | None = Field(default=None, description="Where the cash is printed, if not at `locator`.")
    cash_printed: str | None = Field(default=None, description="The text of that cell exactly as printed.")
    deviation: Money | None = Field(
        default=None, description="The printed deviation, UAH; its sign differs between years: recompute it."
    )
    is_total: bool = Field(
        default=False, description="Whether the row adds up others (printed totals; economic code 0 of the Treasury)."
    )
    note: str | None = Field(default=None, description="The printed explanation of a deviation, or an entered comment.")
    as_of: date | None = Field(default=None, description="The day the cash is of, where somebody entered it.")


class FindingCell(BaseModel):
    """One cell that a check looked at."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document_id: str = Field(description="The document it stands in.")
    locator: str = Field(description="Where it stands there.")
    role: CellRole = Field(description="printed: the figure that is checked; part: one it is computed from; or named.")
    label: str | None = Field(description="Which one it is: a line's number, a year or a fund.")
    value: Measured | None = Field(description="What was read there, in the finding's unit.")


class Finding(Contract):
    """One thing that was checked: it failed, or it holds (severity `verified`)."""

    table = "finding"

    rule: str = Field(description="Name of the check: the file in data/checks/, or the rule of a reader.")
    severity: Severity = Field(description="verified, notice, warning or error.")
    finding_class: FindingClass = Field(
        alias="class", description="Where the difference comes from; of what holds, where one would."
    )
    document_id: str = Field(description="The document that prints the figure.")
    scope: str = Field(description="What is compared: a line, an indicator, a territory, or `programme`.")
    fiscal_year: int | None = Field(default=None, description="Budget year the check is about.")
    fund: Fund | None = Field(default=None, description="Fund the check is about.")
    unit: str | None = Field(
        default=None,
        description="Unit of the figures: UAH, pieces, people, or that of the indicator as printed.",
    )
    printed: Measured | None = Field(
        default=None, description="The printed figure, in `unit`; empty where none is compared, or none is printed."
    )
    computed: Measured | None = Field(
        default=None,
        description="What it should be, computed from the other cells, in `unit`; a quotient is cut at three places.",
    )
    difference: Measured | None = Field(default=None, description="printed - computed, in `unit`.")
    missing_act: str | None = Field(
        default=None, description="An act that nobody has, and that may explain it: its document_id."
    )
    locators: tuple[str, ...] = Field(description="The cells involved; the printed figure's first.")
    cells: tuple[FindingCell, ...] = Field(
        default=(), description="The same cells, each with its document, its part in the check and its value."
    )

    @model_serializer(mode="wrap")
    def _with_kopiykas(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """UAH have two places, as everywhere; other figures three."""
        row = written(self)
        if self.unit == UAH:
            figures = [(row, ("printed", "computed", "difference")), *((cell, ("value",)) for cell in row["cells"])]
            for part, names in figures:
                for name in names:
                    if part[name] is not None:
                        exact = Decimal(part[name]).quantize(Decimal("0.01"))
                        part[name] = str(exact) if isinstance(part[name], str) else exact
        return row


class Statement(Fact):
    """One thing a document states in words, in its text or in a table: a code, a ground, a task, a stage."""

    table = "statement"

    row_no: int = Field(description="Place of the row in the file.")
    topic: Topic = Field(description="What the statement is about.")
    number: str | None = Field(default=None, description="Its number as printed.")
    parent: str | None = Field(default=None, description="Number of the statement it is a part of.")
    text: str = Field(description="What is stated; codes are text.")
    act_number: str | None = Field(default=None, description="Number of the act that a ground names.")
    act_date: date | None = Field(default=None, description="Date of the act that a ground names.")
    first_year: int | None = Field(default=None, description="First year of a term or stage.")
    last_year: int | None = Field(default=None, description="Last year of a term or stage.")


class Correction(Contract):
    """One reviewed correction of what is printed, as it was applied; the printed text stays with the fact."""

    table = "correction"

    document_id: str = Field(description="The document that is corrected.")
    locator: str = Field(description="The cell that is corrected.")
    field: str = Field(description="The column of the fact that is corrected.")
    expected: str | None = Field(default=None, description="What was read; a build stops once it is no longer read.")
    corrected: str | None = Field(default=None, description="What stands in the warehouse instead.")
    reason: str = Field(description="Why, in a sentence.")
    status: str = Field(description="proposed or confirmed.")


class Repair(Fact):
    """One repair of damaged text."""

    table = "repair"

    printed: str = Field(description="The damaged word or number exactly as printed.")
    row_no: int = Field(description="Place of the row in the file.")
    repaired: str = Field(description="The text after repair.")
    rule: str = Field(description="The rule that was applied.")
    confidence: float = Field(description="0 to 1.")


class Unread(Contract):
    """One thing in a table in scope that was not understood, and is visibly left out."""

    table = "unread"

    document_id: str = Field(description="The document it stands in.")
    locator: str = Field(description="Where it stands.")
    text: str = Field(
        description="The text as printed; for a table that was left out, followed by its lines and how many rows of "
        "data they hold."
    )
    reason: UnreadReason = Field(description="Why it could not be read for certain.")


CONTRACTS: tuple[type[Contract], ...] = (
    Document,
    Programme,
    SourceRow,
    Allocation,
    Measure,
    LineClass,
    IndicatorClass,
    PlanLine,
    PurchaseKind,
    KindRule,
    NationalTask,
    Duty,
    AssessmentDirection,
    IndicatorValue,
    Population,
    HromadaPopulation,
    PriceIndexYear,
    Execution,
    Statement,
    Finding,
    Repair,
    Correction,
    Unread,
)
