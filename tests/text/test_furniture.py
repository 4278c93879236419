from pathlib import Path

import numpy as np
import pytest

from nutgraf import assets
from nutgraf.cancel import Cancel, Cancelled
from nutgraf.readers import open_article, read_text
from nutgraf.readers.wrapping import paragraphs
from nutgraf.text import furniture
from nutgraf.text.boosted_trees import load_trees
from nutgraf.text.furniture import Line, agreed, find_furniture
from nutgraf.text.page_features import page_features
from nutgraf.text.page_signs import page_signs
from nutgraf.text.second_reading import second_features

STORY = [
    "The lighthouse at Skerry Point went dark on Monday for the first time in two hundred years, its keeper said.",
    "“We had been told to expect it,” said Nora Blythe, who has looked after the lamp since she was nineteen years old.",
    "A smaller light on the breakwater has taken its place, and the tower itself is to become a museum in the spring.",
    "The council of the island will meet on Thursday to decide who is to run it and how much a ticket ought to cost.",
]


def folded(lines):
    found = find_furniture([Line(text, apart=True) for text in lines], Cancel())
    return [text for text, place in zip(lines, found, strict=True) if place.furniture]


def test_menus_share_buttons_and_notices_around_an_article_are_furniture():
    above = [
        "Skip to main content",
        "Home",
        "News",
        "Sport",
        "Log in",
        "Subscribe",
        "Share on Facebook",
        "Tweet",
        "Email",
    ]
    below = [
        "Read more",
        "Most popular",
        "Sign up for our newsletter",
        "Privacy policy",
        "Terms of use",
        "© 2024 Coast. All rights reserved.",
    ]
    found = folded([*above, *STORY, *below])
    assert set(found) <= {*above, *below}
    assert len(found) >= 13


def test_a_line_that_points_to_another_article_is_furniture_in_any_text():
    pointer = "Also read: Ten lighthouses that are open to visitors"
    assert folded([*STORY[:2], pointer, *STORY[2:]]) == [pointer]


def test_a_notice_about_cookies_above_a_page_is_no_part_of_its_article():
    notice = "We use cookies and other tracking technologies to improve your browsing experience on our site."
    menu = [
        "Home",
        "News",
        "Sport",
        "Log in",
        "Subscribe",
        "Share on Facebook",
        "Tweet",
        "Email",
        "Contact us",
        "Weather",
    ] * 3
    found = folded([notice, "I accept", *menu, *STORY])
    assert notice in found
    assert not set(found) & set(STORY)


def test_a_text_without_furniture_keeps_every_line():
    assert folded(STORY) == []


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Dear Martin,",
            "Thank you for your letter.",
            "We shall come on Friday at ten.",
            "Best wishes,",
            "Joan",
            "12 May 2023",
        ],
        ["So what do you think?", "Yeah.", "Mm.", "I would leave it as it is.", "Okay.", "Right, next.", "Fine."] * 5,
        ["Roses are red,", "violets are blue,", "the tide has gone out", "and I have gone too."] * 3,
    ],
    ids=["letter", "conversation", "verse"],
)
def test_short_lines_alone_make_no_page(lines):
    assert folded(lines) == []


@pytest.mark.parametrize(("menu", "chance", "is_page"), [(True, 0.5, True), (False, 0.5, False), (False, 0.9, True)])
def test_a_text_that_never_speaks_of_the_page_must_look_more_like_one(menu, chance, is_page, monkeypatch):
    class Gate:
        def probabilities(self, _matrix, _cancel):
            return np.array([chance], np.float32)

    trees = furniture._trees
    monkeypatch.setattr(furniture, "_trees", lambda name: {"page": Gate()} if name == "furniture-page" else trees(name))
    around = ["Subscribe", "Share on Facebook", "Privacy policy"] if menu else ["Lamps", "Boats", "Nets"]
    lines = [Line(text, apart=True) for text in [*around, *STORY, *around, "Oil", "Rope", "Bells"]]
    found = find_furniture(lines, Cancel())
    assert any(place.article < 1 for place in found) is is_page


def test_the_sample_page_loses_its_furniture_and_no_sentence():
    path = assets.path("samples", "harbour.txt")
    article = open_article(path, Cancel())
    words = [block.span.of(article.text) for block in article.blocks if block.furniture]
    assert all(len(line) < 90 for line in words)
    assert len(words) >= 24
    kept = [block.span.of(article.text) for block in article.blocks if block.is_prose]
    assert kept[0].startswith("SALTMERE")
    assert kept[-1].startswith("“They will tell")
    assert len(kept) == 10


def test_furniture_can_be_cancelled():
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        find_furniture([Line(text, apart=True) for text in STORY], cancel)


def test_a_very_long_text_is_taken_whole():
    article = read_text("\n\n".join(["Menu", "Share"] * 4000), "long", Cancel())
    assert not any(block.furniture for block in article.blocks)


MENU = ["Home", "News", "Sport", "Log in", "Subscribe", "Share on Facebook", "Tweet", "Email", "Contact us", "Weather"]


def places(lines):
    return find_furniture([Line(text, apart=True) for text in lines], Cancel())


def test_what_is_kept_without_being_sure_is_doubtful_and_furniture_never_is():
    teasers = [
        "Related stories",
        "Ferry to the islands stops for the winter",
        "Harbour seals return to the northern beach",
    ]
    lines = [*MENU, "Lighthouse at Skerry Point goes dark", *STORY, *teasers, *MENU]
    found = dict(zip(lines, places(lines), strict=True))
    assert not any(found[text].doubtful or found[text].furniture for text in STORY[:3])
    assert all(found[text].doubtful or found[text].furniture for text in teasers)
    assert not any(each.doubtful and each.furniture for each in found.values())


def test_two_readings_agree_on_what_lies_between_them():
    found = agreed(np.array([0.5, 0.1, 0.2, 0.0]), np.array([0.5, 0.1, 0.8, 1.0]))
    assert found[:2].tolist() == pytest.approx([0.5, 0.1])
    assert 0.5 < found[2] < 0.8
    assert 0.5 < found[3] < 1


def test_a_text_that_is_no_page_has_no_doubtful_line():
    assert not any(each.doubtful for each in places([*STORY, "Best wishes,", "Joan"]))


def test_the_model_knows_the_features_that_are_measured():
    names = page_features([Line("One", apart=True), Line("Two", apart=True)], Cancel())[1]
    assert load_trees(assets.path("models", "furniture.npz"))[0] == names


def test_the_models_of_what_a_first_reading_tells_know_their_features():
    seen = page_features([Line("One", apart=True), Line("Two", apart=True)], Cancel())
    columns, chances = seen.columns(), np.array([0.2, 0.8])
    names = second_features(columns, chances, chances, seen.lines)[1]
    assert load_trees(assets.path("models", "furniture-again.npz"))[0] == names
    assert load_trees(assets.path("models", "furniture-page.npz"))[0] == page_signs(columns, chances)[1]


@pytest.mark.parametrize("name", ["LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "ARCHITECTURE.md"])
def test_a_licence_a_manual_and_a_list_of_changes_are_no_pages(name):
    text = (Path(__file__).parents[2] / name).read_text(encoding="utf-8")
    assert not any(place.furniture or place.doubtful for place in find_furniture(paragraphs(text, Cancel()), Cancel()))
