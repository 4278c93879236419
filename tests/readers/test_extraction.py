from lxml.html import tostring
from test_html_reader import PAGE, WORDS

from nutgraf.readers.extraction import Extraction, extract
from nutgraf.readers.page import parse_page


def test_metadata_and_the_articles_text_are_found_and_the_page_stays_as_it_is():
    page = parse_page(PAGE)
    before = tostring(page)
    found = extract(page)
    assert tostring(page) == before
    assert (found.title, found.authors, found.published) == ("Lighthouse goes dark", ("Ana Lima",), "2024-05-03")
    assert (found.site, found.url) == ("Coast", "https://coast.example/news/light")
    assert WORDS.strip() in found.text.splitlines()
    assert "Subscribe to us" not in found.text


def test_of_a_page_without_an_article_the_title_is_known():
    assert extract(parse_page("<html><head><title>Tide  tables</title></head><body></body></html>")) == Extraction(
        title="Tide tables"
    )
