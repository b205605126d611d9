"""How much was compared, and how much of it holds: in a sentence, by document and by rule."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analytics.frames import records
from data.contracts import FindingClass
from pages.components import downloads, findings, formats, links, names, paper
from pages.components.language import _, ngettext


def summary(counts: pd.DataFrame) -> str:
    """How many comparisons there are, how many hold, and what the rest are. `counts` as from `checks.counts`."""
    hold = int(counts.loc[counts["severity"] == "verified", "findings"].sum())
    compared = int(counts["findings"].sum())
    rest = counts[counts["severity"] != "verified"]
    failed, doubtful, notes = (
        int(rest.loc[rest["severity"] == severity, "findings"].sum()) for severity in ("error", "warning", "notice")
    )
    others = [
        words.format(count=formats.number(count, 0))
        for words, count in (
            (ngettext("{count} does not hold", "{count} do not hold", failed), failed),
            (ngettext("{count} is doubtful", "{count} are doubtful", doubtful), doubtful),
            (ngettext("{count} is a note", "{count} are notes", notes), notes),
        )
        if count
    ]
    said = ngettext("{compared} comparison: {hold} hold", "{compared} comparisons: {hold} hold", compared).format(
        compared=formats.number(compared, 0), hold=formats.number(hold, 0)
    )
    return ", ".join([said, *others]) + "."


def draw(counts: pd.DataFrame, register: Mapping[str, Any], document: str | None) -> None:
    """The counts by document and by rule, each row with the way to its findings.

    `counts` as from `checks.counts`, of one document or of all.
    """
    heads = {
        "name": _("Document"),
        "compared": _("Compared"),
        "hold": _("Hold"),
        **{kind.value: findings.kind(kind) for kind in FindingClass},
    }
    _table(_by_document(counts, register), heads, _("Checks by document and class"), "koshtorys-checks-by-document")
    heads = {"name": _("Rule"), "compared": _("Compared"), "hold": _("Hold"), "fail": _("Do not hold")}
    _table(_by_rule(counts, document), heads, _("Checks by rule"), "koshtorys-checks-by-rule")


def _table(rows: pd.DataFrame, heads: Mapping[str, str], title: str, file: str) -> None:
    body = "".join(
        f'<tr><td class="what">{paper.link(row.address, row.name)}</td>'
        + "".join(f'<td class="figure">{formats.number(getattr(row, name), 0)}</td>' for name in list(heads)[1:])
        + "</tr>"
        for row in records(rows)
    )
    st.html(paper.table(title, list(heads.values()), body, figures=range(1, len(heads))))
    downloads.offer(rows, heads, file, [title])


def _by_document(counts: pd.DataFrame, register: Mapping[str, Any]) -> pd.DataFrame:
    """Grain: document. Columns: address (of its findings), name, compared, hold, and one a class for what does not."""
    found = []
    for name, part in counts.groupby("document_id", sort=False):
        broken = part[part["severity"] != "verified"]
        classes = {
            kind.value: int(broken.loc[broken["finding_class"] == kind, "findings"].sum()) for kind in FindingClass
        }
        about = {"address": links.checks(document=str(name)), "name": names.document(register[str(name)])}
        found.append(about | _held(part) | classes)
    return pd.DataFrame(found)


def _by_rule(counts: pd.DataFrame, document: str | None) -> pd.DataFrame:
    """Grain: rule, those that found nothing to compare last. Columns: address, name, compared, hold, fail."""
    found = []
    for name, words in findings.rules().items():
        held = _held(counts[counts["rule"] == name])
        about = {"address": links.checks(rule=name, **({"document": document} if document else {})), "name": words}
        found.append(about | held | {"fail": held["compared"] - held["hold"]})
    return pd.DataFrame(found).sort_values(["fail", "compared"], ascending=False, kind="stable")


def _held(counts: pd.DataFrame) -> dict[str, int]:
    hold = int(counts.loc[counts["severity"] == "verified", "findings"].sum())
    return {"compared": int(counts["findings"].sum()), "hold": hold}
