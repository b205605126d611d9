"""The command line: python -m loaders read|build|fetch|template."""

import json
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import duckdb

from data import register, warehouse
from data.contracts import Contract
from data.register import RegisterError
from loaders import openbudget, saving
from loaders.building import build as build_warehouse
from loaders.checking import checked
from loaders.entry import writing as entering
from loaders.errors import LoaderError
from loaders.facts import Facts
from loaders.reading import Reading, read_file
from loaders.transcript import in_words

READ, WITH_UNREAD, NOTHING_READ = 0, 1, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Read council documents about programmes of informatization, and build the warehouse from them."""


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print everything that was read as JSON; amounts are UAH.")
def read(files: tuple[Path, ...], as_json: bool) -> None:
    """Read and check documents without registering them.

    Checks that compare one act with another need the register: they run when the warehouse is built.

    Exit code 0: read; 1: read, but with entries that could not be read for certain (or a file that could not be read
    beside others that were); 2: nothing could be read, and a sentence on standard error says why.
    """
    readings: list[Reading] = []
    refused = False
    for path in files:
        try:
            readings.extend(checked(read_file(path)))
        except LoaderError as error:
            refused = True
            click.echo(str(error), err=True)
        except Exception as error:  # a fault of ours: the others are still read, and nobody is shown a traceback
            refused = True
            said = f"{type(error).__name__}: {error}"
            click.echo(f"{path}: a fault in the reader ({said}). Please report it with this file.", err=True)
    if not readings:
        sys.exit(NOTHING_READ)
    if as_json:
        sys.stdout.writelines(_as_json(readings))
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
    help="Register of documents; their files lie in the folders raw and entered beside it.",
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


@main.group()
def fetch() -> None:
    """Download documents, one at a time."""


@fetch.command("openbudget")
@click.option("--budget-code", required=True, metavar="CODE", help="Code of the budget: 10 or 11 digits.")
@click.option("--year", required=True, type=click.IntRange(2000, 2100))
@click.option("--kind", type=click.Choice(openbudget.KINDS), default="PROGRAM", show_default=True)
@click.option("--item", type=click.Choice(openbudget.ITEMS), default="EXPENSES", show_default=True)
@click.option("--period", type=click.Choice(openbudget.PERIODS), default="MONTH", show_default=True)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="FILE")
@click.option("--force", is_flag=True, help="Replace FILE if there is one.")
@click.option("--base-url", default=openbudget.BASE_URL, show_default=True, metavar="URL")
def fetch_openbudget(
    budget_code: str, year: int, kind: str, item: str, period: str, output: Path, force: bool, base_url: str
) -> None:
    """Download Treasury data on a local budget's expenditure of one year from openbudget.gov.ua.

    Exit code 0: the file is there, to be given to `read`; 2: it is not, and a sentence on standard error says why.
    """
    try:
        query = openbudget.Query(budget_code, year, kind, item, period)
        saving.refuse_existing(output, force=force)
        content = openbudget.Service(base_url).expenditure(query)
        saving.save(content, output, force=force)
    except LoaderError as error:
        click.echo(str(error), err=True)
        sys.exit(NOTHING_READ)
    click.echo(f"saved {output}: {len(content)} bytes. To read it: python -m loaders read {output}")


@main.command()
@click.argument("programme")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="FILE.xlsx")
@click.option("--force", is_flag=True, help="Write over FILE.xlsx if it exists; what was entered in it is lost.")
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    default=register.DEFAULT,
    show_default="data/sources.yml",
    metavar="FILE",
    help="Register of documents and programmes.",
)
def template(programme: str, output: Path, force: bool, sources: Path) -> None:
    """Write a workbook for entering actual values of indicators and cash expenditure of a registered programme.

    It holds the lines of all the programme's documents; `read` takes it back once it is filled in.
    """
    try:
        count = entering.write_for(programme, output, sources, force=force)
    except (LoaderError, RegisterError) as error:
        click.echo(str(error), err=True)
        sys.exit(NOTHING_READ)
    click.echo(f"{output}: {count} lines to fill in")


def _as_json(readings: list[Reading]) -> Iterator[str]:
    """Everything that was read, piece by piece, since a large file gives more than fits in memory as one text.

    Rows as printed are in the file itself.
    """
    # Rows as printed are the document itself; lines and indicators are classified in a build.
    parts = [
        part.name for part in fields(Facts) if part.name not in ("source_rows", "line_classes", "indicator_classes")
    ]
    yield '{"documents": ['
    for number, reading in enumerate(readings):
        yield f'{"," if number else ""}\n{{"document": {_row_as_json(reading.document)}'
        for part in parts:
            yield f',\n"{part}": ['
            for place, row in enumerate(getattr(reading, part)):
                yield f"{',' if place else ''}\n  {_row_as_json(row)}"
            yield "]"
        yield "}"
    yield "\n]}\n"


def _row_as_json(row: Contract) -> str:
    return json.dumps(row.model_dump(mode="json"), ensure_ascii=False)


if __name__ == "__main__":
    main(prog_name="python -m loaders")
