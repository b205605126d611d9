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
    }[UnreadReason(reason)]
