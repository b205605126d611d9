"""Treasury data on local expenditure as openbudget.gov.ua gives it: a row is a code x fund x period, in UAH.

Columns go by the names in their header row (`data/reference/treasury.yml`). Amounts are cumulative from January. The
data says the same money more than once; what adds up other rows is marked as a total.
"""

from collections.abc import Iterator

from data.contracts import DocumentKind, Execution, Unread, UnreadReason
from loaders import as_printed
from loaders.acts import Act
from loaders.cells import clean
from loaders.documents.treasury import checks as treasury_checks
from loaders.documents.treasury.lines import AMOUNTS, Columns, Line, Problem, columns_of, line_of, names_of
from loaders.errors import TableError
from loaders.facts import Facts
from loaders.rows import Row

KIND: DocumentKind = DocumentKind.TREASURY

_MUST, _ONE_OF, _AMOUNT = "REP_PERIOD", {"FUND_TYP", "COD_BUDGET"}, "_AMT"


def is_heading(row: Row) -> bool:
    """Whether a row is the header row of such data; what it lacks, or has too much, is said when it is read."""
    if not row.in_table or _MUST not in row.text.upper():
        return False
    names = names_of(row)
    return _MUST in names and not _ONE_OF.isdisjoint(names) and any(name.endswith(_AMOUNT) for name in names)


def described(rows: tuple[Row, ...]) -> Act:
    """Titled by budget, programme and months: the data has no title of its own."""
    return Act(rows=rows, title=", ".join(_about(rows)), form=KIND, amount_unit="UAH")


def read(act: Act, document_id: str) -> Facts:
    """Execution rows, what contradicts itself as findings, and rows that cannot be placed as `unread`."""
    heading = next(place for place, row in enumerate(act.rows) if is_heading(row))
    rows = [row for row in act.rows if not row.is_blank]
    source_rows = tuple(
        as_printed.source_row(row, "data" if row.no > act.rows[heading].no else "heading", document_id, 1, "treasury")
        for row in rows
        if row.in_table
    )
    try:
        columns = columns_of(act.rows[heading])
    except TableError as error:
        unread = Unread(document_id=document_id, locator=error.locator, text=error.text, reason=error.reason)
        return Facts(unread=(unread,), source_rows=source_rows)
    problems: list[tuple[Row, Problem]] = [
        (act.rows[heading], (place, UnreadReason.COLUMN_UNKNOWN)) for place in columns.unknown
    ]
    lines: list[Line] = []
    for row in rows:
        if row.no <= act.rows[heading].no:
            continue
        line, failed = line_of(row, columns)
        problems += [(row, problem) for problem in failed]
        problems += [(row, (place, UnreadReason.PAST_THE_HEADINGS)) for place in _beyond(row, columns)]
        if line:
            lines.append(line)
    lines, contradicting, repeated = treasury_checks.without_repeated(lines, columns, document_id)
    problems += [(line.row, (0, UnreadReason.REPEATED_OTHERWISE)) for line in contradicting]
    totals = treasury_checks.totals_of(lines)
    locators = {row.row_no: row.locators for row in source_rows}
    return Facts(
        execution=tuple(
            _execution(line, columns, locators[line.row.no], line.row.no in totals, document_id) for line in lines
        ),
        findings=tuple(repeated),
        unread=tuple(_unread(row, problem, document_id) for row, problem in problems),
        source_rows=source_rows,
    )


def _about(rows: tuple[Row, ...]) -> Iterator[str]:
    yield "Видатки місцевого бюджету за даними Казначейства"
    heading = next(place for place, row in enumerate(rows) if is_heading(row))
    try:
        columns = columns_of(rows[heading])
    except TableError:
        return
    alike = {
        tuple(columns.text(row, role) for role in ("period", "budget", "programme")): row
        for row in rows[heading + 1 :]
        if len(row.cells) >= columns.width
    }
    lines = [line for row in alike.values() if (line := line_of(row, columns)[0])]
    for word, many, found in (
        ("бюджет", "бюджетів", {line.budget for line in lines}),
        ("програма", "програм", {line.programme or line.typical for line in lines}),
    ):
        codes = sorted(code for code in found if code)
        if codes:
            yield f"{word} {codes[0]}" if len(codes) == 1 else f"{many}: {len(codes)}"
    months = sorted({line.period for line in lines})
    if months:
        yield months[0] if len(months) == 1 else f"{months[0]} – {months[-1]}"


def _beyond(row: Row, columns: Columns) -> list[int]:
    return [place for place in range(columns.width, len(row.cells)) if row.cells[place].strip()]


def _execution(line: Line, columns: Columns, locators: tuple[str, ...], is_total: bool, document_id: str) -> Execution:
    cash = columns.places.get("cash")
    amounts = dict(zip(AMOUNTS, line.amounts, strict=True))
    at = next((role for role, amount in amounts.items() if amount is not None), None)
    place = columns.places[at] if at else 0
    names = (columns.text(line.row, f"{role}_name") for role in ("economic", "programme", "functional"))
    return Execution(
        document_id=document_id,
        locator=locators[place],
        printed=line.row.printed_cell(place) if at else "",
        row_no=line.row.no,
        budget_code=line.budget,
        programme_code=line.programme,
        typical_code=line.typical,
        functional_code=line.functional,
        economic_code=line.economic,
        name=next((clean(name) for name in names if name), None),
        period=line.period,
        fund=line.fund,
        cash_locator=None if cash in (None, place) else locators[cash],
        cash_printed=None if cash in (None, place) else line.row.printed_cell(cash),
        is_total=is_total,
        **amounts,
    )


def _unread(row: Row, problem: Problem, document_id: str) -> Unread:
    place, reason = problem
    whole = reason in (UnreadReason.ROW_CUT_SHORT, UnreadReason.REPEATED_OTHERWISE)
    return as_printed.unread(row, None if whole else place, reason, document_id)
