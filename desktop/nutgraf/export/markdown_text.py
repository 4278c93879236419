"""Text made safe for Markdown: it is shown as it is written, whichever of Markdown's dialects reads it.

Beside CommonMark's own marks these neutralise GitHub's and Obsidian's: tables, strikethrough, footnotes, bare addresses, math,
wiki links, embeds, tags, comments, highlights and block names.
"""

from __future__ import annotations

import re

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_NUMBER = re.compile(r"^(\d+)([.)])")
_MARK = re.compile(
    r"""
      [\\`*_{}\[\]#|~$^]       # what means something wherever it stands
    | %(?=%) | (?<=%)%         # a comment of Obsidian
    | =(?==) | (?<==)=         # a highlight
    | (?<=[A-Za-z]):(?=\S)     # http:// mailto:
    | (?<=/)/                  # //example
    | (?<=\S)@(?=\S)           # ana@example
    | (?<=[\w-])\.(?=[\w-])    # example.org: no bare address is known without its dots
    | (?<=[Ww]{3})\.           # www. and whatever
    | ^[-+=:]                  # an item, a rule, a definition
    """,
    re.VERBOSE,
)


def escape(line: str) -> str:
    """Return one line of text that Markdown shows as it is, wherever a block may begin or inside a line."""
    marked = _NUMBER.sub(r"\1\\\2", _MARK.sub(r"\\\g<0>", line))
    return re.sub("[&<>]", lambda found: _ENTITIES[found[0]], marked)


def fence(code: str) -> str:
    """Return a block of code in a fence longer than any run of backticks inside."""
    ticks = "`" * max(3, 1 + max(map(len, re.findall("`+", code)), default=0))
    return f"{ticks}\n{code}\n{ticks}"
