"""Damaged text beside the repaired one."""

from types import SimpleNamespace

from pages.components import side_by_side


def repair(printed: str, repaired: str) -> SimpleNamespace:
    return SimpleNamespace(printed=printed, repaired=repaired, rule="letters", row_no=1)


def test_a_word_divided_at_the_end_of_a_line():
    """The whole word stands at the end of its line, and its rest goes from the line below."""
    changes, carried = side_by_side._changes("роботи орга-", [repair("орга-\nHiB", "органів")], [])
    assert side_by_side._marked("роботи орга-", changes, old=False).endswith(">органів</mark>")
    below, rest = side_by_side._changes("HiB ради", [], carried)
    assert (side_by_side._marked("HiB ради", below, old=False), rest) == ("ради", [])


def test_each_word_is_repaired_where_it_stands():
    """A word that stands twice is repaired once a repair; nothing of the text is taken for HTML."""
    changes, _ = side_by_side._changes("<б> 2З i 2З", [repair("2З", "23"), repair("2З", "23")], [])
    repaired = side_by_side._marked("<б> 2З i 2З", changes, old=False)
    assert repaired.count(">23</mark>") == 2
    assert repaired.startswith("&lt;б&gt; ")
