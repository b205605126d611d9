"""Tables from ruled lines."""

from loaders.readers.grid import Rule, grids_of


def test_merged_cells() -> None:
    """Where no line runs between, places of the grid are one cell; its text belongs top left."""
    across = [Rule(0, 0, 90), Rule(20, 30, 90), Rule(40, 0, 90)]
    upright = [Rule(0, 0, 40), Rule(30, 0, 40), Rule(60, 20, 40), Rule(90, 0, 40)]
    (grid,) = grids_of(across, upright)
    assert (grid.xs, grid.ys) == ((0, 30, 60, 90), (0, 20, 40))
    assert grid.owners == (((0, 0), (0, 1), (0, 1)), ((0, 0), (1, 1), (1, 2)))
    assert grid.place(75, 10) == (0, 1)
    assert grid.place(75, 50) is None
    assert grid.boxes()[(0, 0)] == (0, 0, 30, 40)


def test_lines_in_pieces() -> None:
    """A line may be drawn cell by cell, twice, or a little off its place."""
    across = [Rule(y, x, x + 29) for y in (0, 20.5, 40) for x in (0, 30)] + [Rule(1.5, 0, 60)]
    upright = [Rule(x + shift, y, y + 19) for x in (0, 30, 60) for y, shift in ((0, 0), (20, 0.8))]
    (grid,) = grids_of(across, upright)
    assert len(grid.xs) == 3
    assert len(grid.ys) == 3
    assert len(grid.boxes()) == 4


def test_what_is_no_table() -> None:
    """A line under a word, a frame around a page and a cross of nothing are none; tables that do not touch are two."""
    assert not grids_of([Rule(10, 0, 50)], [])
    assert not grids_of([Rule(0, 0, 50), Rule(50, 0, 50)], [Rule(0, 0, 50), Rule(50, 0, 50)])
    boxes = [0, 100]
    across = [Rule(top + y, 0, 60) for top in boxes for y in (0, 20)]
    upright = [Rule(x, top, top + 20) for top in boxes for x in (0, 30, 60)]
    assert [grid.ys for grid in grids_of(across, upright)] == [(0, 20), (100, 120)]
