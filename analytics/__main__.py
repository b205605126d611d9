"""The command line: python -m analytics export VIEW."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
import duckdb

from analytics import exporting
from data import warehouse


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Answers from the published warehouse."""


@main.command(epilog=f"Public views: {', '.join(exporting.VIEWS)}.")
@click.argument("view")
@click.option("--format", "form", type=click.Choice(exporting.FORMATS), default="csv", show_default=True)
@click.option(
    "--where",
    multiple=True,
    metavar="COLUMN=VALUE",
    help="Keep rows with this value; may be repeated for other columns.",
)
@click.option(
    "--warehouse",
    "folder",
    type=click.Path(path_type=Path),
    default=warehouse.BUILD,
    metavar="DIR",
    show_default="data/build",
    help="Folder of the warehouse.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to a file and not to standard output.",
)
def export(view: str, form: str, where: tuple[str, ...], folder: Path, output: Path | None) -> None:
    """Print a public VIEW, one of those listed below.

    Amounts are UAH. Exit code 2, with a sentence on standard error, when there is nothing to export from or the view
    or a column does not exist.
    """
    try:
        conditions = _conditions(where)
        with warehouse.connect(warehouse.published(folder)) as connection:
            frame = exporting.view(connection, view, conditions)
    except (exporting.ExportError, warehouse.NotPublished) as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except duckdb.Error as error:
        reason = " ".join(str(error).split())
        advice = "Build it again with: python -m loaders build"
        click.echo(f"{folder}: the published warehouse cannot be read ({reason}). {advice}", err=True)
        sys.exit(2)
    if frame.empty and conditions:
        click.echo(f"No row of {view} has {', '.join(where)}.", err=True)
    written = {"csv": exporting.as_csv, "json": exporting.as_json, "xlsx": exporting.as_xlsx}[form](frame)
    if output is None:
        sys.stdout.buffer.write(written)
        return
    try:
        output.write_bytes(written)
    except OSError as error:
        click.echo(f"{output}: cannot be written ({error.strerror}). Name another file.", err=True)
        sys.exit(2)


def _conditions(where: Sequence[str]) -> dict[str, str]:
    conditions: dict[str, str] = {}
    for text in where:
        column, found, value = text.partition("=")
        if not found or not column:
            raise exporting.ExportError(f"--where {text}: write it as COLUMN=VALUE.")
        if any("\ud800" <= sign <= "\udfff" for sign in text):
            raise exporting.ExportError(f"--where {text!r}: this is not text in UTF-8.")
        if column in conditions:
            raise exporting.ExportError(f"--where {text}: {column} has a value already. Name a column once.")
        conditions[column] = value
    return conditions


if __name__ == "__main__":
    main(prog_name="python -m analytics")
