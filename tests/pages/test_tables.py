"""What stands in a table that leaves the page."""

from decimal import Decimal

import pandas as pd

from pages.components import tables


def test_a_file_holds_years_as_numbers_and_nothing_for_unknown():
    """A page writes years as words and a dash for what is unknown; in a file a year is a number where it is known, what
    is unknown has an empty cell, and addresses of pages are left out. A dash that a document prints stays."""
    frame = pd.DataFrame(
        {
            "fiscal_year": ["2019", "Рік не вказано"],
            "residents": ["усі мешканці, фактично", "—"],
            "amount": [Decimal("5.00"), None],
            "line_code": ["1", "2"],
            "printed": ["5,00", "—"],
            "cell": ["documents?a", "documents?b"],
        },
        dtype=object,
    )
    heads = {name: name for name in frame.columns}
    written = tables.headed(frame, heads).to_dict("list")
    assert written == {
        "fiscal_year": [2019, "Рік не вказано"],
        "residents": ["усі мешканці, фактично", None],
        "amount": [Decimal("5.00"), None],
        "line_code": ["1", "2"],
        "printed": ["5,00", "—"],
    }
