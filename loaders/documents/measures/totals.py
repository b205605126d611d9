"""Which lines of a table of measures add up others; the lowest lines are all the rest."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from data.contracts import Level
from loaders.documents.measures.line import Line, Place
from loaders.documents.measures.sums import Printed, with_sums
from loaders.tables import wording


def marked(lines: Sequence[Line], printed: Printed) -> tuple[list[Line], list[Line]]:
    """The lines with their totals marked, and totals of which nobody can tell what they add up."""
    known, untold = _adding_up_above(lines)
    return with_sums(_with_parts(_by_source(known)), printed), untold


def _adding_up_above(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Rows that say only «Всього»: one for each section in its order, or one at the end of the table, or both."""
    bare = [line for line in lines if line.adds_up_above and not line.goes_on]
    if not bare:
        return list(lines), []
    sections = list(dict.fromkeys(line.here for line in lines if line.here.name))
    is_last = bare[-1].row is [line for line in lines if not line.goes_on][-1].row
    has_total = any(line.level is Level.PROGRAMME and not line.adds_up_above for line in lines)
    each = [line.here for line in bare[: len(sections)]] == sections
    if len(bare) == 1 and is_last and not has_total and len(sections) != 1:
        meant = {bare[0].row.no: Place()}
    elif each and len(bare) - len(sections) in ((0, 1) if is_last and not has_total else (0,)):
        meant = {line.row.no: here for line, here in zip(bare, [*sections, Place()], strict=False)}
    else:
        meant = {}
    found: list[Line] = []
    untold: list[Line] = []
    here: Place | None = None
    for line in lines:
        if not line.adds_up_above:
            found.append(line)
            continue
        if not line.goes_on:
            here = meant.get(line.row.no)
        if here is None:
            untold.append(line)
        else:
            found.append(replace(line, level=here.level, name=here.name or line.name, here=here))
    return found, untold


def _by_source(lines: Sequence[Line]) -> list[Line]:
    """A line that prints who pays in rows of their own: «Всього», or no name, adds up the other rows."""
    found: list[Line] = []
    for line, below in pairwise([*lines, None]):
        if line is None:
            continue
        parts = line.goes_on or (below is not None and below.goes_on)
        source = line.funding_source
        adds_up = source is None or wording.total_of(source) is not None
        if source and adds_up:
            line = replace(line, funding_source=None)
        found.append(replace(line, is_total=True) if parts and adds_up else line)
    return found


def _with_parts(lines: Sequence[Line]) -> list[Line]:
    """The lines; one that has parts, by its number or in the rows right below it, is a total."""
    parts = [line for line in lines if line.level in (Level.MEASURE, Level.ITEM)]
    parents = {(line.here, line.parent_code) for line in parts if line.parent_code}
    found: list[Line] = []
    for line, below in pairwise([*lines, None]):
        if line is None or line.is_total:
            found += [line] if line else []
            continue
        has_parts = (line.here, line.code) in parents
        has_rows = line.heads and below is not None and below.is_under(line)
        found.append(replace(line, is_total=True) if has_parts or has_rows else line)
    return found
