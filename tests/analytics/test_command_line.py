"""python -m analytics export."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from analytics import exporting
from analytics.__main__ import main

Export = Callable[..., Result]
APPROVED = "kropyvnytskyi-2285"


@pytest.fixture
def export(warehouse_path: Path) -> Export:
    """Runs `python -m analytics export` on the real warehouse; `folder=` names another one."""

    def run(*arguments: str | Path, folder: Path = warehouse_path.parent) -> Result:
        return CliRunner().invoke(main, ["export", "--warehouse", str(folder), *map(str, arguments)])

    return run


def refused(result: Result) -> str:
    """The sentence with which a command ended: exit code 2, nothing on standard output, one line, no traceback."""
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    (sentence,) = result.stderr.splitlines()
    assert sentence.endswith((".", "python -m loaders build"))
    return sentence


def test_as_a_program(warehouse_path: Path) -> None:
    """Run as a program it prints CSV, UTF-8 without a byte order mark, that the csv module reads back."""
    command = [sys.executable, "-m", "analytics", "export", "spending_by_direction"]
    done = subprocess.run(
        [*command, "--warehouse", str(warehouse_path.parent)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
    assert next(iter(rows[0])) == "programme_id"
    plans = {APPROVED, "kropyvnytskyi-draft-698", "zhytomyr-oblast-digital"}
    assert {row["edition"] for row in rows if row["is_passport"] == "False"} == plans
    assert all(re.fullmatch(r"-?\d+\.\d\d|", row["amount"]) for row in rows)
    assert all(re.fullmatch(r"\d{4}", row["fiscal_year"]) for row in rows)


def test_conditions(export: Export) -> None:
    """Several conditions narrow the rows together: the special fund of 2019 as approved is 1500.7 thousand."""
    result = export(
        "spending_by_direction",
        *("--where", f"edition={APPROVED}"),
        *("--where", "fiscal_year=2019"),
        *("--where", "fund=special"),
    )
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert sum(Decimal(row["amount"]) for row in rows if row["amount"]) == Decimal("1500700.00")


def test_value_with_an_equals_sign(export: Export) -> None:
    """Only the first equals sign divides column from value; a value that nothing equals gives the headings alone."""
    result = export("findings", "--where", "scope=a=b")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1


def test_json(export: Export) -> None:
    """JSON has amounts as decimal strings and years as numbers."""
    result = export(
        "findings",
        "--format",
        "json",
        "--where",
        "rule=programme_total",
        "--where",
        "fund=total",
        "--where",
        "fiscal_year=2019",
    )
    rows = {row["document_id"]: row for row in json.loads(result.stdout_bytes)}
    assert (rows[APPROVED]["printed"], rows[APPROVED]["difference"]) == ("2457000.00", "0.00")
    assert rows["kropyvnytskyi-draft-698"]["printed"] == "-419960.00"
    assert rows[APPROVED]["fiscal_year"] == 2019


def test_xlsx_to_a_file(export: Export, tmp_path: Path) -> None:
    """With --output the workbook goes to the file and nothing to standard output."""
    target = tmp_path / "видатки.xlsx"
    result = export("spending_by_direction", "--format", "xlsx", "--output", target)
    assert (result.exit_code, result.stdout_bytes, result.stderr) == (0, b"", "")
    assert openpyxl.load_workbook(target).sheetnames == ["data", "about"]


def test_xlsx_to_standard_output(export: Export) -> None:
    """The bytes on standard output are the workbook."""
    result = export("findings", "--format", "xlsx")
    assert openpyxl.load_workbook(BytesIO(result.stdout_bytes))["data"]["A1"].value == "programme_id"


def test_unknown_view(export: Export) -> None:
    """A view that does not exist ends with the list of those that do."""
    sentence = refused(export("nothing"))
    views = "spending_by_direction, unit_prices, plan_editions, amendment_ledger, budget_execution, "
    views += "indicator_attainment, population_projection, findings"
    assert sentence == f"There is no public view 'nothing'. Public views: {views}."


def test_unknown_column(export: Export) -> None:
    """A column that does not exist ends with the list of those that do."""
    assert "no column 'year'. Its columns: programme_id, edition, fiscal_year," in refused(
        export("spending_by_direction", "--where", "year=2019")
    )


@pytest.mark.parametrize("text", ["fiscal_year", "=2019", ""])
def test_malformed_condition(export: Export, text: str) -> None:
    """A condition that is not COLUMN=VALUE is refused, with the way to write it."""
    assert refused(export("findings", "--where", text)) == f"--where {text}: write it as COLUMN=VALUE."


def test_two_values_for_one_column(export: Export) -> None:
    """Two values for one column contradict each other; neither is passed over in silence."""
    sentence = refused(export("findings", "--where", "fund=general", "--where", "fund=special"))
    assert sentence == "--where fund=special: fund has a value already. Name a column once."


def test_value_that_is_no_text(export: Export) -> None:
    """Bytes that are not UTF-8 on the command line are refused."""
    assert "not text" in refused(export("findings", "--where", "fund=\udcff"))


@pytest.mark.parametrize("published", [None, "gone.duckdb"], ids=["no pointer", "a pointer to nothing"])
def test_no_warehouse(export: Export, empty_folder: Path, published: str | None) -> None:
    """Where nothing is published the sentence says how to build."""
    if published:
        (empty_folder / "current").write_text(published)
    sentence = refused(export("findings", folder=empty_folder))
    assert str(empty_folder) in sentence
    assert sentence.endswith("Build one with: python -m loaders build")


def test_damaged_warehouse(export: Export, empty_folder: Path) -> None:
    """A published file that is no warehouse ends with a sentence that says what to do."""
    (empty_folder / "current").write_text("warehouse-1.duckdb")
    (empty_folder / "warehouse-1.duckdb").write_text("this is no database")
    sentence = refused(export("findings", folder=empty_folder))
    assert str(empty_folder) in sentence
    assert sentence.endswith("Build it again with: python -m loaders build")


@pytest.mark.parametrize("place", ["no-such-folder/out.csv", "file/out.csv"])
def test_output_that_cannot_be_written(export: Export, tmp_path: Path, place: str) -> None:
    """Where the file cannot be written the sentence names it."""
    (tmp_path / "file").write_text("a file, not a folder")
    sentence = refused(export("findings", "--output", tmp_path / place))
    assert sentence.startswith(f"{tmp_path / place}: cannot be written (")


@pytest.mark.parametrize("arguments", [("findings", "--format", "pdf"), (), ("findings", "--no-such-option")])
def test_wrong_usage(export: Export, arguments: tuple[str, ...]) -> None:
    """A wrong option or no view at all ends with exit code 2 and a hint at --help."""
    result = export(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--help" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["export", "--help"], ["export", "-h"]])
def test_help(arguments: list[str]) -> None:
    """Help explains itself: the views and the options."""
    result = CliRunner().invoke(main, arguments, prog_name="python -m analytics")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: python -m analytics")
    if "export" in arguments:
        for word in (*exporting.VIEWS, "--format", "csv|json|xlsx", "--where", "COLUMN=VALUE"):
            assert word in result.stdout


def test_the_readme_names_every_view() -> None:
    """The table of public views in the README has those that `export` knows, in the same order."""
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", text.partition("| view |")[2], re.MULTILINE)[:8] == list(exporting.VIEWS)
