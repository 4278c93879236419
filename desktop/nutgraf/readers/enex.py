"""Notes that Evernote exports (ENEX): each under its title, its body laid as HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged
from nutgraf.readers.byline import listed_authors
from nutgraf.readers.xml_tree import child, parse_xml, without_doctype
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder

if TYPE_CHECKING:
    from lxml.etree import _Element

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_ROOT = re.compile(rb"<en-export[\s>]")
_HEAD = 2048
_PICTURES = re.compile(rb"<data\b[^<>]*>[^<]*</data>")  # in letters
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)T")


class EnexReader:
    """Reads the notes of an export in its order; what is attached to them is left out."""

    name = "enex"
    title = "Evernote export (ENEX)"
    suffixes: tuple[str, ...] = (".enex",)
    media_types: tuple[str, ...] = ("application/enex+xml",)

    def recognises(self, source: Source) -> bool:
        """Whether the bytes open an export."""
        head = source.data[:_HEAD]
        return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") and bool(_ROOT.search(head))

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the first note's title as the article's, those of others as headings."""
        from nutgraf.readers.page import parse_page, visible_body
        from nutgraf.readers.tree import TreeLaying

        cancel.check()
        root = parse_xml(_PICTURES.sub(b"", without_doctype(source.data)), source.name)
        notes = list(root.iterfind("{*}note"))
        builder = ArticleBuilder()
        try:
            for note in notes:
                cancel.check()
                first = note is notes[0]
                builder.add(
                    BlockKind.TITLE if first else BlockKind.HEADING, _words(note, "title"), level=0 if first else 1
                )
                TreeLaying(cancel, builder=builder).lay(visible_body(parse_page(_words(note, "content"))))
        except RecursionError as error:
            raise Damaged(f"“{source.name}” is nested too deeply to be notes. Try exporting them again.") from error
        return builder.build(_meta(notes[0]) if notes else Meta())


def _meta(note: _Element) -> Meta:
    written = _DAY.match(_words(note, "created"))
    return Meta(
        title=_words(note, "title"),
        authors=listed_authors(_words(child(note, "note-attributes"), "author")),
        published="-".join(written.groups()) if written else "",
    )


def _words(element: _Element | None, name: str) -> str:
    found = child(element, name)
    return (found.text or "").strip() if found is not None else ""
