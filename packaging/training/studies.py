"""Studies with their abstracts, from a source archive of the `allofplos` package (JATS XML of the Public Library of Science).

Each study is read twice, as the same words are met with in two layouts: as it was published, with headings and paragraphs; and
as corpora hold it, in small letters, a sentence a line, numbers and citations as signs.
"""

from __future__ import annotations

import re
import tarfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from nutgraf.cancel import Cancel
from nutgraf.readers import read_text
from nutgraf.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

_LEFT_OUT = {
    "alternatives",
    "disp-formula",
    "graphic",
    "inline-formula",
    "label",
    "object-id",
    "supplementary-material",
    "table",
    "table-wrap-foot",
    "tex-math",
}
_FREE = ("creative commons attribution license", "public domain", "free of all copyright")
_SHORTEST_ABSTRACT, _SHORTEST_BODY = 80, 1_500  # words
_CITED = re.compile(r"(?:\s*[\[(]\s*)?⟦[^⟧]*⟧(?:[\s,;–-]*⟦[^⟧]*⟧)*(?:\s*[\])])?")
_NUMBER = re.compile(r"(?<![\w/<-])[\d.,]*\d(?![\w-])")


def studies(archive: Path) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield (text, abstract) of each study, as published and by lines, by file name.

    Those alone whose licence lets anyone use them, and that are long enough to learn from.

    Raises:
        OSError: the archive cannot be read.
        tarfile.TarError: it is no tar archive.

    """
    with tarfile.open(archive) as packed:
        members = [
            each for each in packed.getmembers() if "/starter_corpus/" in each.name and each.name.endswith(".xml")
        ]
        for member in sorted(members, key=lambda each: each.name):
            stream = packed.extractfile(member)
            if stream is not None:
                yield from _layouts(ET.parse(stream).getroot())


def _layouts(study: Element) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    licence = " ".join("".join(_own(each)) for each in study.iter("license")).casefold()
    abstract = next((each for each in study.iter("abstract") if not each.get("abstract-type")), None)
    body = study.find("body")
    if abstract is None or body is None or not any(each in licence for each in _FREE):
        return
    reference = " ".join(_words(each) for each in abstract.iter("p"))
    blocks = list(_blocks(body))
    length = sum(len(each.split()) for each in blocks)
    if len(reference.split()) < _SHORTEST_ABSTRACT or length < _SHORTEST_BODY:
        return
    title = study.find(".//article-title")
    heads = [] if title is None else [_words(title)]
    parts = {_words(each) for each in body.iterfind("sec/title")}  # corpora leave these headings out
    yield (
        ("\n\n".join(_published(each) for each in heads + blocks), _published(reference)),
        ("\n".join(_lines(each for each in blocks if each not in parts)), _signs(reference)),
    )


def _blocks(element: Element) -> Iterator[str]:
    """Yield headings, paragraphs and captions in reading order."""
    for each in element:
        if each.tag in {"p", "title"}:
            words = _words(each)
            if words:
                yield words
            for figure in each.iter("fig"):
                yield from _blocks(figure)
        elif each.tag not in _LEFT_OUT:
            yield from _blocks(each)


def _words(element: Element) -> str:
    return " ".join("".join(_own(element)).split())


def _own(element: Element) -> Iterator[str]:
    """Yield an element's words; what is cited stands in ⟦ ⟧."""
    cites = element.tag == "xref" and element.get("ref-type") == "bibr"
    yield "⟦" * cites + (element.text or "")
    for each in element:
        if each.tag not in _LEFT_OUT and each.tag != "fig" and not str(each.tag).startswith("{"):
            yield from _own(each)
        yield each.tail or ""
    yield "⟧" * cites


def _published(words: str) -> str:
    return words.replace("⟦", "").replace("⟧", "")


def _signs(words: str) -> str:
    """Return the words as corpora hold them."""
    marked = _NUMBER.sub("<dig>", _CITED.sub(" <cit> ", words).lower())
    return re.sub(r"\s+", " ", re.sub(r"<dig>\.(?=\s|$)", "<dig>", marked)).strip()


def _lines(blocks: Iterable[str]) -> Iterator[str]:
    for block in blocks:
        article = read_text(block, "", Cancel())
        for sentence in split_sentences(article, Cancel()):
            yield _signs(sentence.span.of(article.text))
