"""Printed numbers as the contract's money and quantities, or why they cannot be."""

from decimal import Decimal

from data.contracts import UnreadReason

_KOPIYKA = Decimal("0.01")
_TOO_LARGE = Decimal(10) ** 16
_DIGITS, _QUANTITY_PLACES = 18, 3


def in_uah(value: Decimal, unit: int) -> tuple[Decimal | None, UnreadReason | None]:
    """A printed number in UAH as the contract's `Money`, or why it cannot be one; `unit` is how many UAH one is."""
    if len(value.as_tuple().digits) > _DIGITS or abs(value) * unit >= _TOO_LARGE:
        return None, UnreadReason.AMOUNT_TOO_LONG
    amount = value * unit
    rounded = amount.quantize(_KOPIYKA)
    return (rounded, None) if rounded == amount else (None, UnreadReason.BELOW_A_KOPIYKA)


def fits_quantity(value: Decimal) -> bool:
    """Whether the contract's `Quantity` can hold a number as printed."""
    _, digits, exponent = value.as_tuple()
    places = -int(exponent)
    return places <= _QUANTITY_PLACES and len(digits) - places <= _DIGITS - _QUANTITY_PLACES
