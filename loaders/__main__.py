"""The command line: python -m loaders read|build."""

import json
import sys
from pathlib import Path
from typing import Any

import click
import duckdb

from data import register, warehouse
from data.register import RegisterError
from loaders.building import build as build_warehouse
from loaders.errors import LoaderError
from loaders.reading import Reading, read_file
from loaders.wording import in_words

READ, WITH_UNREAD, NOTHING_READ = 0, 1, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Read council documents about programmes of informatization, and build the warehouse from them."""


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print everything that was read as JSON; amounts are UAH.")
def read(files: tuple[Path, ...], as_json: bool) -> None:
    """Read documents without registering them. (Checks of totals run when the warehouse is built.)

    Exit code 0: read; 1: read, but with entries that could not be read for certain (or a file that could not be read
    beside others that were); 2: nothing could be read, and a sentence on standard error says why.
    """
    readings: list[Reading] = []
    refused = False
    for path in files:
        try:
            readings.extend(read_file(path))
        except LoaderError as error:
            refused = True
            click.echo(str(error), err=True)
    if not readings:
        sys.exit(NOTHING_READ)
    if as_json:
        shown = {"documents": [_as_json(reading) for reading in readings]}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        for reading in readings:
            click.echo(in_words(reading))
    unread = any(reading.unread for reading in readings)
    sys.exit(WITH_UNREAD if unread or refused else READ)


@main.command()
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    default=register.DEFAULT,
    show_default="data/sources.yml",
    metavar="FILE",
    help="Register of documents; their files lie in the folder raw beside it.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=warehouse.BUILD,
    show_default="data/build",
    metavar="DIR",
    help="Folder of the warehouse.",
)
def build(sources: Path, output: Path) -> None:
    """Read every registered document, run the checks and publish the warehouse.

    When anything goes wrong, the published warehouse stays as it was, a sentence says what to do, and the exit code
    is 2.
    """
    try:
        path = build_warehouse(sources, output, progress=click.echo)
    except (LoaderError, RegisterError) as error:
        click.echo(str(error), err=True)
        sys.exit(NOTHING_READ)
    except OSError as error:
        click.echo(f"{error.filename or output}: cannot be written ({error.strerror}). Name another folder.", err=True)
        sys.exit(NOTHING_READ)
    except duckdb.Error as error:
        first = str(error).partition("\n")[0]
        click.echo(f"{output}: the warehouse cannot be written ({first}). Nothing was published.", err=True)
        sys.exit(NOTHING_READ)
    click.echo(f"published {path.name}")


def _as_json(reading: Reading) -> dict[str, Any]:
    parts = (
        "allocations",
        "measures",
        "indicators",
        "population",
        "execution",
        "statements",
        "findings",
        "repairs",
        "unread",
    )
    shown: dict[str, Any] = {"document": reading.document.model_dump(mode="json")}
    for part in parts:
        shown[part] = [row.model_dump(mode="json") for row in getattr(reading, part)]
    return shown


if __name__ == "__main__":
    main(prog_name="python -m loaders")
