"""HTML's elements by what they do to the words in them."""

from __future__ import annotations

_BREAKING_NAMES = """
    p div section article main header footer nav hgroup dl dt dd li figure address body aside center form fieldset legend hr
    details summary dialog table thead tbody tfoot td th
"""
BREAKING = frozenset(_BREAKING_NAMES.split())
"""Before and behind which a block ends, and which say no more of it."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CAPTIONS = frozenset({"figcaption", "caption"})
LISTS = frozenset({"ul", "ol", "dl", "menu"})
CELLS = frozenset({"td", "th"})
PARTING = BREAKING | HEADINGS | CAPTIONS | {"tr", "pre", "blockquote", "ul", "ol"}
"""All before and behind which a block ends."""
STRONG = frozenset({"b", "strong"})
EMPHASIS = frozenset({"i", "em"})
