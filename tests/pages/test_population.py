"""The page Населення."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from data import judge, warehouse
from data.contracts import Document, DocumentKind, DocumentStatus, Population, PopulationKind, Programme
from pages.components import downloads

E_CITY = "zhytomyr-e-city"
YEARS = ("Рік", "Спостереження", "Опубліковано", "За трендом", "Інтервал від", "Інтервал до")


def people(place: str, counts: dict[int, int], projected: dict[int, int] | None = None) -> list[Population]:
    """A table of a place: observed years, then projected ones."""
    rows = [(year, count, PopulationKind.OBSERVED) for year, count in counts.items()]
    rows += [(year, count, PopulationKind.PUBLISHED_PROJECTION) for year, count in (projected or {}).items()]
    return [
        Population(
            document_id="act",
            locator=f"{place}, {year}, {kind}",
            printed=str(count),
            row_no=1,
            territory=place,
            year=year,
            persons=count,
            kind=kind,
        )
        for year, count, kind in rows
    ]


@pytest.fixture
def published(tmp_path: Path):
    """`published(rows)`: a folder with a warehouse of one programme, its act and these rows."""

    def folder(rows: list[Population]) -> Path:
        programme = Programme(
            programme_id="own",
            title="Програма",
            short_title="Програма",
            hromada="Громада",
            level="hromada",
            first_year=2021,
            last_year=2022,
        )
        act = Document(
            document_id="act",
            kind=DocumentKind.PROGRAMME,
            title="Програма громади",
            status=DocumentStatus.ADOPTED,
            programme_id="own",
        )
        path = warehouse.create(tmp_path / "build")
        warehouse.insert(path, [programme, act, *rows])
        judge.check(path)
        warehouse.publish(path)
        return tmp_path / "build"

    return folder


@pytest.mark.parametrize("lang", ["uk", "en"])
@pytest.mark.parametrize("method", ["least_squares", "theil_sen", "log_linear", "damped"])
def test_opens(open_page, lang, method):
    """One figure and four tables, by every method and in both languages."""
    app = open_page("population", lang=lang, method=method)
    assert not app.exception
    assert not app.error
    assert len(app.get("plotly_chart")) == 1
    assert len(app.dataframe) == 4


def test_finding_in_words(open_page, words):
    """2026: 238 698, that is 249 155 - 10 457; the interval is worked out by hand in the tests of analytics."""
    said = words(open_page("population"))
    assert "Скільки буде людей і наскільки це певно?" in said
    assert (
        "За цим трендом у 2026 році очікується 238 698 осіб, −10 457 (−4,2 %) проти фактичних даних 2020 року; з "
        "імовірністю 95 % — від 232 907 до 244 488, якщо тренд збережеться." in said
    )
    assert "Опублікований прогноз збігається з цим трендом" in said
    assert "за кожен рік (6)." in said


def test_table_of_years(open_page):
    """2020 is observed, 2022 published: 245 664 with an interval from 242 513 to 248 814, each with its cell."""
    table = open_page("population").dataframe[0].value.set_index("Рік")
    assert list(table.index) == [str(year) for year in range(2017, 2027)]
    assert table.loc["2020", "Спостереження"] == 249155
    row = table.loc["2022"]
    assert [row[name] for name in YEARS[2:]] == [245664, 245664, 242513, 248814]
    assert parse_qs(urlsplit(row["Клітинка"]).query) == {"document": [E_CITY], "cell": ["рядок 339, число 6"]}


def test_share_and_people(open_page, words):
    """1 % of 245 664 is 2457 people; by the interval 2425.13 to 2488.14."""
    said = words(open_page("population"))
    assert "1,00 % від 245 664 (за документом і за трендом, 2022) — це **2 457 осіб**" in said
    assert "від 2 425 до 2 488" in said
    assert "2 457 осіб з 245 664 (за документом і за трендом) — це **1,00 %**" in said


def test_share_and_people_of_the_address(open_page, words):
    """5 % of the 249 155 observed in 2020 is 12 457.75; 10 000 of them are 4.0136 %; a count has no interval."""
    said = words(open_page("population", of="2020", share="5", people="10000"))
    assert "5,00 % від 249 155 (фактично, 2020) — це **12 458 осіб**.\n" in said
    assert "10 000 осіб з 249 155 (фактично) — це **4,01 %**.\n" in said


def test_shares_that_documents_name(open_page, words):
    """95 % of 245 664 is 233 380.8; the passport's 1 % opens its cell; the difference of ages is said."""
    app = open_page("population")
    assert "95,00 %, 2022 — **233 381 особа**" in words(app)
    assert "Ціль говорить про всіх мешканців" in words(app)
    table = app.dataframe[1].value
    assert list(table["Осіб"]) == [2457, 233381]
    assert parse_qs(urlsplit(table["Клітинка"].iloc[0]).query)["cell"] == ["рядок 170, графа 7"]


def test_doubt_of_the_label(open_page, words):
    """The label of the age is doubted with a link to the check, and nothing is corrected."""
    said = words(open_page("population"))
    assert "Кого рахують ці числа?: У підписі йдеться про мешканців віком від 15 років" in said
    assert "(checks?finding=" in said


def test_methods_and_backtest(open_page, words):
    """Least squares foretell 249 127 for 2020, 28 too few; one year is too little to choose by."""
    app = open_page("population")
    methods, years = (table.value for table in app.dataframe[2:])
    assert len(methods) == 4
    assert methods["Середня похибка, осіб"].iloc[0] == 28
    assert years["Прогноз мінус факт"].iloc[0] == -28
    assert "цього замало, щоб вважати якийсь метод кращим" in words(app)
    assert "4,30 стандартної похибки" in words(app)


def test_an_error_that_is_unknown_is_not_told(open_page, words):
    """A damped trend through three points leaves no freedom: its residual standard error is left out."""
    said = words(open_page("population", method="damped", base=["2018", "2019", "2020"], lang="en"))
    assert "The trend is drawn through 3 observed points: R² = " in said
    assert "residual standard error —" not in said
    assert "so nothing can be said of its error" in said


def test_files_hold_per_cents(open_page, monkeypatch):
    """28 of 249 155 people are 0.0112 per cent; the page writes the same fraction with its sign."""
    files = {}
    monkeypatch.setattr(downloads, "offer", lambda frame, heads, name, notes: files.update({name: (frame, heads)}))
    open_page("population")
    frame, heads = files["koshtorys-population-methods"]
    assert heads["missed_share"] == "Середня похибка, %"
    assert frame["missed_share"].iloc[0] == pytest.approx(0.01124, abs=1e-5)
    assert files["koshtorys-population-backtest"][0]["missed_share"].iloc[0] == pytest.approx(-0.01124, abs=1e-5)


def test_another_base(open_page, words):
    """2017-2019 alone: slope -1750, so 252 626.67 - 5 x 1750 in 2023; 2021: 247 376.67, 28 less than published."""
    app = open_page("population", base=["2017", "2018", "2019"], until="2027")
    table = app.dataframe[0].value.set_index("Рік")
    assert list(table.loc[["2021", "2023", "2027"], "За трендом"]) == [247377, 243877, 236877]
    assert table.loc["2021", "Опубліковано"] - 247377 == 28
    said = words(app)
    assert "Опублікований прогноз відрізняється від цього тренду у 6 з 6 років; найбільша різниця — 71 особа." in said
    assert "(опублікований прогноз, 2022)" in said
    assert "(за трендом, 2022)" in said


def test_too_few_years_chosen(open_page, words):
    """Two years give no trend; the printed figures and the doubt stay."""
    app = open_page("population", base=["2017", "2018"])
    assert not app.error
    assert "Тренд провести не можна" in words(app)
    assert "Кого рахують ці числа?" in words(app)
    assert app.dataframe[0].value["Спостереження"].iloc[0] == 254157


def test_point_in_the_address_opens_its_cell(open_page, words):
    """A clicked point tells its year, its people and its place."""
    said = words(open_page("population", point="рядок 339, число 6"))
    (line,) = [line for line in said.splitlines() if line.startswith("**2022.** 245 664 особи")]
    assert "[рядок 339, число 6](documents?document=zhytomyr-e-city" in line


@pytest.mark.parametrize(
    "address",
    [
        {"method": "guess"},
        {"base": ["1066", "x"]},
        {"until": "9999"},
        {"until": "nan"},
        {"share": "-5"},
        {"share": "many"},
        {"people": "1.5"},
        {"of": "1900"},
        {"table": "nobody"},
        {"point": "nowhere"},
    ],
)
def test_wrong_address(open_page, words, address):
    """Values that the page does not know are passed over."""
    app = open_page("population", **address)
    assert not app.exception
    assert not app.error
    assert "1,00 % від 245 664" in words(app)


def test_several_territories(open_page, words, published):
    """Another territory is chosen in the address: 100, 110, 120 and then 130, where 131 is published."""
    folder = published(
        people("місто", {2018: 1000, 2019: 990, 2020: 980})
        + people("село", {2018: 100, 2019: 110, 2020: 120}, {2021: 131})
    )
    assert "місто, усі мешканці" in words(open_page("population", folder=folder))
    app = open_page("population", folder=folder, table="act/село/")
    said = words(app)
    assert "село, усі мешканці" in said
    assert "найбільша різниця — 1 особа." in said
    assert list(app.dataframe[0].value["За трендом"]) == [100, 110, 120, 130]
    assert "Жоден документ не називає частки цих мешканців." in said
    assert "Із трьох фактичних років жодного не можна вилучити" in said


def test_below_zero(open_page, words, published):
    """300, 200 and 100 lead below zero after 2021: the page warns and does not fail."""
    app = open_page("population", folder=published(people("село", {2018: 300, 2019: 200, 2020: 100})), until="2023")
    assert not app.error
    assert "З 2022 року тренд опускається нижче нуля" in words(app)


def test_two_observed_years(open_page, words, published):
    """A table too short for a trend is shown as printed."""
    app = open_page("population", folder=published(people("село", {2019: 200, 2020: 100})))
    assert not app.error
    assert "Тренд провести не можна" in words(app)
    assert list(app.dataframe[0].value["Спостереження"]) == [200, 100]


def test_no_population(open_page, words, tmp_path: Path):
    """A warehouse without any population is no error."""
    warehouse.publish(warehouse.create(tmp_path))
    app = open_page("population", folder=tmp_path)
    assert not app.exception
    assert "Населення невідоме" in words(app)


def test_nothing_published(open_page, words, empty_folder: Path):
    """Where nothing is published the page names the command that builds the warehouse."""
    app = open_page("population", folder=empty_folder)
    assert not app.exception
    assert "Даних ще немає" in words(app)


def test_links_of_the_page_keep_the_language(open_page):
    """A cell opens in the language of the reader."""
    table: Any = open_page("population", lang="en").dataframe[0].value
    assert parse_qs(urlsplit(table["Cell"].iloc[0]).query)["lang"] == ["en"]
