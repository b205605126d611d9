"""Why something could not be read, as the reader is told."""

import pytest

from data.contracts import UnreadReason
from pages.components import language, reasons


@pytest.mark.parametrize("reason", UnreadReason)
def test_every_reason_has_a_sentence(reason: UnreadReason):
    """Each reason of the readers is said in Ukrainian, and in the English that the command line prints."""
    assert reasons.sentence(reason.value) == language.catalogue("uk").gettext(reason.value)
    assert reasons.sentence(reason.value) != reason.value
    assert language.catalogue("en").gettext(reason.value) == reason.value
