from nutgraf.readers.pdf_initials import with_initials
from nutgraf.readers.pdf_text import Box, Segment
from nutgraf.text.builder import Run


def line(words, left, top, size=10.0):
    return Segment(0, Box(left, top, left + 5.0 * len(words), top + size), size, [Run(words)])


def read(*segments):
    return [each.text for each in with_initials(segments)]


def test_an_initial_over_three_lines_opens_the_first_of_them():
    lines = [
        line(words, 84, 100 + 12 * n) for n, words in enumerate(("hen the storm came in", "nobody had", "listened"))
    ]
    found = with_initials([Segment(0, Box(50, 98, 82, 134), 36.0, [Run("W")]), *lines])
    assert [each.text for each in found] == ["When the storm came in", "nobody had", "listened"]
    assert found[0].box == Box(50, 100, 84 + 5.0 * 21, 110)


def test_an_initial_that_is_a_word_stays_one():
    initial = Segment(0, Box(50, 98, 82, 134), 36.0, [Run("A")])
    assert read(initial, line("harbour far away", 84, 100)) == ["A harbour far away"]
    assert read(initial, line("fter the storm", 84, 100), line("it came after all", 50, 150))[0] == "After the storm"


def test_a_large_letter_far_from_words_and_one_little_larger_are_none():
    far = Segment(0, Box(50, 98, 82, 134), 36.0, [Run("W")])
    assert read(far, line("hen", 200, 100)) == ["W", "hen"]
    assert read(Segment(0, Box(50, 98, 60, 110), 12.0, [Run("W")]), line("hen", 61, 100)) == ["W", "hen"]
