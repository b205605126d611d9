"""python -m tests.benchmarks: how long reading, building and rendering take.

Milliseconds differ from machine to machine; the last two columns are the ratio to something measured in the same run.
"""

import json
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import pytest

FOLDER = Path(__file__).parent


def main() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "benchmarks.json"
        options = [
            "--benchmark-only",
            "--benchmark-quiet",
            f"--benchmark-json={report}",
            "-o",
            "python_files=bench_*.py",
        ]
        options += ["-o", "python_functions=bench_*", "-qq", "-p", "no:cacheprovider"]
        code = pytest.main([str(FOLDER), *options])
        if code:
            return int(code)
        measured = json.loads(report.read_text(encoding="utf-8"))["benchmarks"]
    print(_table(measured))
    return 0


def _table(measured: list[dict[str, Any]]) -> str:
    found = {
        one["extra_info"]["what"]: (median(one["stats"]["data"]), one["extra_info"]["against"]) for one in measured
    }
    rows = [("what", "median, ms", "ratio", "to")]
    for what, (seconds, against) in found.items():
        ratio = f"{seconds / found[against][0]:.2f}" if against else ""
        rows.append((what, f"{seconds * 1000:.1f}", ratio, against or ""))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        f"{what:<{widths[0]}}  {value:>{widths[1]}}  {ratio:>{widths[2]}}  {against}".rstrip()
        for what, value, ratio, against in rows
    )


if __name__ == "__main__":
    sys.exit(main())
