"""Break files in many ways, open each, and tell what went wrong: `python packaging/fuzz.py FOLDER --files 20000`.

Files are taken from FOLDER and all below it, mutated (bits flipped, bytes overwritten, parts cut, repeated, spliced in from
other files of the kind; every second round inside their parts, see `fuzz_parts`), and opened as Nutgraf opens any file. It may
refuse them with a sentence. What is told here is a reader's process that ended, an exception that is none of Nutgraf's, an
article that does not hold together, and whatever took longer than the limit. Each finding names its file and its seed;
`--seed N --files 1` makes the same mutation again, `--keep FOLDER` writes it down, and `--resume FILE` keeps the next seed in a
file and goes on from there. `--direct` reads in this very process: several times quicker, but what ends a reader ends the run.
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
import time
from collections import Counter
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from fuzz_parts import mutate_parts

from nutgraf import readers
from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged, ReadError
from nutgraf.readers.base import Reader, Source

if TYPE_CHECKING:
    from nutgraf.text.article import Article

SLOW = 20.0  # seconds of the processor, or of the clock where another process reads
LARGEST = 1 << 18  # bytes of a file that is mutated, unless told otherwise
_SAVED = 100  # files after which the next seed is kept


class Heard(logging.Handler):
    """Keeps what the sandbox logs: processes that ended, exceptions that are none of ours."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record's message."""
        self.told.append(record.getMessage())


def mutate(data: bytes, other: bytes, rng: random.Random) -> bytes:  # noqa: C901 - a list of ways to break a file
    """Return `data` with one to eight changes."""
    found = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 3, 5, 8))):
        if not found:
            break
        at = rng.randrange(len(found))
        size = min(len(found) - at, int(2 ** rng.uniform(0, 12)))
        match rng.randrange(8):
            case 0:
                found[at] ^= 1 << rng.randrange(8)
            case 1:
                found[at] = rng.choice((0, 1, 0x20, 0x3C, 0x7B, 0x7D, 0x7F, 0x80, 0xFF))
            case 2:
                del found[at : at + size]
            case 3:
                found[at:at] = found[at : at + size] * rng.choice((1, 2, 50))
            case 4:
                found[at : at + size] = rng.randbytes(size)
            case 5:
                start = rng.randrange(len(other) or 1)
                found[at : at + size] = other[start : start + size]
            case 6:
                found[at:at] = rng.choice(
                    (b"-1", b"99999999999", b"0", b"\xff\xfe", b"<" * 300, b"{" * 300, b"%00", b"\x00" * 64)
                )
            case 7:
                del found[at:]
    return bytes(found)


class Direct:
    """Stands in for the sandbox: reads here, and says of nesting what the sandbox says."""

    def read(self, reader: Reader, source: Source, cancel: Cancel) -> Article:
        """Return what the reader makes of the source."""
        try:
            return reader.read(source, cancel)
        except RecursionError as error:
            raise Damaged(f"“{source.name}” is nested too deeply.") from error


def problem(data: bytes, name: str) -> str:
    """Open the bytes; return what went wrong, or ""."""
    clock = time.process_time if isinstance(readers.SANDBOX, Direct) else time.monotonic
    begun = clock()
    try:
        article = readers.read_source(Source(data, name), Cancel())
        if article.text != "\n".join(block.span.of(article.text) for block in article.blocks):
            return "blocks that do not join to the text"
    except ReadError as error:
        if name not in str(error):
            return f"a sentence without the file's name: {error}"
    except Exception as error:  # noqa: BLE001 - what this looks for
        return f"{type(error).__name__}: {error}"
    spent = clock() - begun
    return f"took {spent:.1f} s" if spent > SLOW else ""


def main() -> int:  # noqa: C901 - the work of a thread is told inside
    """Run; return 1 where something was found."""
    options = _options()
    if options.direct:
        readers.SANDBOX = Direct()  # type: ignore[assignment]
    heard = Heard()
    logging.getLogger("nutgraf").addHandler(heard)
    paths = sorted(
        path for path in options.folder.rglob("*") if path.is_file() and path.stat().st_size <= options.largest
    )
    kinds: dict[str, list[Path]] = {}
    for path in paths:
        kinds.setdefault(path.parent.name, []).append(path)
    done: Counter[str] = Counter()
    findings: list[str] = []
    first = int(options.resume.read_text()) if options.resume and options.resume.exists() else options.seed
    numbers = iter(range(first, options.seed + options.files))
    lock = Lock()

    def work() -> None:
        while True:
            with lock:
                seed = next(numbers, None)
            if seed is None:
                return
            rng = random.Random(seed)
            kind = sorted(kinds)[seed % len(kinds)]
            path = rng.choice(kinds[kind])
            change = mutate_parts if seed // len(kinds) % 2 else mutate
            data = change(path.read_bytes(), rng.choice(kinds[kind]).read_bytes(), rng)[: 2 * options.largest]
            wrong = problem(data, f"{seed}-{path.name}")
            with lock:
                done[kind] += 1
                if options.resume and seed % _SAVED == 0:
                    options.resume.write_text(str(seed))
                told, heard.told = heard.told, []
                for each in [*told, *([f"“{seed}-{path.name}”: {wrong}"] if wrong else [])]:
                    findings.append(each)
                    print(each, flush=True)
                if options.keep and (wrong or told):
                    options.keep.mkdir(parents=True, exist_ok=True)
                    (options.keep / f"{seed}-{path.name}").write_bytes(data)

    threads = [Thread(target=work) for _ in range(options.jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{sum(done.values())} files: {dict(sorted(done.items()))}; {len(findings)} findings")
    return 1 if findings else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--largest", type=int, default=LARGEST, metavar="BYTES")
    parser.add_argument("--direct", action="store_true")
    parser.add_argument("--resume", type=Path, metavar="FILE")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
