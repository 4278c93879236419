"""A web page's tree, and what of it is for reading; its headline and standfirst."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from nutgraf.readers.byline import authors_in

if TYPE_CHECKING:
    from collections.abc import Iterable

_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|subhead(?:line)?|sub-?title|strap-?line|lede?-text|c-entry-summary)(?:$|[\s_-])",
    re.IGNORECASE,
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold, and trafilatura builds XML
_ELSEWHERE = ("nav", "footer", "aside", "figure", "li")  # where no standfirst stands, but other articles' may
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SILENT_NAMES = "script style noscript template head button select textarea svg iframe object audio video canvas"
_SILENT = tuple(_SILENT_NAMES.split())


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


def visible_body(page: Any) -> Any:  # noqa: ANN401
    """Return the page's body without what is not for reading: scripts, menus, footers, forms and the like."""
    return _without(page, (*_SILENT, "nav", "footer", "form"))


def whole_body(page: Any) -> Any:  # noqa: ANN401
    """Return the page's body without what holds no words to read: scripts, controls, films and the like."""
    return _without(page, _SILENT)


def _without(page: Any, tags: Iterable[str]) -> Any:  # noqa: ANN401
    body = page.find("body")
    body = page if body is None else body
    for element in list(body.iter(*tags)):
        if element.getparent() is not None:
            element.drop_tree()
    return body


def headline(page: Any) -> str:  # noqa: ANN401
    """Return the words of the page's only `<h1>`, or of the first inside its article, or ""."""
    found = page.xpath("//article//h1") or page.xpath("//h1")
    return _words(found[0].text_content()) if found else ""


def standfirst(page: Any) -> str:  # noqa: ANN401
    """Return the standfirst: what a class of the page's names so, else its description where a heading repeats it."""
    for element in page.xpath("//p[@class] | //h2[@class] | //div[@class] | //header//*[@class]"):
        if _STANDFIRST.search(element.get("class", "")) and element.find(".//p/..//p[2]") is None:
            words = _words(element.text_content())
            if (
                20 <= len(words) <= 400
                and not authors_in(words)
                and next(element.iterancestors(*_ELSEWHERE), None) is None
            ):
                return words
    described = page.xpath("//meta[@name='description' or @property='og:description']/@content")
    known = {_words(each) for each in described if len(_words(each)) >= 20}
    return next(
        (words for each in page.xpath("//h2 | //header//p") if (words := _words(each.text_content())) in known), ""
    )


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
