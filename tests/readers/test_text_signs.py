from nutgraf.cancel import Cancel
from nutgraf.readers.plain import lay_text

PROSE = "The keeper of the old light had left the tower before anyone came to look for him, and it was dark."


def laid(text):
    article = lay_text(text, Cancel())
    blocks = [
        (str(block.kind), block.level, block.span.of(article.text)) for block in article.blocks if not block.furniture
    ]
    return article, [block for block in blocks if block[2] != PROSE]


def test_underlined_lines_are_the_title_and_headings_and_the_rules_are_folded():
    lines = [("The lights of the coast", "="), ("Then", "-"), ("In winter", "~"), ("Now", "-")]
    article, blocks = laid("".join(f"{words}\n{sign * len(words)}\n\n{PROSE}\n\n" for words, sign in lines))
    assert [(kind, level) for kind, level, _ in blocks] == [
        ("title", 0),
        ("heading", 2),
        ("heading", 3),
        ("heading", 2),
    ]
    assert [words for _, _, words in blocks] == [words for words, _ in lines]
    assert article.meta.title == "The lights of the coast"
    assert article.text.count("---") == 2


def test_a_long_rule_is_not_joined_to_the_line_above_it():
    _, blocks = laid(
        "\n".join([*[f"{PROSE[:60]} and so it was"] * 6, "", "What the harbour said of it", "=" * 60, "", PROSE])
    )
    assert ("heading", 1, "What the harbour said of it") in blocks


def test_a_line_between_two_parts_underlines_nothing():
    _, blocks = laid(f"{PROSE}\n\n----------\n\n{PROSE}\n\nHe said:,\n-----\n\n{PROSE}\n")
    assert not [kind for kind, _, _ in blocks if kind == "heading"]


def test_chapters_are_headings_where_there_are_several():
    _, blocks = laid(f"CHAPTER I.\n\n{PROSE}\n\nCHAPTER II.\n\n{PROSE}\n")
    assert blocks == [("heading", 1, "CHAPTER I."), ("heading", 1, "CHAPTER II.")]
    assert laid(f"Part 1\n\n{PROSE}\n")[1][0][0] != "heading"


def test_what_project_gutenberg_says_around_a_book_is_folded_and_tells_title_and_author():
    frame = "*** {} OF THE PROJECT GUTENBERG EBOOK THE LIGHTS ***"
    article, blocks = laid(
        f"For the use of anyone.\n\nTitle: The Lights\n\nAuthor: Ana Lima\n\n{frame.format('START')}\n\nIt begins.\n\n"
        f"{PROSE}\n\n{frame.format('END')}\n\nUpdated editions will replace the previous one.\n"
    )
    assert [words for _, _, words in blocks] == ["It begins."]
    assert (article.meta.title, article.meta.authors) == ("The Lights", ("Ana Lima",))


def test_a_chapters_name_below_its_number_is_a_heading_too():
    _, blocks = laid(f"CHAPTER I.\n\nThe Harbour\n\n{PROSE}\n\nCHAPTER II.\n\nHe said:\n\n{PROSE}\n")
    assert blocks[:2] == [("heading", 1, "CHAPTER I."), ("heading", 2, "The Harbour")]
    assert ("paragraph", 0, "He said:") in blocks


def test_title_and_author_on_a_books_own_title_page_are_known():
    frame = "*** START OF THE PROJECT GUTENBERG EBOOK THE LIGHTS ***"
    article, blocks = laid(
        f"Title: The Lights\n\nAuthor: Ana Lima\n\n{frame}\n\nTHE LIGHTS\n\nby Ana Lima\n\nIt begins.\n\n{PROSE}\n"
    )
    assert blocks == [("title", 0, "THE LIGHTS"), ("paragraph", 0, "It begins.")]
    assert article.text.count("by Ana Lima") == 1


def test_pages_feet_and_heads_and_tables_of_contents_of_printed_text_are_folded():
    contents = "1.  Tides  . . . . . . . . . . .  1\n\n2.  Winds  . . . . . . . . . . .  2\n\n"
    page = f"{PROSE}\n\nLima          Informational          [Page {{}}]\n\fRFC 9999      Tides and Winds      May 2024\n\n"
    article, blocks = laid(contents + page.format(1) + page.format(2) + "The end of it.\n")
    assert blocks == [("paragraph", 0, "The end of it.")]
    assert article.text.count("[Page") == 2
    _, alone = laid(f"{PROSE}\n\nSee it there [Page 3]\n\n{PROSE}\n")
    assert [words for *_, words in alone] == ["See it there [Page 3]"]
