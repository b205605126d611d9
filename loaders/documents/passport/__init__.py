"""A budget programme passport (form of order 836): codes, grounds, tasks, directions of use, indicators of one year."""

import re
from itertools import count

from data.contracts import DocumentKind, DocumentStatus, Fund, UnreadReason
from loaders.acts import Act
from loaders.documents.budget_form import codes as form_codes
from loaders.documents.budget_form import head as form_head
from loaders.documents.budget_form import indicators as form_indicators
from loaders.documents.budget_form import points
from loaders.documents.budget_form import texts as form_texts
from loaders.documents.budget_form.points import Point
from loaders.documents.passport import amounts as passport_amounts
from loaders.facts import Facts
from loaders.rows import Row

KIND: DocumentKind = DocumentKind.PASSPORT

_YEAR = r"на20\d\d(?:рік|року|р)"
_CHANGED = r"(?:зі?змінами|уновійредакції|новаредакція)?"
_HEADING = re.compile(rf"паспортбюджетноїпрограми(?:місцевогобюджету)?(?:{_YEAR}{_CHANGED})?")
_SECOND_LINE = re.compile(rf"бюджетноїпрограмимісцевогобюджету{_YEAR}{_CHANGED}")
_SAYS_YEAR = re.compile(r"\bн[аa]\s+(?P<year>20\d\d)\b", re.IGNORECASE)


def is_heading(row: Row) -> bool:
    """Whether a row heads a passport: the whole row, or its second line where «ПАСПОРТ» stands alone above."""
    text = form_head.compact(row)
    return bool(text) and bool(_HEADING.fullmatch(text) or _SECOND_LINE.fullmatch(text))


def described(rows: tuple[Row, ...]) -> Act:
    """The passport as its own text describes it; it counts on the acts that its grounds name."""
    approval = form_head.approval_of(rows, is_heading)
    grounds = [point for point in points.points_of(rows, is_heading) if point.kind == points.GROUNDS]
    return Act(
        rows=rows,
        title=form_head.title_of(rows, is_heading, "паспорт", _SAYS_YEAR),
        form=KIND,
        issuer=approval.issuer,
        number=approval.number,
        adopted_on=approval.adopted_on,
        status=DocumentStatus.ADOPTED if approval.number and approval.adopted_on else DocumentStatus.DRAFT,
        amount_unit="UAH",
        references=tuple(reference for point in grounds for reference in form_texts.references(point)),
    )


def read(act: Act, document_id: str) -> Facts:
    """Everything the passport prints; its amounts and indicators belong to the year in its heading."""
    found = points.points_of(act.rows, is_heading)
    year = int(said["year"]) if (said := _SAYS_YEAR.search(act.title)) else None
    parts: list[Facts] = []
    if not year:
        parts.append(form_head.unread_heading(act.rows, is_heading, UnreadReason.YEAR_UNKNOWN, document_id))
    tables = count(1)
    special_is_empty = False
    for point in found:
        if point.kind == points.CODES:
            parts.append(form_codes.read(point, next(tables), document_id))
        elif point.kind == points.GROUNDS:
            parts.append(form_texts.grounds(point, document_id))
        elif point.kind == points.AIM:
            parts.append(form_texts.aim(point, document_id))
        elif point.kind in (points.GOALS, points.TASKS):
            parts.append(form_texts.listing(point, next(tables), document_id))
        elif year and point.kind == points.STATED:
            parts.append(passport_amounts.stated(point, year, document_id))
            special_is_empty = _states_no_special_fund(parts[-1])
        elif year and point.kind != points.CLOSING:
            parts.append(_table(point, year, next(tables), document_id, special_is_empty=special_is_empty))
    return Facts.together(parts)


def _table(point: Point, year: int, table_no: int, document_id: str, *, special_is_empty: bool) -> Facts:
    if point.kind == points.INDICATORS:
        kind = "passport_indicators"
        return form_indicators.read(point, kind, year, table_no, document_id, special_is_empty=special_is_empty)
    return passport_amounts.read(point, year, table_no, document_id, special_is_empty=special_is_empty)


def _states_no_special_fund(stated: Facts) -> bool:
    amounts = [entry.amount for entry in stated.allocations if entry.fund is Fund.SPECIAL]
    return bool(amounts) and not any(amounts)
