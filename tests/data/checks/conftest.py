"""The programme that the tests of checks plant errors in."""

import pytest

from data.contracts import (
    Document,
    DocumentKind,
)
from tests.data.checks.planted import Act


@pytest.fixture
def base(act: Act) -> Document:
    return act("a", "2021-02-01", kind=DocumentKind.PROGRAMME)
