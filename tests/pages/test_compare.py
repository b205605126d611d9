"""The page that lays programmes side by side."""

import json
from pathlib import Path
from shutil import copy

import pytest

from data import register, warehouse
from loaders.building import build
from tests.analytics.handmade import HandMade

KROPYVNYTSKYI = "Кропивницький: електронне урядування 2019–2021"
E_CITY = "Житомир: «е-місто» 2021–2026"
OBLAST = "Житомирська область: «Цифрова Житомирщина» 2022–2024"
PASSPORT = "Паспорт бюджетної програми 0217530, лише 2022 рік"
GOVERNANCE = "«цифрова трансформація управління територіальною громадою»"

INDEX = """
name: вигаданий
source: ніхто
url: https://example.org/index
taken_on: 2026-01-31
years:
  - {year: 2020, per_cent: 100}
  - {year: 2021, per_cent: 200}
  - {year: 2022, per_cent: 125, projected: true}
"""
PEOPLE = """
populations:
""" + "".join(
    f"""
  - hromada: Кропивницька міська територіальна громада
    year: {year}
    persons: {persons}
    kind: {kind}
    source: вигадане
    url: https://example.org/people
    taken_on: 2026-01-31
"""
    for year, persons, kind in (
        (2019, 100000, "observed"),
        (2020, 110000, "observed"),
        (2021, 100000, "published_projection"),
    )
)


@pytest.fixture(scope="module")
def with_figures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real documents beside made-up figures: prices of 2022 (2021 x 1.25, 2020 and 2019 x 2.5), of which 2022 is
    only expected, and people of Kropyvnytskyi: 100 000 in 2019, 110 000 in 2020, 100 000 expected in 2021."""
    folder = tmp_path_factory.mktemp("figures")
    for name in ("raw", "entered", "corrections"):
        (folder / name).symlink_to(register.DEFAULT.parent / name)
    copy(register.DEFAULT, folder)
    (folder / "reference").mkdir()
    (folder / "reference" / "price_index.yml").write_text(INDEX, encoding="utf-8")
    (folder / "reference" / "populations.yml").write_text(PEOPLE, encoding="utf-8")
    return build(folder / "sources.yml", folder / "build").parent


@pytest.mark.parametrize("lang", ["uk", "en"])
@pytest.mark.parametrize("by", ["national_direction", "category", "kind"])
@pytest.mark.parametrize("measure", ["amount", "per_resident"])
def test_opens(open_page, lang, by, measure):
    """Three figures, each with a table, in both languages, however they are chosen."""
    app = open_page("compare", lang=lang, by=by, measure=measure)
    assert not app.exception
    assert not app.error
    assert len(app.get("plotly_chart")) == 3
    assert len(app.dataframe) == 3


def test_says_how_the_plans_differ(open_page, words):
    """Thousand UAH a year: 27 395.4 / 6 = 4 565.9 against 6 198.7 / 3 = 2 066.2, that is 2.2 times."""
    said = words(open_page("compare", measure="per_year"))
    assert "Чим відрізняються програми та громади?" in said
    assert "Порівняно 4 плани: 2 мають суми за рядками, 1 має лише загальну суму і 1 не називає сум." in said
    assert (
        f"З програм найбільше за рік коштує {E_CITY}: 4 565,9 тис. грн (середнє за 6 років); найменше — "
        f"{KROPYVNYTSKYI}: 2 066,2 тис. грн (середнє за 3 роки), тобто у 2,2 раза менше. Паспорти бюджетних програм "
        "показано поруч, але тут не враховано." in said
    )


def test_the_ranking_is_by_what_is_compared(open_page, words, with_figures):
    """In all 27 395.4 against 6 198.7 thousand, of six years and of three, which is no like 4.4 times; a resident pays
    20.00 UAH in Kropyvnytskyi and 18.79 in Zhytomyr, 1.1 times; where one programme alone has people, nothing is
    ranked. Passports are not ranked, and that is said where one is compared."""
    said = words(open_page("compare", lang="en"))
    assert (
        f"Of the programmes {E_CITY} costs the most: 27,40 million UAH in all (2021–2026); {KROPYVNYTSKYI} costs the "
        "least: 6,20 million UAH in all (2019–2021). These are totals of different numbers of years" in said
    )
    assert "4,4 times" not in said
    assert "Passports of budget programmes stand beside them and are left out here." in said
    alone = ["kropyvnytskyi-e-government-2019-2021", "zhytomyr-e-city-2021-2026"]
    assert "are left out here" not in words(open_page("compare", lang="en", plan=alone))
    said = words(open_page("compare", lang="en", measure="per_resident", folder=with_figures))
    assert f"{KROPYVNYTSKYI} costs a resident the most: 20,00 UAH a year (average of 3 years)" in said
    assert "costs a resident the most" not in words(open_page("compare", lang="en", measure="per_resident"))


def test_years_without_figures_stand_last(open_page):
    """The oblast names no amounts and its people are not known: its years stand under those with figures."""
    plans = list(open_page("compare").dataframe[1].value["План"])
    assert plans.index(OBLAST) > plans.index(KROPYVNYTSKYI)
    known = open_page("compare").dataframe[1].value[["Сума, грн", "На мешканця, грн"]].notna().any(axis=1)
    assert list(known) == sorted(known, reverse=True)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("uk", "Порівняно 2 плани: кожен має суми за рядками."),
        ("en", "2 plans are compared: each has amounts line by line."),
    ],
)
def test_plans_that_are_alike(open_page, words, lang, sentence):
    """Where all plans print the same, it is said once, as a sentence."""
    alike = ["kropyvnytskyi-e-government-2019-2021", "zhytomyr-passport-0217530-2022"]
    assert sentence in words(open_page("compare", plan=alike, lang=lang))


def test_says_what_a_resident_costs_and_how_sure_that_is(open_page, words):
    """18.79 UAH and 6.12 UAH for those aged 15 and over, doubtful; nothing is made up for Kropyvnytskyi."""
    said = words(open_page("compare"))
    assert (
        f"{E_CITY}: у середньому 18,79 грн на рік на одного мешканця віком від 15 років. Населення (м. Житомир): "
        f"прогноз (2021–2026); джерело: [{E_CITY}, рядок 339, число 5]" in said
    )
    assert (
        f"{PASSPORT}: 6,12 грн на одного мешканця віком від 15 років. Населення (м. Житомир): прогноз (2022); "
        f"джерело: [{E_CITY}, рядок 339, число 6]" in said
    )
    assert (
        "Кропивницька міська територіальна громада: серед даних не за всі роки плану є населення, тож сума на одного "
        "мешканця невідома." in said
    )
    assert "заголовки таблиці суперечать один одному" in said


def test_a_passport_is_no_part_of_its_programme(open_page, words):
    """The passport stands on its own, of one year, and no per cent of «е-місто» is told."""
    app = open_page("compare")
    said = words(app)
    assert f"{PASSPORT}: бюджетна програма одного року. Через неї виконують програму {E_CITY}" in said
    assert "5,5 %" not in said  # 1 504.0 of 27 395.4
    rows = app.dataframe[0].value.set_index("План")
    assert rows.loc[PASSPORT, "Вид"] == "Паспорт бюджетної програми"
    assert rows.loc[PASSPORT, "Усього, грн"] == 1504000
    assert rows.loc[E_CITY, "Усього, грн"] == 27395400


def test_a_programme_without_amounts_is_shown_as_such(open_page, words):
    """The oblast's measures are counted, its money is words: neither zero nor left out."""
    app = open_page("compare")
    assert f"{OBLAST}: сум не названо, у клітинках стоять слова «Не потребує фінансування»" in words(app)
    row = app.dataframe[0].value.set_index("План").loc[OBLAST]
    assert row["З чого складено «усього»"] == "слова замість сум"
    assert row["Рядків заходів"] == 11
    assert row.isna()["Усього, грн"]
    assert (
        f"{OBLAST}: найбільша частка заходів — «цифрова трансформація управління територіальною громадою», 90,9 %."
        in words(open_page("compare", of="share_of_lines"))
    )


def test_shares_by_direction(open_page, words):
    """Of 6 198.7 thousand 5 121.9 are governance, 82.6 %; of the passport's 1 504.0 it is 809.0, 53.8 %."""
    said = words(open_page("compare"))
    assert f"{KROPYVNYTSKYI}: найбільша частка грошей — {GOVERNANCE}, 82,6 %." in said
    assert f"{PASSPORT}: найбільша частка грошей — {GOVERNANCE}, 53,8 %." in said


def test_plans_of_the_address(open_page, words):
    """A link narrows the plans; one alone is compared with nothing."""
    app = open_page("compare", plan="kropyvnytskyi-e-government-2019-2021")
    assert list(app.dataframe[0].value["План"]) == [KROPYVNYTSKYI]
    assert "найбільше за рік" not in words(app)
    assert f"{KROPYVNYTSKYI}: усього 6 198,7 тис. грн, на рік — 2 066,2 тис. грн (середнє за 3 роки)." in words(app)


def test_a_plan_without_shares_or_years_says_so(open_page, words):
    """Nothing can be drawn of a single sum by year or by direction; the page says why, and shows no error."""
    app = open_page("compare", plan="zhytomyr-e-city-2021-2026")
    assert not app.exception
    assert words(app).count("Немає що зобразити") == 2


def test_plans_without_a_figure_have_no_empty_axis(open_page, words):
    """The oblast names no amount, in all or by year, and no share of money: three times there is nothing to draw."""
    app = open_page("compare", plan="zhytomyr-oblast-digital-2022-2024", lang="en")
    assert not app.get("plotly_chart")
    assert words(app).count("Nothing to draw") == 3
    assert "None of the plans chosen has such a figure." in words(app)


def test_what_no_rule_knows_has_a_bar_of_its_own(open_page):
    """By kind of thing more than ten kinds are found; the 1.3 % of Kropyvnytskyi that no rule knows are not folded into
    the others: 80.0 of 6 198.7 thousand."""
    app = open_page("compare", by="kind", lang="en")
    figure = json.loads(app.get("plotly_chart")[2].proto.spec)
    named = [note["text"].replace("<br>", " ") for note in figure["layout"]["annotations"]]
    assert "Other" in named
    assert any(name.startswith("No rule") for name in named)


def test_a_clicked_bar_lists_its_cells(open_page, words):
    """The printed total of Kropyvnytskyi, then its lines; a wrong name in the address lists none."""
    said = words(open_page("compare", open="kropyvnytskyi-e-government-2019-2021"))
    assert "Надрукований підсумок: [рядок 453, графа 16]" in said
    assert "10.1 Персональні комп'ютери/ноутбук, 2019: 460 000,00 грн" in said
    assert "Надрукований підсумок" not in words(open_page("compare", open="nobody"))


def test_lines_without_amounts_have_their_cells_too(open_page, words):
    """The oblast's one line of infrastructure is listed by its words; a click on a column lists its year alone."""
    said = words(open_page("compare", of="share_of_lines", group="zhytomyr-oblast-digital-2022-2024/infrastructure"))
    assert "- 2.3 Забезпечення єдиної точки доступу до глобальної мережі Інтернет" in said
    assert "«В межах фінансування», [рядок 442" in said
    said = words(open_page("compare", column="kropyvnytskyi-e-government-2019-2021/2021"))
    assert "Надрукований підсумок: [рядок 453, графа 15]" in said
    assert "10.1 Персональні комп'ютери/ноутбук, 2021: 216 000,00 грн" in said
    assert "10.1 Персональні комп'ютери/ноутбук, 2019" not in said


def test_real_terms_are_off_without_an_index(open_page, words):
    """The switch cannot be used, and says what would switch it on."""
    app = open_page("compare", prices="real")
    assert app.toggle[0].disabled
    assert "Серед даних немає індексу цін" in app.toggle[0].help
    assert "price_index" not in words(app)
    assert "Ціни кожного року" in words(app)


def test_real_terms_with_an_index(open_page, words, with_figures):
    """Thousand UAH: (2 457.0 + 2 182.3) x 2.5 + 1 559.4 x 1.25 = 13 547.5; a total without years is unknown then.

    The index is named with its source, address, day and the year that is only expected.
    """
    app = open_page("compare", prices="real", folder=with_figures)
    assert not app.error
    rows = app.dataframe[0].value.set_index("План")
    assert rows.loc[KROPYVNYTSKYI, "Усього, грн"] == 13547500
    assert rows.loc[PASSPORT, "Усього, грн"] == 1504000
    assert rows.isna().loc[E_CITY, "Усього, грн"]
    assert (
        "Ціни 2022 року за індексом «вигаданий» (ніхто, https://example.org/index, узято 31.01.2026; прогноз (2022))"
        in words(app)
    )
    assert open_page("compare", folder=with_figures).dataframe[0].value["Усього, грн"].max() == 27395400


def test_people_from_outside_the_documents(open_page, words, with_figures):
    """6 198 700 / (100 000 + 110 000 + 100 000) = 20.00 UAH a resident a year (19.9958); in 2020 2 182 300 / 110 000 =
    19.84. Everybody is counted, by a source that is named; «е-місто» keeps the count of its document."""
    app = open_page("compare", folder=with_figures)
    assert (
        f"{KROPYVNYTSKYI}: у середньому 20,00 грн на рік на одного мешканця. Населення (Кропивницька міська "
        "територіальна громада): фактичне (2019–2020), прогноз (2021); джерело: "
        "[вигадане, https://example.org/people, узято 31.01.2026](https://example.org/people)." in words(app)
    )
    assert f"{E_CITY}: у середньому 18,79 грн на рік на одного мешканця віком від 15 років." in words(app)
    years = app.dataframe[1].value.set_index(["План", "Рік"])
    row = years.loc[(KROPYVNYTSKYI, "2020")]
    assert row["На мешканця, грн"] == 19.84
    assert row["Кого враховано"] == "усі мешканці, фактично"
    assert row["Джерело населення"] == "вигадане, https://example.org/people, узято 31.01.2026"


def test_an_average_names_its_years(open_page):
    """Beside a programme of three years one of six is told as such above its bar; one without a sum has no average."""
    app = open_page("compare", measure="per_year")
    figure = json.loads(app.get("plotly_chart")[0].proto.spec)
    named = [note["text"].replace("<br>", " ") for note in figure["layout"]["annotations"]]
    assert f"{E_CITY}, середнє за 6 років" in named
    assert f"{KROPYVNYTSKYI}, середнє за 3 роки" in named
    assert not any(OBLAST in name and "середнє" in name for name in named)
    assert list(app.dataframe[0].value["Роки"]) == ["2021–2026", "2022–2024", "2019–2021", "2022"]


def test_a_plan_that_names_some_amounts_is_not_called_silent(open_page, words, tmp_path: Path):
    """One line of 5.00 UAH and one «У межах»: the words are told, and so is the sum."""
    made = HandMade(tmp_path / "made")
    made.programme("some", "Перша")
    made.approved("act", "2020-01-10", programme="some")
    made.line("act", 2, "5.00")
    made.line("act", 3, None, funding_note="У межах")
    made.connect().close()
    said = words(open_page("compare", folder=tmp_path / "made"))
    assert "some: у деяких клітинках замість суми стоять слова «У межах»; до підсумків такі рядки не входять." in said
    assert "some: усього 5,00 грн, на рік — 5,00 грн (за один рік)." in said
    assert "сум не названо" not in said


def test_nothing_published_and_nothing_in_it(open_page, words, empty_folder, tmp_path: Path):
    """Without a warehouse, and with an empty one, the page says what to do."""
    assert "Даних ще немає" in words(open_page("compare", folder=empty_folder))
    warehouse.publish(warehouse.create(tmp_path / "built"))
    app = open_page("compare", folder=tmp_path / "built")
    assert not app.exception
    assert "Плану ще немає" in words(app)
