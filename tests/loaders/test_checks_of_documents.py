"""The checks on the real documents: what they find, and that a corrected copy gives no finding."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from data.contracts import Finding
from loaders.checking import checked
from loaders.reading import read_file

RAW = Path(__file__).parents[2] / "data" / "raw"
Cells = dict[int, dict[int, str]]
"""Line of a text file -> column from 1 -> what is to stand there; column 0 is the whole line."""


def findings(path: Path, document: int = 1) -> list[Finding]:
    """What does not hold in one document of a file, as `read` gives it."""
    reading = checked(read_file(path))[document - 1]
    return [finding for finding in reading.findings if finding.severity != "verified"]


def copy_of(name: str, cells: Cells, folder: Path) -> Path:
    """A copy of a raw file with some cells changed."""
    lines = (RAW / name).read_text(encoding="utf-8").split("\n")
    for number, columns in cells.items():
        row = lines[number - 1].split("\t")
        for column, text in columns.items():
            if column:
                row[column - 1] = text
            else:
                row = [text]
        lines[number - 1] = "\t".join(row)
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


DOCUMENTS = {
    # The printed errors of the programme of Kropyvnytskyi, each looked at in the text.
    "001_1ec3960ef58b6600.txt#2": {
        "row_years": 4,  # 15.2, 17.4, 21.3, 22.4
        "row_funds": 1,  # unit 16: 42.0 under 57.5
        "lines_of_unit": 7,  # 15, 17, 22 over all years; 21 in 2020 and 2021, general fund and total
        "parts_in_other_fund": 1,  # 10.8 in 2021
        "parts_of_programme": 2,  # 2021 and all years: 15.5
        "programme_total": 6,
        "numbering_gap": 2,  # 1.1 and 26.3
        "numbering_repeated": 1,  # 24.2
        "quantity_parts": 5,  # unit 20 in three years, unit 22 in two
        "promised_goods": 2,
    },
    "001_1ec3960ef58b6600.txt#1": {
        "row_years": 1,  # 17.4
        "lines_of_unit": 5,  # unit 17 in 2019, two funds; the executive committee by the 30.0 that stand in task 1
        "measures_of_task": 3,  # task 1: 3.2 is counted in it
        "parts_of_programme": 5,
        "programme_total": 6,
        "delta_without_sign": 3,  # 17.4, 20, 20.1
        "quantity_parts": 7,
    },
    "000_a7f94e1aa76e51b7.txt#1": {"numbering_gap": 1, "efficiency_ratio": 1},
    "002_579487dc3b6fff2d.txt#1": {"age_label": 1},
    "003_13f0536a96690397.txt#1": {"indicator_jump": 1},
    "004_81b71e24c70a5f0e.txt#1": {},
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_findings_by_rule(name: str) -> None:
    """How many comparisons of each rule fail in each document; nothing else does."""
    file, _, number = name.partition("#")
    assert Counter(finding.rule for finding in findings(RAW / file, int(number))) == DOCUMENTS[name]


# The corrected copies. A line: its cells as they should be printed.
DECISION: Cells = {
    202: {3: "Всього: тис. грн 2019 р. - 2457,0 тис. грн 2020 р. - 2182,3 тис. грн 2021 р. - 1559,4 тис. грн"},
    436: {5: "266"},
    437: {5: "694"},
    453: {
        4: "377", 8: "120", 9: "1210.3", 11: "2182.3", 12: "119", 13: "647.9", 14: "911.5", 15: "1559.4", 16: "6198.7",
    },
    456: {3: '1.1. "Квартирний облік" (відділ ведення обліку житла)'},
    457: {3: '1.2."Облік звернень громадян" (відділ по роботі зі зверненнями громадян)'},
    458: {3: '1.3. "ІС-ПРО", "МеДок" (відділ бухгалтерського обліку)'},
    483: {13: "", 14: "24.0"},
    495: {16: "54.0"},
    499: {14: "57.5"},
    501: {14: "15.5"},
    506: {16: "14.2"},
    517: {4: "13", 8: "14", 12: "14"},
    522: {9: "160.6", 11: "221.6", 13: "21.6", 15: "66.6", 16: "381.4"},
    525: {16: "12.0"},
    531: {8: "13", 12: "13"},
    537: {16: "40.0"},
    546: {3: "24.3.Легалізація ліцензійного програмного забезпечення (офісний додаток)"},
    555: {3: "26.3.Антивірусний захист інформації"},
    556: {3: "26.4.Легалізація ліцензійного програмного забезпечення"},
}  # fmt: skip
DRAFT: Cells = {
    81: {
        4: "93", 5: "+23,1", 6: "-418,060", 7: "-394,960", 8: "130", 10: "-2,0", 11: "+2041,0", 12: "+1646,040",
    },
    82: {4: "48"},
    83: {4: "3", 8: "2", 9: "+1582,0", 11: "+1582,0", 12: "+1590,0"},
    111: {5: "+4,0", 7: "+2,15", 12: "+32,750"},
    113: {5: "+4,0", 7: "+4,0", 12: "+9,1"},
    119: {6: "+21,0", 7: "+21,0", 10: "+21,0", 11: "+21,0", 12: "+42,0"},
    120: {6: "+21,0", 7: "+21,0", 10: "+21,0", 11: "+21,0", 12: "+42,0"},
    121: {4: "6"},
}  # fmt: skip
PASSPORT: Cells = {
    **{line: {1: str(line - 42)} for line in range(46, 59)},
    124: {5: "8,00", 7: "8,00"},
    143: {5: "12 500,00", 7: "12 500,00"},
}
CORRECTED = {
    "001_1ec3960ef58b6600.txt#2": DECISION,
    "001_1ec3960ef58b6600.txt#1": DRAFT,
    "000_a7f94e1aa76e51b7.txt#1": PASSPORT,
    "002_579487dc3b6fff2d.txt#1": {295: {0: ""}, 334: {0: "населення мlста на сlчня , чол"}},
    "003_13f0536a96690397.txt#1": {304: {0: "\t50"}},
}


@pytest.mark.parametrize("name", CORRECTED)
def test_a_corrected_copy_gives_no_finding(name: str, tmp_path: Path) -> None:
    """With every printed error mended, no rule finds anything: there are no false alarms."""
    file, _, number = name.partition("#")
    found = findings(copy_of(file, CORRECTED[name], tmp_path), int(number))
    assert [(finding.rule, finding.scope, finding.printed, finding.computed) for finding in found] == []


@pytest.mark.parametrize(
    ("line", "column", "text", "expected"),
    [
        (506, 16, "142.0", {"row_years", "lines_of_unit"}),
        (483, 14, "25.0", {"items_of_measure", "row_funds", "programme_total"}),
        (437, 5, "544", {"promised_goods"}),
        (546, 3, "24.2.Легалізація ліцензійного програмного забезпечення", {"numbering_repeated"}),
        (506, 4, "18", {"quantity_parts", "promised_goods"}),
        (494, 11, "47.0", {"row_funds", "row_years", "lines_of_unit"}),
    ],
)
def test_a_planted_error_in_the_corrected_copy(
    tmp_path: Path, line: int, column: int, text: str, expected: set[str]
) -> None:
    """One cell changed in the corrected programme is found by the rules that look at it, and by no other."""
    cells: Cells = {**DECISION, line: {**DECISION.get(line, {}), column: text}}
    found = findings(copy_of("001_1ec3960ef58b6600.txt", cells, tmp_path), 2)
    assert {finding.rule for finding in found} == expected
    place = f"рядок {line}, графа {column}" if column > 3 else f"рядок {line}"
    assert all(any(cell.locator == place for cell in finding.cells) for finding in found)


WRITTEN: dict[str, set[tuple[str, str]]] = {
    # 34 000,50 over a special fund of 25 000,50 and no general fund; 40 000 that stand in no year.
    "programme/four_years_uah.txt": {
        ("row_funds", "рядок 16, графа 15"),
        ("row_years", "рядок 16, графа 16"),
        ("row_funds", "рядок 17, графа 15"),
        ("row_years", "рядок 20, графа 16"),
    },
    # Two of three directions cannot be read.
    "passport/two_passports.txt": {
        ("programme_total", "рядок 17, графа 3"),
        ("programme_total", "рядок 17, графа 5"),
    },
}
"""Tables written for the tests -> the rules that they break, and the printed cells; the others break none."""

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.parent.name + "/" + path.name)
        for path in sorted(FIXTURES.glob("*/*"))
        if path.suffix in (".txt", ".csv") and path.parent.name not in ("classification", "indicators")
    ],
)
def test_no_false_alarm_on_other_layouts(path: Path) -> None:
    """Other forms of tables, whose sums were added up by hand: only what is wrong in them is found."""
    found = [row for reading in checked(read_file(path)) for row in reading.findings if row.severity != "verified"]
    assert {(row.rule, row.locators[0]) for row in found} == WRITTEN.get(f"{path.parent.name}/{path.name}", set())


@pytest.fixture(scope="module")
def decision() -> Callable[[str, str], Finding]:
    """`decision("row_years", "17.4")`: the one finding of a rule on a line of decision № 2285."""
    found = findings(RAW / "001_1ec3960ef58b6600.txt", 2)

    def one(rule: str, scope: str) -> Finding:
        (finding,) = [row for row in found if row.rule == rule and row.scope.startswith(scope)]
        return finding

    return one


def test_line_17_4(decision: Callable[[str, str], Finding]) -> None:
    """Printed 142.0; the years 4.0, 5.1 and 5.1 give 14.2 thousand."""
    finding = decision("row_years", "17.4 ")
    assert (finding.printed, finding.computed, finding.difference) == (142000, 14200, 127800)
    assert [(cell.locator, cell.label, cell.value) for cell in finding.cells] == [
        ("рядок 506, графа 16", None, 142000),
        ("рядок 506, графа 7", "2019", 4000),
        ("рядок 506, графа 11", "2020", 5100),
        ("рядок 506, графа 15", "2021", 5100),
    ]


def test_line_10_8(decision: Callable[[str, str], Finding]) -> None:
    """10.8 puts 24.0 of 2021 in the special fund, its part 10.8.4 in the general one."""
    finding = decision("parts_in_other_fund", "10.8 ")
    assert (finding.fiscal_year, finding.printed, finding.computed) == (2021, None, 24000)
    assert finding.locators == ("рядок 477, графа 14", "рядок 483, графа 13")


def test_unit_16(decision: Callable[[str, str], Finding]) -> None:
    """57.5 in all under 42.0 of the special fund: the printer's 15.5 stands in neither fund."""
    finding = decision("row_funds", "16 ")
    assert (finding.printed, finding.computed, finding.locators) == (
        57500,
        42000,
        ("рядок 499, графа 15", "рядок 499, графа 14"),
    )


def test_2021(decision: Callable[[str, str], Finding]) -> None:
    """1539.9 is printed for 2021; the printed subtotals give 1555.4, the lowest lines 1559.4."""
    found = findings(RAW / "001_1ec3960ef58b6600.txt", 2)
    sums = {
        row.rule: row.computed
        for row in found
        if row.scope == "programme" and row.fiscal_year == 2021 and row.fund == "total"
    }
    assert sums == {"parts_of_programme": 1555400, "programme_total": 1559400}


def test_efficiency_cut_off() -> None:
    """14 285 is 100 000 / 7 cut off; of 17 efficiencies one has no product with a value of its own."""
    (reading,) = checked(read_file(RAW / "000_a7f94e1aa76e51b7.txt"))
    compared = [finding for finding in reading.findings if finding.rule == "efficiency_ratio"]
    (finding,) = [finding for finding in compared if finding.severity != "verified"]
    assert (len(compared), finding.finding_class, finding.severity) == (16, "rounding", "notice")
    assert finding.locators == ("рядок 143, графа 7", "рядок 104, графа 7", "рядок 124, графа 7")


def test_population_is_the_approximation_that_the_programme_names() -> None:
    """Six published years equal least squares on 2017-2020, rounded half up."""
    (reading,) = checked(read_file(RAW / "002_579487dc3b6fff2d.txt"))
    compared = [finding for finding in reading.findings if finding.rule == "population_projection"]
    compared.sort(key=lambda finding: finding.fiscal_year or 0)
    assert [int(finding.computed or 0) for finding in compared] == [247405, 245664, 243922, 242181, 240439, 238698]
    assert {finding.severity for finding in compared} == {"verified"}
