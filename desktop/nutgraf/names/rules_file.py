"""The file of corrections, `names.txt`: one sentence a line.

“Harrow Ridge” is not a name
“Jordan” is a person
“IBM” is the same as “International Business Machines”
“Lind” is an organization in 9f86d0…  (the SHA-256 of an article's file)
“Lind” is a person in 9f86d0… at 120-124  (code points of the article's text)
# whatever follows a hash sign at the beginning of a line, or after a rule, is a remark
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.names.list_file import ListFile
from nutgraf.names.quoted import QUOTED, quote, unquote
from nutgraf.names.rules import COMPARING, Rule, Verdict
from nutgraf.settings import config_folder
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

_HEADING = """\
# What Nutgraf was told about names, one sentence a line. You may edit this file, carry it and share it.
#   “Harrow Ridge” is not a name
#   “Jordan” is a person
#   “Harrow” is an organization
#   “IBM” is the same as “International Business Machines”
#   “Ana Ruiz” is not the same as “Luis Ruiz”
# A rule that ends in “in …” holds for one article, known by the SHA-256 of its file; “at 120-124” is one place in it.
"""
_RULE = re.compile(
    rf"(?P<words>{QUOTED})\s+is\s+(?P<verdict>{'|'.join(map(re.escape, Verdict))})(?:\s+(?P<other>{QUOTED}))?"
    r"(?:\s+in\s+(?P<article>[0-9a-f]{64})(?:\s+at\s+(?P<start>\d{1,12})\s*[-–]\s*(?P<end>\d{1,12}))?)?\s*[.]?\s*(?:#.*)?"
)


def rules_file(folder: Path | None = None) -> ListFile[Rule]:
    """Return the file of corrections in a folder, by default the user's."""
    return ListFile((folder or config_folder()) / "names.txt", parse, write, _HEADING)


def parse(line: str) -> Rule | None:
    """Return the rule that a line of the file says, None if it says none."""
    found = _RULE.fullmatch(line)
    if not found:
        return None
    article, start, end = found["article"] or "", int(found["start"] or 0), int(found["end"] or 0)
    try:
        place = Span(start, end) if found["end"] else None
        return Rule(unquote(found["words"]), Verdict(found["verdict"]), unquote(found["other"] or ""), article, place)
    except ValueError:  # no words, a comparison with nothing, a place that ends before it begins
        return None


def write(rule: Rule) -> str:
    """Return the rule as a line of the file."""
    sentence = f"{quote(rule.words)} is {rule.verdict}"
    if rule.verdict in COMPARING:
        sentence += f" {quote(rule.other)}"
    if rule.article:
        sentence += f" in {rule.article}"
    if rule.place:
        sentence += f" at {rule.place.start}-{rule.place.end}"
    return sentence
