"""The money of a programme as its passport states it: the total, the years, and what each source gives.

It is the money of the measures stated a second time, so every amount is a total of a section of its own.
"""

from collections.abc import Iterator, Sequence

from data.contracts import Allocation, Basis, Fund, Level, Repair, Section, Unread, UnreadReason
from loaders.documents.programme_passport.fields import Field, Piece, Place, is_listed, place_of, text_of
from loaders.documents.programme_passport.money import Money, amounts_in, source_in
from loaders.facts import Facts
from loaders.tables import wording


def of_cell(text: str, label: str, at: Place, document_id: str) -> Facts:
    """The amounts in one cell of a table, each numbered where there are several."""
    found = amounts_in(text, label)
    if not found:
        return _no_amount(text, label, at, document_id)
    places = [at.part(number) if len(found) > 1 else at for number in range(1, len(found) + 1)]
    source = source_in(label)
    return Facts.together(
        _amount(money, label, source, place, document_id) for money, place in zip(found, places, strict=True)
    )


def of_lines(field: Field, document_id: str, *, damaged: bool) -> Facts:
    """The amounts in lines of text. In a table of two columns the sources stand above and the amounts below them."""
    found = list(_found(field, damaged))
    if not found and field.text:
        return _no_amount(field.text, field.label, place_of(field.pieces), document_id)
    sources = [piece for piece in field.pieces if is_listed(piece) and not amounts_in(piece.text, damaged=damaged)]
    names = _names_of_shares(found, [piece for piece in sources if source_in(piece.text)])
    printed = [money.repaired for _, _, money in found]
    parts: list[Facts] = []
    for piece, place, money in found:
        name, source = field.label, source_in(field.label)
        if is_listed(piece):
            named = names.get(place.locator) or Piece(piece.row, piece.text[: money.start])
            name, source = text_of([named]), source_in(named.text)
            if source is None:
                parts.append(_unread(money.printed, place, UnreadReason.SOURCE_UNTOLD, document_id))
                continue
        agrees = printed.count(money.repaired) > 1
        parts.append(_amount(money, name, source, place, document_id, agrees=agrees))
    return Facts.together(parts)


def _found(field: Field, damaged: bool) -> Iterator[tuple[Piece, Place, Money]]:
    for piece in field.pieces:
        amounts = amounts_in(piece.text, field.label, damaged=damaged)
        for number, money in enumerate(amounts, start=1):
            place = place_of([piece])
            yield piece, place.part(number) if len(amounts) > 1 else place, money


def _names_of_shares(found: list[tuple[Piece, Place, Money]], sources: Sequence[Piece]) -> dict[str, Piece]:
    """The source of each amount with a dash, by its place, where they stand in lines of their own.

    As many amounts as sources go in order. A single amount as large as the total is that of the first source, and the
    others give nothing. Anything else cannot be told.
    """
    shares = [(place.locator, money) for piece, place, money in found if is_listed(piece) and not source_in(piece.text)]
    totals = [money.amount for piece, _, money in found if not is_listed(piece)]
    is_all = len(shares) == 1 and shares[0][1].amount in totals
    if len(shares) != len(sources) and not (is_all and sources):
        return {}
    return {locator: source for (locator, _), source in zip(shares, sources, strict=False)}


def _amount(money: Money, name: str, source: str | None, at: Place, document_id: str, *, agrees: bool = False) -> Facts:
    """`agrees`: the same number is printed a second time, so that the repair of its digits is checked."""
    if money.reason:
        return _unread(money.printed, at, money.reason, document_id)
    # The amount of a year is that of one budget, its funds together; that of all years is not divided by fund.
    fund = Fund.TOTAL if money.fiscal_year else Fund.UNSPECIFIED
    allocation = _allocation(name, source, at, fund, document_id)
    stated = allocation.model_copy(update={"fiscal_year": money.fiscal_year, "amount": money.amount})
    if money.printed == money.repaired:
        return Facts(allocations=(stated,))
    repair = Repair(
        document_id=document_id,
        locator=at.locator,
        printed=money.printed,
        row_no=at.row.no,
        repaired=money.repaired,
        rule="digits",
        confidence=0.95 if agrees else 0.7,
    )
    return Facts(allocations=(stated,), repairs=(repair,))


def _no_amount(text: str, label: str, at: Place, document_id: str) -> Facts:
    """Words in place of an amount; a blank to be filled in says nothing."""
    if not any(char.isalnum() for char in text):
        return Facts()
    if not wording.is_funding_note(text):
        return _unread(text, at, UnreadReason.NOT_A_NUMBER, document_id)
    noted = _allocation(label, source_in(label), at, Fund.UNSPECIFIED, document_id)
    return Facts(allocations=(noted.model_copy(update={"funding_note": text}),))


def _allocation(name: str, source: str | None, at: Place, fund: Fund, document_id: str) -> Allocation:
    return Allocation(
        document_id=document_id,
        locator=at.locator,
        printed=at.printed,
        row_no=at.row.no,
        section=Section.PROGRAMME_PASSPORT,
        level=Level.PROGRAMME,
        name=name,
        funding_source=source,
        fund=fund,
        basis=Basis.RESTATED,
        is_total=True,
    )


def _unread(text: str, at: Place, reason: UnreadReason, document_id: str) -> Facts:
    return Facts(unread=(Unread(document_id=document_id, locator=at.locator, text=text, reason=reason),))
