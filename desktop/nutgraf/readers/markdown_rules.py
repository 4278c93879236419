"""What Markdown's dialects add: wiki links, and lines and signs that say how a program is to set the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import normalizeReference

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# Where pandoc and Quarto open and close a box, and where kramdown names a paragraph's class.
_SETTING = re.compile(r":{3,}.*|\{:[^{}]*\}\s*")
_WIKI = re.compile(r"(!?)\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{1,300}))?\]\](?![(\[])")


def add_dialects(parser: MarkdownIt) -> None:
    """Teach a parser these rules."""
    interrupted: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("hr", "setting", _setting, interrupted)
    parser.inline.ruler.before("link", "wiki", _wiki_link)


def _setting(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Pass over a line that only says how the text is set."""
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if not _SETTING.fullmatch(line):
        return False
    if not silent:
        state.line = start + 1
    return True


def _wiki_link(state: StateInline, silent: bool) -> bool:
    """Take "[[page|words]]" for a link, and "![[file]]" for nothing: no other file is shown."""
    found = _WIKI.match(state.src, state.pos, state.posMax)
    if not found or normalizeReference(found[2]) in state.env.get("references", {}):
        return False
    if not silent and not found[1]:
        state.push("link_open", "a", 1).attrs = {"href": found[2].strip()}
        state.push("text", "", 0).content = (found[3] or found[2]).strip()
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True
