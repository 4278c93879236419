"""The file of corrections: what is written is read again, and what others wrote is left alone."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import SettingError
from nutgraf.names.rules import COMPARING, Rule, Verdict
from nutgraf.names.rules_file import parse, rules_file, write
from nutgraf.text.span import Span

JORDAN = Rule("Jordan", Verdict.PERSON)
HARROW = Rule("Harrow", Verdict.NO_NAME)

_names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


@st.composite
def rules(draw):
    verdict = draw(st.sampled_from(Verdict))
    article = draw(st.one_of(st.just(""), st.text("0123456789abcdef", min_size=64, max_size=64)))
    start, size = draw(st.integers(0, 10**9)), draw(st.integers(0, 10**6))
    place = Span(start, start + size + 1) if article and draw(st.booleans()) else None
    return Rule(draw(_names), verdict, draw(_names) if verdict in COMPARING else "", article, place)


@given(rules())
def test_every_rule_is_read_as_it_was_written(rule):
    line = write(rule)
    assert parse(line) == rule
    assert "\n" not in line


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("“Jordan” is a person", JORDAN),
        ('"Jordan"  is a person.', JORDAN),
        ("“Jordan” is a person # the player", JORDAN),
        ("“IBM” is the same as “Big Blue”", Rule("IBM", Verdict.SAME, "Big Blue")),
        (f"“Lind” is not a name in {'ab' * 32} at 4–8", Rule("Lind", Verdict.NO_NAME, "", "ab" * 32, Span(4, 8))),
        ("Jordan is a person", None),
        ("“Jordan” is a river", None),
        ("“Jordan” is the same as", None),
        ("“Jordan” is a person “Ruiz”", None),
        ("“” is a person", None),
        (f"“Lind” is a person in {'ab' * 32} at 8-4", None),
    ],
)
def test_lines_that_people_write(line, rule):
    assert parse(line) == rule


@given(st.text(string.printable + "“”’é", max_size=80))
def test_no_line_does_harm(line):
    rule = parse(line)
    assert rule is None or parse(write(rule)) == rule


def test_a_new_file_explains_itself_and_is_read_back(tmp_path):
    file = rules_file(tmp_path)
    assert file.read().items == ()
    file.change((), (JORDAN, HARROW))
    assert file.read().items == (JORDAN, HARROW)
    assert file.read().complaints == ()
    assert file.file.read_text(encoding="utf-8").startswith("# What Nutgraf was told")


def test_what_others_wrote_meanwhile_is_kept_to_the_byte(tmp_path):
    file = rules_file(tmp_path)
    written = (
        "\ufeff# mine\r\n“Harrow” is not a name\r\n\r\nwhatever this is\n“Lind” is a person".encode() + b"\n\xff\xfe\n"
    )
    file.file.write_bytes(written)
    file.change((), (JORDAN,))
    assert file.file.read_bytes() == written + "“Jordan” is a person\n".encode()
    file.change((JORDAN, HARROW), ())
    assert file.file.read_bytes() == written.replace("“Harrow” is not a name\r\n".encode(), b"")


def test_a_change_is_taken_back_by_its_reverse(tmp_path):
    file = rules_file(tmp_path)
    file.change((), (HARROW,))
    before = file.file.read_bytes()
    file.change((HARROW,), (HARROW, JORDAN))
    file.change((HARROW, JORDAN), (HARROW,))
    assert file.file.read_bytes() == before


def test_a_last_line_without_an_end_gets_one(tmp_path):
    file = rules_file(tmp_path)
    file.file.write_text("“Harrow” is not a name", encoding="utf-8")
    file.change((), (JORDAN,))
    assert file.read().items == (HARROW, JORDAN)


def test_a_line_that_is_not_understood_is_named(tmp_path):
    file = rules_file(tmp_path)
    file.file.write_text("# fine\n\n“Jordan” is a river\n", encoding="utf-8")
    assert file.read().complaints == (
        "Line 3 of “names.txt” was not understood and is left as it is: “Jordan” is a river",
    )


def test_a_file_that_cannot_be_read_is_said_and_never_overwritten(tmp_path):
    file = rules_file(tmp_path)
    file.file.mkdir()
    assert "could not be read" in file.read().complaints[0]
    with pytest.raises(SettingError, match="could not be changed"):
        file.change((), (JORDAN,))
