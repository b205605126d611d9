"""A file that is written whole or not at all, and never over another unasked."""

import os
import tempfile
from pathlib import Path

from loaders.errors import NotWritten


def save(content: bytes, path: Path, *, force: bool = False) -> None:
    """Raises NotWritten where the file cannot be written, or is there already and `force` is not set."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            refuse_existing(path, force=force)
            unfinished.chmod(0o644)  # mkstemp makes files that only their owner reads
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(path, error) from None


def refuse_existing(path: Path, *, force: bool = False) -> None:
    """Raises NotWritten for a folder, and for a file that is there already, unless `force`."""
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError as error:  # a name that is too long, or a folder we may not look into
        raise _not_written(path, error) from None
    if is_folder:
        raise NotWritten(f"{path}: this is a folder. Name a file in it.")
    if is_there and not force:
        raise NotWritten(f"{path}: there is such a file already. Name another one, or add --force to replace it.")


def _not_written(path: Path, error: OSError) -> NotWritten:
    return NotWritten(f"{path}: cannot be written ({error.strerror}). Name another place.")
