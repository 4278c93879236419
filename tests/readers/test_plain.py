import pytest

from nutgraf.cancel import Cancel
from nutgraf.readers.base import Source
from nutgraf.readers.plain import PlainReader, lay_text

BODY = (
    "The lighthouse at Skerry Point went dark on Monday for the first time in two hundred years, its keeper said.\n\n"
    "“We had been told to expect it,” said Nora Blythe, who has looked after the lamp since she was nineteen years old.\n\n"
    "A smaller light on the breakwater has taken its place, and the tower itself is to become a museum in the spring.\n"
)


def laid(text):
    article = lay_text(text, Cancel())
    return article, [(str(block.kind), block.span.of(article.text)) for block in article.blocks]


def test_a_headline_above_paragraphs_is_the_title():
    article, blocks = laid("Lighthouse goes dark after two centuries\n\n" + BODY)
    assert blocks[0] == ("title", "Lighthouse goes dark after two centuries")
    assert article.meta.title == "Lighthouse goes dark after two centuries"
    assert [kind for kind, _ in blocks[1:]] == ["paragraph"] * 3


def test_an_ordinary_first_sentence_is_no_title():
    article, blocks = laid(BODY)
    assert article.meta.title == ""
    assert {kind for kind, _ in blocks} == {"paragraph"}


def test_a_list_of_remarks_has_neither_title_nor_headings():
    remarks = [
        "so tired today",
        "Anyone else watching the match",
        "new shoes new me",
        "What a goal",
        "coffee first then words",
    ]
    _, blocks = laid("\n\n".join(remarks * 3))
    assert {kind for kind, _ in blocks} == {"paragraph"}


def test_a_line_under_the_title_that_is_no_sentence_is_the_standfirst():
    _, blocks = laid("Lighthouse goes dark\n\nA museum is to open in the old tower next spring\n\n" + BODY)
    assert blocks[1][0] == "standfirst"


def test_the_first_paragraph_is_no_standfirst():
    _, blocks = laid("Lighthouse goes dark\n\n" + BODY)
    assert blocks[1][0] == "paragraph"


def test_byline_and_date_are_known_and_folded():
    article, _ = laid("Lighthouse goes dark\n\nBy Ana Lima and Tom Reed\nUpdated: 3 May 2024, 10:15\n\n" + BODY)
    assert article.meta.authors == ("Ana Lima", "Tom Reed")
    assert article.meta.published == "2024-05-03"
    assert [block.furniture for block in article.blocks] == [False, True, True, False, False, False]


def test_short_lines_between_paragraphs_are_headings():
    first, *rest = BODY.split("\n\n")
    _, blocks = laid("\n\n".join(["Lighthouse goes dark", first, "A museum for the tower", *rest]))
    assert blocks[2] == ("heading", "A museum for the tower")


def test_bullets_and_numbers_are_items_and_stay_in_the_text():
    _, blocks = laid(BODY + "\n\n• one thing\n• another thing\n\n1. first of all\n2. second of all\n")
    assert blocks[3:] == [
        ("item", "• one thing"),
        ("item", "• another thing"),
        ("item", "1. first of all"),
        ("item", "2. second of all"),
    ]


def test_an_initial_is_no_item():
    _, blocks = laid(
        BODY + "\n\nA. Blythe, her brother, kept the light before her for eleven years, until his sight failed him.\n"
    )
    assert blocks[-1][0] == "paragraph"


@pytest.mark.parametrize(
    "credit",
    [
        "(Photo: Ines Vale)",
        "Photograph: Ines Vale/Alamy",
        "Photo by: Ines Vale",
        "- Image: Skerry Museum",
        "Ines Vale/AFP/Getty Images",
        "Ines Vale—Getty Images",
        "© Ines Vale / Reuters",
        "| Source: Reuters",
    ],
)
def test_a_picture_credit_is_a_caption(credit):
    _, blocks = laid(f"{BODY}\n\nThe tower at dusk, seen from the water {credit}\n")
    assert blocks[-1][0] == "caption"


@pytest.mark.parametrize(
    "heading",
    [
        "Seeing the whole picture: lessons from the coast",
        "The Child Tax Credit: What You Need to Know",
        "Behind the Image: How the Tower Fell",
        "Who speaks of the tower as if it were his: PA",
    ],
)
def test_a_heading_that_has_a_picture_or_an_agency_in_it_is_no_caption(heading):
    _, blocks = laid(f"{BODY}\n\n{heading}\n\n{BODY}\n")
    assert [kind for kind, *rest in blocks if heading in rest] == ["heading"]


@pytest.mark.parametrize(
    "ending",
    ["she told Reuters.", "she told Reuters", "and put the picture on the wall.", "in the picture: a lamp. It is out."],
)
def test_a_sentence_that_names_an_agency_or_a_picture_is_no_caption(ending):
    _, blocks = laid(f"{BODY}\n\nThe tower is for sale, seen from the water, {ending}\n")
    assert blocks[-1][0] == "paragraph"


def test_the_encoding_that_xml_declares_is_believed():
    data = '<?xml version="1.0" encoding="windows-1257"?><p>Ąžuolas</p>'.encode("cp1257")
    assert "Ąžuolas" in PlainReader().read(Source(data, "a.xml"), Cancel()).text


def test_stars_between_two_parts_are_no_item():
    article = lay_text("He left.\n\n* * *\n\nIt was dark.", Cancel())
    assert [str(block.kind) for block in article.blocks] == ["paragraph"] * 3


def test_a_heading_may_stand_above_every_paragraph_and_open_the_text():
    prose = "The keeper of the old light had left the tower before anyone came to look for him, and it was dark."
    parts = [f"{number}. {name}\n\n{prose}\n\n" for number, name in enumerate(("Tides", "Winds", "The end of it"), 1)]
    kinds = [str(block.kind) for block in lay_text("".join(parts), Cancel()).blocks]
    assert kinds == ["heading", "paragraph"] * 3
    assert "heading" not in [str(block.kind) for block in lay_text(parts[0] + prose, Cancel()).blocks]


def test_soft_hyphens_part_no_word_of_a_file():
    data = "The har\u00adbour lay dark, and the light\u00ad\nhouse with it.\n".encode()
    assert (
        PlainReader().read(Source(data, "a.txt"), Cancel()).text == "The harbour lay dark, and the lighthouse with it."
    )
