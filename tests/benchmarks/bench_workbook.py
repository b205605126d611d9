"""Reading a workbook of 50,000 rows and 12 columns; each name says the peak memory of a process that does only that."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import xlsxwriter

from loaders.checking import checked
from loaders.readers import opening
from loaders.reading import read_file
from tests.benchmarks.conftest import Measure

ROWS = 50_000
HEADINGS = ["№ з/п", "Завдання", "Захід", "Виконавець"]
YEARS = [heading for year in range(2021, 2025) for heading in (f"{year} рік, тис. грн", "")]
FUNDS = ["", "", "", "", *["Загальний фонд", "Спеціальний фонд"] * 4]

CALAMINE, OPENPYXL = "pandas and calamine", "pandas and openpyxl"
OURS, FACTS = "our reader of sheets", "the whole loader, 400 000 amounts with their places"
CHECKED = "the whole loader and every check"
CODE = {
    CALAMINE: "import pandas; pandas.read_excel({path!r}, engine='calamine')",
    OPENPYXL: "import pandas; pandas.read_excel({path!r}, engine='openpyxl')",
    OURS: "from pathlib import Path; from loaders.readers import opening; opening.read(Path({path!r}))",
    FACTS: "from pathlib import Path; from loaders.reading import read_file; read_file(Path({path!r}))",
    CHECKED: "from pathlib import Path; from loaders.checking import checked; from loaders.reading import read_file; "
    "checked(read_file(Path({path!r})))",
}
# On Linux ru_maxrss starts at what the process that started this one held; VmHWM starts anew.
PEAK = """
from pathlib import Path
status = Path("/proc/self/status")
if status.exists():
    print(next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")))
else:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Measures of a programme: a number, three texts, eight amounts in a row."""
    path = tmp_path_factory.mktemp("workbook") / "workbook.xlsx"
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Додаток 3")
    sheet.write_row(0, 0, [*HEADINGS, *YEARS])
    sheet.write_row(1, 0, FUNDS)
    for row in range(2, ROWS):
        texts = [f"{row}.1", f"Завдання {row % 900}", f"Захід {row}", f"Відділ {row % 40}"]
        sheet.write_row(row, 0, [*texts, *(row * column / 100 for column in range(1, 9))])
    book.close()
    return path


@pytest.fixture(scope="module")
def named(workbook: Path) -> Callable[[str], str]:
    """The name of a reader with the memory that it takes."""
    names = {what: f"50 000 rows with {what}, {_peak(what, workbook)}" for what in CODE}
    return names.__getitem__


def bench_calamine(measure: Measure, workbook: Path, named: Callable[[str], str]) -> None:
    """A reader of tables in general, with the library that ours has below it too."""
    measure(named(CALAMINE), lambda: _frame(workbook, "calamine"))


def bench_openpyxl(measure: Measure, workbook: Path, named: Callable[[str], str]) -> None:
    """The same with the library that pandas takes unasked."""
    measure(named(OPENPYXL), lambda: _frame(workbook, "openpyxl"), against=named(CALAMINE))


def bench_ours(measure: Measure, workbook: Path, named: Callable[[str], str]) -> None:
    """Ours: guards, errors, per cent, tables told from text, a place for every cell."""
    measure(named(OURS), lambda: opening.read(workbook), against=named(CALAMINE))


def bench_facts(measure: Measure, workbook: Path, named: Callable[[str], str]) -> None:
    """From the file to facts: every amount read, converted, checked against its contract and kept with its place."""
    measure(named(FACTS), lambda: read_file(workbook), against=named(OURS))


def bench_checks(measure: Measure, workbook: Path, named: Callable[[str], str]) -> None:
    """What `python -m loaders read` does: the facts, and what the checks say of them."""
    measure(named(CHECKED), lambda: checked(read_file(workbook)), against=named(FACTS))


def _frame(path: Path, engine: Any) -> pd.DataFrame:
    return pd.read_excel(path, engine=engine)


def _peak(what: str, path: Path) -> str:
    if sys.platform == "win32":
        return "memory not measured"
    command = [sys.executable, "-c", f"{CODE[what].format(path=str(path))}\n{PEAK}"]
    # In a program without a file DuckDB shows its progress; the memory is told last.
    kilobytes = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])
    return f"{kilobytes // (1024**2 if sys.platform == 'darwin' else 1024)} MB"
