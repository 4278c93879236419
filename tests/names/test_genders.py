import pytest

from nutgraf.names import genders
from nutgraf.names.name_forms import normal


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Maria Lind", "f"),
        ("Ahmed al-Masri", "m"),
        ("Zoë Wells", "f"),
        ("Nguyễn Thị Mai", "f"),
        ("Hind bint Saud", "f"),
        ("Gurpreet Kaur", "f"),
        ("Xenia Petrova", "f"),
        ("Jean Tait", ""),  # a woman's in English, a man's in French
        ("Park Ji-hye", ""),  # the family name first
        ("Maria", ""),
    ],
)
def test_a_full_name_may_tell(name, gender):
    assert genders.by_name(normal(name)) == gender


def test_a_title_tells():
    text = "He met Mrs. Tait and Mr Tait and Tait."
    assert [genders.by_title(text, at) for at in (12, 24, 33)] == ["f", "m", ""]


def test_a_role_tells_unless_it_is_of_two_minds():
    assert genders.by_role("its chairwoman") == "f"
    assert genders.by_role("husband of the queen") == "m"
    assert genders.by_role("mother of a priest and a man") == "f"
    assert genders.by_role("mayor") == ""
    assert genders.by_role("brother and sister") == ""
