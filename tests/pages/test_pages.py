"""Every page, opened on the real warehouse and where nothing is published."""

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from analytics import editions
from loaders.building import build
from pages.components import store

PAGES = [
    "overview",
    "spending",
    "unit_prices",
    "amendments",
    "execution",
    "indicators",
    "population",
    "compare",
    "documents",
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["uk", "en"])
def test_page_opens_on_the_real_warehouse(open_page, words, page, lang):
    """A page on real data shows a title, a figure or a table, and no error."""
    app = open_page(page, lang=lang)
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1
    assert app.get("plotly_chart") or app.dataframe
    assert app.dataframe[0].value.size > 0


@pytest.mark.parametrize("page", PAGES)
def test_page_without_a_warehouse_says_what_to_do(open_page, words, empty_folder, page):
    """Where nothing is published a page names the command that builds the warehouse, and shows no traceback."""
    app = open_page(page, folder=empty_folder)
    assert not app.exception
    assert not app.error
    assert "Даних ще немає" in words(app)
    assert [block.value for block in app.code] == ["python -m loaders build"]


@pytest.mark.parametrize("page", PAGES)
def test_a_failing_page_shows_a_sentence_and_no_traceback(open_page, words, monkeypatch, caplog, page):
    """When a page fails, the reader gets a sentence and the log gets the traceback."""

    def failing(*args: object, **kwargs: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(store, "_answer", failing)
    app = open_page(page)
    assert not app.exception
    assert "Щось пішло не так" in words(app)
    assert "secret detail" not in words(app)
    assert "secret detail" in caplog.text


def test_overview_states_cost_and_what_the_amendment_changes(open_page, words):
    """Thousand UAH: 2457,0 - 419,96 is -17,1 %; by lines -394,96. All years by lines 6198,7, printed 6175,2."""
    said = words(open_page("overview"))
    assert (
        "становить 6 198,7 тис. грн; за надрукованими підсумками — 6 175,2 тис. грн, це на 23,5 тис. грн менше" in said
    )
    assert "план на 2019 рік зменшився б на 420,0 тис. грн (−17,1 %); за рядками зміна становить −395,0 тис." in said
    assert "план на 2020 рік збільшився б на 2 020,0 тис. грн (+92,7 %); за рядками зміна становить +2 041,0" in said
    assert "Звірено 17 надрукованих підсумків програми із сумами рядків: сходиться 5, не сходиться 12." in said


def test_overview_shows_the_plan_in_force_first_and_names_the_draft(open_page, words):
    """The approved plan is shown unless the draft is chosen, and then it is called a draft and its gap is named."""
    approved = words(open_page("overview"))
    assert "Затверджено 31.01.2019 № 2285." in approved
    assert "Не чинний" not in approved
    draft = words(open_page("overview", edition="kropyvnytskyi-draft-698"))
    assert "Проєкт змін, погоджений 26.11.2019 № 698." in draft
    assert "Не чинний: Це проєкт" in draft
    assert "Бракує рішення" in draft


def test_overview_does_not_guess_what_was_paid(open_page, words):
    """Without a report on execution the page says that nothing is known, not zero."""
    assert "скільки сплачено — невідомо" in words(open_page("overview"))


def test_metrics_are_the_plan_of_the_chosen_edition(open_page):
    """Thousand UAH by lines: 2019 after the draft 2062,04; 2020 4223,3; 2021 1559,4; together 7844,74."""
    app = open_page("overview", edition="kropyvnytskyi-draft-698")
    values = [metric.value.replace("\u00a0", " ") for metric in app.metric]
    assert values == ["7 844,7 тис. грн", "2 062,0 тис. грн", "4 223,3 тис. грн", "1 559,4 тис. грн"]


def test_spending_restores_filters_from_the_address(open_page, words):
    """A link with filters shows that selection: 2020, general fund, 1 210,3 thousand UAH by lines."""
    app = open_page("spending", by="task", year="2020", fund="general")
    assert app.session_state["by"] == "task"
    assert app.session_state["year"] == [2020]
    assert app.session_state["fund"] == ["general"]
    assert "1 210 300,00 грн" in words(app)


def test_spending_by_fund_counts_the_fund_that_is_not_stated(open_page):
    """By fund: general 2838,5, special 3344,7, not stated 15,5 thousand UAH (sums of the three years)."""
    table = open_page("spending", by="fund").dataframe[0].value
    assert dict(zip(table["Фонд"], table["Сума, грн"], strict=True)) == {
        "Спеціальний фонд": 3344700.0,
        "Загальний фонд": 2838500.0,
        "Фонд не вказано": 15500.0,
    }


def test_spending_narrows_to_a_group(open_page, words):
    """A chosen spending unit leaves its lines only: the department of culture buys two PCs for 46,0 thousand UAH."""
    app = open_page("spending", group="Відділ культури і туризму")
    assert "1 рядок, 46 000,00 грн." in words(app)
    lines = app.dataframe[-1].value
    assert list(lines["№"]) == ["14.1"]


def test_spending_by_what_is_bought(open_page, words):
    """Kinds of things: PCs get 2186,0 of 6198,7; what no rule knows is a group of its own, with its share."""
    app = open_page("spending", by="kind")
    said = words(app)
    assert "Найбільше припадає на «Персональні комп’ютери»: 2 186,0 тис. грн, це 35,3 %" in said
    assert "Для 1,3 % грошей жодне правило не визначає, що купують" in said
    table = app.dataframe[0].value
    assert table["Сума, грн"].sum() == pytest.approx(6_198_700)
    lines = app.dataframe[-1].value
    assert {"Персональні комп’ютери", "Антивірус"} <= set(lines["Що купують"])
    assert {"Персональні комп'ютери", "Антивірусний захист інформації"} <= set(lines["Зразок, за яким визначено вид"])


def test_spending_by_the_national_list(open_page, words):
    """The direction stands as the template prints it: infrastructure gets 996,8 thousand UAH."""
    app = open_page("spending", by="national_direction")
    table = {row["Національний напрям"]: row["Сума, грн"] for row in app.dataframe[0].value.to_dict("records")}
    assert table["розбудова інфраструктури інформатизації територіальної громади"] == pytest.approx(996_800)
    assert table["Напрям національного переліку не визначено"] == pytest.approx(80_000)
    assert "Для 1,3 % грошей напрям національного переліку не визначено." in words(app)
    tasks = open_page("spending", by="national_task").dataframe[0].value
    assert tasks["Сума, грн"].sum() == pytest.approx(6_198_700)
    assert not app.exception


def test_spending_by_printed_totals(open_page, words):
    """The switch draws what the documents print; the table has both: for unit 21 in 2021, 62,6 and 66,6."""
    app = open_page("spending", sums="printed", year="2021")
    assert "Смуги показують надруковані підсумки" in words(app)
    fund = words(open_page("spending", sums="printed", year="2021", by="fund"))
    assert "Найбільше припадає на «Спеціальний фонд»: 896,0 тис. грн, це 58,2 % від 1 539,9 тис. грн" in fund
    # Both years of a unit are printed: row 522 has 93,2 and 217,6 thousand, its lines 4,0 more.
    both = open_page("spending", sums="printed", year=["2019", "2020"])
    assert "Смуги показують надруковані підсумки" in words(both)
    (unit,) = [row for row in both.dataframe[0].value.to_dict("records") if row["Розпорядник"].endswith("власності")]
    assert (unit["Надрукований підсумок, грн"], unit["Надруковане мінус рядки, грн"]) == (310_800, -4_000)
    rows = {row["Розпорядник"]: row for row in app.dataframe[0].value.to_dict("records")}
    unit = rows["Управління комунальної власності"]
    assert (unit["Сума, грн"], unit["Надрукований підсумок, грн"]) == (66_600, 62_600)
    assert unit["Надруковане мінус рядки, грн"] == -4_000
    kinds = open_page("spending", sums="printed", by="kind")
    assert "Підсумків за такими групами документи не друкують" in words(kinds)
    assert "Надрукований підсумок, грн" not in kinds.dataframe[0].value


def test_printed_totals_of_groups_are_no_total_of_the_programme(open_page, words):
    """The units print 6190,7 thousand UAH together, 8,0 less than their lines, and the programme 6175,2, that is 15,5
    less than its units."""
    said = words(open_page("spending", sums="printed", lang="en"))
    assert "54,2 % of 6 190,7 thousand UAH of the printed totals of the groups." in said
    assert "6 190,7 thousand UAH; their lines give 6 198,7 thousand UAH, that is 8,0 thousand UAH more." in said
    assert "The printed total of the programme is 6 175,2 thousand UAH, that is 15,5 thousand UAH less" in said
    assert "The sums here are of the lowest lines" not in said


def test_a_line_of_several_kinds_is_told(open_page, words):
    """Line 10.1, «ПК/ноутбук», counts whole among the PCs, and line 10.7 among the cameras."""
    app = open_page("spending", by="kind", lang="en")
    assert (
        "«10.1 Персональні комп'ютери/ноутбук», 944,0 thousand UAH — «Personal computers»; "
        "«10.7 Фотоапарат / об'єктив універсальний», 37,2 thousand UAH — «Cameras»" in words(app)
    )
    lines = app.dataframe[-1].value
    assert set(lines[lines["Names several kinds"] == "yes"]["№"]) == {"10.1", "10.7"}
    assert "10.1 Персональні комп'ютери/ноутбук" not in words(open_page("spending", lang="en"))


def test_what_counts_to_the_nearest_task_is_told(open_page, words):
    """The list names the update of licences, not antivirus: its 330,5 thousand UAH count to the nearest task."""
    for by in ("national_direction", "national_task"):
        assert "Antivirus — 330,5 thousand UAH" in words(open_page("spending", by=by, lang="en"))


def test_few_lines_make_most_of_the_money(open_page, words):
    """Of the 81 lines with an amount 32 make 80 %; the dearest, 10.1, makes 944,0 of 6198,7."""
    app = open_page("spending")
    assert "80 % грошей становлять найдорожчі рядки, 32 із 81; лише найдорожчий — 15,2 %." in words(app)
    dearest = app.dataframe[1].value.iloc[0]
    assert (dearest["Захід"], dearest["Сума, грн"]) == ("10.1 Персональні комп'ютери/ноутбук", 944_000)


def test_spending_with_nothing_left_says_so(open_page, words):
    """Filters that leave no line give a sentence on what to do."""
    app = open_page("spending", year="2020", fund="unspecified")
    assert "За цими фільтрами нічого немає" in words(app)
    assert not app.exception


def test_spending_of_a_draft_counts_a_changed_line_once(open_page, words):
    """The draft changes 23 of the 82 lines and adds 25: 107 lines in 130 rows. Of line 26.6 only a change of -9,0 is
    known: it is named and left out of the treemap and of the dearest lines, 107 - 2 of which have an amount."""
    app = open_page("spending", edition="kropyvnytskyi-draft-698", lang="en")
    said = words(app)
    assert said.count("Left out: «26.6 Персональні комп'ютери», −9,0 thousand UAH.") == 2
    assert "107 lines, 7 844 740,00 UAH. They are printed in 130 rows" in said
    assert [chart.proto.id.rsplit("-", 1)[-1] for chart in app.get("plotly_chart")] == [
        *("tree", "bars", "pareto", "years"),
    ]
    assert app.dataframe[0].value["Lines"].sum() == 107
    assert len(app.dataframe[1].value) == 105


def test_spending_of_a_plan_in_words(open_page, words):
    """The oblast names no amount: its 11 measures are counted by group and year, and stand with their classes; nothing
    is drawn, and nothing is zero."""
    app = open_page("spending", programme="zhytomyr-oblast-digital-2022-2024")
    assert "Показано 11 рядків, і в жодному суми не вказано." in words(app)
    assert "«В межах фінансування» — 9; «Не потребує фінансування» — 2" in words(app)
    assert "11 рядків, суму не вказано." in words(app)
    assert "2022–2024." in words(app)
    assert "грн" not in words(app)
    assert not [name for table in app.dataframe for name in table.value.columns if "грн" in name]
    assert not app.get("plotly_chart")
    groups, years, lines = (table.value for table in app.dataframe)
    assert list(groups["З них без суми"]) == [3, 5, 1, 2]
    assert list(years["З них без суми"]) == [11, 11, 11]
    assert len(lines) == 33
    assert lines["Категорія"].str.len().gt(0).any()


def test_spending_of_lines_without_amounts(open_page, words):
    """Filters that leave line 1.2 of 2019 alone say that its amount is unknown; what is printed is no quantity."""
    app = open_page("spending", year="2019", fund="unspecified")
    assert "Показано 1 рядок, і суми в ньому не вказано." in words(app)
    assert not app.get("plotly_chart")
    (line,) = app.dataframe[-1].value.to_dict("records")
    assert (line["№"], line["Як надруковано"], line["Кількість"]) == ("1.2", None, 1)
    assert parse_qs(urlsplit(line["Клітинка"]).query)["cell"] == ["рядок 456"]


def test_spending_of_a_passport(open_page, words):
    """The passport of 2022 stands line by line, 1 504 000 together as row 86 prints, and says that it is no plan of the
    programme."""
    app = open_page("spending", passport="zhytomyr-passport-0217530-2022")
    assert "17 рядків, 1 504 000,00 грн." in words(app)
    assert "Житомир: «е-місто» 2021–2026. Затверджено" in words(app)
    english = open_page("spending", passport="zhytomyr-passport-0217530-2022", lang="en")
    assert "no part of the sums of any programme's own plan. It serves: Житомир: «е-місто» 2021–2026." in words(english)
    assert "in place of the programme and the edition chosen above" in english.sidebar.caption[0].value
    # Each of its directions is one line, and it names no spending unit.
    assert app.session_state["by"] == "kind"
    assert "Надруковані підсумки дають 1 504,0 тис. грн" in words(app)
    assert app.dataframe[0].value["Сума, грн"].sum() == 1_504_000


def test_spending_goes_down_to_a_part(open_page, words):
    """A part of a unit in the address leaves its lines: task 6 of the executive committee is line 6.1, 170,0 thousand
    over three years."""
    unit = "Виконавчий комітет Міської ради міста Кропивницького"
    app = open_page("spending", group=unit, part="Експлуатаційні послуги")
    assert "1 рядок, 170 000,00 грн." in words(app)
    assert list(app.dataframe[-1].value["№"]) == ["6.1"] * 3


def test_spending_tells_what_of_the_address_it_ignores(open_page, words):
    """Values that no filter knows are named, those of filters at the foot too; what is known still counts."""
    said = words(open_page("spending", year=["1066", "2019"], group="nobody", part="nothing", by="fund"))
    assert "Частину адреси не враховано" in said
    assert "1066" in said
    assert "nobody" in said
    assert "nothing" in said
    assert "2 457 000,00 грн" in said
    assert "Частину адреси не враховано" not in words(open_page("spending", year="2019"))


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("compare", {"plan": "nobody"}),
        ("execution", {"year": "1999"}),
        ("indicators", {"group": "nothing"}),
        ("population", {"share": "150"}),
    ],
)
def test_every_page_tells_what_of_the_address_it_ignores(open_page, words, page, asked):
    """A wrong year, plan or number is named, and the page shows what it would show without it."""
    app = open_page(page, **asked)
    assert not app.exception
    said = words(app)
    assert "Частину адреси не враховано" in said
    assert next(iter(asked.values())) in said


@pytest.mark.parametrize("page", ["overview", "spending", "unit_prices", "amendments"])
def test_a_programme_without_a_plan(open_page, words, page):
    """«е-місто» prints a total alone, 27 395.4 thousand in row 104: the page says so, shows no other programme in its
    place, and leads to what was paid and to the lines of its passport."""
    app = open_page(page, programme="zhytomyr-e-city-2021-2026")
    assert not app.exception
    assert app.sidebar.selectbox(key="programme").value == "zhytomyr-e-city-2021-2026"
    assert "Плану цієї програми немає" in [info.proto.title for info in app.info]
    said = words(app)
    assert "27 395 400 грн, [рядок 104](documents?document=zhytomyr-e-city" in said
    assert "(execution?scope=treasury%2F06552000000%2F7530" in said
    assert "(spending?passport=zhytomyr-passport-0217530-2022" in said
    assert "(population?programme=zhytomyr-e-city-2021-2026" in said
    assert "Кропивниц" not in said


def test_a_programme_that_is_not_registered_is_told_on_the_page(open_page, words):
    """The warning stands on the page itself: a phone folds the side away."""
    app = open_page("spending", programme="nobody")
    assert not app.sidebar.warning
    assert "Програма з адреси не зареєстрована; показано іншу." in words(app)


@pytest.mark.parametrize(
    "address",
    [
        {"by": "nonsense", "year": ["1066", "x"], "fund": "total", "group": "nobody"},
        {"programme": "nobody", "edition": "nothing", "lang": "xx"},
        {"by": ["task", "fund"], "year": ""},
    ],
)
def test_a_wrong_address_falls_back_to_the_defaults(open_page, words, address):
    """Values the page does not know are passed over."""
    app = open_page("spending", **address)
    assert not app.exception
    assert not app.error
    assert "Куди йдуть гроші?" in words(app)


def test_documents_opens_at_the_cell_of_the_address(open_page, words):
    """The address of a cell shows what is printed there and what was read, and marks it in the table."""
    app = open_page("documents", document="kropyvnytskyi-2285", cell="рядок 501, графа 15")
    assert "рядок 501, графа 15: надруковано «15.5», прочитано як 15 500,00 грн." in words(app)
    assert any('class="number chosen" aria-current="true">15.5</td>' in block.value for block in app.html)


def test_documents_says_so_when_only_a_quantity_is_printed(open_page, words):
    """Line 1.2 prints a quantity for 2019 and no amount: the cell is read as a quantity, not as money."""
    app = open_page("documents", document="kropyvnytskyi-2285", cell="рядок 456, графа 4")
    assert "надруковано «1», прочитано як кількість 1." in words(app)


@pytest.mark.parametrize(
    ("document", "state"),
    [
        ("kropyvnytskyi-2722", "Цього документа в нас немає; що він змінив, невідомо"),
        ("zhytomyr-e-city", "Прочитано: 2 суми, 10 років населення, 16 відомостей"),
        (
            "zhytomyr-oblast-digital",
            "Прочитано: 51 запис словами замість суми, 11 рядків заходів, 19 значень показників",
        ),
        ("kropyvnytskyi-draft-698", "Прочитано: 219 сум, 48 рядків заходів"),
    ],
)
def test_documents_tells_what_was_read(open_page, words, document, state):
    """A missing document is told apart from those that were read, and of each what it holds is counted."""
    assert state in words(open_page("documents", document=document))


def test_documents_in_english_keeps_the_printed_text(open_page, words):
    """The interface changes its language; what the document prints does not."""
    said = words(open_page("documents", document="kropyvnytskyi-2285", cell="рядок 501, графа 15", lang="en"))
    assert "line 501, column 15: printed «15.5», read as 15 500,00 UAH. 16.2 Багатофункціональні пристрої" in said


def test_the_store_answers_from_the_newly_published_warehouse(open_page, warehouse_path: Path, monkeypatch, tmp_path):
    """When another warehouse is published, the next read is answered from it, without a restart."""
    from data import warehouse

    monkeypatch.setenv("KOSHTORYS_WAREHOUSE", str(warehouse_path.parent))
    assert len(store.read(editions.programmes)) == 2
    nothing = warehouse.create(tmp_path)
    warehouse.publish(nothing)
    monkeypatch.setenv("KOSHTORYS_WAREHOUSE", str(tmp_path))
    assert store.read(editions.programmes) == []


@pytest.fixture
def example_folder(tmp_path: Path) -> Path:
    """A warehouse of one document written for the test: an unreadable cell, no unit, no total of the programme."""
    (tmp_path / "raw").mkdir()
    rows = [
        ["№ з/п", "Завдання", "Захід", "2024 рік", "", "2025 рік", ""],
        ["", "", "", *["Загальний фонд (грн)", "Всього (грн)"] * 2],
        ["1", "Зв'язок", "1.1. Інтернет", "1 000,00", "1 000,00", "12а", "5,00"],
        ["", "", "1.2. Телефонія", "-250,50", "-250,50", "", "70,00"],
    ]
    head = "Р І Ш Е Н Н Я\nвід 10 січня 2024 року\n№ 7\n**Про програму**\n\n"
    (tmp_path / "raw" / "d.txt").write_text(head + "\n".join(map("\t".join, rows)), encoding="utf-8")
    programme = (
        "{programme_id: p, title: Програма, short_title: П, hromada: Г, level: hromada, first_year: 2024, "
        "last_year: 2025}"
    )
    document = (
        "{document_id: d, file: d.txt, kind: programme, title: Про програму, number: '7', adopted_on: 2024-01-10, "
        "status: adopted, programme_id: p}"
    )
    (tmp_path / "sources.yml").write_text(f"programmes:\n- {programme}\ndocuments:\n- {document}\n", encoding="utf-8")
    return build(tmp_path / "sources.yml", tmp_path / "build").parent


def test_what_was_left_out_is_said(open_page, words, example_folder: Path):
    """An entry that could not be read is announced where the sums stand, and listed with its reason."""
    said = words(open_page("overview", folder=example_folder))
    assert "1 запис не вдалося прочитати напевно, його не враховано" in said
    assert "У жодному документі не надруковано підсумку програми" in said
    app = open_page("documents", folder=example_folder)
    (entry,) = app.dataframe[0].value.to_dict("records")
    assert parse_qs(urlsplit(entry.pop("Клітинка")).query) == {"document": ["d"], "cell": ["рядок 8, графа 6"]}
    assert entry == {
        "Місце": "рядок 8, графа 6",
        "Як надруковано": "12а",
        "Чому": "не число, яке можна прочитати напевно",
    }


def test_small_plans_are_told_in_hryvnias(open_page, words, example_folder: Path):
    """A plan of a few hundred hryvnias is not rounded away: 1000,00 - 250,50 + 70,00 = 819,50."""
    assert "становить 819,50 грн" in words(open_page("overview", folder=example_folder))
    assert "2 рядки, 819,50 грн." in words(open_page("spending", folder=example_folder))


def test_a_warehouse_without_plans_says_so(open_page, words, tmp_path: Path):
    """A published warehouse that holds no plan is no error on any page."""
    from data import warehouse

    warehouse.publish(warehouse.create(tmp_path))
    for page, said in (("overview", "Плану ще немає"), ("spending", "Плану ще немає"), ("documents", "Даних ще немає")):
        app = open_page(page, folder=tmp_path)
        assert not app.exception
        assert said in words(app)


def test_a_group_without_a_name_is_told_when_it_is_the_largest(open_page, words):
    """Most money of the year serves no named task; the finding says so, and names the largest named one too."""
    said = words(open_page("spending", by="task"))
    assert "Завдання не названо: 2 841,7 тис. грн, це 45,8 % від 6 198,7 тис. грн; серед названих найбільше" in said


def test_an_address_that_names_nothing_is_said(open_page, words):
    """A link to a document or cell that is not there says so, and does not pass another one off as it."""
    assert "Такого документа немає" in words(open_page("documents", document="nobody"))
    assert "Такої клітинки немає" in words(
        open_page("documents", document="kropyvnytskyi-2285", cell="рядок 1, графа 1")
    )


def test_surplus_blank_heading_is_said(open_page, words):
    """The headings of the programme have a blank cell too many, those of its amendment have not."""
    assert "є зайва порожня клітинка" in words(open_page("documents", document="kropyvnytskyi-2285"))
    assert "є зайва порожня клітинка" not in words(open_page("documents", document="kropyvnytskyi-draft-698"))


def test_a_number_stands_right_after_the_name(open_page):
    """On a phone a table shows its first two columns: what it is of, and a number."""
    for page in ("spending", "compare"):
        for table in open_page(page, lang="en").dataframe:
            heads = list(table.value.columns)
            assert any("UAH" in head for head in heads[1:3])
            assert heads[0] not in ("Cell", "№")


def test_columns_of_money_have_room(open_page):
    """A column of money is wide enough for the longest amount, whatever stands in its first rows, and for its head of
    some 7 pixels a sign, which ends with the unit."""
    for page in PAGES:
        for table in open_page(page).dataframe:
            columns = json.loads(table.proto.columns)
            money = [name for name in table.value.columns if "грн" in name]
            assert all(columns[name]["width"] >= max(140, 7 * len(name) + 16) for name in money)
