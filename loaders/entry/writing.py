"""The workbook for entering actual values of a registered programme."""

from pathlib import Path

from data import corrections, register
from data.contracts import Programme
from data.register import Register
from loaders.building import documents_in
from loaders.entry import workbook as entry_workbook
from loaders.entry.lines import lines_of
from loaders.errors import NothingToRead
from loaders.reading import Reading


def write_for(programme_id: str, path: Path, sources: Path = register.DEFAULT, *, force: bool = False) -> int:
    """Write the workbook; how many lines it has. Raises LoaderError or RegisterError.

    Lines come from the registered documents, read anew and compared with the register as in a build, so that no
    warehouse is needed and none that is out of date is used.
    """
    known = register.load(sources)
    programme = _programme(programme_id, known, sources)
    entry_workbook.check(path, force=force)
    lines = lines_of(programme, _readings(programme, known, sources))
    if not lines:
        raise NothingToRead(
            f"{sources}: no indicator and no expenditure was read from the documents of {programme_id}, so there is "
            "nothing to enter values for. Documents with `read: false` are only listed."
        )
    entry_workbook.write(path, programme, lines, force=force)
    return len(lines)


def _programme(programme_id: str, known: Register, sources: Path) -> Programme:
    for programme in known.programmes:
        if programme.programme_id == programme_id:
            return programme
    names = ", ".join(programme.programme_id for programme in known.programmes) or "none"
    raise NothingToRead(f"{sources}: no programme {programme_id} is registered. Known programmes: {names}.")


def _readings(programme: Programme, known: Register, sources: Path) -> list[Reading]:
    """The documents of a programme in the order of the register."""
    fixes = corrections.load(sources.parent / "corrections", known)
    own = [entry.document_id for entry in known.documents if entry.programme_id == programme.programme_id]
    found = {
        reading.document.document_id: reading
        for name, entries in known.files().items()
        if any(entry.document_id in own for entry in entries)
        for reading in documents_in(sources.parent / entries[0].folder / name, entries, known, fixes)
    }
    return [found[name] for name in own if name in found]
