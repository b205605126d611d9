"""What a line of a plan buys, and which national task it serves: the rules of `reference/classification.yml`."""

import re
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from data import reference
from data.contracts import Category, KindRule, NationalTask, Priced, PurchaseKind

_BRACKETS = re.compile(r"\([^)]*\)")
_ONE_OR_OTHER = re.compile(r"([^\W\d_]+)\s*/\s*([^\W\d_]+)")


@dataclass(frozen=True)
class Assignment:
    """Kind, direction and task of a line, with the rules that told them; None where no rule does."""

    kind: str | None = None
    kind_rule: str | None = None
    several_kinds: bool = False
    national_direction: str | None = None
    national_task: str | None = None
    task_rule: str | None = None
    note: str | None = None


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Kind(_Part):
    category: Category
    priced: Priced
    task: str | None = None
    direction: str | None = None
    note: str | None = None


class _Rule(_Part):
    id: str
    pattern: re.Pattern[str]
    example: str = Field(min_length=1)


class _KindRule(_Rule):
    kind: str


class _TaskRule(_Rule):
    task: str
    note: str | None = None


class _Listed(_Part):
    kinds: dict[str, _Kind]
    things: list[re.Pattern[str]]
    works: re.Pattern[str]
    kind_rules: list[_KindRule]
    task_rules: list[_TaskRule]


@cache
def assignment(name: str) -> Assignment:
    """The assignment of a line by its name: the first rule that fits; a task told by the name comes first."""
    listed, small = _listed(), name.lower()
    by_kind = next((rule for rule in listed.kind_rules if rule.pattern.search(small)), None)
    by_task = next((rule for rule in listed.task_rules if rule.pattern.search(small)), None)
    source = by_task or (listed.kinds[by_kind.kind] if by_kind else None)
    task = source.task if source else None
    return Assignment(
        kind=by_kind.kind if by_kind else None,
        kind_rule=by_kind.id if by_kind else None,
        several_kinds=_names_several(small),
        national_direction=_directions()[task] if task else source.direction if isinstance(source, _Kind) else None,
        national_task=task,
        task_rule=by_task.id if by_task else None,
        note=source.note if source else None,
    )


def kinds() -> list[PurchaseKind]:
    """Every kind, for the warehouse."""
    return [
        PurchaseKind(kind=name, category=kind.category, priced=kind.priced) for name, kind in _listed().kinds.items()
    ]


def kind_rules() -> list[KindRule]:
    """Every rule that tells a kind, for the warehouse."""
    return [
        KindRule(rule=rule.id, kind=rule.kind, pattern=rule.pattern.pattern, example=rule.example)
        for rule in _listed().kind_rules
    ]


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
def _listed() -> _Listed:
    return _Listed.model_validate(reference.load("classification"))


@cache
def _directions() -> dict[str, str]:
    return {task.task: task.direction for task in national_tasks()}


def _names_several(name: str) -> bool:
    # What stands in brackets tells more of the thing, not another one.
    plain, listed = _BRACKETS.sub("", name), _listed()
    of_works = [all(map(listed.works.match, words)) for words in _ONE_OR_OTHER.findall(plain)]
    return not all(of_works) or sum(bool(thing.search(plain)) for thing in listed.things) > 1
