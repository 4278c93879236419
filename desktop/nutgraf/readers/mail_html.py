"""The HTML body of a message: all of its words, tables that only place things taken apart, quotes and signatures marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nutgraf.readers.page import PageFacts, parse_page
from nutgraf.readers.tree import FURNITURE, TreeLaying

if TYPE_CHECKING:
    from email.message import Message

    from nutgraf.cancel import Cancel
    from nutgraf.text.builder import ArticleBuilder

_QUOTED = "|".join(  # as mail programs mark what a reply quotes, and signatures
    f"//{each}"
    for each in (
        "blockquote[@type='cite']",
        "*[contains(concat(' ', @class, ' '), ' gmail_quote ') and not(contains(., 'Forwarded message'))]",
        "*[contains(concat(' ', @class, ' '), ' gmail_signature ')]",
        "*[contains(@class, 'moz-cite-prefix') or contains(@class, 'moz-signature')]",
        "*[contains(@class, 'yahoo_quoted') or contains(@class, 'protonmail_quote') or contains(@class, 'protonmail_signature')]",
        "*[@id='AppleMailSignature' or @id='Signature' or @id='ms-outlook-mobile-signature']",
    )
)
_ANSWERED = "//*[@id='divRplyFwdMsg' or @id='appendonsend' or contains(@class, 'OutlookMessageHeader')]"
_PLACING = ".//table | .//p | .//div | .//h1 | .//h2 | .//h3 | .//ul | .//ol | .//blockquote | .//br"


def lay_html(builder: ArticleBuilder, text: str, part: Message, forwarded: bool, cancel: Cancel) -> None:  # noqa: ARG001 - as lay_plain
    """Lay an HTML body into `builder`. Where there is nothing but quotes, or it is forwarded, these are the article."""
    page = parse_page(text)
    cancel.check()
    _mark_furniture(page, [] if forwarded else page.xpath(_ANSWERED))
    _take_tables_apart(page)
    laying = TreeLaying(cancel)
    laying.builder = builder
    laying.lay(PageFacts.of_everything(page).body)


def _mark_furniture(page: Any, answered: list[Any]) -> None:  # noqa: ANN401
    found = page.xpath(_QUOTED)
    for element in answered:
        found += [element, *element.itersiblings()]
    quoted = {id(each) for each in found}
    words = "".join(_own_words(page, quoted))
    if any(character.isalnum() for character in words):
        for element in found:
            element.set(FURNITURE, "1")


def _own_words(page: Any, quoted: set[int]) -> list[str]:  # noqa: ANN401
    """Return the page's words outside the quoted elements."""
    said: list[str] = []
    inside: list[Any] = [page.find("body")]
    while inside:
        element = inside.pop()
        if element is None or id(element) in quoted or not isinstance(element.tag, str):
            continue
        said.append(element.text or "")
        said += [child.tail or "" for child in element]
        inside += element
    return said


def _take_tables_apart(page: Any) -> None:  # noqa: ANN401
    """Make plain boxes of the tables whose cells hold more than words."""
    for table in page.xpath("//table"):
        cells = table.xpath("./tr/td | ./tbody/tr/td | ./tr/th | ./tbody/tr/th")
        if len(cells) == 1 or any(cell.xpath(_PLACING) for cell in cells):
            for row in (table, *table.iterchildren("tbody", "tr"), *table.xpath("./tbody/tr"), *cells):
                row.tag = "div"
