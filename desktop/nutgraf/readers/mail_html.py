"""The HTML body of a message: all of its words, tables that only place things taken apart, quotes and signatures marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.readers.chapter_notes import move_notes
from nutgraf.readers.comparing import plain
from nutgraf.readers.elements import HEADINGS
from nutgraf.readers.mail_text import DAY, FROM, SUBJECT
from nutgraf.readers.office_html import list_items
from nutgraf.readers.page import parse_page, visible_body
from nutgraf.readers.placing import take_tables_apart
from nutgraf.readers.tree import FURNITURE, TreeLaying

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from nutgraf.cancel import Cancel
    from nutgraf.text.builder import ArticleBuilder

_QUOTED = "|".join(  # as mail programs mark what a reply quotes, and signatures
    f"//{each}"
    for each in (
        "blockquote[@type='cite']",
        "*[contains(concat(' ', @class, ' '), ' gmail_quote ') and not(contains(., 'Forwarded message'))]",
        "*[contains(concat(' ', @class, ' '), ' gmail_signature ') or @class='gmail_signature_prefix']",
        "*[contains(@class, 'moz-cite-prefix') or contains(@class, 'moz-signature')]",
        "*[contains(@class, 'yahoo_quoted') or contains(@class, 'protonmail_quote') or contains(@class, 'protonmail_signature')]",
        "*[@id='AppleMailSignature' or @id='Signature' or @id='ms-outlook-mobile-signature']",
    )
)
_ANSWERED = "//*[@id='divRplyFwdMsg' or @id='appendonsend' or contains(@class, 'OutlookMessageHeader')]"
_LONGEST = 600  # characters of headers, or of a line about leaving
_HEADERS = re.compile(
    rf"(?:{FROM.pattern})(?:.(?!{SUBJECT.pattern})){{0,300}}?\b(?:{DAY.pattern}).{{1,300}}?\b(?:{SUBJECT.pattern})",
    re.DOTALL,
)
_LEAVE = re.compile(
    r"(?i)\bunsubscribe|\b(?:read|open) in (?:the )?app\b|"
    r"\bview (?:this |it )?(?:e-?mail )?(?:in|on) (?:your |a |the )?(?:browser|web)|"
    r"\bmanage (?:your )?(?:e-?mail )?(?:preferences|subscription)|\b(?:newsletter )?abbestellen|"
    r"\bim browser (?:an|lesen|öffnen)|\bdésabonner|\bdésinscri|\bdarse de baja|"
    r"\bcancelar (?:la |a )?(?:suscripción|inscrição)|\bdisiscri"
)


def lay_html(builder: ArticleBuilder, text: str, title: str, forwarded: bool, cancel: Cancel) -> None:
    """Lay an HTML body into `builder`, a heading that repeats the message's title left out.

    Where there is nothing but quotes, or it is forwarded, these are the article.

    Raises:
        Cancelled: the token was set.

    """
    page = parse_page(text)
    cancel.check()
    _mark_furniture(page, [] if forwarded else [*page.xpath(_ANSWERED)[:1], *_answered(page)])
    list_items(page)
    take_tables_apart(page)
    move_notes(page, lambda _: None)
    _drop_heading(page, title)
    laying = TreeLaying(cancel, builder=builder)
    laying.lay(visible_body(page))


def _drop_heading(page: HtmlElement, title: str) -> None:
    """Take the first heading out that repeats the message's title; a paragraph of the same words is what someone wrote."""
    again = (each for each in page.iter(*HEADINGS) if plain(title) and plain("".join(each.itertext())) == plain(title))
    if (heading := next(again, None)) is not None:
        heading.drop_tree()


def _mark_furniture(page: HtmlElement, answered: list[HtmlElement]) -> None:
    found = page.xpath(_QUOTED)
    for element in answered:
        found += [element, *_below(element)]
    found += _leaving(page)
    quoted = {id(each) for each in found}
    words = "".join(_own_words(page, quoted))
    if any(character.isalnum() for character in words):
        for element in found:
            element.set(FURNITURE, "1")


def _answered(page: HtmlElement) -> list[HtmlElement]:
    """Return the element that holds the headers of the message that is answered, as Outlook sets them, if any does."""
    found = None
    for element in page.iter("p", "div"):
        if FROM.match(next((words.strip() for words in element.itertext() if words.strip()), "")):
            words = " ".join(element.itertext()).strip()
            if len(words) <= _LONGEST and _HEADERS.match(words) and (found is None or found in element.iterancestors()):
                found = element  # the innermost one
    return [] if found is None else [found]


def _below(element: HtmlElement) -> list[HtmlElement]:
    """Return all that stands below an element in the message."""
    above = [element, *element.iterancestors()]
    return [sibling for each in above if each.tag not in {"body", "html"} for sibling in each.itersiblings()]


def _leaving(page: HtmlElement) -> list[HtmlElement]:
    """Return the lines about how to be sent no more of this, or to see it elsewhere."""
    links = [link for link in page.iter("a") if _LEAVE.search(" ".join(link.itertext()))]
    lines = [next(link.iterancestors("p", "div", "li", "tr"), None) for link in links]
    return [line for line in lines if line is not None and len("".join(line.itertext())) <= _LONGEST]


def _own_words(page: HtmlElement, quoted: set[int]) -> list[str]:
    """Return the page's words outside the quoted elements."""
    said: list[str] = []
    inside: list[HtmlElement] = [page.find("body")]
    while inside:
        element = inside.pop()
        if element is None or id(element) in quoted or not isinstance(element.tag, str):
            continue
        said.append(element.text or "")
        said += [child.tail or "" for child in element]
        inside += element
    return said
