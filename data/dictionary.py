"""The data dictionary: every table and public view, column by column, from the comments in the database.

python -m data.dictionary          prints it; data/DICTIONARY.md holds it, and a test compares the two
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from data import warehouse

FILE = Path(__file__).parent / "DICTIONARY.md"
_HEAD = """# Data dictionary

Tables and views of the warehouse. Money is UAH, DECIMAL(18,2); unknown is empty, zero is zero; codes are text. This
file is written by `python -m data.dictionary`, from `data/contracts.py` and `data/views/`.
"""
_COLUMNS = Path(__file__).parent / "dictionary.sql"


def text() -> str:
    """The dictionary as Markdown, of a warehouse that is made for it and thrown away."""
    with TemporaryDirectory() as folder:
        path = warehouse.create(Path(folder))
        with duckdb.connect(str(path), read_only=True) as connection:
            public = [file.stem for file in warehouse.VIEWS.glob("*.sql")]
            rows = connection.execute(_COLUMNS.read_text(encoding="utf-8"), {"views": public}).fetchall()
    parts = [_HEAD]
    last = None
    for kind, name, meaning, column, column_type, column_meaning in rows:
        if name != last:
            parts.append(f"\n## {name}\n\n{kind}. {meaning}\n\n| column | type | meaning |\n|---|---|---|\n")
            last = name
        parts.append(f"| {column} | {column_type} | {column_meaning} |\n")
    return "".join(parts)


if __name__ == "__main__":
    print(text(), end="")
