"""Pictures inside the article are named, once; what has a caption, or is about something else, is not."""

import pytest
from test_html_reader import WORDS

from nutgraf.cancel import Cancel
from nutgraf.readers.saved_page import lay_page
from nutgraf.text.article import BlockKind

STORY = [f"<p>{WORDS} It was the {number}th night.</p>" for number in range(6)]
SAID = "The keeper oils the lamp"


def captions(picture, *, title="The light", at=3):
    page = f"<title>{title}</title><h1>{title}</h1>{''.join(STORY[:at])}{picture}{''.join(STORY[at:])}"
    article = lay_page(page, "utf-8", Cancel())
    return [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.CAPTION]


@pytest.mark.parametrize("at", [0, 3])
@pytest.mark.parametrize("picture", [f'<img alt="{SAID}">', f'<div><a href="/big"><img alt=" {SAID} "></a></div>'])
def test_a_picture_between_paragraphs_or_above_the_first_is_named_by_its_alternative_text(picture, at):
    assert captions(picture, at=at) == [SAID]


def test_what_stands_below_the_article_is_not_named():
    assert captions(f'<img alt="{SAID}">', at=6) == []


@pytest.mark.parametrize(
    "picture",
    [
        '<img alt="">',
        "<img>",
        '<img alt="lamp-2.jpg">',
        '<img alt="Photo">',
        f'<img alt="{SAID}" aria-hidden="true">',
        f'<img alt="{WORDS}">',
        '<img alt="Picture of the light">',
    ],
    ids=["empty", "none", "file", "label", "hidden", "said in the text", "said in the title"],
)
def test_a_picture_that_says_nothing_new_is_not_named(picture):
    assert captions(picture) == []


def test_a_caption_names_its_picture():
    picture = f'<figure><img alt="{SAID}"><figcaption>Oil for the lamp, in a can of 1824</figcaption></figure>'
    assert captions(picture) == ["Oil for the lamp, in a can of 1824"]


@pytest.mark.parametrize(("count", "named"), [(500, 500), (501, 0)])
def test_in_a_gallery_none_is_named(count, named):
    assert len(captions("".join(f'<img alt="{SAID} {number}">' for number in range(count)))) == named


def test_two_pictures_of_the_same_are_named_once():
    assert captions(f'<img alt="{SAID}"><img alt="{SAID}">') == [SAID]
