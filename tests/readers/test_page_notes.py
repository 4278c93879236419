import pytest

from nutgraf.cancel import Cancel
from nutgraf.readers.saved_page import lay_page

WORDS = "The ferry sails again, and the harbour is open to everyone who waited through the long winter for the boats to come."
MORE = "The council met on Thursday evening and voted for three new boats, which will sail to the islands at nine every day."


def read(cited, notes, *, below=""):
    page = f"<article><h1>Tides of the bay</h1><p>{WORDS}{cited}</p><p>{MORE}</p><p>{WORDS} Twice.</p>{notes}</article>{below}"
    article = lay_page(
        f"<html><head><title>Tides of the bay</title></head><body>{page}</body></html>", "utf-8", Cancel()
    )
    return [(str(block.kind), block.span.of(article.text)) for block in article.blocks if not block.furniture]


@pytest.mark.parametrize(
    ("cited", "notes"),
    [
        (
            '<sup id="fnref:1"><a href="#fn:1" class="footnote">1</a></sup>',
            '<div class="footnotes"><ol><li id="fn:1"><p>The log. <a href="#fnref:1">↩</a></p></li></ol></div>',
        ),  # of Markdown
        (
            '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
            '<div><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a> The log.</p></div></div>',
        ),  # of Word
        (
            '<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>The log.</p></div>',
        ),  # of LibreOffice
        (
            '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>',
            '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;The log.</span></p></div>',
        ),  # of Google Docs
    ],
)
def test_a_footnote_follows_the_paragraph_that_cites_it_as_a_caption(cited, notes):
    blocks = read(cited, notes)
    assert blocks[1:4] == [("paragraph", f"{WORDS}[1]"), ("caption", "[1] The log."), ("paragraph", MORE)]
    assert sum("log" in words for _, words in blocks) == 1


def test_all_paragraphs_of_a_note_follow():
    cited = '<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>'
    link = '<a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>'
    assert read(cited, f'<div id="sdfootnote1"><p>{link}The log.</p><p>It is lost.</p></div>')[2:4] == [
        ("caption", "[1] The log."),
        ("caption", "It is lost."),
    ]


def test_the_sources_of_an_encyclopaedia_stay_together_below():
    cited = '<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>'
    notes = (
        '<ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a> Lima, Ana (2001). Harbours.</li></ol>'
    )
    assert read(cited, notes)[1:3] == [("paragraph", f"{WORDS}[1]"), ("paragraph", MORE)]


def test_links_to_parts_of_the_page_are_no_notes():
    cited = ' See <a href="#b">below</a>.'
    assert ("paragraph", f"{WORDS} Below it ends.") in read(cited, f'<p id="b">{WORDS} Below it ends.</p>')
