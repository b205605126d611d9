"""A value that somebody entered for an indicator of the oblast programme, for tests of the pages."""

from decimal import Decimal

from data.entries import NewEntry

OBLAST = "zhytomyr-oblast-digital-2022-2024"
NETWORKS = NewEntry(
    indicator_id="zhytomyr-oblast-digital/159",
    indicator_name="Побудова локальних обчислювальних мереж місцевих органів виконавчої влади",
    part_of=None,
    unit="Кількість",
    programme_id=OBLAST,
    fiscal_year=2022,
    fund=None,
    value=Decimal("2.5"),
    text=None,
    as_of=None,
    info_source="довідка",
    comment=None,
    author="Хтось інший",
)
