"""The page План і зміни and its charts."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

from analytics.plan_steps import Part
from analytics.transfers import Rule
from data import warehouse
from data.contracts import Basis, DocumentStatus, Fund, Level
from pages.charts import amendments, palette
from pages.components import amendment_words, downloads
from tests.analytics.handmade import HandMade

OBLAST = "zhytomyr-oblast-digital-2022-2024"
DRAFT = "kropyvnytskyi-draft-698"
EDUCATION = "Управління освіти"
CHILDREN = "Управління з питань захисту прав дітей"
STEPS = pd.DataFrame(
    {
        "point": ["a/first", "b/unseen", "c/increase", "c/decrease", "c/last"],
        "label": ["№ 1", "№ 2", "№ 3", "№ 3", "№ 3"],
        "what": ["План", "Тексту немає", "Додано", "Знято", "План після змін"],
        "value": [100.0, None, 30.0, -50.0, 80.0],
        "text": ["100,0", "?", "+30,0", "−50,0", "80,0"],
        "is_plan": [True, False, False, False, True],
    }
)


def table(app: Any, head: str) -> pd.DataFrame:
    """The first table of the page with a column of this name."""
    return next(frame.value for frame in app.dataframe if head in frame.value)


def test_finding_in_words(open_page, words):
    """Thousand UAH, printed: 2457,0 - 419,96 is -17,1 %, 2178,3 + 2020,0 is +92,7 %; by lines 2457,0 - 394,96 is
    -16,1 %, 2182,3 + 2041,0 is +93,5 %. A draft would do so."""
    said = words(open_page("amendments"))
    assert (
        "**Проєкт змін, погоджений 26.11.2019 № 698: план на 2019 рік зменшився б на 420,0 тис. грн (−17,1 %); "
        "за рядками зміна становить −395,0 тис. грн (−16,1 %). Пропонують" in said
    )
    assert (
        "план на 2020 рік збільшився б на 2 020,0 тис. грн (+92,7 %); за рядками зміна становить "
        "+2 041,0 тис. грн (+93,5 %). Пропонують" in said
    )
    assert "з того й того 115,0 тис. грн лише перенесли б." in said
    assert "Порівняно з останнім чинним планом, що є серед документів: Затверджено 31.01.2019 № 2285." in said


def test_a_draft_is_named_and_its_gap_too(open_page, words):
    """The newest decision is a draft: it is called one before any figure, and the decision that nobody has is told."""
    said = words(open_page("amendments"))
    assert "Не чинний: Це проєкт" in said
    assert "Бракує рішення" in said
    assert "Це могло бути в рішенні 27.08.2019 № 2722, тексту якого немає." in said


def test_a_plan_below_zero_is_shown_with_its_cell(open_page, words):
    """26.6 stands in no plan at hand and loses 9.0 in row 138, column 6."""
    app = open_page("amendments")
    (below,) = [box for box in app.warning if box.proto.title == "Менше нуля"]
    assert "26.6, 2019: −9,0 тис. грн ([рядок 138, графа 6]" in below.value.replace("\u00a0", " ")


def test_waterfall_and_its_table(open_page):
    """6198,7 + 2271,5 - 625,46 = 7844,74 thousand UAH; the step without a text has no amount."""
    steps = table(open_page("amendments"), "Сходинка")
    assert list(steps["Сходинка"]) == ["План", "Тексту немає", "Додано", "Знято", "План, якби ухвалили"]
    assert [None if pd.isna(amount) else amount for amount in steps["Сума, грн"]] == [
        6_198_700,
        None,
        2_271_500,
        -625_460,
        7_844_740,
    ]


def test_a_step_lists_its_changes_with_their_cells(open_page):
    """What is cut from the plan of 2020: 13.1 loses 23.0, 18.4 loses 9.5; each links to its cell."""
    app = open_page("amendments", year="2020", step=f"{DRAFT}/decrease")
    (listed,) = [
        line.value for line in app.markdown if line.value.startswith("**Проєкт змін") and "- 13.1" in line.value
    ]
    lines = [line.replace("\u00a0", " ") for line in listed.splitlines() if line.startswith("- ")]
    assert [line.split(",")[0] for line in lines] == ["- 13.1 Персональні комп'ютери", lines[1].split(",")[0]]
    assert "−23 000,00 грн, [рядок 96, графа 10](documents?" in lines[0]
    assert lines[1].startswith("- 18.4 ")
    assert "−9 500,00 грн, [рядок 118, графа 9](documents?" in lines[1]
    assert len(lines) == 2


def test_a_long_step_lists_the_rest_too(open_page):
    """The draft adds in 34 amounts: twelve are listed, the others stand in a fold under them."""
    app = open_page("amendments", step=f"{DRAFT}/increase")
    (fold,) = app.expander
    assert fold.label == "Інші зміни цієї сходинки: 22"
    assert fold.markdown[0].value.count("](documents?") == 22


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("kropyvnytskyi-2722/unseen", "Тексту цього рішення немає, тож що воно змінило, невідомо."),
        ("kropyvnytskyi-2285/first", "Це план: його рядки — на сторінці «Видатки»."),
    ],
)
def test_a_step_without_changes_says_what_it_is(open_page, words, step, said):
    """A decision that nobody has, and a plan, list nothing and say so."""
    assert said in words(open_page("amendments", step=step))


def test_the_way_to_a_plan_keeps_the_filters(open_page):
    """The plan behind a step opens in the year and fund on the page, and at the unit."""
    unit = "Відділ з питань праці"
    app = open_page("amendments", step="kropyvnytskyi-2285/first", fund="special", year="2019", unit=unit)
    (address,) = [line.value.split("](")[1][:-1] for line in app.markdown if "Це план" in line.value]
    assert parse_qs(urlsplit(address).query) == {
        "edition": ["kropyvnytskyi-2285"],
        "year": ["2019"],
        "fund": ["special"],
        "by": ["spending_unit"],
        "group": [unit],
    }


def test_transfers_from_line_to_line(open_page, words):
    """UAH: 36 000 + 28 000 + 20 000 + 18 900 + 9 000 + 3 100 = 115 000, each with a rule and both cells."""
    app = open_page("amendments")
    assert "Виведено 6 перенесень у межах розпорядників: 115,0 тис. грн." in words(app)
    moved = table(app, "Перенесено, грн")
    assert list(moved["Перенесено, грн"]) == [36_000, 28_000, 20_000, 18_900, 9_000, 3_100]
    assert all(rule.startswith("Виведено: ") for rule in moved["Як це визначено"])
    cards = moved.iloc[1]
    assert (cards["Звідки"], cards["Куди"]) == (
        "10.8.1 Відеокарти, Спеціальний фонд",
        "10.8.1 Відеокарти, Загальний фонд",
    )
    assert [parse_qs(urlsplit(cards[head]).query)["cell"] for head in ("Звідки: клітинка", "Куди: клітинка")] == [
        ["рядок 93, графа 6"],
        ["рядок 93, графа 5"],
    ]


def test_transfers_are_told_in_all_funds(open_page):
    """With the general fund alone, three transfers touch it; their other side in the special fund is told too."""
    moved = table(open_page("amendments", fund="general"), "Перенесено, грн")
    assert list(moved["Перенесено, грн"]) == [28_000, 20_000, 3_100]
    assert moved["Звідки"].iloc[0] == "10.8.1 Відеокарти, Спеціальний фонд"


def test_only_what_stays_in_the_chosen_fund_is_told_as_moved(open_page, words):
    """The three transfers that touch the general fund of 2019 all come from the special one, so of its own +63.1 and
    -40.0 nothing is only moved; the special fund moves 36,0 + 18,9 + 9,0 = 63,9 thousand UAH within itself."""
    general = words(open_page("amendments", fund="general", year="2019"))
    assert "Пропонують за рядками додати 63,1 тис. грн, зняти 40,0 тис. грн." in general
    assert "лише перенесли б" not in general
    special = words(open_page("amendments", fund="special", year="2019"))
    assert "з того й того 63,9 тис. грн лише перенесли б." in special


def test_groups_by_fund(open_page):
    """Thousand UAH: the general fund +23,1 and +2043,0, the special one -418,06 and -2,0."""
    groups = table(open_page("amendments", by="fund"), "Додано, грн")
    assert dict(zip(groups["Фонд"], groups["Зміна разом, грн"], strict=True)) == {
        "Загальний фонд": 2_066_100,
        "Спеціальний фонд": -420_060,
    }


def test_search_in_the_lines(open_page, words):
    """Internet is paid in three lines that the draft adds: 7,2 + 2,1 + 1,8 = 11,1 thousand UAH."""
    app = open_page("amendments", find="інтернет")
    assert "3 рядки, зміна разом +11 100,00 грн." in words(app)
    lines = table(app, "Вид зміни")
    assert [line.split()[0] for line in lines["Захід"]] == ["16.4", "17.5", "28.4"]
    assert set(lines["Що невідомо"]) == {"План до змін невідомий"}
    assert lines["До змін, грн"].isna().all()


def test_search_that_finds_nothing(open_page, words):
    """No line bears the word: that is said, and no empty table is drawn."""
    app = open_page("amendments", find="велосипед")
    assert not app.exception
    assert "Немає що показати" in words(app)
    assert not any("Вид зміни" in frame.value for frame in app.dataframe)


def test_before_change_and_after(open_page):
    """10.1: 460,0 - 100,66 = 359,34 thousand UAH; its cell is row 89, column 6."""
    lines = table(open_page("amendments", find="10.1 "), "Вид зміни")
    (row,) = lines.to_dict("records")
    assert (row["До змін, грн"], row["Зміна, грн"], row["Після змін, грн"]) == (460_000, -100_660, 359_340)
    assert row["Вид зміни"] == "Зменшення"
    assert parse_qs(urlsplit(row["Клітинка"]).query)["cell"] == ["рядок 89, графа 6"]


def test_printed_totals_and_their_residuals(open_page, words):
    """2019: the unit for the rights of children leaves -4.0, the rest of -25.0 lies above the units; 2020: -21.0."""
    said = words(open_page("amendments"))
    assert "2019 рік: надруковано −420,0 тис. грн, за рядками −395,0 тис. грн, розбіжність −25,0 тис. грн." in said
    assert "З неї: Управління з питань захисту прав дітей: −4,0 тис. грн; між підсумком програми" in said
    assert "2020 рік: надруковано +2 020,0 тис. грн, за рядками +2 041,0 тис. грн, розбіжність −21,0 тис. грн." in said


def test_changes_without_a_sign_are_told(open_page, words):
    """17.4 of 2019 prints 4,0 and 20.1 prints 21,0 in both years, all without a sign: they were read as increases."""
    app = open_page("amendments", lang="en")
    said = words(app)
    assert "Some changes are printed without a sign and were read as increases:" in said
    for told in ("17.4, 2019: 4,0 thousand UAH", "20.1, 2019: 21,0 thousand UAH", "20.1, 2020: 21,0 thousand UAH"):
        assert told in said
    lines = table(app, "Kind of change")
    unsigned = lines[lines["What is not known"].str.contains("Printed without a sign, read as an increase")]
    assert [line.split()[0] for line in unsigned["Measure"]] == ["17.4", "20.1", "20.1"]
    # No change is printed otherwise than its own plan says, so there is no such column.
    assert "Printed, where it differs, UAH" not in lines


def test_printed_totals_of_a_unit_claim_nothing_of_the_programme(open_page, words):
    """Education prints 21.0 in each year, over one fund and both, and 42.0 for all years: five totals hold; nothing is
    said of the whole programme."""
    said = words(open_page("amendments", unit=EDUCATION))
    assert "5 надрукованих підсумків змін порівняно із сумами рядків; не сходиться: 0." in said
    assert "розбіжність −25,0" not in said
    assert "план на 2019 рік (Управління освіти) збільшився б на 21,0 тис. грн" in said
    assert "за рядками зміна становить" not in said


def test_a_unit_is_told_as_printed_and_by_its_lines(open_page, words):
    """Thousand UAH: row 111 prints -1.85 of 63.0 planned, which is -2,9 %; its lines are -1.85 and +4.0, so 2.15."""
    app = open_page("amendments", unit=CHILDREN)
    said = words(app)
    assert (
        "план на 2019 рік (Управління з питань захисту прав дітей) зменшився б на 1,9 тис. грн (−2,9 %); "
        "за рядками зміна становить +2,2 тис. грн (+3,4 %)." in said
    )
    assert "2019 рік: надруковано −1,9 тис. грн, за рядками +2,2 тис. грн, розбіжність −4,0 тис. грн.\n" in said
    totals = table(app, "Розбіжність, грн")
    assert next(parse_qs(urlsplit(cell).query)["cell"] for cell in totals["Клітинка"]) == ["рядок 111, графа 7"]


def test_a_fund_is_told_as_printed_and_by_its_lines(open_page, words):
    """Thousand UAH: row 81 prints -439.06 of 1500.7 planned for the special fund of 2019 over lines of -418.06, and
    -23.0 of 972.0 for that of 2020 over lines of -2.0."""
    said = words(open_page("amendments", fund="special"))
    assert (
        "план на 2019 рік (Спеціальний фонд) зменшився б на 439,1 тис. грн (−29,3 %); "
        "за рядками зміна становить −418,1 тис. грн" in said
    )
    assert (
        "план на 2020 рік (Спеціальний фонд) зменшився б на 23,0 тис. грн (−2,4 %); "
        "за рядками зміна становить −2,0 тис. грн" in said
    )
    assert "2020 рік: надруковано −23,0 тис. грн, за рядками −2,0 тис. грн, розбіжність −21,0 тис. грн. З неї:" in said


def test_totals_of_tasks_and_of_all_years_are_compared(open_page, words):
    """Thousand UAH: +1600.04 over 1646.04 for all years, of which -4.0 is left by one unit; task 1 prints 1612.0 over
    1582.0 for 2020 and 1620.0 over 1590.0 for all years."""
    app = open_page("amendments", lang="en")
    said = words(app)
    assert (
        "All years together: printed +1 600,0 thousand UAH, by lines +1 646,0 thousand UAH, "
        f"residual −46,0 thousand UAH. Of it: {CHILDREN}: −4,0 thousand UAH; between" in said
    )
    (told,) = [line for line in said.splitlines() if line.startswith("Totals of tasks that differ: ")]
    amounts = "printed +1 612,0 thousand UAH, by lines +1 582,0 thousand UAH, residual +30,0 thousand UAH"
    assert f"органах», 2020: {amounts} ([line 83, column 11](documents?" in told
    amounts = "printed +1 620,0 thousand UAH, by lines +1 590,0 thousand UAH, residual +30,0 thousand UAH"
    assert f"органах», all years together: {amounts} ([line 83, column 12](documents?" in told
    totals = table(app, "Residual, UAH")
    assert list(totals[totals["Residual, UAH"] == -46_000]["Year"]) == ["All years"]


def test_two_editions_of_the_address(open_page, words):
    """The draft against the approved plan the other way round: 7844,7 and 6198,7; the gap between them is told."""
    app = open_page("amendments", **{"from": DRAFT, "to": "kropyvnytskyi-2285"})
    said = words(app)
    assert (
        "Проєкт змін, погоджений 26.11.2019 № 698: 7 844,7 тис. грн. Затверджено 31.01.2019 № 2285: 6 198,7 тис. грн."
        in said
    )
    assert "Між ними — рішення 27.08.2019 № 2722, тексту якого немає." in said
    differ = table(app, "У першій, грн")
    row = differ[differ["Захід"].str.startswith("10.1 ")].iloc[0]
    assert (row["У першій, грн"], row["У другій, грн"], row["Різниця, грн"]) == (359_340, 460_000, 100_660)


def test_an_edition_against_itself(open_page, words):
    """No line differs, and no empty table is drawn."""
    app = open_page("amendments", **{"from": DRAFT, "to": DRAFT})
    assert "Між цими редакціями не відрізняється жоден рядок." in words(app)
    assert not any("У першій, грн" in frame.value for frame in app.dataframe)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2019-01-30", "За документами, у цей день жоден план цієї програми не діяв."),
        ("2019-06-01", "Затверджено 31.01.2019 № 2285. [відкрити цей план]"),
        ("2019-12-01", "Затверджено 31.01.2019 № 2285. Тексту пізнішого рішення немає, тож який план діяв, невідомо."),
        ("2022-01-01", "Програма закінчується 2021 роком."),
    ],
)
def test_plan_in_force_on_a_day(open_page, words, day, said):
    """None before the first decision, the approved one after it, in doubt after the gap; the draft never."""
    assert said in words(open_page("amendments", day=day))


@pytest.mark.parametrize(
    "address",
    [
        {"act": "nobody"},
        {"year": ["1066", "x"]},
        {"fund": "gold"},
        {"unit": "Ніхто"},
        {"step": "nobody/first"},
        {"by": "weather"},
        {"from": "nobody", "to": "nobody"},
        {"day": "1066-10-14"},
        {"day": "yesterday"},
        {"day": "9999-12-31"},
    ],
)
def test_wrong_address(open_page, words, address):
    """Values the page does not know are passed over, and that is told."""
    app = open_page("amendments", **address)
    assert not app.exception
    assert "Частину адреси не враховано" in words(app)
    assert "зменшився б на 420,0 тис. грн (−17,1 %)" in words(app)
    assert app.date_input[0].value.isoformat() == "2021-12-31"


def test_filters_that_leave_nothing(open_page, words):
    """Education has no change of the general fund: the page says what to do and draws nothing."""
    app = open_page("amendments", unit=EDUCATION, fund="general")
    assert not app.exception
    assert "За цими фільтрами нічого немає" in words(app)
    assert not app.get("plotly_chart")


def test_programme_without_amendments(open_page, words):
    """The oblast programme, printed in words, was never changed: that is said, and its chain is shown."""
    app = open_page("amendments", programme=OBLAST)
    assert not app.exception
    said = words(app)
    assert "Жодне рішення серед документів не змінює сум цієї програми." in said
    assert "1. Статус не вказано, без дати." in said
    assert not app.get("plotly_chart")


def test_english(open_page, words):
    """The same in English; the documents' own words stay."""
    said = words(open_page("amendments", lang="en"))
    assert (
        "the plan for the year 2019 would fall by 420,0 thousand UAH (−17,1 %); by its lines the change is "
        "−395,0 thousand UAH (−16,1 %)." in said
    )
    assert "6 transfers within spending units are inferred: 115,0 thousand UAH." in said


def test_no_plan(open_page, words, tmp_path: Path):
    """A published warehouse that holds no plan is no error."""
    warehouse.publish(warehouse.create(tmp_path))
    app = open_page("amendments", folder=tmp_path)
    assert not app.exception
    assert "Плану ще немає" in words(app)


def test_files_add_up_to_the_screen(open_page, monkeypatch):
    """The files of lines, groups and editions add up their changes, that of transfers what moved; plans and changes
    that stand in one column, and printed totals over each other, are not added up."""
    sums = {}
    monkeypatch.setattr(
        downloads,
        "offer",
        lambda frame, heads, file_name, notes: sums.update(
            {file_name: sum(frame["amount"].dropna()) if "amount" in heads else None}
        ),
    )
    open_page("amendments")
    assert sums == {
        "koshtorys-steps": None,
        "koshtorys-transfers": 115_000,
        "koshtorys-changes-spending_unit": 1_646_040,
        "koshtorys-ledger": 1_646_040,
        "koshtorys-printed-changes": None,
        "koshtorys-editions": -459_660,
    }


def test_overview_tells_the_same(open_page, words):
    """Both pages tell the change of each year in the same words, the draft as a draft."""
    both = [words(open_page(page, lang="en")) for page in ("overview", "amendments")]
    for said in both:
        assert (
            "the plan for the year 2020 would grow by 2 020,0 thousand UAH (+92,7 %); by its lines the change is "
            "+2 041,0 thousand UAH (+93,5 %)." in said
        )


def test_files_say_where_each_amount_is_printed(open_page, monkeypatch):
    """Each row of a file names document and cell; its notes say that this is a draft and that № 2722 is missing."""
    files = {}
    monkeypatch.setattr(
        downloads,
        "offer",
        lambda frame, heads, file_name, notes: files.update({file_name: (frame, heads, notes)}),
    )
    open_page("amendments", lang="en")
    for name in ("koshtorys-ledger", "koshtorys-transfers", "koshtorys-editions", "koshtorys-printed-changes"):
        frame, heads, notes = files[name]
        assert heads["where"] == "Where it is printed"
        assert all(frame["where"])
        assert any(note.startswith("This is a draft") for note in notes)
        assert "Changes 27.08.2019 № 2722, text missing" in notes
    frame, _heads, _notes = files["koshtorys-transfers"]
    assert (
        frame["where"].iloc[1] == "draft 26.11.2019 № 698, line 93, column 6; draft 26.11.2019 № 698, line 93, column 5"
    )


def test_files_name_each_cell_once_and_those_of_the_plan_before(open_page, monkeypatch):
    """10.1 is planned in row 470 of the approved programme and changed in row 89 of the draft: the file of two editions
    names both cells once, that of changes one in each of two columns."""
    files = {}
    monkeypatch.setattr(
        downloads, "offer", lambda frame, heads, file_name, notes: files.update({file_name: (frame, heads)})
    )
    open_page("amendments", lang="en", year="2019", fund="special")
    (both,), (change,) = (
        frame[frame["line_code"] == "10.1"].to_dict("records")
        for frame in (files["koshtorys-editions"][0], files["koshtorys-ledger"][0])
    )
    planned, changed = "31.01.2019 № 2285, line 470, column 6", "draft 26.11.2019 № 698, line 89, column 6"
    assert both["where"] == f"{planned}; {changed}"
    assert (change["where_before"], change["where"]) == (planned, changed)
    assert files["koshtorys-ledger"][1]["where_before"] == "Where the plan before is printed"


def test_another_edition_at_the_side_is_told(open_page, words):
    """The side holds the plan in force, the page the draft: that is said; with the draft at the side nothing is."""
    told = "At the side another edition is chosen: Approved 31.01.2019 № 2285."
    assert told in words(open_page("amendments", lang="en"))
    assert "At the side another edition" not in words(open_page("amendments", lang="en", edition=DRAFT))


def test_numbers_stand_beside_the_name(open_page):
    """Change, before and after come right behind the name, the unit last."""
    lines = table(open_page("amendments", lang="en"), "Kind of change")
    assert list(lines)[:5] == ["Cell", "Measure", "Change, UAH", "Before, UAH", "After, UAH"]
    assert list(lines)[-1] == "Spending unit"


# --- chains written by hand


@pytest.fixture
def made(tmp_path: Path) -> HandMade:
    handmade = HandMade(tmp_path / "build")
    handmade.programme()
    return handmade


def published(made: HandMade) -> Path:
    made.connect().close()
    return made.folder


def test_adopted_changes_are_told_as_facts(made: HandMade, open_page, words):
    """100 000 and a decision in force: +10 000, then -30 000; the newest is shown first, the older by the address."""
    made.approved("approved", "2020-01-10")
    made.act("first", "2020-03-01", number="1")
    made.act("second", "2020-06-01", number="2")
    for act, amount in (("approved", "100000"), ("first", "10000"), ("second", "-33000")):
        made.line(act, 2, amount)
    folder = published(made)
    newest = words(open_page("amendments", folder=folder))
    assert (
        "Після змін 01.06.2020 № 2: план на 2020 рік зменшується на 33,0 тис. грн (−30,0 %). "
        "За рядками додано 0,0 тис. грн, знято 33,0 тис. грн." in newest
    )
    assert "Не чинний" not in newest
    older = open_page("amendments", folder=folder, act="first")
    assert "Після змін 01.03.2020 № 1: план на 2020 рік збільшується на 10,0 тис. грн (+10,0 %)." in words(older)
    (line,) = table(older, "Вид зміни").to_dict("records")
    assert (line["До змін, грн"], line["Після змін, грн"]) == (100_000, 110_000)


def test_undated_act_is_told(made: HandMade, open_page, words):
    """An act without a date has no place in the chain; the page says so, with its title and a link."""
    made.approved("approved", "2020-01-10")
    made.act("undated", None)
    made.line("approved", 2, "100000")
    made.line("undated", 2, "5000")
    app = open_page("amendments", folder=published(made))
    assert not app.exception
    said = words(app)
    assert "Поза ланцюгом: Без дати рішення не має місця в ланцюгу" in said
    assert "[Рішення undated](documents?" in said


def test_changes_without_a_plan(made: HandMade, open_page, words):
    """The act that approves was not read: the changes stand alone, and a later plan is not taken for the one before."""
    made.approved("approved", "2020-01-10")
    made.act("first", "2020-03-01")
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    made.line("first", 2, "10000")
    made.line("anew", 2, "200000")
    app = open_page("amendments", folder=published(made), act="first")
    assert not app.exception
    assert "Плану до цього рішення немає: відомі лише самі зміни." in words(app)


def test_an_unknown_change_is_labelled_by_its_reason(made: HandMade, open_page):
    """Line 3 is added over a text that nobody has, so its plan before is unknown, and then printed anew; line 4 is in
    words before it gets an amount."""
    made.approved("approved", "2020-01-10")
    made.act("missing", "2020-02-01", status=DocumentStatus.MISSING, number="9")
    made.act("delta", "2020-03-01")
    made.act("anew", "2020-06-01", basis=Basis.RESTATED)
    made.line("approved", 2, "100000")
    made.line("approved", 4, None, funding_note="В межах фінансування")
    made.line("delta", 3, "5000")
    for row, amount in ((2, "100000"), (3, "9000"), (4, "7000")):
        made.line("anew", row, amount)
    lines = table(open_page("amendments", folder=published(made), lang="en"), "Kind of change")
    told = {row["Measure"][0]: (row["Kind of change"], row["What is not known"]) for row in lines.to_dict("records")}
    assert told == {
        "3": ("Printed anew, plan before unknown", "Plan before unknown"),
        "4": ("Words in place of an amount", "Plan before in words"),
    }


@pytest.mark.parametrize(("act", "told"), [("b", None), ("c", None), ("d", "−10,0 тис. грн")])
def test_below_zero_is_told_of_all_changes_of_a_line(made: HandMade, open_page, act, told):
    """Line 3 stands in no plan at hand: +50, then -20 leaves 30 of what is known, then -40 leaves -10 thousand UAH."""
    made.approved("approved", "2020-01-10")
    made.act("missing", "2020-02-01", status=DocumentStatus.MISSING, number="9")
    made.line("approved", 2, "100000")
    for name, adopted_on, amount in (
        ("b", "2020-03-01", "50000"),
        ("c", "2020-04-01", "-20000"),
        ("d", "2020-05-01", "-40000"),
    ):
        made.act(name, adopted_on)
        made.line(name, 3, amount)
    app = open_page("amendments", folder=published(made), act=act)
    below = [box.value.replace("\u00a0", " ") for box in app.warning if box.proto.title == "Менше нуля"]
    assert (told is None and not below) or f"3, 2020: {told} (" in below[0]


def test_a_gap_that_a_whole_plan_closed_is_not_warned_of(made: HandMade, open_page, words, monkeypatch):
    """Line 2 changes after an act that nobody has; the plan printed whole later holds that act's changes. Before it
    the warning stands, and the gap is named; after it neither the page nor its files warn."""
    made.approved("approved", "2020-01-10")
    made.act("missing", "2020-02-01", status=DocumentStatus.MISSING, number="9")
    made.act("change", "2020-03-01")
    made.act("anew", "2020-04-01", basis=Basis.RESTATED)
    made.act("after", "2020-05-01")
    for name, amount in (("approved", "100000"), ("change", "5000"), ("anew", "200000"), ("after", "7000")):
        made.line(name, 2, amount)
    folder = published(made)
    notes = []
    monkeypatch.setattr(downloads, "offer", lambda _frame, _heads, _name, said: notes.extend(said))
    lacking = "An earlier decision of this programme is missing among the documents"
    between = "Approved 10.01.2020. Between them stands the decision 01.02.2020 № 9, whose text nobody has."
    for act, lacks, gap in (("change", True, True), ("anew", False, False), ("after", False, False)):
        notes.clear()
        said = words(open_page("amendments", folder=folder, act=act, lang="en"))
        assert (lacking in said) is lacks
        assert any(note.startswith(lacking) for note in notes) is lacks
        assert (between in said) is gap


def test_no_share_where_the_plan_before_of_a_unit_is_not_printed_whole(made: HandMade, open_page, words):
    """100 + 10 by lines, no act prints the plan of 110: the printed -6 has no share, the -5 by lines is 4,5 %."""
    made.approved("approved", "2020-01-10")
    made.act("first", "2020-03-01")
    made.act("second", "2020-06-01", number="2")
    for act, amount, printed in (("approved", 100, 100), ("first", 10, 10), ("second", -5, -6)):
        made.line(act, 2, f"{amount}000")
        made.line(act, 9, f"{printed}000", level=Level.SPENDING_UNIT, fund=Fund.TOTAL, is_total=True)
    said = words(open_page("amendments", folder=published(made), unit=EDUCATION))
    assert (
        "план на 2020 рік (Управління освіти) зменшується на 6,0 тис. грн; за рядками зміна становить "
        "−5,0 тис. грн (−4,5 %)." in said
    )


def test_transfer_of_three_lines_names_each_with_its_amount(made: HandMade, open_page):
    """-10 and -7 against 17: the row names both that give with their amounts."""
    made.approved("approved", "2020-01-10")
    made.act("act", "2020-03-01")
    for row, amount in ((2, "-10000"), (3, "-7000"), (4, "17000")):
        made.line("approved", row, "50000")
        made.line("act", row, amount)
    app = open_page("amendments", folder=published(made))
    assert not app.exception
    (row,) = table(app, "Перенесено, грн").to_dict("records")
    assert row["Перенесено, грн"] == 17_000
    assert row["Звідки"].replace("\u00a0", " ") == (
        "2 Захід 2, Загальний фонд: −10 000,00 грн; 3 Захід 3, Загальний фонд: −7 000,00 грн"
    )


def test_lines_without_a_year_and_missing_act_alone(made: HandMade, open_page, words):
    """Lines that print only a total of all years are told so; a later decision that nobody has is named."""
    made.approved("approved", "2020-01-10")
    made.act("act", "2020-03-01")
    made.act("missing", "2020-05-01", status=DocumentStatus.MISSING, number="9")
    made.line("approved", 2, "50000", year=None, fund=Fund.UNSPECIFIED)
    made.line("act", 2, "-5000", year=None, fund=Fund.UNSPECIFIED)
    app = open_page("amendments", folder=published(made))
    assert not app.exception
    said = words(app)
    assert "план на усі роки разом зменшується на 5,0 тис. грн (−10,0 %)" in said
    assert "Рішення 01.05.2020 № 9 ухвалено після цієї редакції" in said


# --- words and charts


def test_every_part_rule_and_kind_has_words():
    """No name of the program stands on the page."""
    view = (warehouse.VIEWS / "amendment_ledger.sql").read_text(encoding="utf-8")
    case = view[: view.index("END AS change")].rsplit("CASE", 1)[1]
    kinds = [part.split("'")[0] for part in case.split("THEN '")[1:]] + [case.split("ELSE '")[1].split("'")[0]]
    assert len(set(kinds)) == 8
    assert all(amendment_words.kind(name, SimpleNamespace(before_cells=[], cells=[])) != name for name in kinds)
    assert all(amendment_words.rule(rule) for rule in Rule)
    assert all(amendment_words.step_without_changes(part) for part in Part)


def drawn(figure: Any) -> list[Any]:
    return list(figure.select_traces())


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK])
def test_waterfall_draws_plans_and_changes(theme):
    """Plans stand on zero, changes hang between them; each step has its name for a click."""
    (steps,) = drawn(amendments.waterfall(STEPS, unit="тис. грн", palette=theme))
    assert list(steps.measure) == ["absolute", "relative", "relative", "relative", "absolute"]
    assert list(steps.y) == [100.0, 0.0, 30.0, -50.0, 80.0]
    assert list(steps.text) == ["100,0", "?", "+30,0", "−50,0", "80,0"]
    assert list(steps.customdata) == list(STEPS["point"])


def test_waterfall_has_room_for_its_highest_step():
    """The plan reaches 130 after what is added; the axis starts at zero and names its unit."""
    figure: Any = amendments.waterfall(STEPS, unit="тис. грн", palette=palette.LIGHT)
    low, high = figure.layout.yaxis.range
    assert low == 0
    assert 130 < high < 160
    assert figure.layout.yaxis.title.text == "тис. грн"


def test_waterfall_of_changes_alone_goes_below_zero():
    """Without a plan a cut of 50 hangs under zero."""
    figure: Any = amendments.waterfall(STEPS.iloc[[3]], unit="тис. грн", palette=palette.LIGHT)
    assert figure.layout.yaxis.range[0] < -50


def test_steps_of_one_name_stand_side_by_side():
    """Two acts may bear one number: their steps do not fall together."""
    twice = pd.concat([STEPS.iloc[[2]], STEPS.iloc[[2]]])
    figure: Any = amendments.waterfall(twice, unit="грн", palette=palette.LIGHT)
    assert list(drawn(figure)[0].x) == [0, 1]
    assert list(figure.layout.xaxis.ticktext) == ["№ 3<br>Додано", "№ 3<br>Додано"]


def test_flows_keep_lines_of_one_name_apart():
    """Two lines called alike are two ends, each with its amount; empty lines lift the words above a thin arrow."""
    links = pd.DataFrame(
        {
            "source": ["1", "2"],
            "target": ["3", "4"],
            "source_name": ["ПК", "ПК"],
            "target_name": ["БФП", "ДБЖ"],
            "source_note": ["−18,9", "−3,1"],
            "target_note": ["+18,9", "+3,1"],
            "value": [18.9, 3.1],
            "text": ["18,9", "3,1"],
        }
    )
    (flows,) = drawn(amendments.flows(links, unit="тис. грн", palette=palette.LIGHT))
    assert list(flows.node.label) == [
        f"{note}<br>{name}<br>\u00a0<br>\u00a0"
        for note, name in (("−18,9", "ПК"), ("−3,1", "ПК"), ("+18,9", "БФП"), ("+3,1", "ДБЖ"))
    ]
    assert (list(flows.link.source), list(flows.link.target)) == ([0, 1], [2, 3])
    assert list(flows.link.value) == [18.9, 3.1]


def test_ends_of_a_flow_stand_beside_each_other_on_a_phone():
    """Half of a phone holds 26 letters: longer words are wrapped, each with as many empty lines under them, and the
    flows stand so far apart that they have room. The unit stands over the figure."""
    name = "26.1 Багатофункціональний пристрій (формат А3, А4) для відділів"
    note = "−36,0, 2019, Спеціальний\u00a0фонд"
    links = pd.DataFrame(
        {"source": ["1", "2"], "target": ["3", "4"], "source_name": name, "target_name": "ДБЖ", "text": "36,0"}
    ).assign(source_note=note, target_note="+36,0", value=36.0)
    figure: Any = amendments.flows(links, unit="тис. грн", palette=palette.LIGHT)
    (flows,) = drawn(figure)
    lines = flows.node.label[0].split("<br>")
    assert lines == [
        "−36,0, 2019,",
        "Спеціальний\u00a0фонд",
        "26.1 Багатофункціональний",
        "пристрій (формат А3, А4)…",
        *["\u00a0"] * 4,
    ]
    assert flows.node.pad > 4 * flows.textfont.size
    assert [(told.text, told.yshift) for told in figure.layout.annotations] == [("тис. грн", flows.node.pad)]


def test_diverging_bars_go_to_both_sides():
    """What is added goes right, what is cut goes left and is hatched: colour is not the only carrier."""
    groups = pd.DataFrame({"label": ["А", "Б"], "increase": [10, 0], "decrease": [-4, -20], "text": ["+6,0", "−20,0"]})
    figure: Any = amendments.diverging(groups, names=("Додано", "Знято"), unit="тис. грн", palette=palette.LIGHT)
    added, cut = drawn(figure)
    assert (list(added.x), list(cut.x)) == ([10.0, 0.0], [-4.0, -20.0])
    assert (added.marker.pattern.shape, cut.marker.pattern.shape) == ("", "/")
    assert [note.text for note in figure.layout.annotations] == ["<b>+6,0</b> А", "<b>−20,0</b> Б"]
    assert figure.layout.xaxis.title.text == "тис. грн"
