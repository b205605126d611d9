"""The bytes of a file that somebody gave us, or a sentence that says why not."""

import os
import stat
from pathlib import Path

from loaders.errors import FileRefused
from loaders.limits import MAX_FILE_BYTES


def name_of(path: Path) -> str:
    """The file's name as text, also where it is in an old encoding."""
    return os.fsencode(path.name).decode(errors="replace")


def contents(path: Path) -> bytes:
    """The bytes of a file; a pipe or a device is not even opened, since it may keep us waiting for ever.

    Raises FileRefused for a file that is absent, empty or too large.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileRefused(f"{path}: this is a folder. Name the files in it.")
        if not stat.S_ISREG(mode):
            raise FileRefused(f"{path}: this is a pipe or a device. Save the document to a file and name that.")
        with path.open("rb") as file:
            raw = file.read(MAX_FILE_BYTES + 1)
            size = max(path.stat().st_size, len(raw))
    except FileNotFoundError:
        raise FileRefused(f"{path}: there is no such file. Check the name.") from None
    except OSError as error:
        raise FileRefused(f"{path}: the file cannot be opened ({error.strerror}).") from None
    if size > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 1024**2
        raise FileRefused(f"{path}: the file has {size / 1024**2:.0f} MB; the limit is {limit} MB. Split it.")
    if not raw:
        raise FileRefused(f"{path}: the file is empty. Check that it was saved whole.")
    return raw
