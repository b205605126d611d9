"""What `read` prints for people: the document line by line, as a careful clerk would have typed it."""

from loaders.checking import checked
from loaders.reading import Reading
from loaders.transcript import in_words


def lines_of(reading: Reading) -> list[str]:
    return in_words(reading).split("\n")


def test_a_line_says_what_its_row_prints(programme: Reading) -> None:
    """Row 501, measure 16.2: one piece a year; 10.0 and 13.0 of the special fund, and 15.5 only as a total."""
    line = next(line for line in lines_of(programme) if " · 16.2 · " in line)
    assert line.strip() == (
        "рядок 501, графа 6 · 16.2 · Багатофункціональні пристрої · "
        "2019: special 10000.00, total* 10000.00, quantity 1; 2020: special 13000.00, total* 13000.00, quantity 1; "
        "2021: unspecified 15500.00, quantity 1; all years: total* 38500.00"
    )


def test_the_head_tells_what_the_document_is(amendment: Reading) -> None:
    """Kind, status, number and date, the unit of the printed amounts, and how much was read and left out."""
    first = lines_of(amendment)[:4]
    assert first[0].startswith("Про внесення змін до рішення Міської ради міста Кропивницького")
    assert first[1:3] == ["  amendment, draft, № 698, 2019-11-26", "  amounts are printed in thousand UAH"]
    assert first[3].startswith("  219 amounts, 48 lowest lines")


def test_what_does_not_hold_is_listed_and_what_holds_is_counted(programme: Reading) -> None:
    """Line 17.4 prints 142.0 over 14.2; 894 of the 925 comparisons of the decision hold."""
    (reading,) = checked([programme])
    lines = [line.strip() for line in lines_of(reading)]
    assert (
        "row_years, error: 17.4 Антивірусний захист інформації total; printed 142000 UAH; computed 14200 UAH; "
        "рядок 506, графа 16"
    ) in lines
    assert "894 of 925 comparisons hold" in lines
    assert not [line for line in lines if "verified" in line]
