"""How everything is measured: once to warm up, then five times."""

from collections.abc import Callable
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

Measure = Callable[..., None]


@pytest.fixture
def measure(benchmark: BenchmarkFixture) -> Measure:
    """`measure("what", work, against="what else")`: the table shows the time of `work` and its ratio to the other's.

    `fresh` makes the argument of `work` anew before each time, unmeasured.
    """

    def measured(
        what: str, work: Callable[..., Any], *, against: str | None = None, fresh: Callable[[], Any] | None = None
    ) -> None:
        benchmark.extra_info.update(what=what, against=against)
        setup = (lambda: ((fresh(),), {})) if fresh else None
        benchmark.pedantic(work, setup=setup, rounds=5, warmup_rounds=1)

    return measured
