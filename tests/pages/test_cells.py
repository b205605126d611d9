"""From every figure of the overview and of spending to its cells."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from analytics import documents
from data import warehouse
from pages.components import side_by_side

APPROVED, DRAFT = "kropyvnytskyi-2285", "kropyvnytskyi-draft-698"


def opens(address: str) -> tuple[str, str]:
    """The document and the cell that an address opens."""
    asked = parse_qs(urlsplit(address).query)
    return asked["document"][0], asked["cell"][0]


def places(app, table: int, *columns: str) -> dict[tuple, tuple[str, str]]:
    """What each row of a table opens: its values in `columns` -> document and cell."""
    frame = app.dataframe[table].value
    return {tuple(row[column] for column in columns): opens(row["Клітинка"]) for row in frame.to_dict("records")}


def test_every_plan_of_the_overview_has_its_cell(open_page):
    """Row 453 prints the programme's totals; the lines without a fund have none there, so 16.2 stands for them."""
    found = places(open_page("overview"), 0, "Редакція", "Рік", "Фонд")
    approved = {key[1:]: place for key, place in found.items() if key[0].startswith("Затверджено")}
    assert approved[("2019", "Загальний фонд")] == (APPROVED, "рядок 453, графа 5")
    assert approved[("2021", "Спеціальний фонд")] == (APPROVED, "рядок 453, графа 14")
    assert approved[("2021", "Фонд не вказано")] == (APPROVED, "рядок 501, графа 15")
    assert len(found) == 14


def test_metrics_name_the_acts_that_print_their_totals(open_page, words):
    """After the draft 2019 is printed in two acts, so each place stands with its act; of the approved plan in one."""
    assert "Надрукований підсумок: [рядок 453, графа 7](" in words(open_page("overview"))
    said = words(open_page("overview", edition=DRAFT))
    assert re.search(r"31\.01\.2019 № 2285, \[рядок 453, графа 7\]\(.*698, \[рядок 81, графа 7\]\(", said)


def test_a_column_of_the_address_lists_its_cells(open_page, words):
    """The special fund of 2019: its printed total, its eight largest lines, 460,0 first, and the way to the others."""
    said = words(open_page("overview", column=f"{APPROVED}/2019/special"))
    assert "- Надрукований підсумок: [рядок 453, графа 6](" in said
    assert said.index("460 000,00 грн, [рядок 470, графа 6](") < said.index("spending?")
    (more,) = re.findall(r"\]\(spending\?([^)]*)\)", said)
    assert parse_qs(more) == {"edition": [APPROVED], "year": ["2019"], "fund": ["special"]}


def test_a_column_without_a_printed_total_lists_its_lines_alone(open_page, words):
    """Only 16.2 names no fund: no line of the list claims to be a printed total, and the line stands once."""
    said = words(open_page("overview", column=f"{APPROVED}/2021/unspecified"))
    listed = [line for line in said.splitlines() if line.startswith("- ")]
    assert len(listed) == 1
    assert "15 500,00 грн, [рядок 501, графа 15](" in listed[0]


@pytest.mark.parametrize(
    ("address", "cell"),
    [
        ({}, "рядок 488, графа 16"),
        ({"year": "2019"}, "рядок 488, графа 7"),
        ({"year": "2019", "fund": "special"}, "рядок 488, графа 6"),
    ],
)
def test_a_unit_opens_its_printed_total(open_page, address, cell):
    """Row 488 prints unit 13: for all years, for 2019, and for the special fund of 2019."""
    assert places(open_page("spending", **address), 0, "Розпорядник")[("Відділ з питань праці",)] == (APPROVED, cell)


def test_a_sum_that_nobody_prints_opens_its_largest_line(open_page):
    """No document prints a total of laptops or of a kind: the largest line does, 10.1 for computers."""
    kinds = open_page("spending", by="kind")
    assert places(kinds, 0, "Що купують")[("Персональні комп’ютери",)] == (APPROVED, "рядок 470, графа 6")


def test_a_sum_of_several_printed_totals_opens_the_largest(open_page):
    """A fund over all years is printed year by year: the largest of 1500.7, 972.0 and 896.0 stands in column 6."""
    funds = open_page("spending", by="fund")
    assert places(funds, 0, "Фонд")[("Спеціальний фонд",)] == (APPROVED, "рядок 453, графа 6")


def test_a_chosen_unit_lists_its_cells_under_the_first_figure(open_page, words):
    """A link with a unit shows its printed total and lines once."""
    said = words(open_page("spending", group="Відділ з питань праці"))
    assert said.count("- Надрукований підсумок: [рядок 488, графа 16](") == 1


def test_spending_tells_the_difference_from_the_printed_totals(open_page, words):
    """6198,7 by lines, 6175,2 printed; a fund alone is not compared with totals of both."""
    said = words(open_page("spending"))
    assert "6 175,2 тис. грн, це на 23,5 тис. грн менше" in said
    assert f"checks?document={APPROVED}" in said
    assert "6 175,2" not in words(open_page("spending", fund="general"))


@pytest.mark.parametrize("page", ["overview", "spending"])
def test_cells_are_reached_without_a_pointer(open_page, page):
    """Every table with cells has a list to choose a row from, and the choice gives a link."""
    app = open_page(page)
    tables = [table for table in app.dataframe if "Клітинка" in table.value]
    pickers = [box for box in app.selectbox if str(box.key).startswith("open_")]
    assert len(pickers) == len(tables)
    app = pickers[0].select_index(0).run()
    assert any("](documents?" in block.value for block in app.markdown)


def test_every_repair_stands_beside_its_print(open_page, warehouse_path):
    """All 87 repairs are shown, those of lines that were not kept too; the population is 254157 ... 238698."""
    app = open_page("documents", document="zhytomyr-e-city")
    (table,) = [
        block.value for block in app.html if "Надруковане й виправлене" in block.value or ">27 395,4<" in block.value
    ]
    with warehouse.connect(warehouse_path) as connection:
        repairs = documents.repairs(connection, "zhytomyr-e-city")
    assert len(repairs) == 87
    assert all(f">{repaired}</mark>" in table for repaired in repairs["repaired"].str.replace("<", "&lt;"))
    numbers = "254157 253066 250657 249155 247405 245664 243922 242181 240439 238698"
    assert numbers in re.sub("<[^>]*>", "", table)


def test_a_repair_is_put_into_the_word_it_belongs_to():
    """A short word is not mended inside a longer one that stands before it."""
    repair = type("Repair", (), {"printed": "вlд", "repaired": "від", "rule": "letters"})
    changes, _carried = side_by_side._changes("вlдділ вlд", [repair], [])
    assert [change.start for change in changes] == [7]
