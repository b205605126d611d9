"""What the figures of an indicator mean: the rules of `reference/indicators.yml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from data import reference
from data.contracts import Polarity


@dataclass(frozen=True)
class Meaning:
    """Whether more or less is better, whether the years add up, and why; None where no rule tells."""

    polarity: Polarity | None = None
    polarity_reason_uk: str | None = None
    polarity_reason_en: str | None = None
    adds_up: bool | None = None
    adds_up_reason_uk: str | None = None
    adds_up_reason_en: str | None = None


@cache
def meaning(name: str) -> Meaning:
    """The meaning of an indicator by its name: the first rule that fits, of each kind."""
    listed = reference.load("indicators")
    by_polarity, by_sum = _first(listed["polarity_rules"], name), _first(listed["adds_up_rules"], name)
    return Meaning(
        polarity=Polarity(by_polarity["polarity"]) if by_polarity else None,
        polarity_reason_uk=_reason(by_polarity, "uk"),
        polarity_reason_en=_reason(by_polarity, "en"),
        adds_up=by_sum.get("adds_up"),
        adds_up_reason_uk=_reason(by_sum, "uk"),
        adds_up_reason_en=_reason(by_sum, "en"),
    )


def _first(rules: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next((rule for rule in rules if re.search(rule["pattern"], name.lower())), {})


def _reason(rule: dict[str, Any], language: str) -> str | None:
    return rule["reason"][language] if rule else None
