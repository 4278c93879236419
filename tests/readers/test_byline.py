import pytest

from nutgraf.readers.byline import authors_in, date_in, is_name, listed_authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By JANE DOE and Karl van der Berg", ("JANE DOE", "Karl van der Berg")),
        ("Von Jana Özdemir, Paul Maier und Eva Roth", ("Jana Özdemir", "Paul Maier", "Eva Roth")),
        ("By Jane Doe | 3 May 2024", ("Jane Doe",)),
        ("By Staff Writer", ("Staff Writer",)),
        ("By the time they came, it was over.", ()),
        ("By morning nobody was left in the square.", ()),
        ("Jane Doe", ()),
    ],
)
def test_names_are_taken_from_a_line_that_only_names_the_author(line, names):
    assert authors_in(line) == names


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3 May 2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("Published: Friday, 3rd May 2024 at 10:15 am GMT", "2024-05-03"),
        ("2024-05-03T10:15:00Z", "2024-05-03"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("12. März 2023", "2023-03-12"),
        ("40 May 2024", ""),
        ("The treaty of 3 May 2024 was never signed.", ""),
    ],
)
def test_the_day_is_taken_from_a_line_that_only_gives_a_date(line, day):
    assert date_in(line) == day


def test_a_documents_property_parts_authors_by_semicolons():
    assert listed_authors(" Ana Lima;Tom  Reed; ") == ("Ana Lima", "Tom Reed")
    assert listed_authors("") == ()


@pytest.mark.parametrize(
    ("line", "name"), [("Ana Lima", True), ("Karl van der Berg", True), ("Ana", False), ("The sea was calm", False)]
)
def test_a_name_is_two_words_with_capitals(line, name):
    assert is_name(line) is name


def test_what_programs_write_for_nobody_is_no_author():
    assert listed_authors("python-docx; Unknown; Ana Lima; (anonymous)") == ("Ana Lima",)
