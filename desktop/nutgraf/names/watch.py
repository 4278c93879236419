"""Names that the reader watches: found by their words in every article, apart from any engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.names.occurrences import occurrences
from nutgraf.text.entity import Watched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.span import Span


@dataclass(frozen=True, slots=True)
class Watch:
    """A name to watch, and other forms of it, none of them empty; white space is folded."""

    name: str
    aliases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        forms = [" ".join(form.split()) for form in (self.name, *self.aliases)]
        if not all(forms):
            raise ValueError(f"not a name to watch: {self.name!r}, {self.aliases!r}")
        object.__setattr__(self, "name", forms[0])
        object.__setattr__(self, "aliases", tuple(dict.fromkeys(form for form in forms[1:] if form != forms[0])))


def watched(article: Article, watches: Sequence[Watch], cancel: Cancel) -> tuple[Watched, ...]:
    """Return those of the watched names that occur, in the list's order, with their places.

    A form that stands in two lines of the list counts for the first.

    Raises:
        Cancelled: the token was set.

    """
    owners: dict[str, int] = {}
    for number, watch in enumerate(watches):
        for form in (watch.name, *watch.aliases):
            owners.setdefault(form, number)
    spans: dict[int, list[Span]] = {}
    for span, form in occurrences(owners, article, cancel):
        spans.setdefault(owners[form], []).append(span)
    return tuple(
        Watched(watches[number].name, watches[number].aliases, tuple(spans[number])) for number in sorted(spans)
    )
