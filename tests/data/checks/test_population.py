"""Projections and people of an age."""

from typing import Any

import pytest

from data.contracts import (
    Document,
    Population,
    PopulationKind,
    Topic,
)
from tests.data.checks.planted import found, said


def people(year: int, persons: int, age: int | None = 15, **changed: Any) -> Population:
    observed = PopulationKind.OBSERVED if year < 2021 else PopulationKind.PUBLISHED_PROJECTION
    fields: dict[str, Any] = {
        "document_id": "a",
        "locator": f"рядок 339, число {year}",
        "printed": str(persons),
        "row_no": 339,
        "territory": "м. Житомир",
        "age_from": age,
        "year": year,
        "persons": persons,
        "kind": observed,
    }
    return Population(**(fields | changed))


OBSERVED = [people(2017, 254157), people(2018, 253066), people(2019, 250657), people(2020, 249155)]


@pytest.mark.parametrize(
    ("persons", "severity", "kind"),
    [
        (245664, "verified", "document"),  # 245 663.5 half up
        (245663, "notice", "rounding"),  # cut off
        (245666, "error", "document"),
    ],
)
def test_published_projection(base: Document, persons: int, severity: str, kind: str) -> None:
    """Slope -1741.5, intercept 256112.5 at 2016: 2022 gives 245 663.5."""
    rows = [base, *OBSERVED, people(2022, persons)]
    method = said(Topic.EXPLANATION, "Розрахунок за методом апроксимації")
    (finding,) = found([*rows, method], "population_projection")
    assert (finding.severity, finding.printed, finding.computed) == (severity, persons, 245664)
    assert finding.finding_class == kind
    assert found(rows, "population_projection") == []  # a document may project by another method


@pytest.mark.parametrize(("aged", "severity"), [(85, "verified"), (94, "warning"), (101, "error")])
def test_people_of_an_age(base: Document, aged: int, severity: str) -> None:
    """Those of 15 and over beside the whole city of 100."""
    rows = [people(2022, aged), people(2022, 100, None, locator="рядок 340, число 1")]
    (finding,) = found([base, *rows], "age_group_share")
    assert (finding.severity, list(finding.locators)) == (severity, ["рядок 339, число 2022", "рядок 340, число 1"])
