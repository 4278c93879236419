"""`nutgraf-cli summarize`, `names` and `text`: one report for each file."""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf import __version__
from nutgraf.analysis import analyse
from nutgraf.cancel import Cancel
from nutgraf.cli import arguments
from nutgraf.cli.exits import DONE, code_of
from nutgraf.cli.output import Output
from nutgraf.cli.progress import Progress
from nutgraf.cli.report import text_report
from nutgraf.cli.terminal import say, style_of
from nutgraf.errors import NutgrafError
from nutgraf.export import exporter
from nutgraf.export.base import Part, Report
from nutgraf.names import NONE
from nutgraf.readers import open_article, read_source
from nutgraf.readers.base import Source
from nutgraf.summary.coverage import coverage
from nutgraf.summary.length import cut
from nutgraf.summary.sections import by_section, headings, sections
from nutgraf.text.entity import Names
from nutgraf.text.ranking import Ranking
from nutgraf.text.result import Analysis

if TYPE_CHECKING:
    import argparse

    from nutgraf.names.wishes import Wishes
    from nutgraf.text.article import Article

_NAMES = frozenset({Part.NAMES})
_PARTS = {
    "summarize": frozenset({Part.SUMMARY, Part.NAMES}),
    "names": _NAMES,
    "text": frozenset({Part.TEXT}),
}


def run(options: argparse.Namespace, wishes: Wishes) -> int:
    """Do what was asked with each file, and return the exit code of the first that failed.

    Raises:
        BrokenPipeError: nobody reads standard output any more.

    """
    several = len(options.files) > 1
    suffix = ".txt" if options.format == arguments.TEXT else exporter(options.format).suffix
    output = Output(options.output, suffix, several=several, replace=options.replace)
    code = DONE
    with Progress(len(options.files), shown=several and not output.is_terminal) as progress:
        for number, name in enumerate(options.files):
            try:
                article = _read(name)
                text = _report(article, options, wishes)
                output.put(article, f"\n{text}" if number and options.output is None else text)
            except NutgrafError as error:
                progress.clear()
                say(str(error))
                code = code or code_of(error)
            progress.step()
    return code


def _read(name: str) -> Article:
    """Read the article in a file, or on standard input."""
    if name != arguments.STANDARD_INPUT:
        return open_article(Path(name), Cancel())
    data = sys.stdin.buffer.read()
    return read_source(Source(data, "standard input", "", hashlib.sha256(data).hexdigest()), Cancel())


def _analyse(article: Article, options: argparse.Namespace, wishes: Wishes) -> Analysis:
    return analyse(
        article,
        method=options.method,
        topic=options.about,
        engine=options.engine,
        wishes=wishes,
        cancel=Cancel(),
    )


def _report(article: Article, options: argparse.Namespace, wishes: Wishes) -> str:
    """Return the article's report in the form that was asked for."""
    parts = _PARTS[options.command] - (_NAMES if options.engine == NONE else frozenset())
    nothing = Analysis(article, (), Ranking(options.method, (), (), ()), Names())
    analysis = nothing if parts == {Part.TEXT} else _analyse(article, options, wishes)
    summary = cut(analysis.ranking, article, analysis.sentences, arguments.length(options))
    found = sections(article, analysis.sentences) if options.by_section else ()
    if len(found) > 1:
        summary = by_section(summary, found)
    made = datetime.now(UTC).astimezone()
    if options.reasons:
        parts |= {Part.REASONS}
    covered = coverage(article, analysis.sentences, summary.sentences)
    report = Report(analysis, summary, made, f"Nutgraf {__version__}", parts, covered, headings(summary, found))
    if options.format == arguments.TEXT:
        return text_report(report, style_of(None if options.output else sys.stdout))
    return exporter(options.format).export(report)
