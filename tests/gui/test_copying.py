from __future__ import annotations

from nutgraf.gui.copying import with_source
from nutgraf.text.article import Article, Meta
from nutgraf.text.link import parse_link
from nutgraf.text.span import Span


def test_words_carry_their_source_and_a_link_that_leads_back(tmp_path):
    meta = Meta(
        title="A mill turns again",
        authors=("Ana Berg", "Ib Holt"),
        published="2026-03-01",
        site="The Holm Post",
        source_name="mill (1).txt",
        path=str(tmp_path / "mill (1).txt"),
    )
    copied = with_source("The mill turns.", Article("The mill turns.", (), meta=meta), Span(0, 15))
    words, source, link = copied.split("\n")
    assert words == "“The mill turns.”"
    assert source == "— Ana Berg, Ib Holt, “A mill turns again”, The Holm Post, 2026-03-01, mill (1).txt"
    assert parse_link(link) == (tmp_path / "mill (1).txt", Span(0, 15))


def test_what_is_not_known_leaves_no_gap():
    copied = with_source("Words", Article("Words", (), meta=Meta(source_name="pasted")), Span(0, 5))
    assert copied == "“Words”\n— pasted"
