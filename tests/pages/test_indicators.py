"""The page of indicators: on the real documents, and with actual values from a filled workbook."""

import warnings
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import openpyxl
import pytest
import yaml

from data import entries
from data.register import DEFAULT
from loaders.building import build
from loaders.entry import writing
from pages.components import downloads
from tests.pages import entered

E_CITY = "zhytomyr-e-city-2021-2026"
OBLAST = "zhytomyr-oblast-digital-2022-2024"
KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"
NETWORKS = "zhytomyr-oblast-digital/159"
MODULES = "zhytomyr-passport-0217530-2022/124"
FILLED = {
    OBLAST: {("Побудова", "2022"): 2, ("Побудова", "2023"): 3, ("Побудова", "2024"): 4, ("Придбання зас", "2022"): 10},
    E_CITY: {
        ("Кількість адміністративних послуг що", "2022"): 6,
        ("Середні витрати на розробку однієї", "2022"): 15000,
        ("Частка мешканців, що використовують міський портал з електронними сервісами до", "2022"): 0,
    },
}
"""What somebody entered: the beginning of a name and a year -> the actual value."""


@pytest.fixture(scope="session")
def with_actuals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a warehouse whose register holds two filled workbooks, too."""
    folder = tmp_path_factory.mktemp("actuals")
    for part in ("raw", "entered", "corrections"):
        copytree(DEFAULT.parent / part, folder / part)
    listed = yaml.safe_load(DEFAULT.read_text(encoding="utf-8"))
    for programme, values in FILLED.items():
        path = folder / "raw" / f"{programme}.xlsx"
        writing.write_for(programme, path)
        fill(path, values)
        listed["documents"].append(
            {
                "document_id": f"actuals-{programme}",
                "file": path.name,
                "kind": "actuals",
                "title": "Фактичні значення",
                "programme_id": programme,
                "adopted_on": "2025-02-01",
            }
        )
    (folder / "sources.yml").write_text(yaml.safe_dump(listed, allow_unicode=True), encoding="utf-8")
    return build(folder / "sources.yml", folder / "build").parent


def fill(path: Path, values: Mapping[tuple[str, str], float]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl drops the rules of cells and says so
        book = openpyxl.load_workbook(path)
    heading, *rows = book["Показники"].iter_rows()
    place = {str(cell.value): number for number, cell in enumerate(heading)}
    for number, row in enumerate(rows, start=2):
        for (name, year), value in values.items():
            is_named = str(row[place["Показник"]].value).startswith(name)
            if is_named and str(row[place["Рік"]].value) == year:
                book["Показники"].cell(number, place["Фактичне значення"] + 1, value)
    book.save(path)


@pytest.mark.parametrize("lang", ["uk", "en"])
@pytest.mark.parametrize("programme", [E_CITY, OBLAST, KROPYVNYTSKYI])
def test_opens(open_page, lang, programme):
    """Every programme with indicators has its figures, each with a table, in both languages."""
    app = open_page("indicators", about=programme, lang=lang)
    assert not app.exception
    assert not app.error
    assert len(app.get("plotly_chart")) >= 1
    assert len(app.dataframe) >= 4


def test_without_a_warehouse(open_page, words, empty_folder):
    """The page says what to do."""
    assert "Даних ще немає" in words(open_page("indicators", folder=empty_folder))


def test_says_that_nothing_is_reported(open_page, words):
    """The passport of 2022 sets 67 targets; nobody has reported on any. The three headlines have no target."""
    said = words(open_page("indicators", about=E_CITY))
    assert "Які цілі досягнуто?" in said
    assert "За 2022 рік: 67 показників, даних немає про 67." in said
    assert "Без поділу за роками: 3 показники, без цілі 3." in said
    assert "Немає фактичних значень для 67 цілей." in said


def test_a_programme_without_a_plan_is_offered(open_page, words):
    """«е-місто» prints no amounts by line, so the side does not offer it; the page does, and the address too."""
    app = open_page("indicators", programme=E_CITY)
    picker = next(box for box in app.selectbox if box.key == "about")
    assert picker.value == E_CITY
    assert "Цільова програма" in words(app)
    assert "показано іншу" not in words(app)
    assert "показано іншу" in words(open_page("indicators", programme="nobody"))


def test_words_are_no_numbers(open_page, words):
    """Three targets of Kropyvnytskyi are «Штатний розпис»; four numbers have no actual value."""
    said = words(open_page("indicators", about=KROPYVNYTSKYI))
    assert "7 показників, даних немає про 4; словами 3." in said
    assert "Жоден документ цієї програми не пов’язує показники з грошима" in said


def test_filters_are_in_the_address(open_page, words):
    """One year of the oblast has five indicators; of them one is of quality."""
    app = open_page("indicators", about=OBLAST, year="2023", group="quality")
    assert "За 2023 рік: 1 показник, даних немає про 1." in words(app)
    assert "Показано 1 значення." in words(app)
    nothing = open_page("indicators", about=OBLAST, find="немає такого")
    assert "Показано 0 значень." in words(nothing)
    assert not nothing.exception
    strange = open_page("indicators", about="nobody", year="1", group="x", status="y", indicator="z")
    assert not strange.exception
    assert not strange.error


def test_an_indicator_of_the_passport(open_page, words):
    """Its money and the cost of one: 100 000 / 7 = 14 285.71, where 14 285 is printed; who is to report."""
    said = words(open_page("indicators", about=E_CITY, indicator=MODULES))
    assert "Напрям 2" in said
    assert "планова вартість одиниці 100 000,00 : 7 = 14 285,71 грн" in said
    assert "надрукована вартість одиниці 14 285,00 грн" in said
    assert "джерело інформації за документом: сайт Житомирської міської ради" in said
    assert "Що більше, то краще: показник рахує те, чого програма має досягти (наше перевірене правило" in said
    assert "Замало років для тренду: фактичних значень 0, потрібно 3." in said


def test_a_share_of_residents_is_people(open_page, words):
    """1 % of the 245 664 residents projected for 2022 is 2 457 people."""
    said = words(open_page("indicators", about=E_CITY, indicator="zhytomyr-passport-0217530-2022/170"))
    assert "1,00 % від 245 664 мешканців — це 2 457 осіб" in said
    assert "](population?" in said


def test_the_method_of_2013_says_why_not(open_page, words):
    """34 indicators of efficiency and quality without actual values, and no year before."""
    said = words(open_page("indicators", about=E_CITY))
    assert "Бюджетна програма 0217530, 2022 рік: **не обчислюється**" in said
    assert "жоден показник ефективності та якості (усього 34) не має фактичного значення" in said
    assert "І(еф) попереднього року невідомий" in said


@pytest.mark.parametrize(
    ("lang", "reasons"),
    [
        ("en", ["the indicator counts what the programme has done", "each year counts what was done in that year"]),
        ("uk", ["показник рахує зроблене за програмою", "кожного року рахують зроблене за цей рік"]),
    ],
)
def test_reasons_of_rules_are_in_the_language_of_the_page(open_page, words, lang, reasons):
    """Why more networks are better, and why their years add up."""
    said = words(open_page("indicators", about=OBLAST, indicator=NETWORKS, lang=lang))
    assert all(reason in said for reason in reasons)


def test_a_doubtful_target_is_told(open_page, words):
    """50, 50 and 500 pieces: the check doubts the last, and the indicator says so."""
    said = words(open_page("indicators", about=OBLAST, indicator="zhytomyr-oblast-digital/163"))
    assert "](checks?" in said


def test_entered_in_a_workbook(open_page, words, with_actuals):
    """2 of 4 networks in part, 3 of 4 in part, 4 of 3 met: together 9 of 11; 10 of 50 devices are a fifth, missed."""
    app = open_page("indicators", folder=with_actuals, about=OBLAST, indicator=NETWORKS)
    assert not app.exception
    said = words(app)
    assert "За 2022 рік: 5 показників, частково досягнуто 1; не досягнуто 1; даних немає про 3." in said
    assert "За 2024 рік: 5 показників, досягнуто 1; даних немає про 4." in said
    assert "2 : 4 = 50,0 %" in said
    assert "4 : 3 = 133,3 %" in said
    assert "Від початку програми по 2024 рік включно: 9 : 11 = 81,8 %." in said
    assert "+1 на рік; 2024 рік: 4. За такою малою кількістю точок, що всі лежать на одній прямій, інтервал" in said
    assert "Ціль 2024 року (3) уже досягнуто у 2024 році." in said
    # (0.5 + 0.75 + 1 + 0.2) / 4
    assert "Середнє досягнення 61,3 %: полічено 4 з 4 оцінених значень; перевиконання рахується як 100 %" in said


def test_attained_shares_are_drawn(open_page, with_actuals):
    """The four figures with actual values stand as bars beside the mark of their targets; without any, no bar."""
    reported = open_page("indicators", folder=with_actuals, about=OBLAST)
    silent = open_page("indicators", about=OBLAST)
    assert len(reported.get("plotly_chart")) == len(silent.get("plotly_chart")) + 1


def test_a_status_narrows_the_table(open_page, words, with_actuals):
    """Only what was missed: 10 of 50 devices."""
    app = open_page("indicators", folder=with_actuals, about=OBLAST, status="missed")
    assert "Показано 1 значення." in words(app)


def test_money_and_result_with_actuals(open_page, words, with_actuals):
    """6 of 7 services is 85.7 %; a dearer cost is worse, 14 285 : 15 000 = 95.2 %; nobody uses the portal: missed."""
    said = words(open_page("indicators", folder=with_actuals, about=E_CITY, indicator=MODULES))
    assert "частково досягнуто 2; не досягнуто 1; даних немає про 64." in said
    assert "6 : 7 = 85,7 %" in said
    cost = words(
        open_page("indicators", folder=with_actuals, about=E_CITY, indicator="zhytomyr-passport-0217530-2022/143")
    )
    assert "14 285 : 15 000 = 95,2 %" in cost
    assert "Що менше, то краще" in cost
    assert "фактичні значення мають не всі показники ефективності та якості: 2 з 34" in cost


def test_entered_on_the_page(open_page, words, tmp_path, monkeypatch):
    """2,5 of 4 networks is 62.5 %, met in part; after the page is opened anew it is still there, and in English no
    Ukrainian word stands beside its number."""
    monkeypatch.setenv("KOSHTORYS_ENTRIES", str(tmp_path / "entries.sqlite"))
    app = open_page("indicators", about=OBLAST, indicator=NETWORKS)
    assert "За 2022 рік: 5 показників, даних немає про 5." in words(app)
    editor = app.data_editor[0]
    typed = {"value": "2,5", "info_source": "звіт"}
    app.session_state[editor.key] = {"edited_rows": {0: typed}, "added_rows": [], "deleted_rows": []}
    app.text_input(key="entry_author").set_value("Відділ ІТ")
    app.button(key="entry_save").click().run()
    for shown in (app, open_page("indicators", about=OBLAST, indicator=NETWORKS)):
        assert not shown.exception
        said = words(shown)
        assert "За 2022 рік: 5 показників, частково досягнуто 1; даних немає про 4." in said
        assert "2,5 : 4 = 62,5 %" in said
        assert "фактично 2,5 (запис 1); джерело: звіт" in said
    assert "actual 2,5 (entry 1); source: звіт" in words(
        open_page("indicators", about=OBLAST, indicator=NETWORKS, lang="en")
    )


def test_a_count_is_never_told_below_zero(open_page, words, tmp_path, monkeypatch):
    """4, 0 and 7 networks: the line is at 5.17 in 2024, and its interval, from -72 to 82, is told from zero on."""
    file = tmp_path / "entries.sqlite"
    monkeypatch.setenv("KOSHTORYS_ENTRIES", str(file))
    values = ((2022, 4), (2023, 0), (2024, 7))
    entries.add(file, [replace(entered.NETWORKS, fiscal_year=year, value=Decimal(value)) for year, value in values])
    said = words(open_page("indicators", about=OBLAST, indicator=NETWORKS, lang="en"))
    assert "2024: 5,17, 95 % interval from 0 to 82" in said
    assert "The interval is cut at zero, since neither a value nor a target is below it." in said
    assert "The interval reaches beyond the figure" in said


def test_entered_values_that_cannot_be_read(open_page, tmp_path, monkeypatch):
    """A damaged file: said under the title, above the findings that lack those values, and where values are entered."""
    path = tmp_path / "entries.sqlite"
    path.write_text("не база даних " * 100, encoding="utf-8")
    monkeypatch.setenv("KOSHTORYS_ENTRIES", str(path))
    app = open_page("indicators", about=OBLAST)
    assert not app.exception
    assert len(app.error) == 2
    drawn = [element.type for element in app.main]
    assert drawn.index("error") < drawn.index("header")


def test_status_stands_beside_the_name(open_page):
    """On a narrow screen the first columns are all that is seen; the cell, which few open, is at the end."""
    app = open_page("indicators", about=OBLAST)
    heads = next(
        list(table.value.columns) for table in app.dataframe if list(table.value.columns)[:2] == ["Показник", "Рік"]
    )
    assert heads[:6] == ["Показник", "Рік", "Результат", "Ціль", "Факт", "До цілі"]
    assert heads[-1] == "Клітинка"


def test_command_stands_in_the_help_only(open_page, words, tmp_path, monkeypatch):
    """Where values are entered on the page, its text names no command."""
    monkeypatch.setenv("KOSHTORYS_ENTRIES", str(tmp_path / "entries.sqlite"))
    app = open_page("indicators", about=OBLAST)
    assert "loaders template" not in words(app)
    assert any("loaders template" in (header.help or "") for header in app.header)


def test_terms_are_explained_at_headings(open_page):
    """Targets and the groups on the page of indicators, the interval of a forecast on that of population."""
    indicators = "".join(header.help or "" for header in open_page("indicators", about=OBLAST).header)
    groups = ("показники затрат", "показники продукту", "показники ефективності", "показники якості")
    assert all(term in indicators for term in ("цільове значення", "базове значення", *groups))
    population = "".join(header.help or "" for header in open_page("population").header)
    assert all(term in population for term in ("прогнозний інтервал", "цільове значення"))


def test_downloads(open_page):
    """Each table can be taken away."""
    app = open_page("indicators", about=E_CITY)
    assert len(app.get("download_button")) >= 8


def test_files_name_their_per_cents(open_page, with_actuals, monkeypatch):
    """2 of 4 networks is 50 under «Досягнення, %», and 9 of 11 is 81.8 under «Від початку, %»."""
    files = {}
    monkeypatch.setattr(downloads, "offer", lambda frame, heads, name, notes: files.update({name: (frame, heads)}))
    open_page("indicators", folder=with_actuals, about=OBLAST, indicator=NETWORKS)
    frame, heads = files["koshtorys-indicator"]
    assert (heads["attainment"], heads["cumulative_share"]) == ("Досягнення, %", "Від початку, %")
    assert list(frame["attainment"]) == [50, 75, pytest.approx(133.3333, abs=1e-4)]
    assert frame["cumulative_share"].iloc[-1] == pytest.approx(81.8182, abs=1e-4)
    assert files["koshtorys-indicators"][1]["attainment"] == "Досягнення, %"


def test_without_a_target_is_said_of_the_indicator_alone(open_page, words):
    """The passport of «е-місто» prints targets of the like of its three headlines."""
    said = words(open_page("indicators", about=E_CITY, lang="en"))
    assert "No target: the documents of this programme print no target for this very indicator." in said


def test_what_was_entered_on_the_page_counts_before_a_document(open_page, words, with_actuals, tmp_path, monkeypatch):
    """A workbook of 2025 says 2 and 3 networks; 2,5 was entered for 2022, and 2023 is that of the workbook alone."""
    file = tmp_path / "entries.sqlite"
    monkeypatch.setenv("KOSHTORYS_ENTRIES", str(file))
    entries.add(file, [entered.NETWORKS])
    app = open_page("indicators", folder=with_actuals, about=OBLAST, indicator=NETWORKS, lang="en")
    assert "2,5 : 4 = 62,5" in words(app)
    counts = "several sources give different values; what was entered on this page counts before documents"
    assert words(app).count(counts) == 1
    assert "the newest document counts" not in words(app)


def test_a_cost_of_nothing_is_met_and_has_no_share(open_page, words, tmp_path, monkeypatch):
    """Less is better than 14 285: an actual 0 meets the target, and 14 285 : 0 is no number, which is said."""
    file = tmp_path / "entries.sqlite"
    monkeypatch.setenv("KOSHTORYS_ENTRIES", str(file))
    cost = "zhytomyr-passport-0217530-2022/143"
    name = (
        "Середні витрати на розробку однієї нової послуги/модуля для електронної приймальної Житомирської міської ради"
    )
    of_cost = replace(entered.NETWORKS, indicator_id=cost, indicator_name=name, unit="грн.", programme_id=E_CITY)
    entries.add(file, [replace(of_cost, value=Decimal(0))])
    said = words(open_page("indicators", about=E_CITY, indicator=cost))
    assert "**досягнуто** (" in said
    assert "частку обчислити неможливо: довелося б ділити на нуль" in said
