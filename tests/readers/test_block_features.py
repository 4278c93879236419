import numpy as np
import pytest
from test_html_reader import PAGE, WORDS

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.readers.block_features import Known, block_features, coverage, words_of
from nutgraf.readers.page import parse_page, whole_body
from nutgraf.readers.page_article import page_model
from nutgraf.readers.page_blocks import page_blocks


def features(html, known):
    blocks = page_blocks(whole_body(parse_page(html)), "", Cancel())
    table, names = block_features(blocks, known, Cancel())
    return {block.text: dict(zip(names, row.tolist(), strict=True)) for block, row in zip(blocks, table, strict=True)}


def test_coverage_is_the_share_of_runs_of_four_words_or_a_whole_line():
    text = "The light went out at ten.\nShort line"
    blocks = [
        words_of(each)
        for each in ("the LIGHT went out at ten", "the light went out on", "Short line", "light went", "")
    ]
    assert coverage(blocks, text).tolist() == [1, 0.5, 1, 0, 0]


def test_the_model_was_trained_on_these_features_in_this_order():
    blocks = page_blocks(whole_body(parse_page(PAGE)), "", Cancel())
    table, names = block_features(blocks, Known("", (), ()), Cancel())
    assert names == page_model()[0]
    assert len(set(names)) == len(names)
    assert table.shape == (len(blocks), len(names))
    assert np.isfinite(table).all()


def test_elements_links_and_what_is_known_are_seen():
    seen = features(
        PAGE, Known(WORDS, ("A museum is to open in the old tower next spring",), ("Lighthouse goes dark",))
    )
    menu, title, paragraph = (seen[key] for key in ("• Home page", "Lighthouse goes dark", WORDS.strip()))
    assert (menu["block: in <nav>"], menu["block: linked"] > 0.5, menu["block: covered"]) == (1, True, 0)
    assert (paragraph["block: in <article>"], paragraph["block: linked"], paragraph["block: covered"]) == (1, 0, 1)
    assert (title["block: titled"], title["block: is <h1>"], paragraph["block: titled"]) == (1, 1, 0)
    assert seen["A museum is to open in the old tower next spring"]["block: described"] == 1
    assert paragraph["block: up to prose"] == 1
    assert menu["block: up to prose"] > 1
    assert paragraph["block: share of prose, level 1"] == 1


def test_blocks_in_elements_of_the_same_classes_are_alike():
    page = f"<body><p class=a>{WORDS}</p><p class=a>One</p><p class=b>Two</p></body>"
    seen = features(page, Known(WORDS))
    assert [seen[key]["block: alike 1"] for key in ("One", "Two")] == [2, 1]
    assert seen["One"]["block: covered of alike 1"] > 0.9
    assert seen["Two"]["block: covered of alike 1"] == 0


def test_it_stops_when_it_is_cancelled():
    blocks = page_blocks(whole_body(parse_page(PAGE)), "", Cancel())
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        block_features(blocks, Known(""), cancel)
