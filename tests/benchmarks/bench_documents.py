"""Reading the one real document with tables of measures, then all five, and building the warehouse."""

from pathlib import Path

import pandas as pd

from data.register import RAW
from loaders.building import build
from loaders.reading import read_file
from tests.benchmarks.conftest import Measure

DOCUMENT = RAW / "001_1ec3960ef58b6600.txt"
WIDTH = 17
ALL = sorted(RAW.glob("*.txt"))


def bench_split(measure: Measure) -> None:
    """The least that any reader does."""
    measure("split the document at tabs", _split)


def bench_pandas(measure: Measure) -> None:
    """A reader of tables in general; the width has to be named, since the lines differ in theirs."""

    measure("read it with pandas.read_csv", lambda: _frame(DOCUMENT), against="split the document at tabs")


def bench_read(measure: Measure) -> None:
    """Ours: both acts, every cell with its place and amount."""
    measure("read it with the loader", lambda: read_file(DOCUMENT), against="read it with pandas.read_csv")


def bench_pandas_all(measure: Measure) -> None:
    """The five in files of their own, one after another."""
    measure("read the five with pandas.read_csv", lambda: [_frame(path) for path in ALL])


def bench_read_all(measure: Measure) -> None:
    """Ours: every kind of document, the damaged text repaired. The five shall take less than a second."""
    against = "read the five with pandas.read_csv"
    measure("read the five with the loader", lambda: [read_file(path) for path in ALL], against=against)


def bench_build(measure: Measure, tmp_path: Path) -> None:
    """The whole register: read, insert, check, publish."""
    measure("build the warehouse", lambda: build(output=tmp_path), against="read it with the loader")


def _frame(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, sep="\t", header=None, names=range(WIDTH), dtype=str, quoting=3)


def _split() -> list[list[str]]:
    return [line.split("\t") for line in DOCUMENT.read_text(encoding="utf-8").split("\n")]
