"""What a line of a plan buys, and which national task it serves: the rules of `reference/classification.yml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from data import reference
from data.contracts import NationalTask, PurchaseKind


@dataclass(frozen=True)
class Assignment:
    """Kind, direction and task of a line, with the rules that told them; None where no rule does."""

    kind: str | None = None
    kind_rule: str | None = None
    national_direction: str | None = None
    national_task: str | None = None
    task_rule: str | None = None
    note: str | None = None


@cache
def assignment(name: str) -> Assignment:
    """The assignment of a line by its name: the first rule that fits; a task told by the name comes first."""
    listed = reference.load("classification")
    by_kind, by_task = _first(listed["kind_rules"], name), _first(listed["task_rules"], name)
    kind: dict[str, Any] = listed["kinds"][by_kind["kind"]] if by_kind else {}
    source = by_task or kind
    task = source.get("task")
    return Assignment(
        kind=by_kind["kind"] if by_kind else None,
        kind_rule=by_kind["id"] if by_kind else None,
        national_direction=_directions()[task] if task else source.get("direction"),
        national_task=task,
        task_rule=by_task["id"] if by_task else None,
        note=source.get("note"),
    )


def kinds() -> list[PurchaseKind]:
    """Every kind, for the warehouse."""
    listed = reference.load("classification")["kinds"]
    return [PurchaseKind(kind=name, category=kind["category"]) for name, kind in listed.items()]


def national_tasks() -> list[NationalTask]:
    """The national list, for the warehouse."""
    taxonomy = reference.load("national_taxonomy")
    return [
        NationalTask(
            task=task["id"],
            direction=direction["id"],
            direction_no=int(direction["number"]),
            direction_text=direction["text"],
            text=task["text"],
            document_id=taxonomy["document_id"],
            locator=task["locator"],
        )
        for direction in taxonomy["directions"]
        for task in direction["tasks"]
    ]


@cache
def _directions() -> dict[str, str]:
    return {task.task: task.direction for task in national_tasks()}


def _first(rules: list[dict[str, Any]], name: str) -> dict[str, Any] | None:
    return next((rule for rule in rules if re.search(rule["pattern"], name.lower())), None)
