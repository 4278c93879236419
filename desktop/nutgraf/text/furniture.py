"""Page furniture: the menus, share buttons, related links and notices of a page that was copied as text.

Boosted trees tell of each line how likely it is the article's (`page_features` says by what), others whether the text is such
a page at all (`page_signs`); where it is one, a second reading looks at each line in view of what the first made of all others
(`second_reading`). Then the page is cut: the article is the stretch of lines with the greatest sum of what speaks for them, from
the first likely line to the last. To lose a sentence is worse than to keep a menu, so inside it a line is furniture only where
there is hardly a doubt; outside it a line must be the surer to be kept the more of the page's likely text the stretch holds.
What is kept without being sure is doubtful: it is shown, and summaries take from it last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from nutgraf import assets
from nutgraf.text.boosted_trees import load_trees
from nutgraf.text.line_features import SHORT, Line, speaks_of_the_page
from nutgraf.text.page_body import best_stretch
from nutgraf.text.page_features import page_features
from nutgraf.text.page_signs import page_signs
from nutgraf.text.second_reading import second_features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    from nutgraf.cancel import Cancel
    from nutgraf.text.boosted_trees import Trees

__all__ = ["PAGE", "Line", "Place", "agreed", "cut", "find_furniture", "is_notice", "points_elsewhere"]

_MOST = 6000  # lines: longer texts are books and records, not copied pages
# Without so many lines in the words of menus, share buttons and notices, and one of so many, a text is not looked at; nor without
# so many lines of fewer than so many words that end as no sentence does.
_EVIDENCE, _EVIDENCE_SHARE = 3, 100
_SHORT_LINES = 6
_LONG = 1500  # lines: in longer texts short lines alone are no sign of a page
PAGE = 0.3  # probability that a text is a copied page, below which nothing of it is folded
_UNSAID = 0.6  # the same where fewer than `_EVIDENCE` of its lines speak of the page, as in letters and lists
_LEAST = 1e-6  # probability that a line has at least of being the article's, and of not being it
_FIRST = 0.3  # what the first of two readings counts
# Probabilities of being the article's, chosen by cross-validation over the training pages.
_PIVOT = 0.05  # from it a line speaks for its stretch, below it against it
_EDGE = 0.25  # the stretch begins and ends with a paragraph, or a line with this share of the highest probability
_WITHIN_PROSE = 0.02  # below it a paragraph of the stretch is furniture
_WITHIN_OTHER = 0.04  # the same for other lines of it
_BEYOND_PROSE = 0.05  # the same for paragraphs outside the stretch
_BEYOND_OTHER = 0.15  # and for other lines there
_BEYOND_MOST = 0.5  # the same for all lines outside a stretch that holds most of the likely text,
_MOST_SHARE = 0.7  # which is so much of it
_WEIGHT = (
    4,
    60,
    80,
)  # words: a line against the stretch counts at least and at most so many, one for it at most so many
_SURE_PROSE = 0.5  # share of the page's highest probability below which a paragraph is doubtful
_SURE_OTHER = 0.9  # the same for other lines
_POINTER = re.compile(  # a line that points to another article, in the words sites use for it
    r"(?:also read|read also|also see|see also|read more|read next|related(?: story| stories| article| reading| coverage)?|"
    r"more on this|lire aussi|à lire aussi|leia também|leia mais|lea también|lee también|"
    r"te puede interesar|lesen sie auch|mehr zum thema|leggi anche|lees ook|czytaj także|czytaj też|zobacz także|читайте также)"
    r"\s*[:|»>—–-]\s*\S.{0,200}",
    re.IGNORECASE,
)
_COOKIES = re.compile(  # full sentences, and yet no one's article
    r"\bcookies\b.*(?:\bconsent|privacy policy|tracking technolog|browsing experience|\bour (?:web)?site)|"
    r"\bconsent\b.*\bcookies\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…:;,。！？][\"'”’»)\]]*$")
_LONGEST_SHORT = 80  # characters
_LOOKED_AT = 1000  # characters of a line in which a notice about cookies is sought
_CHECKED = 500


@dataclass(frozen=True, slots=True)
class Place:
    """How likely (0 to 1) a line is the article's or its title, how likely it is the title, and what was decided."""

    article: float = 1.0
    title: float = 0.0
    furniture: bool = False
    doubtful: bool = False


def find_furniture(lines: Sequence[Line], cancel: Cancel) -> list[Place]:
    """Return for each line of a text how it stands to the article.

    Raises:
        Cancelled: the token was set.

    """
    if not 1 < len(lines) <= _MOST:
        return [Place()] * len(lines)
    bar = _bar(lines, cancel)
    if bar and (places := _places(lines, bar, cancel)):
        return places
    return [Place(furniture=points_elsewhere(line)) for line in lines]  # a letter or a transcript has no menus


def _bar(lines: Sequence[Line], cancel: Cancel) -> float | None:
    """Return how likely a text must be a page to be taken for one; None where it has no lines such as menus have, as most."""
    telling = short = 0
    for count, line in enumerate(lines):
        if count % _CHECKED == 0:
            cancel.check()
        telling += speaks_of_the_page(line)
        short += len(line.text) < _LONGEST_SHORT and len(line.text.split()) < SHORT and not _STOP.search(line.text)
    if telling >= max(_EVIDENCE, len(lines) // _EVIDENCE_SHARE) or (short >= _SHORT_LINES and len(lines) <= _LONG):
        return PAGE if telling >= _EVIDENCE else _UNSAID
    return None


def _places(lines: Sequence[Line], bar: float, cancel: Cancel) -> list[Place]:
    """Return how the lines of a page stand to its article; nothing, where it is none above the bar or has no likely paragraph."""
    seen = page_features(lines, cancel)
    columns = seen.columns()
    first = _trees("furniture")
    chances, titles = (first[name].probabilities(seen.matrix, cancel) for name in ("article", "title"))
    signs = page_signs(columns, chances)[0]
    if _trees("furniture-page")["page"].probabilities(signs[None], cancel)[0] < bar:
        return []
    matrix, _ = second_features(columns, chances, titles, seen.lines)
    again = _trees("furniture-again")["article"].probabilities(matrix, cancel)
    return cut(lines, columns, agreed(chances, again), titles)


def agreed(first: np.ndarray, again: np.ndarray) -> np.ndarray:
    """Return the probabilities whose log odds are the mean of those of two readings, the second counting for more."""
    import numpy as np

    first, again = np.clip([first, again], _LEAST, 1 - _LEAST)
    odds = (first / (1 - first)) ** _FIRST * (again / (1 - again)) ** (1 - _FIRST)
    chances: np.ndarray = odds / (1 + odds)
    return chances


def cut(
    lines: Sequence[Line], columns: Mapping[str, np.ndarray], chances: np.ndarray, titles: np.ndarray
) -> list[Place]:
    """Return how the lines of a page stand to its article, from how likely each is its own; nothing, if no paragraph is likely.

    `columns` are those of `page_features` by name.
    """
    import numpy as np

    notice = [is_notice(line) for line in lines]
    prose = (columns["prose"] > 0) & ~_array(notice)
    words = columns["words"]
    highest = _highest(chances, prose, words)
    least = _least(chances, prose, words, highest)
    kept = (chances >= least) & ~_array(notice) & ~_array([points_elsewhere(line) for line in lines])
    if not (kept & prose).any():
        return []
    doubtful = chances < highest * np.where(prose, _SURE_PROSE, _SURE_OTHER)
    return [
        Place(float(chance), float(title), not keep, bool(doubt and keep))
        for chance, title, keep, doubt in zip(chances, titles, kept, doubtful, strict=True)
    ]


def _least(chances: np.ndarray, prose: np.ndarray, words: np.ndarray, highest: float) -> np.ndarray:
    """Return for each line the probability that it needs to be kept."""
    import numpy as np

    lowest, against, most = _WEIGHT
    speaks = np.where(
        chances >= _PIVOT,
        (chances - _PIVOT) * np.minimum(words, most),
        (chances - _PIVOT) / _PIVOT * np.clip(words, lowest, against),
    )
    first, end = best_stretch(speaks.tolist())
    sure = np.flatnonzero(((chances >= _EDGE * highest) | (prose & (chances >= _PIVOT)))[first:end])
    if len(sure):
        first, end = first + sure[0], first + sure[-1] + 1
    likely = chances * words * prose
    if likely[first:end].sum() >= _MOST_SHARE * likely.sum():
        least = np.full(len(chances), _BEYOND_MOST)
    else:
        least = np.where(prose, _BEYOND_PROSE, _BEYOND_OTHER)
    least[first:end] = np.where(prose, _WITHIN_PROSE, _WITHIN_OTHER)[first:end]
    return least


def _highest(chances: np.ndarray, prose: np.ndarray, words: np.ndarray) -> float:
    """Return the probability above which a tenth of the page's likely prose lies."""
    import numpy as np

    if not prose.any():
        return 1.0

    order = np.argsort(-chances[prose], kind="stable")
    weights = (words * chances)[prose][order]
    return float(chances[prose][order][np.searchsorted(np.cumsum(weights), 0.1 * weights.sum())])


def _array(values: Sequence[bool]) -> np.ndarray:
    import numpy as np

    return np.array(values, bool)


def points_elsewhere(line: Line) -> bool:
    """Whether a line points to another article, in the words sites use for it."""
    return not line.text.endswith((".", "!", "”", '"')) and bool(_POINTER.fullmatch(line.text))


def is_notice(line: Line) -> bool:
    """Whether a line speaks of cookies as sites do."""
    return bool(_COOKIES.search(line.text[:_LOOKED_AT]))


@cache
def _trees(model: str) -> dict[str, Trees]:
    return load_trees(assets.path("models", f"{model}.npz"))[1]
