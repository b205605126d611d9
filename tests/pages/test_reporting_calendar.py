"""The page Календар: its words, tables, files and chart."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pandas as pd
import pytest
from icalendar import Calendar

from analytics import documents, duties, entered, report_data
from analytics.frames import records
from analytics.indicators import EnteredValue
from data import entries, warehouse
from data.contracts import Assessed
from pages.charts import duties as charts
from pages.charts import palette
from pages.components import duty_list, duty_missing, duty_view, duty_words
from tests.pages.entered import NETWORKS, OBLAST

KROPYVNYTSKYI = "kropyvnytskyi-e-government-2019-2021"
E_CITY = "zhytomyr-e-city-2021-2026"
TODAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def _on_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is opened on 26 November 2026."""
    monkeypatch.setattr(duty_view, "today", lambda: TODAY)


@pytest.fixture
def view(warehouse_path: Path) -> Callable[..., duty_view.View]:
    """What the page holds for a programme and year, on the real warehouse."""

    def made(
        programme_id: str, year: int, edition: str | None = None, values: Sequence[EnteredValue] = ()
    ) -> duty_view.View:
        with warehouse.connect(warehouse_path) as connection:
            (programme,) = [row for row in duties.programmes(connection) if row.programme_id == programme_id]
            return duty_view.View(
                programme=programme,
                entries=duties.of_programme(connection, programme_id),
                year=year,
                today=TODAY,
                edition=edition,
                plan=report_data.plan_of(connection, programme_id, year, edition),
                found=report_data.needed(connection, programme_id, year, [], edition, values),
                titles={row.document_id: row for row in records(documents.register(connection))},
            )

    return made


def test_the_next_report_in_words(open_page, words):
    """The fourth quarter of 2026 is due on 5 January 2027; nothing of 2026 was read."""
    said = words(open_page("reporting_calendar", of=E_CITY, lang="en"))
    assert "Next report: by 05.01.2027, on quarter IV of 2026: progress of tasks, projects and works." in said
    assert "All its data are missing." in said
    assert "Neither measures nor targets of 2026 stand in the documents." in said


def test_past_reports_are_never_called_overdue(open_page, words):
    """All were due by 1 March 2022; nobody here knows whether they were handed in. 211 of 269 data are missing:
    102 of 102 on works, 51 of 102 on funding, 51 of 51 on results, 7 of 14 on targets. No actual value is asked of the
    51 lines, to none of which an indicator is linked; that is said."""
    said = words(open_page("reporting_calendar", lang="en"))
    assert "All reports on 2019–2021 were due by 01.03.2022. Whether they were handed in is not known here." in said
    assert "Reports on 2021, all four directions. 211 of 269 items of data are missing." in said
    assert "No indicator is linked to 51 lines of the plan, so no actual value is asked for there." in said
    assert "Actual value of its indicator" not in said
    assert "overdue" not in said.casefold()


def test_ukrainian(open_page, words):
    """The same in Ukrainian."""
    said = words(open_page("reporting_calendar", of=E_CITY))
    assert "Який звіт і коли подавати?" in said
    assert "Найближчий звіт: до 05.01.2027, за IV квартал 2026 року: хід виконання завдань, проектів, робіт" in said


def test_duties_of_a_template_are_called_model_text(open_page, words):
    """A hromada is told so; the oblast has a duty of its own, and what its text leaves open is said."""
    assert "Model text: These are duties of the ministry's template" in words(
        open_page("reporting_calendar", of=E_CITY, lang="en")
    )
    oblast = words(open_page("reporting_calendar", of=OBLAST, lang="en"))
    assert "Model text" not in oblast
    assert 'The document says "once a year by 25 February" and not for which year' in oblast


def test_the_list_of_reports(open_page):
    """Seven reports on 2022; the passport of that year knows nothing of works (34 missing of 34)."""
    table = open_page("reporting_calendar", of=E_CITY, year="2022", lang="en").dataframe[0].value
    assert list(table["Due"]) == [
        "05.04.2022",
        "05.07.2022",
        "05.10.2022",
        "05.01.2023",
        "31.01.2023",
        "01.03.2023",
        "01.03.2023",
    ]
    # Results and targets: 34 + 67 of 34 + 134. All directions: 34 + 17 + 34 + 67 of 34 + 51 + 34 + 134.
    assert list(table["Missing"]) == [*["34 of 34"] * 4, "101 of 168", "152 of 253", "152 of 253"]
    assert table["Place in the whole document"].iloc[0] == "section VI, line 225"
    assert parse_qs(urlsplit(table["Document"].iloc[0]).query)["document"] == ["template-informatization"]


def test_missing_data_lead_to_their_cells(open_page):
    """Of the targets of 2022 the 67 actual values are missing, each with the cell of its target."""
    app = open_page("reporting_calendar", of=E_CITY, year="2022", direction="targets", lang="en")
    table = app.dataframe[2].value
    assert len(table) == 67
    assert set(table["What is needed"]) == {"Actual value"}
    asked = parse_qs(urlsplit(table["Cell"].iloc[0]).query)
    assert asked["document"] == ["zhytomyr-passport-0217530-2022"]
    both = open_page("reporting_calendar", of=E_CITY, year="2022", direction="targets", show="all", lang="en")
    assert len(both.dataframe[2].value) == 134


def test_directions_lead_to_the_template(open_page):
    """Each direction of assessment opens the line of the template that names it."""
    table = open_page("reporting_calendar", of=E_CITY, year="2022", lang="en").dataframe[1].value
    cells = [parse_qs(urlsplit(address).query)["cell"][0] for address in table["Cell"]]
    assert cells == ["рядок 230", "рядок 232", "рядок 234", "рядок 236"]
    assert [list(table[head]) for head in ("Needed", "Known", "Missing")] == [
        [34, 51, 34, 134],
        [0, 34, 0, 67],
        [34, 17, 34, 67],
    ]


def test_every_programme_is_listed(open_page):
    """With its next day, or the last one that is past."""
    table = open_page("reporting_calendar", lang="en").dataframe[-1].value
    assert dict(zip(table["Programme"].str.split(":").str[0], table["Next due"], strict=True)) == {
        "Житомир": "05.01.2027",
        "Житомирська область": "—",
        "Кропивницький": "—",
    }


def test_the_calendar_file(view):
    """All-day events with stable names; the description tells who, to whom, the form and the source."""
    own = view(E_CITY, 2026)
    events: Any = Calendar.from_ical(duty_list.file(own, own.ahead)).events
    assert [(event.start, str(event["UID"])) for event in events] == [
        (date(2027, 1, 5), f"{E_CITY}/template-quarterly-2026-q4@koshtorys"),
        (date(2027, 1, 31), f"{E_CITY}/template-yearly-results-2026@koshtorys"),
        (date(2027, 3, 1), f"{E_CITY}/template-yearly-progress-report-2026@koshtorys"),
        (date(2027, 3, 1), f"{E_CITY}/template-yearly-results-report-2026@koshtorys"),
    ]
    assert str(events[0]["SUMMARY"]).startswith("Хід виконання завдань, проектів, робіт з інформатизації, ")
    told = str(events[2]["DESCRIPTION"])
    assert "керівник Програми" in told
    assert "Типовий проект програми, проекту, робіт з інформатизації органу місцевого самоврядування" in told
    assert "240, 242" in told
    assert "02.02.2024 № 119" in told


def test_the_workbook_holds_what_the_page_counts(view):
    """Four sheets of directions; counts of the summary equal those on the page, and 1 504 000 is planned for 2022."""
    own = view(E_CITY, 2022)
    book = openpyxl.load_workbook(BytesIO(duty_missing.workbook(own)), data_only=True)
    summary, *sheets, about = [book[name] for name in book.sheetnames]
    assert [sheet.title for sheet in sheets] == [
        f"{number} {duty_words.sheet(direction)}" for number, direction in enumerate(Assessed, start=1)
    ]
    assert [[cell.value for cell in row[1:4]] for row in summary.iter_rows(min_row=2, max_row=5)] == [
        [34, 0, 34],
        [51, 34, 17],
        [34, 0, 34],
        [134, 67, 67],
    ]
    assert [sheet.max_row - 1 for sheet in sheets] == [34, 51, 34, 134]
    assert summary["B7"].value == 1_504_000
    assert summary["B8"].value is None
    cells = [row[9].value for row in sheets[1].iter_rows(min_row=2)]
    assert all(cells)
    assert any("паспорт" in str(row[0].value).casefold() for row in about.iter_rows())


def test_an_entered_value_is_on_the_page_and_in_the_workbook(open_page, words, view, tmp_path, monkeypatch):
    """The oblast needs targets and actual values of 5 indicators for 2022; one value of 4 is entered, so 4 of 10 are
    missing, and its row says where it comes from."""
    file = tmp_path / "entries.sqlite"
    monkeypatch.setenv("KOSHTORYS_ENTRIES", str(file))
    entries.add(file, [NETWORKS])
    app = open_page("reporting_calendar", of=OBLAST, year="2022", direction="targets", show="all", lang="en")
    assert "«Actual value», 4" in words(app)
    values = entered.as_actuals(entries.current(entries.history(file, OBLAST)))
    own = view(OBLAST, 2022, "zhytomyr-oblast-digital", values)
    book = openpyxl.load_workbook(BytesIO(duty_missing.workbook(own)), data_only=True)
    rows = [[cell.value for cell in row] for row in book.worksheets[4].iter_rows(min_row=2)]
    (row,) = [row for row in rows if row[6] == 2.5]
    assert (row[1], row[6], row[7], row[9]) == (NETWORKS.indicator_name, 2.5, "Кількість", "запис 1")
    assert [cell.value for cell in book.worksheets[0][5]][1:] == [10, 6, 4]


def test_every_answer_and_direction_has_words(view):
    """No name of the program stands on the page."""
    found = view(E_CITY, 2022).found
    names = set(report_data.PLANNED) | set(report_data.REPORTED)
    assert set(found["asked"]) == names
    assert all(duty_words.asked(name) != name for name in names)
    assert len({duty_words.direction(name) for name in Assessed}) == 4


def test_the_edition_of_the_sidebar_counts(open_page, words):
    """The draft plans 2020 otherwise than the decision: the page says which plan it counts."""
    said = words(open_page("reporting_calendar", year="2020", edition="kropyvnytskyi-draft-698", lang="en"))
    assert "The plan: 26.11.2019 № 698" in said


@pytest.mark.parametrize("address", [{"of": "nobody"}, {"year": "1066"}, {"direction": "roads", "show": "x"}])
def test_wrong_address(open_page, address):
    """Values the page does not know are passed over."""
    assert not open_page("reporting_calendar", **address).exception


def test_nothing_published(open_page, words, empty_folder: Path):
    """Where nothing is published the page names the command that builds the warehouse."""
    app = open_page("reporting_calendar", folder=empty_folder)
    assert not app.exception
    assert "Даних ще немає" in words(app)


def test_no_programme(open_page, words, tmp_path: Path):
    """A published warehouse in which no programme is registered is no error."""
    warehouse.publish(warehouse.create(tmp_path))
    app = open_page("reporting_calendar", folder=tmp_path, lang="en")
    assert not app.exception
    assert "There is no programme yet" in words(app)


def test_no_report_ahead_means_no_file(view):
    """After the last day nothing is ahead."""
    own = replace(view(E_CITY, 2026), today=date(2027, 3, 2))
    assert own.ahead == []
    assert len(own.own) == 7


REPORTS = pd.DataFrame(
    {
        "row": ["щокварталу", "щороку"],
        "first": [date(2026, 1, 1), date(2026, 1, 1)],
        "last": [date(2026, 3, 31), date(2026, 12, 31)],
        "due": [date(2026, 4, 5), date(2027, 1, 31)],
        "words": ["перший", "другий"],
    }
)
NAMES = ("період", "строк", "сьогодні")


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK])
def test_timeline_draws_periods_and_days(theme):
    """A bar from the first to the last day of each period, a mark on each day it is due, and a line for today."""
    figure = charts.timeline(REPORTS, today=date(2026, 5, 1), names=NAMES, axis="місяць", palette=theme)
    drawn: list[Any] = list(figure.select_traces())
    periods, due, today = drawn
    assert list(periods.x) == [date(2026, 1, 1), date(2026, 3, 31), None, date(2026, 1, 1), date(2026, 12, 31), None]
    assert (list(due.x), list(due.y)) == ([date(2026, 4, 5), date(2027, 1, 31)], [0, 1])
    assert list(today.x) == [date(2026, 5, 1)] * 2
    assert [note.text for note in figure.layout.annotations] == ["щокварталу", "щороку"]


def test_timeline_of_a_past_year_has_no_today():
    """The line of today would stretch the axis over years."""
    figure = charts.timeline(REPORTS, today=date(2028, 1, 1), names=NAMES, axis="місяць", palette=palette.LIGHT)
    drawn: list[Any] = list(figure.select_traces())
    assert [trace.name for trace in drawn] == ["період", "строк"]
