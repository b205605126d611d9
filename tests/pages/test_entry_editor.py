"""Entering actual values on a page: what is typed is checked, saved, counted, and kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import entries
from data.entries import Trouble
from pages.components import entry_words
from tests.pages.entered import NETWORKS, OBLAST

OpenEditor = Callable[[], AppTest]


def _page() -> None:
    """A page with nothing but the statuses and the editor."""
    import streamlit as st

    from analytics import indicators
    from pages.components import entries, entry_editor, store

    programme = "zhytomyr-oblast-digital-2022-2024"
    figures = store.read(indicators.attainment, programme, tuple(entries.current(programme)))
    st.dataframe(figures[["name", "fiscal_year", "status", "actual_locator"]].fillna(""), key="statuses")
    entry_editor.draw(programme, figures)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of entries, switched on."""
    path = tmp_path / "entries.sqlite"
    monkeypatch.setenv("KOSHTORYS_ENTRIES", str(path))
    return path


@pytest.fixture
def open_editor(monkeypatch: pytest.MonkeyPatch, warehouse_path: Path) -> OpenEditor:
    """Each call is another tab."""
    monkeypatch.setenv("KOSHTORYS_WAREHOUSE", str(warehouse_path.parent))
    return lambda: AppTest.from_function(_page, default_timeout=30).run()


def save(app: AppTest, rows: dict[int, dict[str, Any]], author: str = "Відділ ІТ") -> AppTest:
    """Type into rows of the editor and save."""
    editor = app.data_editor[0]
    assert editor.key
    app.session_state[editor.key] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    app.text_input(key="entry_author").set_value(author)
    return app.button(key="entry_save").click().run()


def status(app: AppTest, row: int) -> tuple[str, str]:
    """Status and place of the actual value in a row of the table above the editor."""
    shown = app.dataframe[0].value.iloc[row]
    return shown["status"], shown["actual_locator"]


def test_off_without_the_setting(open_editor: OpenEditor, monkeypatch: pytest.MonkeyPatch, words: Any) -> None:
    """The page says how values are entered then: in the workbook."""
    monkeypatch.delenv("KOSHTORYS_ENTRIES", raising=False)
    app = open_editor()
    assert not app.exception
    assert not app.data_editor
    assert "KOSHTORYS_ENTRIES" in words(app)
    assert app.code[0].value == f"python -m loaders template {OBLAST} -o actuals.xlsx"


def test_columns_to_be_filled_in_stand_beside_the_target(open_editor: OpenEditor, file: Path) -> None:
    """Part and unit are in the cell of the name, so that a small desktop shows all that is to be typed."""
    editor = open_editor().data_editor[0]
    asked = ["name", "fiscal_year", "target", "value", "info_source", "as_of", "comment", "actual"]
    assert list(editor.proto.column_order) == asked
    assert editor.value["name"].iloc[0] == f"1 {NETWORKS.indicator_name}, Кількість"


def test_entered_value_changes_the_status(open_editor: OpenEditor, file: Path, words: Any) -> None:
    """2,5 of 4 is partly, 4 of 4 is met; after a reload of the page they are still there."""
    app = open_editor()
    assert not app.exception
    assert not file.exists()
    assert status(app, 0) == ("no_data", "")
    save(app, {0: {"value": "2,5", "info_source": "звіт"}, 1: {"value": "4", "info_source": "звіт"}})
    assert not app.exception
    for shown in (app, open_editor()):
        assert status(shown, 0) == ("partly", "запис 1")
        assert status(shown, 1) == ("met", "запис 2")
        assert list(shown.data_editor[0].value["actual"])[:3] == ["2,5", "4", ""]
    assert f"«{NETWORKS.indicator_name}», 2022: 2,5 Кількість (Відділ ІТ, " in words(app)
    assert list(app.data_editor[0].value["value"])[:2] == [None, None]
    (first, _) = entries.history(file, OBLAST)
    assert (first.value, first.info_source, first.author, first.unit) == (
        Decimal("2.5"),
        "звіт",
        "Відділ ІТ",
        "Кількість",
    )


def test_day_is_kept(open_editor: OpenEditor, file: Path) -> None:
    """A date as the editor's calendar gives it."""
    save(open_editor(), {0: {"value": "1", "as_of": "2022-12-31", "info_source": "звіт", "comment": "без філій"}})
    (kept,) = entries.history(file, OBLAST)
    assert (kept.as_of, kept.comment) == (date(2022, 12, 31), "без філій")


def test_nothing_is_saved_unless_all_is_right(open_editor: OpenEditor, file: Path) -> None:
    """One good row, one below zero without a source, and nobody's name: three sentences, no entry; then all is mended
    and saved."""
    app = open_editor()
    good, bad = {"value": "4", "info_source": "звіт"}, {"value": "-1"}
    save(app, {0: good, 1: bad}, author=" ")
    assert not app.exception
    (told,) = app.error
    assert told.value.count("\n- ") == 2
    assert "«-1»" in told.value
    assert not file.exists()
    save(app, {0: good, 1: bad | {"value": "1", "info_source": "звіт"}})
    assert not app.error
    assert len(entries.history(file, OBLAST)) == 2


def test_empty_table(open_editor: OpenEditor, file: Path) -> None:
    """Saving nothing saves nothing, and says so."""
    app = save(open_editor(), {})
    assert len(app.warning) == 1
    assert not file.exists()


def test_two_tabs_lose_nothing(open_editor: OpenEditor, file: Path) -> None:
    """Both opened the editor before either saved: both values are kept, the newer counts, and the second is told who
    saved what; the first is not, nor is the second when it saves again."""
    one, other = open_editor(), open_editor()
    save(one, {0: {"value": "2,5", "info_source": "звіт"}}, author="Перша")
    save(other, {0: {"value": "4", "info_source": "довідка"}}, author="Друга")
    assert not one.warning
    (told,) = other.warning
    assert "2,5 Кількість (Перша, " in told.value
    assert [(entry.author, entry.value) for entry in entries.history(file, OBLAST)] == [
        ("Перша", Decimal("2.5")),
        ("Друга", Decimal(4)),
    ]
    assert status(open_editor(), 0) == ("met", "запис 2")
    assert not save(other, {0: {"value": "3", "info_source": "довідка"}}).warning


def revoke(app: AppTest, number: int, *, sure: bool = True) -> AppTest:
    app.selectbox(key="entry_to_revoke").set_value(number)
    app.text_input(key="entry_revoker").set_value("Начальник відділу")
    app.text_input(key="entry_reason").set_value("описка")
    app.checkbox(key="entry_sure").set_value(sure)
    return app.button(key="entry_revoke").click().run()


def test_revoked_value_stays_in_the_history(open_editor: OpenEditor, file: Path) -> None:
    """The value before it counts again; the table says who revoked it and why; without the tick nothing happens."""
    entries.add(file, [NETWORKS, replace(NETWORKS, value=Decimal(4))])
    app = revoke(open_editor(), 2, sure=False)
    assert len(app.error) == 1
    assert status(app, 0) == ("met", "запис 2")
    revoke(app, 2)
    assert not app.exception
    assert status(app, 0) == ("partly", "запис 1")
    newest, oldest = app.dataframe[-1].value.astype(str).values.tolist()
    assert newest[0] == "2"
    assert newest[-1] == "описка"
    assert newest[-2].startswith("Начальник відділу, ")
    assert (oldest[0], oldest[6]) == ("1", "2,5")
    assert 2 not in app.selectbox(key="entry_to_revoke").options


def test_entry_without_its_indicator_is_shown(open_editor: OpenEditor, file: Path, words: Any) -> None:
    """It is listed with what stands there now, counts nowhere, and can be revoked."""
    entries.add(file, [replace(NETWORKS, indicator_name="Стара назва")])
    app = open_editor()
    assert not app.exception
    assert status(app, 0) == ("no_data", "")
    orphans = app.dataframe[-2].value.astype(str).values.tolist()
    assert [row[:2] for row in orphans] == [["1", "Стара назва"]]
    assert NETWORKS.indicator_name in orphans[0][5]
    revoke(app, 1)
    assert len(app.dataframe) == 3  # statuses, editor, history


@pytest.mark.parametrize("text", ["не база даних " * 100, None])
def test_file_that_cannot_be_read(open_editor: OpenEditor, file: Path, text: str | None) -> None:
    """The page stands, says what is wrong, and offers no editor that could not save."""
    if text is None:
        file.mkdir()
    else:
        file.write_text(text, encoding="utf-8")
    app = open_editor()
    assert not app.exception
    assert len(app.error) == 1
    assert not app.data_editor
    assert status(app, 0) == ("no_data", "")


def test_file_that_may_not_be_written(open_editor: OpenEditor, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was entered counts and is listed; the editor gives way to a sentence."""
    entries.add(file, [NETWORKS])
    monkeypatch.setattr(entries, "may_write", lambda path: False)
    app = open_editor()
    assert len(app.warning) == 1
    assert not app.data_editor
    assert status(app, 0) == ("partly", "запис 1")
    assert list(app.dataframe[-1].value.iloc[:, 0]) == ["1"]


def test_time_is_of_kyiv() -> None:
    """Summer and winter: three and two hours after UTC."""
    assert entry_words.moment(datetime(2026, 7, 1, 21, 30, tzinfo=UTC)) == "02.07.2026 00:30"
    assert entry_words.moment(datetime(2026, 12, 1, 12, 0, tzinfo=UTC)) == "01.12.2026 14:00"


@pytest.mark.parametrize(("value", "written"), [("1234.5", "1 234,5"), ("4.000", "4"), ("0", "0"), ("0.125", "0,125")])
def test_values_as_written_in_ukrainian(value: str, written: str) -> None:
    """A comma, thousands apart, and no more places than there are."""
    assert entry_words.value(Decimal(value)).replace("\u00a0", " ") == written


def test_every_trouble_has_a_sentence() -> None:
    """None is left to the program's own words."""
    assert all(entry_words.trouble(one) for one in Trouble)
