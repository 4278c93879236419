"""What stands at the head of a saved page: its title, its standfirst, who wrote it."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from nutgraf.readers.block_features import words_of
from nutgraf.readers.byline import authors_in
from nutgraf.readers.comparing import folded, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|subhead(?:line)?|sub-?title|strap-?line|lede?-text|c-entry-summary)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ELSEWHERE = ("nav", "footer", "aside", "figure", "li")  # where no standfirst stands, but other articles' may
_PARTS = re.compile(" (?:[|–—»·•@-]|::) ")  # of a page's title: the article's, the section's, the site's
_NAMED = "//meta[@property='og:title' or @name='og:title' or @name='twitter:title']/@content"
_TITLE = "//title[normalize-space() and not(ancestor::svg)]"
_DESCRIBED = "//meta[@name='description' or @property='og:description']/@content"
# How alike a heading is to the page's title, from which it is the article's: the share of their words that are of both.
_ALIKE, _SURELY_ALIKE = 0.5, 0.8
_MOST_HEADINGS = 300
_SHORTEST = 20  # characters of a standfirst
_NO_NAME = re.compile(
    r"(?i)\b(?:username|follow|subscribe|authority|control|version|login|log in|sign in|anonymous|unknown|admin(?:istrator)?)\b"
)
_AFTER_NAME = re.compile(
    r" (?:Edited|Photographs?|Photography|Illustrated|Updated|Published|Posted)(?: by| on| at)?\b.*"
)

_ROLE = re.compile(r"(\S+ \S+) (?:\w+ )?(?:Editor|Reporter|Correspondent|Columnist|Writer|Contributor)")


def headline(page: HtmlElement, told: str) -> str:
    """Return the page's title: the heading that says what its metadata do, else what is `told` of it, else its first heading."""
    said = [_PARTS.split(each) for each in (*map(folded, page.xpath(_NAMED)), page_title(page))]
    titles = [words_of(form) for parts in said for form in (" ".join(parts), max(parts, key=len))]
    others = {plain(part) for parts in said for part in parts if part != max(parts, key=len)}
    first, lower = _headings(page, "h1"), _headings(page, "h2", "h3")
    own = [each for each in first if plain(each) not in others]
    for headings, least in (([*own, *lower], _SURELY_ALIKE), (own, _ALIKE)):
        found = max(headings, key=lambda each: _likeness(words_of(each), titles), default="")
        if _likeness(words_of(found), titles) >= least:
            return found
    inside = [words for each in page.xpath("//h1[ancestor::article]") if (words := folded(each.text_content()))]
    heading = next(iter(inside or first), "")
    return heading if heading and plain(heading) in plain(told) else told or heading


def page_title(page: HtmlElement) -> str:
    """Return what the page's `<title>` says, or ""."""
    return next((folded(each.text_content()) for each in page.xpath(_TITLE)), "")


def standfirst(page: HtmlElement) -> str:
    """Return the standfirst: what a class of the page's names so, else its description where a heading repeats it."""
    for element in page.xpath("//p[@class] | //h2[@class] | //div[@class] | //*[@class][ancestor::header]"):
        if _STANDFIRST.search(element.get("class", "")) and element.find(".//p/..//p[2]") is None:
            words = folded(element.text_content())
            if (
                _SHORTEST <= len(words) <= 400
                and not authors_in(words)
                and next(element.iterancestors(*_ELSEWHERE), None) is None
            ):
                return words
    known = descriptions(page)
    return next(
        (
            words
            for each in page.xpath("//h2 | //p[ancestor::header]")
            if (words := folded(each.text_content())) in known
        ),
        "",
    )


def descriptions(page: HtmlElement) -> tuple[str, ...]:
    """Return what the page's metadata say of it in a sentence."""
    return tuple(words for each in page.xpath(_DESCRIBED) if len(words := folded(each)) >= _SHORTEST)


def names(told: Iterable[str], published: str, site: str) -> tuple[str, ...]:
    """Return of the authors' names that an extractor tells what are names, each once; `published` is the page's day."""
    found: dict[str, str] = {}
    for each in map(folded, told):
        name = _AFTER_NAME.sub("", _undated(each, published)).strip(" ,;|·–—-")
        if role := _ROLE.fullmatch(name):
            name = role[1]
        if name and not _NO_NAME.search(name) and not _is_part(name, site):
            found.setdefault(plain(name), name)
    return tuple(found.values())


def _is_part(name: str, site: str) -> bool:
    """Whether a name is one word of the site's, as of "Mac & I"."""
    own, whole = words_of(name), words_of(site)
    return len(own) == 1 < len(whole) and own[0] in whole


def _undated(name: str, published: str) -> str:
    """Return a name without the weekday and the month of the day behind it ("Ana Lima May"), but two words of it."""
    with suppress(ValueError):
        day = date.fromisoformat(published)
        words = name.split()
        while words and len(words) != 2 and words[-1] in {f"{day:%B}", f"{day:%b}", f"{day:%A}", f"{day:%a}"}:
            words.pop()
        return " ".join(words)
    return name


def _headings(page: HtmlElement, *tags: str) -> list[str]:
    found = (folded(each.text_content()) for each, _ in zip(page.iter(*tags), range(_MOST_HEADINGS), strict=False))
    return [words for words in found if words]


def _likeness(heading: Sequence[str], titles: Iterable[Sequence[str]]) -> float:
    """Return the share of words that a heading and a title have in common, of the title that it is most like."""
    own = set(heading)
    return max((2 * len(own & set(each)) / (len(own) + len(set(each))) for each in titles if own and each), default=0.0)
