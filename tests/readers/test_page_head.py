import pytest

from nutgraf.readers.page import parse_page
from nutgraf.readers.page_head import descriptions, headline, names, page_title, standfirst


def page(head="", body=""):
    return parse_page(f"<html><head>{head}</head><body>{body}</body></html>")


def test_the_title_is_the_heading_that_says_what_the_pages_title_does():
    for head, body, title in (
        ("<title>Boats come home - Coast</title>", "<h1>Coast</h1><h2>Boats come home</h2>", "Boats come home"),
        ("<title>Coast | Boats come home</title>", "<h1>Hi, I am Ana</h1><h3>Boats come home</h3>", "Boats come home"),
        (
            '<meta property="og:title" content="Boats come home">',
            "<h1>News</h1><h1>Boats come home!</h1>",
            "Boats come home!",
        ),
        (
            "<title>All ten boats come home in the storm</title>",
            "<h1>All boats come home in a storm</h1>",
            "All boats come home in a storm",
        ),
    ):
        assert headline(page(head, body), "Told") == title


def test_a_site_named_in_the_pages_title_is_no_title():
    assert (
        headline(page("<title>Boats come home :: Coast</title>", "<h1>Coast</h1>"), "Boats come home")
        == "Boats come home"
    )


def test_where_no_heading_is_like_it_the_title_is_what_is_told_or_the_first_heading():
    assert headline(page("<title>Welcome</title>", "<h1>Ten boats</h1>"), "Home again: ten boats") == "Ten boats"
    assert headline(page("<title>Welcome</title>", "<h1>Ten boats</h1>"), "Home again") == "Home again"
    assert headline(page("", "<h1>Aside</h1><article><h1>Ten boats</h1></article>"), "") == "Ten boats"
    assert headline(page(), "") == ""


def test_titles_of_drawings_are_not_the_pages():
    assert page_title(page("<title> </title>", "<svg><title>Share</title></svg><p>Words</p>")) == ""


def test_the_standfirst_is_named_by_its_class_or_by_the_description():
    words = "Ten boats that were thought lost are back."
    described = f'<meta name="description" content="{words}">'
    assert standfirst(page("", f'<p class="article__standfirst">{words}</p>')) == words
    assert standfirst(page(described, f"<h2>{words}</h2>")) == words
    assert standfirst(page("", f'<aside><p class="dek">{words}</p></aside>')) == ""
    assert descriptions(page(described + '<meta property="og:description" content="Short">')) == (words,)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (("Ana Lima May", "Tom Reed"), ("Ana Lima", "Tom Reed")),
        (("Ana Lima Monday", "May"), ("Ana Lima",)),
        (("Theresa May", "Ana June Lima"), ("Theresa May", "Ana June Lima")),
        (("Ana Lima", "ANA LIMA"), ("Ana Lima",)),
        (("Ana Lima Harbour Editor", "Tom Reed Reporter", "Jan Writer"), ("Ana Lima", "Tom Reed", "Jan Writer")),
        (("Ana Lima Edited by Tom Reed", "Follow Author", "Username"), ("Ana Lima",)),
        (("Coast", "I", "Coast & I"), ("Coast & I",)),
    ],
)
def test_names_are_told_from_what_stands_beside_them(told, found):
    assert names(told, "2024-05-06", "Coast & I") == found


def test_names_stay_whole_where_the_day_is_unknown():
    assert names(["Ana Lima May"], "", "") == ("Ana Lima May",)
