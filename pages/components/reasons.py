"""Why something could not be read, in the reader's language."""

from data.contracts import UnreadReason
from pages.components.language import _


def sentence(reason: str) -> str:
    """The reason as a sentence."""
    return {
        UnreadReason.NOT_A_NUMBER: _("not a number that can be read for certain"),
        UnreadReason.THOUSANDS_OR_DECIMALS: _(
            "the mark may divide thousands or decimals, and nothing else in the table tells which"
        ),
        UnreadReason.OTHER_DECIMAL_MARK: _("the table writes decimals with the other mark"),
        UnreadReason.AMOUNT_TOO_LONG: _("the number is too large or too long to be an amount"),
        UnreadReason.QUANTITY_TOO_LONG: _("the number is too large or too long to be a quantity"),
        UnreadReason.BELOW_A_KOPIYKA: _("the amount has a part smaller than a kopiyka"),
        UnreadReason.PAST_THE_HEADINGS: _("the cell stands past the last column that has a heading"),
        UnreadReason.WITHOUT_A_HEADING: _("the cell stands in a column without a heading"),
        UnreadReason.NOTHING_KNOWN: _("the row names neither a measure, a task, a spending unit nor a known total"),
        UnreadReason.STRAY_BUDGET: _(
            "the row names a budget, but not under the total of the programme; what it adds up cannot be told"
        ),
        UnreadReason.UNIT_OR_TASK: _("it cannot be told whether this is a spending unit or a task"),
        UnreadReason.HEADING_UNKNOWN: _("the table was left out: this heading is not known"),
        UnreadReason.HEADING_TWICE: _(
            "the table was left out: this heading stands twice, and it is not clear which column is meant"
        ),
        UnreadReason.HEADING_WITHOUT_YEAR: _("the table was left out: this heading has no year above it"),
        UnreadReason.HEADING_WITHOUT_UNIT: _(
            "the table was left out: this heading does not say whether amounts are in UAH or thousand UAH"
        ),
        UnreadReason.HEADING_LOST: _(
            "the table was left out: its headings and its row of column numbers count different columns"
        ),
        UnreadReason.NO_MEASURES: _("the table was left out: no column names the measures"),
        UnreadReason.NO_AMOUNTS: _("the table was left out: no column holds amounts of a year"),
        UnreadReason.TABLE_UNKNOWN: _("the table was left out: none of its headings is known"),
        UnreadReason.INDICATOR_UNNAMED: _("the row holds values, but names no indicator"),
        UnreadReason.UNIT_UNTOLD: _("it is not said whether the amount is in UAH or thousand UAH"),
        UnreadReason.LABEL_UNKNOWN: _("the label of this line of the passport is not known"),
        UnreadReason.SOURCE_UNTOLD: _("it cannot be told which of the sources named beside it the amount belongs to"),
        UnreadReason.NO_STAGE: _("no first and last year can be read for this stage"),
        UnreadReason.TERRITORY_UNTOLD: _("the table does not say whose population it counts"),
        UnreadReason.PROJECTED_UNTOLD: _("the table does not say which years are observed and which are projected"),
        UnreadReason.YEARS_UNALIGNED: _("the row was left out: it has another count of numbers than there are years"),
        UnreadReason.OFF_THE_TREND: _("damaged digits: no reading, or more than one, agrees with the other years"),
        UnreadReason.CODE_UNTOLD: _("it cannot be told by its digits which code this is"),
        UnreadReason.NAME_WITHOUT_VALUE: _("the name has no value of its own in the table"),
        UnreadReason.FUND_UNTOLD: _(
            "cells of the row are missing, and it cannot be told which fund the number belongs to"
        ),
        UnreadReason.YEAR_UNKNOWN: _("the heading of the form names no year, so that its amounts belong to none"),
        UnreadReason.HEADING_MISSING: _("the table was left out: a column that it cannot be read without is missing"),
        UnreadReason.NOT_EXPENDITURE: _(
            "the table was left out: it holds revenue, financing or credits, not expenditure"
        ),
        UnreadReason.COLUMN_UNKNOWN: _("the column was left out: its heading is not known"),
        UnreadReason.ROW_CUT_SHORT: _(
            "the row was left out: it has fewer cells than there are headings, so it may be cut off"
        ),
        UnreadReason.NOT_A_PERIOD: _("the row was left out: this is not a month and a year"),
        UnreadReason.FUND_UNKNOWN: _("the row was left out: the fund is neither general, special nor total"),
        UnreadReason.NOT_A_CODE: _("the row was left out: this is not a code"),
        UnreadReason.REPEATED_OTHERWISE: _(
            "the row was left out: its line stands in the table again with other amounts"
        ),
        UnreadReason.NOT_A_DATE: _("not a date"),
        UnreadReason.BELOW_ZERO: _("an actual value or cash cannot be below zero"),
        UnreadReason.LINE_UNKNOWN: _(
            "the row was left out: its hidden key is damaged or names no line of this workbook"
        ),
        UnreadReason.LINE_TWICE: _(
            "the row was left out: more than one row of the workbook has this key and is filled in"
        ),
        UnreadReason.LABEL_CHANGED: _(
            "the row was left out: this text says which figure is meant, and it was overwritten"
        ),
        UnreadReason.SIDE_UNTOLD: _(
            "the table was left out: it compares two texts, and this column belongs to neither of them"
        ),
        UnreadReason.FORMULA_WITHOUT_RESULT: _(
            "a formula without a saved result; open the file in a spreadsheet and save it again"
        ),
        UnreadReason.NOT_A_LINE_NUMBER: _("the number of the line was turned into a date by a spreadsheet"),
    }[UnreadReason(reason)]
