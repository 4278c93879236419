"""What tells a page that was copied with all that stands around its article from a text that is no page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from nutgraf.text.line_features import OWN_FEATURES, PAGE_TOPICS, SHORT

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np

_COUNTED = ("telling", "dated", *PAGE_TOPICS)
_BELOW = (0.05, 0.3, 0.5)  # probabilities of being the article's
_LINES = 30.0  # from which more of a kind tell nothing more


def page_signs(first: Mapping[str, np.ndarray], chances: np.ndarray) -> tuple[np.ndarray, tuple[str, ...]]:
    """Return a row of float32, a number a sign, and the signs' names.

    `first` holds the columns of `page_features` by name, `chances` what a first reading made of them.
    """
    import numpy as np

    short = (first["words"] < SHORT) & (first["stop"] == 0)
    words = first["words"]
    signs: dict[str, float] = {
        f"share of {name}": float(first[name].mean()) for name in OWN_FEATURES if name != "words"
    }
    for name in _COUNTED:
        found = first[name] * (short | (first["telling"] > 0))
        signs[f"lines of {name}"] = min(_LINES, float(found.sum()))
    signs["lines"] = float(np.log1p(len(words)))
    signs["words"] = float(np.log1p(words.sum()))
    signs["words a line"] = float(np.log1p(words.mean()))
    signs["share of short"] = float(short.mean())
    runs = [len(list(run)) for is_short, run in groupby(short.tolist()) if is_short]
    signs["longest run"] = min(_LINES, max(runs, default=0))
    signs["share of copies"] = float((first["copies"] > 1).mean())
    signs["share of prose"] = float((words * first["prose"]).sum() / max(1.0, float(words.sum())))
    for limit in _BELOW:
        below = chances < limit
        signs[f"share below {limit}"] = float(below.mean())
        signs[f"words below {limit}"] = float((words * below).sum() / max(1.0, float(words.sum())))
    signs["telling below"] = min(_LINES, float((first["telling"] * (chances < _BELOW[0])).sum()))
    signs["highest"] = float(chances.max())
    signs["mean"] = float(chances.mean())
    return np.array(list(signs.values()), np.float32), tuple(signs)
