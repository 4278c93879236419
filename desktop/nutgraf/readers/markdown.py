"""Markdown (CommonMark with tables and strikethrough), front matter taken as what is known of the article."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged
from nutgraf.readers.decode import decode
from nutgraf.readers.front_matter import authors_of, day_of, front_matter
from nutgraf.readers.markdown_html import Look, Tag, html_blocks, parse_tag
from nutgraf.readers.signs import description
from nutgraf.readers.sniff import suffix
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder, Run, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_SAID = frozenset({"text", "code_inline", "text_special"})
_CALLOUT = re.compile(r"^\[!\w{1,30}\][+-]?\s*")  # what kind of note a quote is: "[!note]"
_DEEPEST = 100  # blocks within blocks; what lies deeper is left out by the parser


class MarkdownReader:
    """Reads Markdown; the bytes cannot tell it from plain text, so the name decides."""

    name = "markdown"
    title = "Markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".qmd", ".rmd")
    media_types: tuple[str, ...] = ("text/markdown",)

    def recognises(self, source: Source) -> bool:
        """Whether the name ends as Markdown's do."""
        return suffix(source) in self.suffixes

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article; a level-1 heading before all else is its title."""
        from markdown_it import MarkdownIt
        from mdit_py_plugins.deflist import deflist_plugin
        from mdit_py_plugins.footnote import footnote_plugin

        from nutgraf.readers.markdown_rules import add_dialects

        text, encoding = decode(source.data, name=source.name)
        fields, text = front_matter(text)
        cancel.check()
        parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
        parser.use(footnote_plugin).use(deflist_plugin).use(add_dialects)
        laying = _Laying(fields.get("title", ("",))[0])
        try:
            tokens = parser.parse(text)
        except RecursionError as error:
            raise Damaged(_too_deep(source.name)) from error
        for count, token in enumerate(_leaves(laying.keep_notes(tokens))):
            if count % 200 == 0:
                cancel.check()
            laying.take(token)
        if not laying.begun and any(token.level >= _DEEPEST - 1 for token in tokens):
            raise Damaged(_too_deep(source.name))
        meta = Meta(
            title=laying.title,
            authors=authors_of(fields),
            published=day_of(fields),
            site=fields.get("site", ("",))[0],
            language=next((fields[key][0] for key in ("language", "lang") if fields.get(key)), ""),
            encoding=encoding,
        )
        return laying.builder.build(meta)


def _too_deep(name: str) -> str:
    return f"“{name}” is nested too deeply to be read as Markdown. Try renaming it to end in “.txt”."


def _leaves(tokens: Sequence[Token]) -> Iterator[Token]:
    yield from (token for token in tokens if not token.hidden or token.type == "inline")


class _Laying:
    """Turns markdown-it's flat tokens into blocks."""

    def __init__(self, title: str) -> None:
        self.builder = ArticleBuilder()
        self.title = title
        self._lists: list[int | None] = []  # the number of the next item, None for bullets
        self._quotes = 0
        self._heading = 0
        self._marker = ""
        self._cells: list[list[Run]] | None = None
        self._notes: dict[int, list[Token]] = {}  # by their number from 0, until they are laid
        self._cited: list[int] = []  # in the block that is being laid
        self._in_note = False
        self.begun = bool(title)
        if title:
            self.builder.add(BlockKind.TITLE, title)

    def keep_notes(self, tokens: Sequence[Token]) -> list[Token]:
        """Return the tokens without those of notes, which follow the blocks that cite them."""
        body: list[Token] = []
        note: list[Token] | None = None
        for token in tokens:
            if token.type == "footnote_open":
                note = self._notes.setdefault(int(token.meta["id"]), [])
            elif token.type == "footnote_close":
                note = None
            elif not token.type.startswith("footnote_block"):
                (body if note is None else note).append(token)
        return body

    def take(self, token: Token) -> None:
        """Lay one token."""
        kind = token.type
        if kind == "inline":
            children = token.children or []
            self._cited += [int(each.meta["id"]) for each in children if each.type == "footnote_ref"]
            self._inline(inline_runs(children), pictured=_is_picture(children))
            if self._cells is None:
                self._lay_notes()
        elif kind in {"fence", "code_block"}:
            self._add(BlockKind.CODE, [Run(token.content)])
        elif kind == "html_block":
            for block, level, runs in html_blocks(token.content):
                self._add_block(block, runs, level)
        else:
            self._structure(token)

    def _lay_notes(self) -> None:
        """Lay the notes that the last block cites, each once."""
        cited, self._cited = self._cited, []
        for number in cited if not self._in_note else ():
            self._in_note, self._marker = True, f"[{number + 1}] "
            for token in _leaves(self._notes.pop(number, [])):
                self.take(token)
            self._in_note, self._marker = False, ""

    def _structure(self, token: Token) -> None:
        match token.type:
            case "heading_open" | "heading_close":
                self._heading = int(token.tag[1]) if token.nesting > 0 else 0
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._open_item()
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "tr_open":
                self._cells = []
            case "tr_close":
                self._close_row()

    def _open_item(self) -> None:
        number = self._lists[-1]
        self._marker = "• " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1

    def _close_row(self) -> None:
        cells, self._cells = self._cells or [], None
        runs: list[Run] = []
        for cell in cells:
            if cell:
                runs += [*([Run(" · ")] if runs else []), *cell]
        self._add(BlockKind.PARAGRAPH, runs)
        self._lay_notes()

    def _inline(self, runs: list[Run], *, pictured: bool) -> None:
        if self._cells is not None:
            self._cells.append(runs)
        elif self._in_note:
            marker, self._marker = self._marker, ""
            self._add(BlockKind.CAPTION, [Run(marker), *runs] if marker else runs)
        elif pictured:
            self._add(BlockKind.CAPTION, runs)
        elif self._heading:
            self._add_heading(runs)
        elif self._lists:
            marker, self._marker = self._marker, ""
            self._add(BlockKind.ITEM, [Run(marker), *runs] if marker else runs, len(self._lists))
        elif self._quotes:
            if runs:
                runs[0] = replace(runs[0], text=_CALLOUT.sub("", runs[0].text))
            self._add(BlockKind.QUOTE, runs, self._quotes)
        else:
            self._add(BlockKind.PARAGRAPH, runs)

    def _add_block(self, kind: BlockKind, runs: list[Run], level: int) -> None:
        if kind is BlockKind.HEADING:
            self._heading = level
            self._add_heading(runs)
            self._heading = 0
        else:
            self._add(kind, runs, level)

    def _add_heading(self, runs: list[Run]) -> None:
        if runs:
            runs[-1] = replace(runs[-1], text=_without_attributes(runs[-1].text))
        words = words_in(runs)
        if self._heading == 1 and self.title and words.casefold() == self.title.casefold():
            return  # the front matter's title again
        if self._heading == 1 and not self.begun:
            self.title = words
            self._add(BlockKind.TITLE, runs)
        else:
            self._add(BlockKind.HEADING, runs, self._heading)

    def _add(self, kind: BlockKind, runs: list[Run], level: int = 0) -> None:
        if any(run.text.strip() for run in runs):
            self.begun = True
            self.builder.add(kind, runs, level=level)


def _is_picture(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph is nothing but pictures."""
    return any(token.type == "image" for token in tokens) and all(
        token.type in {"image", "softbreak", "hardbreak"} or not token.content.strip() for token in tokens
    )


def _without_attributes(words: str) -> str:
    """Return a heading's words without the name and classes behind them, as pandoc has them: "{#name .class}"."""
    ended = words.rstrip()
    at = ended.rfind("{")
    named = at >= 0 and ended.endswith("}") and ended[at + 1] in "#."
    return ended[:at].rstrip() if named else words


def inline_runs(tokens: Sequence[Token]) -> list[Run]:
    """Return the words of a paragraph with their appearance, be it told by HTML; an image is its description."""
    runs: list[Run] = []
    look = Look()
    for token in tokens:
        if token.nesting:
            runs += look.take(Tag(token.tag, token.nesting < 0, href=str(token.attrGet("href") or "")))
        elif token.type == "html_inline":
            tag = parse_tag(token.content)
            runs += look.take(tag) if tag else []
        elif token.type in _SAID:
            runs.append(look.run(token.content))
        elif token.type in {"softbreak", "hardbreak"}:
            runs.append(Run(" "))
        elif token.type == "footnote_ref":
            runs.append(Run(f"[{int(token.meta['id']) + 1}]"))
        elif token.type == "image":
            runs.append(look.run(description(token.content)))
    return runs
