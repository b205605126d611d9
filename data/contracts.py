"""The tables of the warehouse: one frozen model a table.

A column is declared once, here: its type, unit and meaning. The DDL, the comments in the database and the data
dictionary (`data/DICTIONARY.md`) derive from these declarations (see `data/schema.py`).

Units: money is UAH, DECIMAL(18,2). Unknown is None, zero is zero. Codes and numbers of acts are text.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

Money = Annotated[Decimal, Field(max_digits=18, decimal_places=2)]
"""UAH."""

Quantity = Annotated[Decimal, Field(max_digits=18, decimal_places=3)]
"""Pieces, people or whatever the table's own heading counts."""


class DocumentKind(StrEnum):
    PROGRAMME = "programme"
    AMENDMENT = "amendment"
    PASSPORT = "passport"
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


class Severity(StrEnum):
    VERIFIED = "verified"
    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


class UnreadReason(StrEnum):
    """Why something was left out: one fixed sentence each, so that pages can translate it."""

    NOT_A_NUMBER = "not a number that can be read for certain"
    THOUSANDS_OR_DECIMALS = "the mark may divide thousands or decimals, and nothing else in the table tells which"
    OTHER_DECIMAL_MARK = "the table writes decimals with the other mark"
    AMOUNT_TOO_LONG = "the number is too large or too long to be an amount"
    QUANTITY_TOO_LONG = "the number is too large or too long to be a quantity"
    BELOW_A_KOPIYKA = "the amount has a part smaller than a kopiyka"
    PAST_THE_HEADINGS = "the cell stands past the last column that has a heading"
    WITHOUT_A_HEADING = "the cell stands in a column without a heading"
    NOTHING_KNOWN = "the row names neither a measure, a task, a spending unit nor a known total"
    STRAY_BUDGET = "the row names a budget, but not under the total of the programme; what it adds up cannot be told"
    UNIT_OR_TASK = "it cannot be told whether this is a spending unit or a task"
    HEADING_UNKNOWN = "the table was left out: this heading is not known"
    HEADING_TWICE = "the table was left out: this heading stands twice, and it is not clear which column is meant"
    HEADING_WITHOUT_YEAR = "the table was left out: this heading has no year above it"
    HEADING_WITHOUT_UNIT = (
        "the table was left out: this heading does not say whether amounts are in UAH or thousand UAH"
    )
    HEADING_LOST = "the table was left out: its headings and its row of column numbers count different columns"
    NO_MEASURES = "the table was left out: no column names the measures"
    NO_AMOUNTS = "the table was left out: no column holds amounts of a year"
    TABLE_UNKNOWN = "the table was left out: none of its headings is known"


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
    """One row of a table exactly as printed: what a person sees when following a number to its cell."""

    table = "source_row"
    key = ("document_id", "row_no")

    document_id: str = Field(description="The document the row stands in.")
    row_no: int = Field(description="Line of the source file; the row part of a locator.")
    table_no: int = Field(description="Number of the table within its document, from 1.")
    table_kind: str = Field(description="measures for a table that is read; other kinds are kept as printed only.")
    role: str = Field(description="heading, column_numbers or data.")
    cells: tuple[str, ...] = Field(description="The cells from left to right, as printed.")


class Allocation(Fact):
    """One printed amount: line x fiscal year x fund."""

    table = "allocation"
    key = ("document_id", "locator")

    row_no: int = Field(description="Line of the source file; tells apart two lines that carry the same code.")
    line_code: str | None = Field(default=None, description="Number of the line as printed, such as 10.8.1.")
    parent_code: str | None = Field(default=None, description="Number of the line it is a part of.")
    level: Level = Field(description="How deep the line stands.")
    spending_unit: str | None = Field(default=None, description="The spending unit (розпорядник) that gets the money.")
    task: str | None = Field(default=None, description="The task (завдання) it serves, where the document names one.")
    name: str = Field(description="What the line is for, as printed, without its number.")
    funding_source: str | None = Field(default=None, description="The budget that pays, where the line names one.")
    fiscal_year: int | None = Field(default=None, description="Budget year; empty for a total of all years.")
    fund: Fund = Field(
        description="general or special; total where the cell adds funds up; unspecified where a line prints only a "
        "total and no fund amount."
    )
    basis: Basis = Field(description="restated: the plan itself; delta: a change to be added to the plan.")
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


class IndicatorValue(Fact):
    """One printed value of an indicator."""

    table = "indicator_value"
    key = ("document_id", "locator")

    group: IndicatorGroup | None = Field(default=None, description="input, output, efficiency or quality.")
    name: str = Field(description="Name of the indicator as printed.")
    unit: str | None = Field(default=None, description="Unit of measurement as printed.")
    fiscal_year: int | None = Field(default=None, description="Year; empty when the value is for the whole programme.")
    kind: IndicatorKind = Field(description="baseline, target or actual.")
    value: Quantity | None = Field(default=None, description="The value, in `unit`.")
    text: str | None = Field(default=None, description="A target that is words and not a number.")
    fund: Fund | None = Field(
        default=None, description="The fund the value belongs to, where the form divides by fund."
    )
    info_source: str | None = Field(default=None, description="Where the actual value is to come from, as printed.")


class Population(Fact):
    """Number of people of one territory and age group in one year."""

    table = "population"
    key = ("document_id", "locator")

    territory: str = Field(description="Hromada or oblast.")
    age_from: int | None = Field(default=None, description="Lowest age counted; empty for everybody.")
    year: int = Field(description="Calendar year.")
    persons: int = Field(description="People.")
    kind: PopulationKind = Field(description="Observed, or a projection that the document publishes.")


class Execution(Fact):
    """One reported figure of execution."""

    table = "execution"
    key = ("document_id", "locator")

    budget_code: str | None = Field(default=None, description="Code of the budget.")
    programme_code: str | None = Field(default=None, description="Code of the budget programme.")
    economic_code: str | None = Field(default=None, description="Economic classification of expenditure.")
    period: str = Field(description="YYYY or YYYY-MM, cumulative from January.")
    fund: Fund = Field(description="general, special or total.")
    revised_plan: Money | None = Field(default=None, description="Plan with changes, UAH.")
    cash: Money | None = Field(default=None, description="Cash expenditure, UAH.")


class Finding(Contract):
    """One equality that was checked: it failed, or it holds (severity `verified`)."""

    table = "finding"

    rule: str = Field(description="Name of the check, the file in data/checks/.")
    severity: Severity = Field(description="verified, notice, warning or error.")
    finding_class: FindingClass = Field(alias="class", description="Where the difference comes from.")
    document_id: str = Field(description="The document that prints the figure.")
    scope: str = Field(description="What is compared: year and fund, or line.")
    fiscal_year: int | None = Field(default=None, description="Budget year the check is about.")
    fund: Fund | None = Field(default=None, description="Fund the check is about.")
    printed: Money = Field(description="The printed figure, UAH.")
    computed: Money = Field(description="What the parts add up to, UAH.")
    difference: Money = Field(description="printed - computed, UAH.")
    locators: tuple[str, ...] = Field(description="The cells involved; the printed figure's first.")


class Repair(Fact):
    """One repair of damaged text."""

    table = "repair"

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
    IndicatorValue,
    Population,
    Execution,
    Finding,
    Repair,
    Unread,
)
