from types import SimpleNamespace

import numpy as np
import pytest
from test_html_reader import PAGE, WORDS

from nutgraf.cancel import Cancel
from nutgraf.readers import page_article
from nutgraf.readers.page import parse_page
from nutgraf.readers.page_article import find_article, is_marked
from nutgraf.readers.saved_page import page_content

STORY = "".join(f"<p>{WORDS} It was the {number}th night.</p>" for number in range(8))
TEASERS = "".join(
    f'<div class="t"><a href="/{n}">Ten boats that never came home, part {n}</a></div>' for n in range(12)
)


def kept(html):
    blocks, known, _ = page_content(parse_page(html), Cancel())
    decided = find_article(blocks, known, Cancel())
    assert len(decided) == len(blocks)
    return {block.text: keep for block, keep in zip(blocks, decided, strict=True)}


def test_paragraphs_are_kept_and_teasers_around_them_are_not():
    found = kept(
        f"<body><div>{TEASERS}</div><div><h1>The light</h1>{STORY}</div><div>{TEASERS.replace('part', 'no.')}</div></body>"
    )
    assert all(keep for text, keep in found.items() if text.startswith("The lighthouse"))
    assert not any(keep for text, keep in found.items() if text.startswith("Ten boats"))


@pytest.mark.parametrize(
    "html",
    [
        "<p>Just these words.</p>",
        "<table><tr><th>Year<th>Keeper</tr><tr><td>1824<td>Blythe</tr><tr><td>1851<td>Orr</tr></table>",
        f"<h1>Notes</h1><p>{WORDS}</p><ul><li>Paint the door</li><li>Oil the lamp</li></ul><pre>tide = 3</pre><p>Done.</p>",
    ],
)
def test_documents_without_furniture_are_kept_whole(html):
    assert all(kept(f"<body>{html}</body>").values())


def test_of_every_page_something_is_kept():
    assert any(kept(f"<body>{TEASERS}</body>").values())
    assert find_article([], page_content(parse_page("<html></html>"), Cancel())[1], Cancel()) == []


def test_of_a_page_with_too_many_blocks_the_extractors_word_is_taken(monkeypatch):
    monkeypatch.setattr(page_article, "_MOST", 5)
    monkeypatch.setattr(page_article, "page_model", lambda: pytest.fail("the model was asked"))
    found = kept(PAGE)
    assert found[WORDS.strip()]
    assert not found["• Subscribe to us"]


def test_what_the_page_marks_as_furniture_is_known():
    blocks, _, _ = page_content(parse_page(PAGE), Cancel())
    assert [block.text for block in blocks if is_marked(block)] == [
        "• Home page",
        "• Subscribe to us",
        "© Coast. All rights reserved. Privacy policy.",
    ]


def test_a_term_is_kept_with_its_definition(monkeypatch):
    monkeypatch.setattr(page_article, "_MOST", 0)
    found = kept(f"<body><h1>The light</h1>{STORY}<dl><dt>Bow</dt><dd>{WORDS}</dd></dl><div>{TEASERS}</div></body>")
    assert found["• Bow"] is found[WORDS.strip()] is True


def test_a_caption_that_says_what_the_one_before_it_says_is_kept_once():
    figure = "<figure><img><figcaption>The tower at dusk. Photo: Tom Reed</figcaption></figure>"
    again = '<div class="caption">Photo: Tom Reed</div>'
    blocks, known, _ = page_content(parse_page(f"<body>{STORY}{figure}{again}{STORY}{again}</body>"), Cancel())
    kept = find_article(blocks, known, Cancel())
    assert [keep for block, keep in zip(blocks, kept, strict=True) if block.kind == "caption"] == [True, False, True]


def judged(monkeypatch, html, chances):
    """Return the texts that are kept if the model thinks so of the page's blocks."""
    blocks, known, _ = page_content(parse_page(f"<body>{html}</body>"), Cancel())
    trees = SimpleNamespace(probabilities=lambda *_: np.array([chances(block) for block in blocks]))
    monkeypatch.setattr(page_article, "page_model", lambda: ((), {"article": trees}))
    kept = find_article(blocks, known, Cancel())
    return [block.text for block, keep in zip(blocks, kept, strict=True) if keep]


def test_a_heading_between_what_is_kept_is_kept_where_the_model_has_doubts(monkeypatch):
    html = f"<h3>Above</h3><p>{WORDS}</p><h2>One</h2><h3>Two</h3><p>{WORDS}</p><h3>Below</h3>"
    found = judged(monkeypatch, html, lambda block: 0.3 if block.kind == "heading" else 0.9)
    assert found == [WORDS.strip(), "One", "Two", WORDS.strip()]
    found = judged(monkeypatch, html, lambda block: 0.1 if block.kind == "heading" else 0.9)
    assert found == [WORDS.strip()] * 2


@pytest.mark.parametrize(
    ("chance", "count", "between", "stays"),
    [(0.7, 1, 9, False), (0.9, 1, 9, True), (0.7, 1, 7, True), (0.7, 4, 9, True)],
)
def test_little_far_below_the_article_is_left_unless_it_is_sure(monkeypatch, chance, count, between, stays):
    remark = f"<blockquote>{WORDS}</blockquote>"
    html = STORY + "<pre>a</pre>" * between + remark * count
    chances = {"paragraph": 0.95, "code": 0.0, "quote": chance}
    found = judged(monkeypatch, html, lambda block: chances[block.kind])
    assert len(found) == 8 + count * stays
