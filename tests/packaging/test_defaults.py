"""The file of default programs is changed by one line for each type, and is as it was once that is undone."""

from pathlib import Path

import pytest

from defaults import add_default, remove_default

OURS = "org.nutgraf.Nutgraf.desktop"
KINDS = ("text/plain", "text/markdown")
BEFORE = [
    None,
    "[Added Associations]\ntext/plain=gedit.desktop;\n",
    "[Default Applications]\ntext/plain=mousepad.desktop\nimage/png=viewer.desktop;\n",
    "[Default Applications]\nimage/png=viewer.desktop\n\n[Added Associations]\ntext/markdown=typora.desktop;\n",
    "[Added Associations]\ntext/plain=gedit.desktop;\n\n[Default Applications]\n# mine\ntext/plain=a.desktop;b.desktop;\n",
]


@pytest.mark.parametrize("text", BEFORE)
def test_taking_out_gives_back_what_was_there(tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "config" / "mimeapps.list"
    if text is not None:
        file.parent.mkdir()
        file.write_text(text)
    for kind in KINDS:
        add_default(file, kind, OURS)
    assert file.read_text() != text
    for kind in KINDS:
        remove_default(file, kind, OURS)
    assert (file.read_text() if file.exists() else None) == text


def test_ours_comes_first_and_the_earlier_program_stays_as_the_next(tmp_path: Path) -> None:
    file = tmp_path / "mimeapps.list"
    file.write_text("[Default Applications]\ntext/plain=mousepad.desktop\n")
    add_default(file, "text/plain", OURS)
    add_default(file, "text/plain", OURS)
    assert file.read_text() == f"[Default Applications]\ntext/plain={OURS};mousepad.desktop\n"


def test_default_chosen_since_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "mimeapps.list"
    add_default(file, "text/plain", OURS)
    file.write_text("[Default Applications]\ntext/plain=kate.desktop;\n")
    remove_default(file, "text/plain", OURS)
    assert file.read_text() == "[Default Applications]\ntext/plain=kate.desktop;\n"


def test_associations_of_other_groups_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "mimeapps.list"
    file.write_text(f"[Added Associations]\ntext/plain={OURS};\n\n[Default Applications]\nimage/png=viewer.desktop\n")
    remove_default(file, "text/plain", OURS)
    assert f"[Added Associations]\ntext/plain={OURS};\n" in file.read_text()
