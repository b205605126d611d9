"""What more or less of an indicator means: the rules, and every indicator of the documents one by one."""

import csv
import re
from pathlib import Path

import pytest

from data import polarity, reference, warehouse
from data.contracts import Polarity
from loaders.building import build

LISTED = reference.load("indicators")
MEANINGS = Path(__file__).parents[1] / "fixtures" / "indicators" / "meanings.csv"


def meanings() -> list[dict[str, str]]:
    with MEANINGS.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("kind", ["polarity_rules", "adds_up_rules"])
def test_every_rule_has_an_example_of_a_document(kind: str) -> None:
    """Each example begins the printed name of an indicator, is told by this rule and no earlier one."""
    printed = [row["name"] for row in meanings()]
    for rule in LISTED[kind]:
        assert any(name.startswith(rule["example"]) for name in printed), rule["id"]
        fits = [other["id"] for other in LISTED[kind] if re.search(other["pattern"], rule["example"].lower())]
        assert fits[0] == rule["id"]
        assert rule["reason"]["uk"] != rule["reason"]["en"]


def test_an_unknown_name_has_no_meaning() -> None:
    """Nothing is guessed from a name that no rule knows."""
    assert polarity.meaning("Стан справ") == polarity.Meaning()


def test_the_first_rule_counts() -> None:
    """An amount of spending is neither better nor worse; a cost of one is better when it is less."""
    assert polarity.meaning("Обсяг видатків на створення реєстру дітей").polarity is Polarity.NONE
    assert polarity.meaning("Середня вартість створення реєстру").polarity is Polarity.LOWER


def test_every_indicator_of_the_documents(warehouse_path: Path) -> None:
    """All 82 indicators: what more of it means, whether years add up, and the direction that it measures."""
    with warehouse.connect(warehouse_path) as connection:
        found = connection.execute(
            "SELECT class.document_id, class.row_no::VARCHAR, class.printed, coalesce(polarity, ''), "
            "CASE WHEN adds_up THEN 'yes' WHEN NOT adds_up THEN 'no' ELSE '' END, coalesce(line.line_code, '') "
            "FROM indicator_class AS class LEFT JOIN indicator_line AS line USING (document_id, row_no) ORDER BY ALL"
        ).fetchall()
    assert sorted(found) == sorted(tuple(row.values()) for row in meanings())
    assert len(found) == 82
    assert all(row[3] for row in found)


def test_the_torn_indicator_stands_in_its_place(warehouse_path: Path) -> None:
    """The quality indicator printed above all groups is of direction 3; those after it keep theirs: 1, 2, then 4."""
    with warehouse.connect(warehouse_path) as connection:
        found = connection.execute(
            "SELECT row_no, line_code FROM indicator_line WHERE \"group\" = 'quality' AND row_no < 165 ORDER BY row_no"
        ).fetchall()
    assert found == [(102, "3"), (162, "1"), (163, "2"), (164, "4")]


def test_a_correction_overrides_a_rule(tmp_path: Path) -> None:
    """`polarity` and `adds_up` of the row are corrected as any other thing that was read, and only there."""
    for folder in ("raw", "corrections"):
        (tmp_path / folder).mkdir()
    (tmp_path / "raw" / "a.txt").write_text(
        "Найменування показника\tОдиниця виміру\tЗначення показника\n1\t2\t3\n"
        "Кількість скарг\tод.\t5\nКількість послуг\tод.\t7\n",
        encoding="utf-8",
    )
    (tmp_path / "sources.yml").write_text(
        "documents:\n- {document_id: a, file: a.txt, kind: programme, title: Програма}\n", encoding="utf-8"
    )
    (tmp_path / "corrections" / "a.yml").write_text(
        "- {locator: рядок 3, field: polarity, expect: higher, value: lower, reason: Скарг має меншати.,"
        " status: confirmed}\n"
        "- {locator: рядок 3, field: adds_up, expect: null, value: 'true', reason: За рік., status: confirmed}\n",
        encoding="utf-8",
    )
    with warehouse.connect(build(tmp_path / "sources.yml", tmp_path / "build")) as connection:
        found = connection.execute("SELECT row_no, polarity, adds_up FROM indicator_class ORDER BY row_no").fetchall()
    assert found == [(3, "lower", True), (4, "higher", None)]
