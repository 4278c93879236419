"""Markdown (CommonMark with tables and strikethrough), front matter taken as what is known of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged
from nutgraf.readers.decode import decode
from nutgraf.readers.signs import description
from nutgraf.readers.sniff import suffix
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_FRONT = re.compile(r"\s*(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELDS = {"---": re.compile(r"([A-Za-z][\w -]*):\s*(.*)"), "+++": re.compile(r"([A-Za-z][\w-]*)\s*=\s*(.*)")}
_DEEPEST = 100  # blocks within blocks; what lies deeper is left out by the parser
_TAGS = re.compile(r"<[^>]*>")


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
        from mdit_py_plugins.footnote import footnote_plugin

        text, encoding = decode(source.data, name=source.name)
        fields, text = front_matter(text)
        cancel.check()
        parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
        parser.use(footnote_plugin)
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
            authors=fields.get("authors") or fields.get("author") or (),
            published=next((fields[key][0] for key in ("published", "date", "created") if fields.get(key)), ""),
            site=fields.get("site", ("",))[0],
            language=next((fields[key][0] for key in ("language", "lang") if fields.get(key)), ""),
            encoding=encoding,
        )
        return laying.builder.build(meta)


def front_matter(text: str) -> tuple[dict[str, tuple[str, ...]], str]:
    """Return the fields of a front matter in YAML (or TOML, as Hugo has it), each a tuple of words, and the text after it.

    Only what an article's front matter uses is read: `key: value`, `key: [a, b]`, and lists of `- value`; `key = value` in TOML.
    """
    found = _FRONT.match(text)
    if not found:
        return {}, text
    form, lines = _FIELDS[found[1]], found[2].splitlines()
    if not any(form.fullmatch(line) for line in lines):
        return {}, text
    fields: dict[str, tuple[str, ...]] = {}
    key = ""
    for line in lines:
        if field := form.fullmatch(line):
            key = field[1].strip().lower()
            fields[key] = _values(field[2])
        elif key and (item := re.fullmatch(r"\s*-\s+(.*)", line)):
            fields[key] += _values(item[1])
    return {key: values for key, values in fields.items() if values}, text[found.end() :]


def _too_deep(name: str) -> str:
    return f"“{name}” is nested too deeply to be read as Markdown. Try renaming it to end in “.txt”."


def _values(words: str) -> tuple[str, ...]:
    words = words.strip()
    listed = words[1:-1].split(",") if words.startswith("[") and words.endswith("]") else [words]
    return tuple(value for each in listed if (value := each.strip().strip("\"'").strip()))


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
            self._add(BlockKind.PARAGRAPH, [Run(_TAGS.sub(" ", token.content))])
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
            self._add(BlockKind.QUOTE, runs, self._quotes)
        else:
            self._add(BlockKind.PARAGRAPH, runs)

    def _add_heading(self, runs: list[Run]) -> None:
        words = " ".join("".join(run.text for run in runs).split())
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


def inline_runs(tokens: Sequence[Token]) -> list[Run]:
    """Return the words of a paragraph with their appearance; an image is its description, HTML tags are left out."""
    runs: list[Run] = []
    strong = emphasis = 0
    links: list[str] = []
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                links.append(str(token.attrGet("href") or ""))
            case "link_close":
                links.pop()
            case "softbreak" | "hardbreak":
                runs.append(Run(" "))
            case "footnote_ref":
                runs.append(Run(f"[{int(token.meta['id']) + 1}]"))
            case "image":
                runs.append(Run(description(token.content), link=links[-1] if links else ""))
            case "text" | "code_inline" | "text_special":
                runs.append(Run(token.content, strong > 0, emphasis > 0, links[-1] if links else ""))
    return runs
