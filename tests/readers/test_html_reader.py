import contextlib

import pytest

from nutgraf.cancel import Cancel
from nutgraf.errors import Empty, ReadError
from nutgraf.readers import read_source
from nutgraf.readers.base import Source
from nutgraf.readers.html import HtmlReader

WORDS = "The lighthouse at Skerry Point went dark on Monday for the first time in two hundred years, and nobody came to see it. "
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Lighthouse goes dark | Coast</title>
<meta name="author" content="Ana Lima"><meta property="article:published_time" content="2024-05-03T10:00:00Z">
<meta property="og:site_name" content="Coast"><link rel="canonical" href="https://coast.example/news/light"></head><body>
<nav><ul><li><a href="/">Home page</a></li><li><a href="/x">Subscribe to us</a></li></ul></nav>
<article><h1>Lighthouse goes dark</h1><p class="standfirst">A museum is to open in the old tower next spring</p>
<p>{WORDS}</p><p>A <b>bold</b> word, an <em>italic</em> one and <a href="/tower">a link</a>. {WORDS}</p>
<h2>What comes next</h2><ul><li>a museum of the sea</li><li>a smaller light on the breakwater</li></ul>
<blockquote><p>It was time, and we knew it.</p></blockquote><p style="display:none">Hidden words of the page</p>
<figure><img src="a.jpg" alt="The tower"><figcaption>The tower at dusk, seen <i>from</i> the water</figcaption></figure>
<table><tr><th>Year</th><th>Keeper</th></tr><tr><td>1824</td><td>Blythe</td></tr></table><p>{WORDS}</p></article>
<footer>© Coast. All rights reserved. Privacy policy.</footer></body></html>"""


def read(page, name="page.html"):
    article = read_source(Source(page if isinstance(page, bytes) else page.encode(), name), Cancel())
    return article, [(str(block.kind), block.span.of(article.text)) for block in article.blocks]


def test_structure_is_kept():
    _, blocks = read(PAGE)
    for block in (
        ("title", "Lighthouse goes dark"),
        ("standfirst", "A museum is to open in the old tower next spring"),
        ("heading", "What comes next"),
        ("item", "• a museum of the sea"),
        ("quote", "It was time, and we knew it."),
        ("caption", "The tower at dusk, seen from the water"),
        ("paragraph", "1824 · Blythe"),
    ):
        assert blocks.count(block) == 1


def test_menus_footers_and_hidden_words_are_left_out():
    article, _ = read(PAGE)
    for words in ("Subscribe to us", "Privacy policy", "Hidden words"):
        assert words not in article.text


def test_author_date_site_and_language_are_known():
    meta = read(PAGE)[0].meta
    assert (meta.title, meta.authors, meta.published) == ("Lighthouse goes dark", ("Ana Lima",), "2024-05-03")
    assert (meta.site, meta.language, meta.format) == ("Coast", "en-GB", "html")


def test_a_link_is_resolved_against_the_address_of_the_page():
    article, _ = read(PAGE)
    targets = {mark.span.of(article.text): mark.target for mark in article.marks if mark.target}
    assert targets["a link"] == "https://coast.example/tower"


def test_the_declared_encoding_is_used():
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">').replace("A museum", "Żółw museum")
    assert "Żółw museum" in read(page.replace("©", "").encode("iso-8859-2"))[0].text


def test_a_page_without_an_article_is_read_as_it_stands():
    assert "Just these words" in read("<html><body><p>Just these words.</p></body></html>")[0].text


def test_bytes_decide_before_the_name():
    assert read(PAGE, "story.txt")[0].meta.format == "html"
    assert read(b"Words about <b> and nothing more.", "a.txt")[0].meta.format == "text"


def test_entities_of_a_dtd_are_not_expanded():
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    article, _ = read(f'<?xml version="1.0"?>{bomb}<html><body><p>{WORDS}</p><p>&b;&b;&b; &f;</p></body></html>')
    assert "aaaaaaaaaa" * 3 not in article.text
    assert "root:" not in article.text


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote", "table><tr><td", "span"])
def test_deep_nesting_does_not_crash(tag):
    page = "<html><body>" + f"<{tag}>" * 5000 + WORDS * 5 + "</body></html>"
    with contextlib.suppress(ReadError):
        assert read(page)[0].text


def test_control_characters_and_pages_with_nothing_in_them_break_nothing():
    article, _ = read("<html><body><p>One \x0b\x01two, which is long enough to be an article.</p></body></html>")
    assert "One two" in article.text
    for nothing in ("<!doctype html>", "<html><!-- -->", "<html>\x01</html>"):
        with pytest.raises(Empty):
            read(nothing)


def test_a_caption_inside_a_caption_is_read_once():
    inner = "<figure><img><figcaption>The keel of it</figcaption></figure>"
    figure = f"<figure><img><figcaption>The boat in the dock {inner}</figcaption></figure>"
    article, _ = read(PAGE.replace("<blockquote>", f"{figure}<blockquote>"))
    assert article.text.count("The keel of it") == 1


def test_an_old_encoding_that_the_page_does_not_name_is_told_in_the_sandbox_too():
    text = "Вчера вечером паром не вышел из гавани: ветер усилился, и капитан решил переждать бурю на берегу."
    article = read_source(Source(f"<html><body><p>{text}</p></body></html>".encode("koi8_r"), "a.html"), Cancel())
    assert (article.text, article.meta.encoding) == (text, "koi8_r")


def test_what_is_left_of_the_page_inside_the_article_is_folded_and_its_sentences_are_not():
    left = "<p>By Ana Lima</p><p>Share on Facebook</p><p>Also read: Ten lighthouses that are open to visitors</p>"
    page = PAGE.replace("<h2>", f"{left}<h2>").replace("</article>", "<h3>Related stories</h3></article>")
    article, _ = read(page)
    folded = [block.span.of(article.text) for block in article.blocks if block.furniture]
    kept = [block.span.of(article.text) for block in article.blocks if not block.furniture]
    assert {"By Ana Lima", "Share on Facebook", "Also read: Ten lighthouses that are open to visitors"} <= set(folded)
    assert sum(text.startswith("The lighthouse at Skerry") for text in kept) == 2
    assert "What comes next" in kept
    assert "Related stories" not in kept


def test_a_page_with_controls_in_it_is_a_page():
    page = b"<html><body><p>The \x00\x01\x02\x03\x04\x05\x06 ferry sails.</p></body></html>"
    assert HtmlReader().read(Source(page, "a.html"), Cancel()).text.split() == ["The", "ferry", "sails."]


def test_what_is_not_the_articles_is_folded_and_stays_in_the_text():
    teasers = "".join(f'<p><a href="/{n}">Ten boats that never came home, part {n}</a></p>' for n in range(12))
    article, _ = read(PAGE.replace("</article>", f"</article><div class=more><h3>More stories</h3>{teasers}</div>"))
    assert article.text.count("Ten boats that never came home") == 12
    assert all(block.furniture for block in article.blocks if "Ten boats" in block.span.of(article.text))
    assert not any(block.furniture for block in article.blocks if "Skerry Point" in block.span.of(article.text))


def test_the_headline_stands_once_where_the_page_repeats_it_in_its_article():
    _, blocks = read(PAGE.replace("<nav>", "<div><b>Lighthouse goes dark</b></div><nav>"))
    assert blocks[0] == ("title", "Lighthouse goes dark")
    assert ("heading", "Lighthouse goes dark") not in blocks


def test_the_description_above_the_article_is_its_standfirst():
    words = "For two centuries it warned ships; this week it was switched off without a word."
    page = PAGE.replace('<p class="standfirst">A museum is to open in the old tower next spring</p>', "")
    page = page.replace("<title>", f'<meta name="description" content="{words}"><title>')
    _, blocks = read(page.replace("<nav>", f"<div><div>{words}</div><div>Ana Lima</div></div><nav>"))
    assert blocks[1] == ("standfirst", words)
    assert sum(text == words for _, text in blocks) == 1


def test_a_description_that_is_the_articles_first_paragraph_is_no_standfirst():
    page = PAGE.replace('<p class="standfirst">A museum is to open in the old tower next spring</p>', "")
    _, blocks = read(page.replace("<title>", f'<meta name="description" content="{WORDS}"><title>'))
    assert blocks[:2] == [("title", "Lighthouse goes dark"), ("paragraph", WORDS.strip())]
