"""What a web page says of itself: headline, standfirst, authors, date, site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|subhead(?:line)?|sub-?title|strap-?line|lede?-text|c-entry-summary)(?:$|[\s_-])",
    re.IGNORECASE,
)
CAPTION = "\ue000"  # of the private use area: no page has it for words
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold, and trafilatura builds XML
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SILENT = (
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "nav",
    "footer",
    "form",
    "button",
    "select",
    "svg",
    "iframe",
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The article's tree in trafilatura's TEI vocabulary, and what the page's metadata say."""

    body: Any
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    site: str = ""
    url: str = ""

    @classmethod
    def of_document(cls, found: Any) -> PageFacts:  # noqa: ANN401 - trafilatura's Document
        """Return the facts of what trafilatura found."""
        return cls(
            body=found.body,
            title=_words(found.title),
            authors=tuple(name for each in _words(found.author).split(";") if (name := each.strip())),
            published=_words(found.date),
            site=_words(found.sitename or found.hostname),
            url=found.url or "",
        )

    @classmethod
    def of_everything(cls, page: Any) -> PageFacts:  # noqa: ANN401
        """Return the page's visible words, with its `<title>`: for pages in which no article is found."""
        title = page.find(".//title")
        body = page.find("body")
        body = page if body is None else body
        for element in list(body.iter(*_SILENT)):
            if element.getparent() is not None:
                element.drop_tree()
        return cls(body=body, title=_words(title.text) if title is not None else "")


def parse_page(text: str) -> Any:  # noqa: ANN401
    """Return the page's tree, without what the page hides from its reader. Entities of a DTD are never expanded."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    data = _UNFIT.sub(" ", text).encode("utf-8", "replace")
    try:
        page: Any = document_fromstring(data, parser=parser, ensure_head_body=True)
    except ParserError:  # nothing in it, or nothing but what is left out
        page = document_fromstring(b"<html></html>", parser=parser, ensure_head_body=True)
    for element in page.xpath("//*[@hidden or @style]"):
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style", ""))
        if hidden and element.getparent() is not None and element.tag not in {"html", "body", "article", "main"}:
            element.drop_tree()
    return page


def keep_captions(page: Any) -> None:  # noqa: ANN401
    """Set the captions of figures as paragraphs that begin with `CAPTION`: trafilatura drops figures with all they hold."""
    from lxml.html import Element

    for caption in page.xpath("//figure//figcaption"):
        words = _words(caption.text_content())
        figure = next(caption.iterancestors("figure"), None)  # none where it stood in a caption that is moved already
        if words and figure is not None and figure.getparent() is not None:
            paragraph = Element("p")
            paragraph.text = CAPTION + words
            paragraph.tail, figure.tail = figure.tail, None
            figure.addnext(paragraph)
            caption.drop_tree()


def headline(page: Any) -> str:  # noqa: ANN401
    """Return the words of the page's only `<h1>`, or of the first inside its article, or ""."""
    found = page.xpath("//article//h1") or page.xpath("//h1")
    return _words(found[0].text_content()) if found else ""


def standfirst(page: Any) -> str:  # noqa: ANN401
    """Return the standfirst: what a class of the page's names so, else its description where a heading repeats it."""
    for element in page.xpath("//p[@class] | //h2[@class] | //div[@class] | //header//*[@class]"):
        if _STANDFIRST.search(element.get("class", "")) and element.find(".//p/..//p[2]") is None:
            words = _words(element.text_content())
            if 20 <= len(words) <= 400:
                return words
    described = page.xpath("//meta[@name='description' or @property='og:description']/@content")
    known = {_words(each) for each in described if len(_words(each)) >= 20}
    return next(
        (words for each in page.xpath("//h2 | //header//p") if (words := _words(each.text_content())) in known), ""
    )


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
