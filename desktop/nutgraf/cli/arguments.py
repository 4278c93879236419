"""The command line: what can be asked of `nutgraf-cli`, and in which words."""

from __future__ import annotations

import argparse
import os

from nutgraf import __version__
from nutgraf.cli.exits import EXPLAINED
from nutgraf.export import EXPORTERS
from nutgraf.names import AUTOMATIC, ENGINES, NONE
from nutgraf.summary import DEFAULT, METHODS
from nutgraf.text.ranking import Length, Measure

STANDARD_INPUT = "-"
TEXT = "text"  # the format for people; the others are exporters
_SENTENCES = Length(Measure.SENTENCES, 3)

_COMMANDS = {
    "summarize": "show the summary of each article, and who is in it",
    "names": "show the people and organizations in each article",
    "text": "show the text of each article, without what the page had around it",
}
_STREAM = """\
Read requests from standard input, one JSON object a line:
  {"id": …, "text": …} or {"id": …, "path": …}, with "about": words where the summary is to be about them
Each is answered by one line of JSON, with offsets in code points of the answer's own "text", half-open:
  "id"         as it was sent
  "text"       the article's text, its blocks joined by line feeds
  "blocks"     [[start, end, kind], …]
  "furniture"  [[start, end], …]  what belongs to the page and not to the article
  "sentences"  [[start, end], …]
  "sections"   [{"heading", "level", "sentences": [first, one after the last]}, …]
  "method"     the name of the method that ranked; "chosen" why, where it chose itself
  "ranking"    [number of a sentence, …]  the best first
  "summary"    [number of a sentence, …]  in reading order
  "reasons"    [{"line", "parts": [[group, words, weight], …]}, …]  of each sentence of the summary
  "topic"      null, or {"words", "found", "missing"}: what the summary was to be about
  "keywords"   [words, …]  the best first, with --keywords
  "engine"     the name of what found the names, "" where nothing did
  "mentions"   [[start, end, "PERSON" or "ORGANIZATION"], …]
  "entities"   [{"name", "label", "confidence", "aliases", "role", "mentions", "companions"}, …]
               companions: [[number of an entity, sentences that name both], …]
  "quotations" [{"span", "source", "speaker", "certain", "direct"}, …]
               source: the words that name the speaker; speaker: number of an entity, or null
  "watched"    [{"name", "spans"}, …]
  "error"      null, or {"type", "message"}"""

_ENGINES = "\n".join(["what finds names:", *(f"  {each.name:<10} {each.title}" for each in ENGINES), "", ""])
_METHODS = "\n".join(["methods of summary:", *(f"  {each.name:<10} {each.serves}" for each in METHODS), "", ""])
_EPILOG = _METHODS + _ENGINES + EXPLAINED


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    whole = argparse.ArgumentParser(
        prog="nutgraf-cli",
        description="Summarize articles by their own sentences, and find who is in them.",
        epilog=EXPLAINED,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"Nutgraf {__version__}")
    commands = whole.add_subparsers(dest="command", required=True, metavar="command")
    for name, words in _COMMANDS.items():
        command = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.", epilog=_EPILOG)
        command.formatter_class = argparse.RawDescriptionHelpFormatter
        _add_files(command)
        _add_engine(command)
        _add_summary(command)
        command.add_argument(
            "--by-section", action="store_true", help="sum up what stands under each heading, at least a sentence each"
        )
        command.add_argument("--reasons", action="store_true", help="say in full why each sentence is in the summary")
    stream = commands.add_parser(
        "stream", help="answer JSON lines with JSON lines", description=_STREAM, epilog=_EPILOG
    )
    stream.formatter_class = argparse.RawDescriptionHelpFormatter
    _add_engine(stream)
    _add_summary(stream)
    stream.add_argument("--keywords", action="store_true", help="find keywords too")
    stream.add_argument(
        "--jobs",
        type=_jobs,
        default=1,
        metavar="N",
        help="processes, 0 for one a processor; with more than one, order may differ",
    )
    return whole


def length(options: argparse.Namespace) -> Length:
    """Return the summary's length that was asked for."""
    asked: Length | None = options.length
    return asked or _SENTENCES


def _add_files(command: argparse.ArgumentParser) -> None:
    """Add what a command over files takes."""
    command.add_argument("files", nargs="+", metavar="FILE", help=f"an article; {STANDARD_INPUT} for standard input")
    formats = [TEXT, *(each.name for each in EXPORTERS)]
    command.add_argument("--format", choices=formats, default=TEXT, help="form of the output (%(default)s)")
    command.add_argument(
        "--output", metavar="PATH", help="write to this file; or into this folder, one file an article, named after it"
    )
    command.add_argument("--replace", action="store_true", help="replace output files that are there already")


def _add_engine(command: argparse.ArgumentParser) -> None:
    """Add what names are found by."""
    command.add_argument(
        "--engine",
        choices=[AUTOMATIC, *(each.name for each in ENGINES), NONE],
        default=AUTOMATIC,
        metavar="NAME",
        help="what finds names, listed below; with “none”, nothing (%(default)s)",
    )
    command.add_argument(
        "--no-corrections",
        dest="corrections",
        action="store_false",
        help="leave aside your corrections of names (names.txt) and your watch list (watch.txt)",
    )
    command.add_argument(
        "--sure",
        type=_percent,
        default=0.0,
        metavar="N",
        help="leave out names that are less than N percent sure (0)",
    )


def _add_summary(command: argparse.ArgumentParser) -> None:
    """Add what a summary is made by."""
    names = [method.name for method in METHODS]
    command.add_argument(
        "--method", choices=names, default=DEFAULT, metavar="NAME", help="method of summary, listed below (%(default)s)"
    )
    command.add_argument(
        "--about", default="", metavar="WORDS", help="put the sentences about these words first, whatever the method"
    )
    lengths = command.add_mutually_exclusive_group()
    for measure, words in (
        (Measure.SENTENCES, f"length of the summary in sentences ({_SENTENCES.value})"),
        (Measure.PERCENT, "length in percent of the article’s words"),
        (Measure.WORDS, "length in words, at most"),
    ):
        lengths.add_argument(f"--{measure}", dest="length", type=_Measured(measure), metavar="N", help=words)


class _Measured:
    """Reads a number as a length in one measure."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self.__name__ = f"number of {measure}"  # argparse says it where the number is none

    def __call__(self, written: str) -> Length:
        number = int(written)
        if number < 1 or (self._measure is Measure.PERCENT and number > 100):
            raise argparse.ArgumentTypeError(f"{written} is no length of a summary in {self._measure}")
        return Length(self._measure, number)


def _percent(written: str) -> float:
    number = int(written)
    if not 0 <= number <= 100:
        raise argparse.ArgumentTypeError(f"{written} is no percentage")
    return number / 100


_percent.__name__ = "percentage"


def _jobs(written: str) -> int:
    number = int(written)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{written} processes cannot be started")
    return number or os.cpu_count() or 1


_jobs.__name__ = "number of processes"
