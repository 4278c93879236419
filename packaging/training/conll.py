"""Documents of CoNLL files (token, tab, BIO tag), laid out as running text so that training sees the program's own tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.names.tokens import token_spans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOCUMENT = 40  # sentences a document, where the file marks none
_GLUED_LEFT = set(".,;:!?)]}%’”") | {"'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m", "...", "''"}
_GLUED_RIGHT = set("([{$“‘") | {"``"}
_WRITTEN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


@dataclass(slots=True)
class Sentence:
    """Tokens as the program cuts them, and a BIO tag for each."""

    words: list[str]
    tags: list[str]

    def phrases(self) -> list[tuple[int, int, str]]:
        """Return the tagged phrases as (first, after last, kind)."""
        found: list[tuple[int, int, str]] = []
        for at, tag in enumerate(self.tags):
            if tag == "O":
                continue
            if tag.startswith("I-") and found and found[-1][1:] == (at, tag[2:]):
                found[-1] = (found[-1][0], at + 1, tag[2:])
            else:
                found.append((at, at + 1, tag[2:]))
        return found

    def retag(self, phrases: list[tuple[int, int, str]]) -> None:
        """Replace all tags by those of `phrases`."""
        self.tags = ["O"] * len(self.words)
        for first, last, kind in phrases:
            self.tags[first:last] = ["B-" + kind, *["I-" + kind] * (last - first - 1)]


Document = list[Sentence]
Phrase = tuple[int, int, str]  # first token, after the last, kind


def documents(path: Path) -> Iterator[Document]:
    """Yield the file's documents; a file that marks none is cut every `DOCUMENT` sentences."""
    document: Document = []
    pairs: list[tuple[str, str]] = []
    marked = False
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("-DOCSTART-"):
            marked = True
            if document:
                yield document
                document = []
        elif line.strip():
            fields = line.split("\t") if "\t" in line else line.split()
            pairs.append((fields[0], fields[-1]))
        elif pairs:
            document.append(sentence(pairs))
            pairs = []
            if not marked and len(document) == DOCUMENT:
                yield document
                document = []
    if document:
        yield document


def sentence(pairs: list[tuple[str, str]]) -> Sentence:
    """Return the sentence that the file's tokens and tags make when written as running text."""
    text = ""
    starts: dict[int, str] = {}
    covers: list[str] = []  # by code point: the tag of the file's token
    glue = True
    for token, tag in pairs:
        written = _WRITTEN.get(token, token)
        if not glue and token not in _GLUED_LEFT:
            text += " "
            covers.append("O")
        starts[len(text)] = tag
        covers += [tag] * len(written)
        text += written
        glue = token in _GLUED_RIGHT
    spans = token_spans(text)
    tags = []
    for start, _ in spans:
        tag = starts.get(start, covers[start])
        if start not in starts and tag != "O":
            tag = "I-" + tag[2:]
        tags.append(tag)
    return Sentence([text[start:end] for start, end in spans], tags)
