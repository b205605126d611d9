"""From a share of people to people, and back; exact, rounded once at the end."""

from decimal import ROUND_HALF_UP, Decimal


def people_of(per_cent: Decimal, persons: int) -> int:
    """Whole people, a half goes up: 1 % of 245 664 is 2456.64, that is 2457."""
    return int((per_cent * persons / 100).quantize(Decimal(1), ROUND_HALF_UP))


def share_of(people: int, persons: int, places: int = 2) -> Decimal | None:
    """Per cent, rounded half up to `places`; None where there is nobody to share."""
    if persons <= 0:
        return None
    return (Decimal(people) * 100 / persons).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
