"""A report on the execution of a passport (form of order 836): approved, cash and deviation, and indicators reached."""

import re
from itertools import count

from data.contracts import DocumentKind, DocumentStatus, Statement, Topic, UnreadReason
from loaders.acts import Act
from loaders.cells import budget_code, first_date
from loaders.documents.budget_form import codes as form_codes
from loaders.documents.budget_form import head as form_head
from loaders.documents.budget_form import indicators as form_indicators
from loaders.documents.budget_form import points
from loaders.documents.budget_form import texts as form_texts
from loaders.documents.execution_report import amounts as report_amounts
from loaders.documents.execution_report.amounts import Reported
from loaders.facts import Facts
from loaders.rows import Row

KIND: DocumentKind = DocumentKind.EXECUTION_REPORT

_WHEN = r"(?:за20\d\d(?:рік|року|р)|(?:станом)?на[0-3]\d[01]\d20\d\d(?:рік|року|р)?|на20\d\d(?:рік|року|р))"
_WHOLE = rf"провиконанняпаспортабюджетноїпрограми(?:місцевогобюджету)?(?:{_WHEN}){{0,2}}"
_HEADING = re.compile(rf"(?:звіт)?{_WHOLE}|звітпровиконанняпаспорта")
_SAYS_WHEN = re.compile(r"\bз[аa]\s+(?P<year>20\d\d)\b|\bн[аa]\s+(?P<day>\d{1,2}\.\d{1,2}\.20\d\d)", re.IGNORECASE)

_CODES = {
    Topic.PROGRAMME_CODE: "programme_code",
    Topic.TYPICAL_CODE: "typical_code",
    Topic.FUNCTIONAL_CODE: "functional_code",
    Topic.BUDGET_CODE: "budget_code",
}


def is_heading(row: Row) -> bool:
    """Whether a row heads a report: the whole row, its first line, or its second where «ЗВІТ» stands alone above."""
    text = form_head.compact(row)
    return bool(text) and bool(_HEADING.fullmatch(text))


def described(rows: tuple[Row, ...]) -> Act:
    """The report as its own text describes it; many are signed and have neither number nor date."""
    approval = form_head.approval_of(rows, is_heading)
    return Act(
        rows=rows,
        title=form_head.title_of(rows, is_heading, "звіт", _SAYS_WHEN),
        form=KIND,
        issuer=approval.issuer,
        number=approval.number,
        adopted_on=approval.adopted_on,
        status=DocumentStatus.ADOPTED if approval.number and approval.adopted_on else None,
        amount_unit="UAH",
    )


def read(act: Act, document_id: str) -> Facts:
    """Everything the report prints, for the period in its heading."""
    found = points.points_of(act.rows, is_heading)
    period = _period(act.title)
    parts: list[Facts] = []
    if not period:
        parts.append(form_head.unread_heading(act.rows, is_heading, UnreadReason.YEAR_UNKNOWN, document_id))
    tables = count(1)
    codes: dict[str, str] = {}
    special_is_empty = False
    for point in found:
        if point.kind == points.CODES:
            parts.append(form_codes.read(point, next(tables), document_id))
            codes = _codes(parts[-1].statements)
        elif point.kind == points.AIM:
            parts.append(form_texts.aim(point, document_id))
        elif point.kind in (points.GOALS, points.TASKS):
            parts.append(form_texts.listing(point, next(tables), document_id))
        elif period and point.kind in (points.DIRECTIONS, points.PROGRAMMES):
            reported = Reported(document_id, period, codes)
            special_is_empty = special_is_empty or report_amounts.has_empty_special_fund(point)
            parts.append(report_amounts.read(point, reported, next(tables), special_is_empty=special_is_empty))
        elif period and point.kind == points.INDICATORS:
            year, number = int(period[:4]), next(tables)
            parts.append(
                form_indicators.read(
                    point, "report_indicators", year, number, document_id, special_is_empty=special_is_empty
                )
            )
    return Facts.together(parts)


def _period(title: str) -> str | None:
    """The year, or the months up to the day that the report stands on: on 1 July 2021 it covers 2021-06."""
    says = _SAYS_WHEN.search(title)
    if says is None or says["year"]:
        return says["year"] if says else None
    day = first_date(says["day"])
    if day is None or day.day != 1:
        return None
    return str(day.year - 1) if day.month == 1 else f"{day.year}-{day.month - 1:02}"


def _codes(statements: tuple[Statement, ...]) -> dict[str, str]:
    codes = {_CODES[entry.topic]: entry.text for entry in statements if entry.topic in _CODES}
    if budget := budget_code(codes.pop("budget_code", None)):
        codes["budget_code"] = budget
    return codes
