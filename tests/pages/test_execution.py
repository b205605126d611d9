"""The page Виконання and its charts."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from analytics import execution
from data.contracts import DocumentKind, Execution, Fund
from pages.charts import execution as charts
from pages.charts import palette
from pages.components import downloads, execution_words
from tests.analytics.handmade import HandMade

FIGURES = {"approved": "Затверджено", "revised": "План", "cash": "Заплачено"}


def reported(made: HandMade, row: int, name: str, fund: Fund, plan: Any, cash: Any, period: str = "2021") -> None:
    """A row of a report on execution; «Усього» is the total."""
    made.add(
        Execution(
            document_id="report",
            locator=f"рядок {row}, графа {list(Fund).index(fund)}",
            printed=str(plan),
            row_no=row,
            budget_code="99999000000",
            programme_code="0217530",
            line_code=None if name == "Усього" else str(row),
            name=name,
            period=period,
            fund=fund,
            revised_plan=None if plan is None else Decimal(plan),
            cash=Decimal(cash),
            is_total=name == "Усього",
        )
    )


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A programme with a plan and a report: to June of 2021 and whole, two directions, two funds; UAH."""
    made = HandMade(tmp_path / "build")
    made.programme()
    made.approved("act", "2020-01-10")
    made.line("act", 2, "5.00")
    made.act("report", None, kind=DocumentKind.EXECUTION_REPORT)
    reported(made, 3, "Мережа", Fund.GENERAL, 40_000, 10_000, "2021-06")
    reported(made, 5, "Мережа", Fund.GENERAL, 40_000, 30_000)
    reported(made, 6, "Сервери", Fund.SPECIAL, 60_000, 20_000)
    reported(made, 7, "Усього", Fund.GENERAL, 40_000, 30_000)
    reported(made, 7, "Усього", Fund.SPECIAL, 60_000, 20_000)
    reported(made, 7, "Усього", Fund.TOTAL, 100_000, 50_000)
    made.connect().close()
    return tmp_path / "build"


@pytest.fixture
def without(tmp_path: Path) -> Path:
    """A programme with a plan, of which nothing is reported."""
    made = HandMade(tmp_path / "build")
    made.programme()
    made.approved("act", "2020-01-10")
    made.line("act", 2, "5.00")
    made.connect().close()
    return tmp_path / "build"


def metrics(app: AppTest) -> dict[str, str]:
    """What the figures at the head of the page say, by their names."""
    return {metric.label: metric.value.replace("\u00a0", " ") for metric in app.metric}


def test_finding_in_words(open_page, words):
    """1 097 998 + 11 250 + 638 550 + 363 392.02 + 950 214 of 5 729 000; in 2022 11 250 of 1 504 000."""
    app = open_page("execution")
    said = words(app)
    assert "За 2021–2025 роки з 5 729 000 грн заплачено 3 061 404,02 грн — 53,4 % плану зі змінами." in said
    assert "Найменша частка — у 2022 році: з 1 504 000 грн заплачено 11 250 грн — 0,7 %." in said
    assert "Паспорт на 2022 рік затвердив 1 504 000 грн; план зі змінами такий самий." in said
    assert metrics(app) == {
        "План зі змінами, 2021–2025": "5 729 000 грн",
        "Заплачено, 2021–2025": "3 061 404,02 грн",
        "% плану, 2021–2025": "53,4 %",
    }


def test_whose_figures_these_are(open_page, words):
    """The note of the typed-in figures stands under them; «е-місто» is told beside them, as another scope."""
    said = words(open_page("execution"))
    assert "Суми внесено вручну, розташування граф відтворено." in said
    assert "27 395 400 грн на 2021–2026 роки. Її обсяг інший" in said
    assert "лише типовий код 7530" in said
    assert "11,2 %" not in said  # 3 061 404.02 of 27 395 400


def test_one_year_of_what_the_passport_approved(open_page, words):
    """A link restores year and denominator: 11 250 of the 1 504 000 that the passport approved."""
    app = open_page("execution", of="approved", year="2022")
    assert "У 2022 році з 1 504 000 грн заплачено 11 250 грн — 0,7 % затвердженого паспортом." in words(app)
    assert list(app.dataframe[0].value["Рік"]) == [2022]


def test_a_year_without_a_passport_has_no_per_cent_of_it(open_page, words):
    """No passport of 2021 is at hand: what was paid is told, a per cent is not, and the plan is a dash."""
    app = open_page("execution", of="approved", year="2021")
    said = words(app)
    assert "Заплачено 1 097 998 грн (2021); паспорта на ці роки серед документів немає" in said
    assert list(metrics(app).values()) == ["—", "1 097 998 грн", "—"]


def test_years_without_a_passport_are_not_counted(open_page, words):
    """Of five years one has a passport: its cash alone is compared, in words and in figures, and the page says so."""
    app = open_page("execution", of="approved")
    said = words(app)
    assert metrics(app) == {
        "Затверджено паспортом, 2022": "1 504 000 грн",
        "Заплачено, 2022": "11 250 грн",
        "% паспорта, 2022": "0,7 %",
    }
    assert "У 2022 році з 1 504 000 грн заплачено 11 250 грн — 0,7 % затвердженого паспортом." in said
    assert "За інші роки бракує плану або касових видатків" in said


def test_from_a_bar_to_its_cells(open_page, words):
    """The chosen bar lists the cell of its amount in the typed-in file."""
    said = words(open_page("execution", column="2022/cash"))
    assert "Заплачено, 2022" in said
    assert "Обидва фонди: 11 250,00 грн" in said
    assert "[рядок 3, графа 12](documents?document=zhytomyr-treasury-0460-7530" in said


def test_a_programme_that_nobody_reports_on(open_page, words):
    """Kropyvnytskyi stands in the pickers: the page says that it shows another, and how to bring its reports in."""
    app = open_page("execution", programme="kropyvnytskyi-e-government-2019-2021")
    assert "скільки заплачено за програмою «Кропивницький: електронне урядування 2019–2021»" in app.info[0].value
    assert "python -m loaders fetch openbudget" in app.code[0].value


def test_the_programme_asked_for_is_the_one_shown(open_page, words):
    """«е-місто» has no plan, but these are its figures: the page says neither that they are another programme's nor
    anything of Kropyvnytskyi."""
    app = open_page("execution", programme="zhytomyr-e-city-2021-2026")
    assert not app.warning
    assert not app.info
    assert "Кропивницький" not in words(app)
    assert metrics(app)["Заплачено, 2021–2025"] == "3 061 404,02 грн"


def test_nobody_asked_for_a_programme(open_page):
    """Without an address the page opens with its figures; that Kropyvnytskyi reports nothing is a caption."""
    app = open_page("execution")
    assert not app.info
    assert not app.warning
    assert any("Кропивницький: електронне урядування 2019–2021" in caption.value for caption in app.caption)


def test_an_address_with_an_unknown_scope(open_page, words):
    """A link to a budget programme that is not reported shows another one and says so."""
    said = words(open_page("execution", scope="treasury/1/2"))
    assert "показано іншу" in said
    assert "3 061 404,02" in said


def test_files_tell_where_a_figure_is_printed(open_page, monkeypatch):
    """The row of 2022 is printed in row 3, column 12 of the typed-in file, and the file carries the note on it."""
    offered: list[Any] = []
    monkeypatch.setattr(downloads, "offer", lambda *given: offered.append(given))
    open_page("execution")
    years, funds = offered
    for table, heads, _name, notes in (years, funds):
        place = table[table["amount"] == Decimal(11_250)]["printed_at"].iloc[0]
        assert place.endswith(", рядок 3, графа 12")
        assert place.startswith("Видатки бюджету Житомирської міської територіальної громади")
        assert heads["printed_at"] == "Де надруковано"
        assert any("Суми внесено вручну, розташування граф відтворено." in note for note in notes)


def test_cash_of_both_funds_stands_beside_what_was_approved_of_both(open_page, words):
    """2022: the row of both funds has 11 250 of 1 504 000, 0.7 %; the page says that no row is added to it."""
    app = open_page("execution", of="approved", year="2022")
    found = {row["Фонд"]: row for row in app.dataframe[1].value.to_dict("records")}
    assert found["Обидва фонди"]["За паспортом, грн"] == 1_504_000
    assert found["Обидва фонди"]["% паспорта"] == pytest.approx(11_250 / 1_504_000)
    assert "до рядків фондів його ніколи не додають" in words(app)


def test_nothing_is_reported(open_page, words, without):
    """Where a plan is known but no execution, the page names what brings it in."""
    app = open_page("execution", folder=without)
    assert not app.exception
    assert "Даних про виконання ще немає" in words(app)
    assert "python -m loaders build" in app.code[0].value
    assert not app.dataframe


def test_a_report_with_funds_months_and_directions(open_page, words, city):
    """30 000 + 20 000 of 100 000; by June 10 000; two directions: three figures and four tables."""
    app = open_page("execution", folder=city)
    said = words(app)
    assert not app.exception
    assert "У 2021 році з 100 000 грн заплачено 50 000 грн — 50,0 % плану зі змінами." in said
    assert "Жоден документ не звітує" not in said
    assert len(app.get("plotly_chart")) == 3
    year, fund, month, line = (frame.value for frame in app.dataframe)
    cash = "Касові видатки, грн"
    assert list(year[cash]) == [50_000]
    assert list(fund[cash]) == [30_000, 20_000]
    assert list(month["Касові із січня, грн"]) == [10_000, 50_000]
    assert list(line[cash]) == [30_000, 20_000]
    assert list(line["Рядок"]) == ["5 Мережа", "6 Сервери"]


def test_the_overview_tells_what_was_paid(open_page, words, city):
    """The overview tells the finding and leads to the page; of a programme without reports it tells of the others."""
    said = words(open_page("overview", folder=city))
    assert "У 2021 році з 100 000 грн заплачено 50 000 грн — 50,0 % плану зі змінами." in said
    assert "(execution?scope=execution_report%2F99999000000%2F0217530" in said
    real = words(open_page("overview"))
    assert "Жоден документ не звітує про виконання цієї програми" in real
    assert "Найменша частка — у 2022 році: з 1 504 000 грн заплачено 11 250 грн — 0,7 %." in real


def test_months_that_are_not_whole_years_are_named():
    """A year reported to June alone is named with its month."""
    years = pd.DataFrame(
        {"fiscal_year": [2026], "month": [6], "approved": [None], "revised": [Decimal(10)], "cash": [Decimal(1)]},
        dtype=object,
    )
    said = list(execution_words.findings(years, execution.Plan.REVISED))
    assert said[-1] == "За 2026 рік є дані лише із січня до такого місяця: червень."


def traces(figure: go.Figure) -> list[Any]:
    return list(figure.select_traces())


def parts(**changed: Any) -> pd.DataFrame:
    """2022: 1504 planned, 11 and 0.25 paid of the two funds; 2023: 1000 planned."""
    columns = {
        "row": ["2022", "2022", "2022", "2023"],
        "figure": ["revised", "cash", "cash", "revised"],
        "fund": ["total", "general", "special", "total"],
        "value": [1504.0, 11.0, 0.25, 1000.0],
        "text": ["1 504,00", "11,25", "11,25", "1 000,00"],
        "point": ["2022/revised", "2022/cash", "2022/cash", "2023/revised"],
    }
    return pd.DataFrame(columns | changed)


@pytest.mark.parametrize("colours", [palette.LIGHT, palette.DARK])
def test_bars_stand_under_their_headings(colours):
    """A heading for each row; funds of a figure stand in one bar, one number at its end; what is unknown has no bar."""
    rows = {"2022": "2022: заплачено 0,7 %", "2023": "2023"}
    figure = charts.bars(parts(), rows=rows, figures=FIGURES, unit="тис. грн", palette=colours)
    *drawn, numbers = traces(figure)
    assert [(trace.name, list(trace.x)) for trace in drawn] == [
        ("План", [1504.0, 1000.0]),
        ("Заплачено", [11.0]),
        ("Заплачено", [0.25]),
    ]
    assert drawn[1].y == drawn[2].y
    assert [trace.marker.pattern.shape for trace in drawn] == ["", "", "/"]
    assert [trace.showlegend for trace in drawn] == [True, True, False]
    assert (list(numbers.x), list(numbers.text)) == ([1504.0, 11.25, 1000.0], [" 1 504,00", " 11,25", " 1 000,00"])
    assert [note.text for note in figure.layout.annotations] == list(rows.values())
    assert figure.layout.xaxis.title.text == "тис. грн"
    assert drawn[1].customdata == ("2022/cash",)


def test_months_are_a_line_a_year():
    """Lines of the years differ in colour, in dashes and in the shape of their points."""
    sums = pd.DataFrame(
        {
            "fiscal_year": [2021, 2021, 2022],
            "month": [3, 6, 6],
            "value": [1.0, 2.0, 5.0],
            "words": ["а", "б", "в"],
        }
    )
    figure = charts.months(sums, names=("Місяць", "тис. грн"), palette=palette.LIGHT)
    first, second = traces(figure)
    assert (list(first.x), list(first.y), first.name) == ([3, 6], [1.0, 2.0], "2021")
    assert first.line.dash != second.line.dash
    assert first.marker.symbol != second.marker.symbol
    assert figure.layout.yaxis.title.text == "тис. грн"


def test_nothing_to_draw_is_no_error():
    """Empty tables give empty figures."""
    empty = parts().iloc[:0]
    (numbers,) = traces(charts.bars(empty, rows={}, figures=FIGURES, unit="грн", palette=palette.LIGHT))
    assert not numbers.x
    months = pd.DataFrame(columns=["fiscal_year", "month", "value", "words"])
    assert traces(charts.months(months, names=("Місяць", "грн"), palette=palette.LIGHT)) == []
