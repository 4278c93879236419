"""The process that reads files of complex formats: it is told a reader's name and a file's bytes, and answers with an article.

Started by `sandbox` and never otherwise. It talks over its standard input and output, and is confined before it sees any file.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import tempfile
import traceback
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged, ReadError, TooLarge
from nutgraf.readers import confine, wire
from nutgraf.readers.base import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nutgraf.readers.base import Reader

_LONGEST_HEADER = 1 << 20
_LIBRARIES = ("trafilatura", "lxml.html", "pypdfium2", "email.parser", "email.policy")


def main(more: Iterable[Reader] = ()) -> None:
    """Answer until the other end is closed; `more` are readers beside Nutgraf's own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OPENBLAS_NUM_THREADS"] = (
        "1"  # numpy, where an encoding is guessed, would take memory for each processor
    )
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as answers:
        _silence()
        tempfile.TemporaryFile = _in_memory  # type: ignore[assignment]
        readers = _load() | {reader.name: reader for reader in more}
        held = confine.confine()
        base = confine.used_memory()
        gc.disable()  # a million lines are many objects and no cycle; what a file leaves goes before the next one
        wire.send(answers, json.dumps({"held": held}).encode())
        with suppress(EOFError, BrokenPipeError):
            while True:
                header = json.loads(wire.receive(requests, _LONGEST_HEADER))
                source = Source(wire.receive(requests, wire.LARGEST), header["name"])
                confine.limit_time()
                answer = _read(readers[header["reader"]], source)
                del source
                wire.send(answers, answer)
                gc.collect()
                if confine.used_memory() > base + confine.MEMORY // 2:
                    return  # what libraries keep would be taken from the next file's share


def _silence() -> None:
    """Leave standard input, output and errors to nobody: what a library prints must not stand between answers."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1, 2):
        os.dup2(nothing, handle)
    os.close(nothing)


def _in_memory(*_: object, **__: object) -> BytesIO:
    """Stand in for temporary files, which cannot be written here (py3langid unpacks its model through one)."""
    return BytesIO()


def _load() -> dict[str, Reader]:
    """Load the readers and their libraries, while everything may still be read."""
    from nutgraf import readers
    from nutgraf.offline import load_urllib3
    from nutgraf.readers.page_article import page_model

    load_urllib3()
    page_model()
    for name in _LIBRARIES:
        with suppress(ImportError):
            import_module(name)
    for module in iter_modules(readers.__path__, f"{readers.__name__}."):
        import_module(module.name)
    return {reader.name: reader for reader in readers.READERS}


def _read(reader: Reader, source: Source) -> bytes:
    """Return the frame that answers a request."""
    return _answer(lambda: wire.pack_article(reader.read(source, Cancel())), source.name)


def _answer(work: Callable[[], bytes], name: str) -> bytes:
    try:
        answer = work()
        if len(answer) > wire.LARGEST:
            return wire.pack_error(TooLarge(f"“{name}” holds more text than Nutgraf takes. Please open a part of it."))
    except ReadError as error:
        return wire.pack_error(error)
    except MemoryError:
        return wire.pack_error(
            TooLarge(
                f"“{name}” needs more than {confine.MEMORY >> 20} MB of memory to be read, which is more than Nutgraf gives to "
                "one file. Please open a part of it."
            )
        )
    except RecursionError:
        return wire.pack_error(Damaged(f"“{name}” is nested too deeply to be read. Try saving it again."))
    except Exception:  # noqa: BLE001 - it is told and logged on the other side
        return wire.pack_fault(traceback.format_exc(limit=-12))
    else:
        return answer
