"""One chapter of an e-book: XHTML as it is found in books, laid out as blocks."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged
from nutgraf.readers.chapter_notes import drop, move_notes
from nutgraf.readers.comparing import plain
from nutgraf.readers.decode import declared_in_page, decode
from nutgraf.readers.elements import HEADINGS
from nutgraf.readers.math_text import math_text
from nutgraf.readers.notes import types
from nutgraf.readers.page import parse_page
from nutgraf.readers.signs import description, raised
from nutgraf.readers.tree import FURNITURE, TreeLaying
from nutgraf.readers.xml_tree import local, parse_xml, sound_xml
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from nutgraf.cancel import Cancel
    from nutgraf.readers.chapter_notes import Elsewhere
    from nutgraf.text.builder import ArticleBuilder

_EMPTY_ELEMENT = re.compile(r"<(title|script|style|a|p|div|span|td|i|b|em|strong)((?:\s[^<>]*)?)/>")
_SILENT = ("head", "script", "style", "template", "audio", "video", "iframe", "object", "svg", "rt", "rp")
_CHAPTERS = (".xhtml", ".html", ".htm", ".xml")
_OPENING = 8  # elements among which a chapter's name may be typed
_LINKS = 3  # to chapters at least, in a page of contents,
_LINKED = 0.6  # whose words are these by so much


def read_chapter(data: bytes, name: str) -> HtmlElement:
    """Return the chapter's body, its names in no namespace; what is no well-formed XHTML is read as HTML."""
    text, _ = decode(data, declared_in_page(data), name)
    try:
        root: HtmlElement = parse_xml(sound_xml(text).encode(), name)
        for element in root.iter("*"):
            element.tag = local(element)
    except Damaged:
        root = parse_page(_EMPTY_ELEMENT.sub(r"<\1\2></\1>", text))
    for element in root.iter("math"):
        words, tail = math_text(element), element.tail
        element.clear()
        element.tag, element.text, element.tail = "span", words, tail
    for element in [each for each in root.iter(*_SILENT) if each.getparent() is not None]:
        drop(element)
    body = root.find("body")
    return root if body is None else body


def lay_chapter(
    body: HtmlElement, label: str, builder: ArticleBuilder, left_out: str, elsewhere: Elsewhere, cancel: Cancel
) -> None:
    """Lay a chapter. Its highest heading becomes level 1; where it has none, `label` (of the book's contents) is one.

    `left_out` is a block that stands in the article already and is not repeated; notes may lie `elsewhere`.

    Raises:
        Cancelled: the token was set.

    """
    headings = list(body.iter(*HEADINGS)) or _typed_headings(body, label)
    above = min((int(each.tag[1]) for each in headings), default=1) - 1
    for each in headings:
        each.tag = f"h{int(each.tag[1]) - above}"
    _name_pictures(body)
    _drop_page_numbers(body)
    if _is_contents(body):
        body.set(FURNITURE, "1")
    else:
        move_notes(body, elsewhere)
    _raise(body)
    for frame in body.xpath("//*[contains(concat(' ', @class, ' '), ' pg-boilerplate ')]"):  # Project Gutenberg's
        frame.set(FURNITURE, "1")
    laying = TreeLaying(cancel, leave_out=left_out, builder=builder)
    words = plain(" ".join(body.itertext()))
    if label and not headings and words and not words.startswith(plain(label)) and plain(label) != plain(left_out):
        builder.add(BlockKind.HEADING, label, level=1)
    laying.lay(body)


def _typed_headings(body: HtmlElement, label: str) -> list[HtmlElement]:
    """Make a heading of the paragraph with which a chapter opens and that is its name in the contents; return it."""
    paragraphs = [
        each for each in islice(body.iter("p", "div"), _OPENING) if each.find("p") is None and each.find("div") is None
    ]
    named = [each for each in paragraphs if label and plain("".join(each.itertext())) == plain(label)]
    for each in named[:1]:
        each.tag = "h1"
    return named[:1]


def _is_contents(body: HtmlElement) -> bool:
    """Whether a chapter is hardly more than links to other chapters."""
    links = [link for link in body.iter("a") if link.get("href", "").partition("#")[0].endswith(_CHAPTERS)]
    linked, words = (sum(len("".join(each.itertext()).split()) for each in found) for found in (links, [body]))
    return len(links) >= _LINKS and linked >= _LINKED * words


def _drop_page_numbers(body: HtmlElement) -> None:
    """Take out the marks of where the printed book's pages end."""
    for mark in list(body.iter("span", "div", "a")):
        if "pagebreak" in types(mark) or mark.get("role") == "doc-pagebreak":
            drop(mark)


def _raise(body: HtmlElement) -> None:
    for element in body.iter("sup"):
        if not len(element):
            element.text = raised(element.text or "")


def _name_pictures(body: HtmlElement) -> None:
    """Put the alternative text in a picture's place: a caption where it stands alone, else words among words.

    What the figure's own caption says again is left to that.
    """
    for caption in body.iter("p", "div"):
        if "caption" in caption.get("class", "").split():
            caption.tag = "figcaption"
    for picture in list(body.iter("img", "image")):
        said = description(picture.get("alt", ""))
        parent = picture.getparent()
        alone = parent is None or parent.tag == "figure" or not "".join(parent.itertext()).strip()
        around = islice(picture.iterancestors(), 2)
        captions = (each for holder in around for each in holder.iterchildren("figcaption"))
        again = said and any(plain(said) == plain("".join(each.itertext())) for each in captions)
        picture.tag, picture.text = ("figcaption" if alone else "span"), None if again else said or None
