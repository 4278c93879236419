"""Words that running text hardly ever capitalises: they tell what is a name in a headline."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conll import Document

OUT = Path(__file__).parents[2] / "resources" / "models" / "names" / "lowercase.txt"
FEWEST = 8
SHARE = 0.97


def write(documents: Iterable[Document], out: Path = OUT) -> None:
    """Write the words, one a line."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for document in documents:
        for sentence in document:
            for before, word in zip(sentence.words, sentence.words[1:], strict=False):
                if word.isalpha() and before[-1].isalnum():
                    (lower if word.islower() else capital)[word.lower()] += 1
    common = sorted(
        word for word, count in lower.items() if count >= FEWEST and count >= SHARE * (count + capital[word])
    )
    out.write_text("\n".join(common) + "\n", encoding="utf-8")
