"""The page Ціни and its charts."""

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pandas as pd
import pytest
from openpyxl.utils import get_column_letter

from data import warehouse
from data.classification import kinds as listed_kinds
from pages.charts import palette, prices
from pages.components import kinds, price_finding, price_words

LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
OBLAST = "zhytomyr-oblast-digital-2022-2024"
LEGEND = prices.Legend("ціна", "сумнів", "медіана")
ROWS = pd.DataFrame({"row": ["pc", "ups"], "label": ["ПК", "ДБЖ"], "note": ["2–4 грн", "5 грн"], "median": [1.0, None]})
POINTS = pd.DataFrame(
    {
        "row": ["pc", "pc", "pc", "ups"],
        "value": [1.0, 1.0, 2.0, 1.0],
        "point": ["a", "b", "c", "d"],
        "words": ["А", "Б", "В", "Г"],
        "doubted": [False, False, True, False],
    }
)


def test_finding_in_words(open_page, words):
    """Most above the median is planned for antivirus: 50 142.86 of 63 428.57 by the unit that pays 1000 for each of 26
    in three years. How far apart the computers of two units are follows, both of one year.

    Antivirus at 1500 a piece, 7.5 times the cheapest, rests on a doubtful quantity and does not count.
    """
    linked = words(open_page("unit_prices"))
    said = LINK.sub(r"\1", linked)
    assert "Хто скільки платить за те саме?" in said
    assert (
        "Найбільше понад медіанну ціну (357,14 грн) заплановано на «Антивірус»: 63 428,57 грн, найбільша частка — "
        "Головне управління житлово-комунального господарства: 50 142,86 грн. Найбільша різниця цін в одному році: "
        "200,00 грн (Управління Державного архітектурно-будівельного контролю, 2019) і 1 000,00 грн (Головне "
        "управління житлово-комунального господарства, 2019), у 5,0 раза." in said
    )
    assert (
        "Із рядків, що мають ціну, найбільше грошей іде на «Персональні комп’ютери»: 1 131 000,00 грн. "
        "Найбільша різниця цін в одному році: "
        "20 500,00 грн (Департамент з питань економічного розвитку, торгівлі та інвестицій, 2019) і 23 000,00 грн "
        "(Відділ з питань праці, 2019, і ще 6 цін), у 1,1 раза." in said
    )
    (first,) = [line for line in linked.splitlines() if line.startswith("**Найбільше понад")]
    cells = [parse_qs(urlsplit(address).query)["cell"][0].split(",")[0] for _price, address in LINK.findall(first)]
    assert cells == ["рядок 555", "рядок 497"]
    assert "5 із 103 цін спираються на суми, які перевірки ставлять під сумнів." in said
    assert "71 рядок за рік не має ціни за одиницю. Причин може бути кілька:" in said
    assert "Ціна за все разом: кількість стосується всього обсягу: 37" in said
    assert "Перевірка ставить надруковану кількість під сумнів: 19" in said
    assert "Кількість не надруковано: 4" in said


def test_dearer_prices_in_doubt_are_told(open_page, words):
    """By the printed quantities 20.4 pays 13 500 / 9 = 18 000 / 12 = 1 500 for a licence; 1 000 is the dearest that
    counts. The price stands beside the line, too."""
    app = open_page("unit_prices")
    said = LINK.sub(r"\1", words(app))
    assert "«Антивірус» — 1 500,00 грн (Управління освіти, 2019)" in said
    lines = app.dataframe[-1].value
    assert set(lines[lines["№"] == "20.4"]["Ціна за сумнівною кількістю, грн"]) == {1500.0}
    assert lines[lines["№"] == "10.1"]["Ціна за сумнівною кількістю, грн"].isna().all()


def test_a_kind_without_a_price_that_counts_has_no_dearer_one():
    """Where a doubt keeps every price of a kind out, there is none that the others could be dearer than."""
    apart = pd.DataFrame(
        {"kind": ["copier"], "amount": [Decimal(10)], "quantity": [Decimal(2)], "reasons": [["doubtful_quantity"]]},
        dtype=object,
    )
    assert price_finding.dearer_in_doubt(apart, pd.DataFrame({"kind": ["pc"], "dearest": [Decimal(1)]})) is None


def test_what_has_a_price_and_what_is_above_the_median(open_page, words):
    """2 699 600 of 6 198 700 has a price, 43.55 %; above the median 152 928.57, net of what is below it 81 171.43."""
    said = words(open_page("unit_prices"))
    assert "Це 43,6 % від 6 198 700,00 грн, запланованих усіма цими рядками" in said
    assert "Ціни, вищі за медіану свого виду, додають 152 928,57 грн, нижчі — заощаджують 71 757,14 грн." in said
    assert "За медіанною ціною кожного виду вони коштували б 2 618 428,57 грн, на 81 171,43 грн менше." in said


def test_a_gap_within_one_year(open_page):
    """Power supplies cost 1250 in 2019 and 8000 in 2020: 6.4 times is told nowhere, in 2019 it is 4000 / 1250."""
    (row,) = open_page("unit_prices", kind="ups").dataframe[0].value.to_dict("records")
    assert list(row)[:5] == ["Що купують", "Понад медіану, грн", "Найдорожча, грн", "Медіана, грн", "Найдешевша, грн"]
    assert (row["Найдорожча / найдешевша за рік"], row["Рік різниці"]) == (3.2, "2019")


def test_a_kind_without_a_gap_says_so(open_page, words):
    """All five laptops cost 27 000; the only tablet costs 18 000."""
    said = LINK.sub(r"\1", words(open_page("unit_prices", kind="laptop")))
    assert "«Ноутбуки»: усі 5 цін однакові, 27 000,00 грн за одиницю." in said
    assert "медіанною" not in said
    assert "Ціни, вищі" not in said
    said = LINK.sub(r"\1", words(open_page("unit_prices", kind="tablet")))
    assert "«Планшети»: усього 1 ціна, 18 000,00 грн за одиницю." in said


def test_each_line_shows_its_rule(open_page):
    """A licence of antivirus was told by the rule «antivirus», which looks for that word."""
    (table,) = [
        frame.value for frame in open_page("unit_prices", kind="antivirus").dataframe if "Сумнів" in frame.value
    ]
    assert set(table["Правило, за яким визначено вид"]) == {"antivirus: антивірус"}


def test_the_lines_of_spending_show_their_rules(open_page):
    """The task of the hackathon was told by a rule of its own, that of antivirus by the kind of thing."""
    (table,) = [frame.value for frame in open_page("spending").dataframe if "Як надруковано" in frame.value]
    rules = table.set_index("Захід")[["Правило, за яким визначено вид", "Правило, за яким визначено завдання"]]
    told = {name: tuple(rules.loc[[name]].iloc[0]) for name in rules.index}
    assert told["Проведення заходу щодо використання відкритих даних (хакатон)"] == ("event: хакатон", "open-data")
    assert told["Антивірусний захист інформації"] == ("antivirus: антивірус", "за видом купленого")


def test_the_workbooks_add_up(open_page, words, monkeypatch: pytest.MonkeyPatch):
    """Prices by kind and the prices themselves add up to the 2 699 600 of the sentence, lines without a price to the
    rest of 6 198 700; the formula covers all rows."""
    offered: dict[str, Any] = {}

    def keep(_label: str, data: Any, *, file_name: str, **_more: Any) -> None:
        offered[file_name] = data

    monkeypatch.setattr("streamlit.download_button", keep)
    said = words(open_page("unit_prices"))
    assert "заплановано 2 699 600,00 грн." in said
    totals = {}
    for name in ("prices-by-kind", "prices", "lines-without-price"):
        raw = offered[f"koshtorys-{name}.xlsx"]()
        formulas, values = (openpyxl.load_workbook(BytesIO(raw), data_only=only)["Дані"] for only in (False, True))
        (column,) = [cell.column for cell in formulas[1] if cell.value == "Сума, грн"]
        last, letter = formulas.max_row, get_column_letter(column)
        assert formulas.cell(last - 2, column).value == f"=SUM({letter}2:{letter}{last - 4})"
        totals[name] = [values.cell(row, column).value for row in range(last - 2, last + 1)]
    assert totals == {
        "prices-by-kind": [2_699_600, 2_699_600, 0],
        "prices": [2_699_600, 2_699_600, 0],
        "lines-without-price": [3_499_100, 3_499_100, 0],
    }


def test_one_kind_and_year(open_page, words):
    """Computers of 2019: 21 for 472.0 thousand without that of 20.1; at 23 000 they would cost 483.0, 11.0 more."""
    app = open_page("unit_prices", kind="pc", year="2019")
    said = words(app)
    assert "На 21 одиницю заплановано 472 000,00 грн." in said
    assert "За медіанною ціною кожного виду вони коштували б 483 000,00 грн, на 11 000,00 грн більше." in said
    assert app.session_state["kind"] == "pc"
    (spread,) = app.dataframe[0].value.to_dict("records")
    assert (spread["Кількість цін"], spread["Одиниць"], spread["Медіана, грн"]) == (10, 21.0, 23_000.0)
    assert "10.1" in list(app.dataframe[-1].value["№"])


def test_years_in_words(open_page, words):
    """The median licence of antivirus costs 45 000 / 140 in 2019 and 50 000 / 140 in 2021: 11.1 % more."""
    said = words(open_page("unit_prices", kind="antivirus"))
    assert "Медіанна ціна змінюється з 321,43 грн у 2019 році до 357,14 грн у 2021 році (+11,1 %)." in said


def test_point_in_the_address_opens_its_cells(open_page, words):
    """The point of 15.2 in 2019 tells its arithmetic with links to both cells and to the check that doubts them."""
    app = open_page("unit_prices", kind="laptop", point="kropyvnytskyi-2285/495/2019")
    (said,) = [line for line in words(app).splitlines() if line.startswith("**Головне управління житлово")]
    assert said.endswith("= 27 000,00 грн")
    cells = [parse_qs(urlsplit(part.split(")")[0]).query)["cell"][0] for part in said.split("](")[1:]]
    assert cells == ["рядок 495, графа 6", "рядок 495, графа 4"]
    assert "Перевірка, що охоплює ці клітинки, не сходиться: [відкрити перевірку](checks?" in words(app)


def test_links_of_the_tables_lead_to_cells(open_page):
    """The row of a kind leads to the amount of its dearest line; that of a price to its own amount."""
    app = open_page("unit_prices", kind="ups", year="2020")
    for table, cell in ((0, "рядок 510, графа 10"), (2, "рядок 475, графа 9")):
        address = app.dataframe[table].value["Клітинка найдорожчої" if table == 0 else "Клітинка"].iloc[0]
        assert parse_qs(urlsplit(address).query) == {"document": ["kropyvnytskyi-2285"], "cell": [cell]}


def test_english(open_page, words):
    """The same in English; the documents' own words stay."""
    said = words(open_page("unit_prices", lang="en"))
    assert "Most is planned above the median price of «Antivirus», 357,14 UAH: 63 428,57 UAH" in said
    assert "5,0 times as much." in said


def test_draft_sets_its_changes_apart(open_page, words):
    """After a draft of changes their lines are listed apart, and so are the lines they change."""
    said = words(open_page("unit_prices", edition="kropyvnytskyi-draft-698"))
    assert "Зміна, внесена рішенням: скільки рядок коштує і що купує після неї, не надруковано: 27" in said
    assert "Рішення змінює рядок у цьому році: скільки одиниця коштує після зміни, не надруковано: 25" in said


def test_plan_in_words(open_page, words):
    """A programme that names no amount says so, and lists its lines with all their reasons: 11 lines in three years."""
    app = open_page("unit_prices", programme=OBLAST)
    assert not app.exception
    said = words(app)
    assert "План надруковано словами" in said
    assert "Суму не надруковано, або замість неї слова: 33" in said
    assert "Ціна за все разом: кількість стосується всього обсягу: 30" in said
    assert len(app.dataframe[-1].value) == 33


@pytest.mark.parametrize("address", [{"kind": "nonsense"}, {"year": ["1066", "x"]}, {"point": "nobody"}])
def test_wrong_address(open_page, words, address):
    """Values the page does not know are passed over, and it says which filters ignored some."""
    app = open_page("unit_prices", **address)
    assert not app.exception
    assert "На 773 одиниці заплановано 2 699 600,00 грн." in words(app)
    assert ("Частину адреси не враховано" in words(app)) == ("point" not in address)


def test_a_kind_without_prices_can_be_chosen(open_page, words):
    """Cameras are bought under one quantity with lenses: 37 200 in all, and why they have no price."""
    app = open_page("unit_prices", kind="camera")
    assert not app.exception
    assert "У жодного з цих рядків немає ціни за одиницю; чому — сказано нижче." in words(app)
    assert set(app.dataframe[-1].value["Чому ціни немає"]) == {"Одна кількість на кілька видів речей"}


def test_kind_that_nobody_buys_in_the_year(open_page, words):
    """No copier is bought in 2019: the page says what to do."""
    app = open_page("unit_prices", kind="copier", year="2019")
    assert not app.exception
    assert "За цими фільтрами нічого немає" in words(app)


def test_nothing_published(open_page, words, empty_folder: Path):
    """Where nothing is published the page names the command that builds the warehouse."""
    app = open_page("unit_prices", folder=empty_folder)
    assert not app.exception
    assert "Даних ще немає" in words(app)


def test_no_plan(open_page, words, tmp_path: Path):
    """A published warehouse that holds no plan is no error."""
    warehouse.publish(warehouse.create(tmp_path))
    app = open_page("unit_prices", folder=tmp_path)
    assert not app.exception
    assert "Плану ще немає" in words(app)


def test_every_reason_and_kind_has_words():
    """No name of the program stands on the page."""
    view = (warehouse.VIEWS / "unit_prices.sql").read_text(encoding="utf-8")
    reasons = [part.split("'")[0] for part in view.split("THEN '")[1:]]
    assert len(set(reasons)) == 11
    assert all(price_words.reason(name) != name for name in reasons)
    assert all(kinds.name(row.kind) != row.kind for row in listed_kinds())


def drawn(figure: Any) -> list[Any]:
    return list(figure.select_traces())


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK])
def test_strip_draws_every_price(theme):
    """Each price is a point with its name for a click; equal ones do not hide each other; doubted ones are hollow."""
    sure, doubted, median = drawn(prices.strip(POINTS, ROWS, axis="грн за одиницю", legend=LEGEND, palette=theme))
    assert (list(sure.x), list(sure.customdata)) == ([1.0, 1.0, 1.0], ["a", "b", "d"])
    assert len(set(sure.y)) == 3
    assert (list(doubted.customdata), doubted.marker.symbol) == (["c"], "diamond-open")
    assert (list(median.x), list(median.y)) == ([1.0], [0])


def test_strip_names_its_rows_and_axis():
    """The name and the range of a row stand above its points, the unit on the axis, which starts at zero."""
    figure: Any = prices.strip(POINTS, ROWS, axis="грн за одиницю", legend=LEGEND, palette=palette.LIGHT)
    assert [note.text.split("<br>")[0] for note in figure.layout.annotations] == ["ПК", "ДБЖ"]
    assert figure.layout.xaxis.title.text == "грн за одиницю"
    assert figure.layout.xaxis.range[0] == 0


def test_years_draw_median_and_range():
    """A point a year, and a bar from the cheapest to the dearest."""
    medians = pd.DataFrame(
        {"fiscal_year": [2019, 2020], "median": [2, 3], "cheapest": [1, 1], "dearest": [4, 6], "words": ["а", "б"]}
    )
    line, bar = drawn(prices.years(medians, axis="грн", names=("медіана", "від і до"), palette=palette.LIGHT))
    assert (list(line.x), list(line.y)) == (["2019", "2020"], [2.0, 3.0])
    assert (list(bar.base), list(bar.y)) == ([1.0, 1.0], [3.0, 5.0])


def test_a_doubtful_quantity_is_listed_apart(open_page, words):
    """Row 517 prints one piece for the department, its lines 9 and more: so what 20.4 pays a piece is not known."""
    app = open_page("unit_prices", kind="antivirus")
    assert all("20.4" not in list(frame.value["№"]) for frame in app.dataframe if "Сумнів" in frame.value)
    (table,) = [frame.value for frame in app.dataframe if "Чому ціни немає" in frame.value]
    rows = table[table["№"] == "20.4"].to_dict("records")
    assert [row["Кількість"] for row in rows] == [9, 12, 12]
    assert {row["Чому ціни немає"] for row in rows} == {"Перевірка ставить надруковану кількість під сумнів"}
    assert all("надруковано кількість 1" in row["Що каже перевірка"].replace("\u00a0", " ") for row in rows)
    assert all(row["Перевірка"].startswith("checks?") for row in rows)


def test_a_doubtful_amount_is_marked(open_page, words):
    """The year 2019 of 15.2 «Ноутбуки» does not make up its total: the price counts and says so."""
    app = open_page("unit_prices", kind="laptop")
    (table,) = [frame.value for frame in app.dataframe if "Сумнів" in frame.value]
    marks = {(row["№"], row["Рік"]): row["Сумнів"] for row in table.to_dict("records")}
    assert marks["15.2", "2019"] == "перевірка ставить суму під сумнів"
    assert marks["15.2", "2021"] == ""
    assert "1 із " in words(app)


def test_an_unknown_amount_is_a_dash(open_page):
    """1.2 prints neither an amount nor zero for 2019: the table of lines apart shows none, and says both reasons."""
    (table,) = [frame.value for frame in open_page("unit_prices").dataframe if "Чому ціни немає" in frame.value]
    (row,) = table[(table["№"] == "1.2") & (table["Рік"] == "2019")].to_dict("records")
    assert pd.isna(row["Сума, грн"])
    assert row["Чому ціни немає"].count(". ") == 1


def test_prices_of_a_year_open_their_dearest_cell(open_page):
    """Computers of 2019 cost 20 500 to 23 000: the first of the dearest is 13.1, 69.0 for three, in row 489."""
    table = open_page("unit_prices", kind="pc", year="2019").dataframe[1].value
    (address,) = table["Клітинка найдорожчої"]
    assert parse_qs(urlsplit(address).query)["cell"][0].startswith("рядок 489, ")
