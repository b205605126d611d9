"""Files that are zip archives of XML parts (.xlsx, .ods, .docx), opened with bounded memory and time.

The sizes that an archive declares may be lies: what comes out of it is counted too. No office program writes a
DOCTYPE, through which XML can be made to grow or to read other files: such a part is refused.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from loaders.errors import FileRefused
from loaders.limits import MAX_PARTS, MAX_UNPACKED_BYTES

_CHUNK = 1 << 20
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_OVERLAP = len(b"<!DOCTYPE") - 1


class Archive:
    """The parts of an archive. Raises FileRefused when opened, or read, as soon as something is wrong with it."""

    def __init__(self, raw: bytes | memoryview, path: Path) -> None:
        self.path = path
        self.file = io.BytesIO(raw)
        self._unpacked: dict[str, int] = {}
        try:
            self._zip = zipfile.ZipFile(self.file)
            parts = self._zip.infolist()
        # zipfile raises errors of many kinds for damaged directories.
        except Exception:
            raise self.damaged() from None
        if len(parts) > MAX_PARTS:
            sentence = f"the archive has {len(parts)} parts; the limit is {MAX_PARTS}. It is no document."
            raise FileRefused(f"{path}: {sentence}")
        if any(part.flag_bits & 1 for part in parts):
            raise FileRefused(f"{path}: the file is encrypted. Save it without a password.")
        self.names = frozenset(part.filename for part in parts)

    def read(self, name: str) -> bytes:
        """A part, unpacked; empty if there is none of this name."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part piece by piece, so that a large one never stands in memory whole."""
        if name not in self.names:
            return
        if self._zip.getinfo(name).file_size > MAX_UNPACKED_BYTES:
            raise self._too_large()
        end, size = b"", 0
        for chunk in self._unpack(name):
            size += len(chunk)
            self._unpacked[name] = size
            if sum(self._unpacked.values()) > MAX_UNPACKED_BYTES:
                raise self._too_large()
            # A DOCTYPE could hide in an other encoding; UTF-16 has NUL in every tag.
            is_other = size == len(chunk) and _ENCODING.match(chunk)
            if is_other or b"\x00" in chunk or _FORBIDDEN.search(end + chunk):
                raise FileRefused(f"{self.path}: the part {name} is no XML of an office program. Save the file anew.")
            end = chunk[-_OVERLAP:]
            yield chunk

    def repacked(self, wanted: re.Pattern[str], mended: Callable[[str, Iterable[bytes]], Iterable[bytes]]) -> "Archive":
        """An archive of the wanted parts only, as they were read here and `mended`; not compressed."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in sorted(filter(wanted.fullmatch, self.names)):
                with archive.open(name, "w") as part:
                    for chunk in mended(name, self.chunks(name)):
                        part.write(chunk)
        return Archive(out.getbuffer(), self.path)

    def damaged(self) -> FileRefused:
        return FileRefused(f"{self.path}: the file is damaged. Open it in its program and save it anew.")

    def _unpack(self, name: str) -> Iterator[bytes]:
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    yield chunk
        except FileRefused:
            raise
        except Exception:
            raise self.damaged() from None

    def _too_large(self) -> FileRefused:
        limit = MAX_UNPACKED_BYTES // 1024**2
        return FileRefused(f"{self.path}: unpacked, the file has more than {limit} MB. Split it.")
