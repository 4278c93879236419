import pytest

from nutgraf.cancel import Cancel
from nutgraf.names.occurrences import occurrences
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder


@pytest.fixture
def places(article):
    def find(text, *forms):
        made = article(text)
        return [span.of(made.text) for span, _ in occurrences(forms, made, Cancel())]

    return find


def test_words_are_whole_and_in_their_case(places):
    assert places("Lind met Linda and lind, Lind’s aide.", "Lind") == ["Lind", "Lind"]


def test_capitals_are_the_same_word(places):
    assert places("MARIA LIND WINS. Maria Lind won.", "Maria Lind") == ["MARIA LIND", "Maria Lind"]


def test_the_longest_form_is_taken_at_each_place(places):
    assert places("Maria Lind, then Lind.", "Lind", "Maria Lind") == ["Maria Lind", "Lind"]


@pytest.mark.parametrize(("text", "found"), [("Smith-Jones left.", []), ("A Smith-led team.", ["Smith"])])
def test_a_double_name_is_one_word(places, text, found):
    assert places(text, "Smith") == found


def test_apostrophes_and_hyphens_are_alike(places):
    assert places("O’Neil and Anne‑Marie", "O'Neil", "Anne-Marie") == ["O’Neil", "Anne‑Marie"]


def test_marks_belong_to_the_words(places):
    assert places("AT&T and the U.S. Open", "AT&T", "U.S. Open") == ["AT&T", "U.S. Open"]


def test_furniture_and_code_are_left_out():
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Lind", furniture=True)
    builder.add(BlockKind.CODE, "Lind")
    builder.add(BlockKind.TITLE, "Lind")
    made = builder.build(Meta())
    assert [span for span, _ in occurrences(["Lind"], made, Cancel())] == [made.blocks[2].span]


def test_marks_alone_are_found_and_nothing_is_not(places):
    assert places("a ! b", "!", "", " ") == ["!"]
