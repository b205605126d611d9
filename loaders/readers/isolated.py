"""Libraries that a hostile file can stall or crash run in a process of their own, with bounded memory and time.

Run as `python -m loaders.readers.isolated MODULE SECONDS BYTES ARGUMENT...`: the file comes in on standard input;
what the module's `answer(raw, *arguments)` gives goes out as JSON.
"""

import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from loaders.errors import FileRefused
from loaders.limits import READER_MEMORY_BYTES

_ROOT = Path(__file__).parents[2]
_TOO_LARGE = "reading it needs more memory than it may have. Split it, or save it anew from the program that made it."
_DAMAGED = "the file is damaged. Open it in a viewer and save it anew."


def answer(module: str, raw: bytes, path: Path, seconds: int, *arguments: str) -> Any:
    """What `loaders.readers.MODULE.answer(raw, *arguments)` gives. Raises FileRefused if it crashes or stalls too."""
    command = [sys.executable, "-m", __name__, module, str(seconds), str(READER_MEMORY_BYTES), *arguments]
    # One thread: each would reserve memory of its own, and processes share the processors already.
    settings = os.environ | {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env=settings,
        start_new_session=True,
    ) as process:
        try:
            given, _ = process.communicate(raw, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise FileRefused(f"{path}: reading takes more than {seconds} seconds. Split the file.") from None
        finally:
            _end(process)
    try:
        found = json.loads(given)
    except ValueError:
        is_out_of_time = process.returncode == -getattr(signal, "SIGXCPU", 0)
        sentence = f"reading takes more than {seconds} seconds. Split the file." if is_out_of_time else _DAMAGED
        raise FileRefused(f"{path}: {sentence}") from None
    if "refused" in found:
        raise FileRefused(f"{path}: {found['refused']}")
    return found["answer"]


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process with those it has started; nothing if it has ended."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _bound(seconds: int, memory: int) -> None:
    """Where the system knows such limits; on Windows only the parent's clock counts."""
    if sys.platform == "win32":
        return
    import resource

    for kind, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and those that libraries have wrapped in it."""
    yield error
    for inner in (error.__cause__, error.__context__, *error.args):
        if isinstance(inner, BaseException):
            yield from _causes(inner)


def outcome(module: str, raw: bytes, *arguments: str) -> dict[str, Any]:
    """The answer, or the sentence that refuses the file, whatever the libraries raise."""
    try:
        return {"answer": importlib.import_module(f"loaders.readers.{module}").answer(raw, *arguments)}
    except Exception as error:
        causes = list(_causes(error))
        if refusal := next((cause for cause in causes if isinstance(cause, FileRefused)), None):
            return {"refused": str(refusal)}
        return {"refused": _TOO_LARGE if any(isinstance(cause, MemoryError) for cause in causes) else _DAMAGED}


def _main(module: str, seconds: str, memory: str, *arguments: str) -> None:
    _bound(int(seconds), int(memory))
    out, sys.stdout = sys.stdout, sys.stderr
    json.dump(outcome(module, sys.stdin.buffer.read(), *arguments), out)


if __name__ == "__main__":
    _main(*sys.argv[1:])
