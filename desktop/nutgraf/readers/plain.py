"""Plain text: paragraphs found in its lines, their kinds by shape, page furniture marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.readers.decode import declared_in_xml, decode
from nutgraf.readers.shape import shapes
from nutgraf.readers.text_signs import with_signs
from nutgraf.readers.wrapping import paragraphs
from nutgraf.text.article import Article, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.furniture import find_furniture

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_SOFT_HYPHEN = re.compile(r"\xad(?:[ \t]*\r?\n[ \t]*(?=\w))?")  # and the line's end at which it parts a word


class PlainReader:
    """Reads what is text and nothing else, pages copied from a browser among it."""

    name = "text"
    title = "Plain text"
    suffixes: tuple[str, ...] = (".txt", ".text", ".asc")
    media_types: tuple[str, ...] = ("text/plain",)

    def recognises(self, source: Source) -> bool:  # noqa: ARG002 - whatever no other reader takes is tried as text
        """Take anything: bytes that are no text are refused when they are decoded."""
        return True

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article."""
        text, encoding = decode(source.data, declared_in_xml(source.data), source.name)
        cancel.check()
        return lay_text(_SOFT_HYPHEN.sub("", text), cancel, encoding)


def lay_text(text: str, cancel: Cancel, encoding: str = "") -> Article:
    """Return the article in `text`, each of its characters kept in its order, white space aside.

    Raises:
        Cancelled: the token was set.

    """
    found = paragraphs(text, cancel)
    furniture = find_furniture(found, cancel)
    builder = ArticleBuilder()
    outline = with_signs(found, shapes(found, furniture, cancel), cancel)
    for count, (paragraph, shape) in enumerate(zip(found, outline.shapes, strict=True)):
        if count % 500 == 0:
            cancel.check()
        builder.add(shape.kind, paragraph.text, level=shape.level, furniture=shape.furniture, doubtful=shape.doubtful)
    meta = Meta(title=outline.title, authors=outline.authors, published=outline.published, encoding=encoding)
    return builder.build(meta)
