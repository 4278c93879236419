import pytest

from nutgraf.readers.prompts import is_author_note, is_prompt


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for Harbour Light, our weekly newsletter about boats, here.",
        "Subscribe to our daily briefing and get it in your inbox.",
        "Get the best stories in your inbox every morning.",
        "Follow Ana Lima on Twitter: @analima",
        "Follow us for more.",
        "Download our new app to hear of every storm first.",
        "Have a tip? Write to the newsroom.",
        "To see all the pictures, click here.",
        "For more about the sea, visit our Coast page.",
        "Click here to read the second part.",
        "This article was originally published by Coast.",
        "Buy now at Boats & Co",
        "See it on Harbour Market",
    ],
)
def test_the_site_speaks_to_its_reader(line):
    assert is_prompt(line)


@pytest.mark.parametrize(
    "line",
    [
        "Follow the coast on foot and you will come to the tower by noon.",
        "Sign up sheets hung by the door of the harbour office all week.",
        "Buy bread before you sail. The island has no shop, and the next boat leaves on Friday.",
        "Get the boat into the water before the tide turns.",
        "This article was hard to write.",
        "Have a rope ready, he said, and questions later.",
        "Sign up for our newsletter, " + "she wrote, and wrote again, " * 15,
    ],
)
def test_the_article_speaks(line):
    assert not is_prompt(line)


def test_a_note_says_who_an_author_is():
    names = ("Ana Lima", "Tom Reed", "Reed")
    for note in (
        "Ana Lima is a reporter at Coast.",
        "— Tom Reed, a former pilot, writes about the sea for Coast.",
        "Ana Lima currently covers the harbour and its people.",
    ):
        assert is_author_note(note, names)
    for line in (
        "Ana Lima sailed at dawn, and no one saw her go.",
        "Reed is a plant of wet places.",
        "Ana Lima reports.",
        "It is late, and Ana Lima is a guest.",
    ):
        assert not is_author_note(line, names)
