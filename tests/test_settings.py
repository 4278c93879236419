from __future__ import annotations

import json

import pytest

from nutgraf.errors import SettingError
from nutgraf.settings import ALL, MEASURE, PEOPLE, RECENT, TEXT_SIZE, THEME, Settings


@pytest.fixture
def file(tmp_path):
    return tmp_path / "folder" / "settings.json"


@pytest.mark.parametrize("setting", ALL, ids=lambda setting: setting.name)
def test_every_setting_accepts_its_default_and_has_words(setting):
    assert setting.accepts(setting.default)
    assert setting.words
    assert setting.bounds is None or isinstance(setting.default, int)


def test_names_are_used_once():
    assert len({setting.name for setting in ALL}) == len(ALL)


def test_what_is_set_is_there_the_next_time(file):
    settings = Settings(file)
    settings.set(THEME, "dark")
    settings.set(RECENT, ("/a.txt", "/b.txt"))
    settings.set(PEOPLE, value=False)
    again = Settings(file)
    assert again.text(THEME) == "dark"
    assert again.list(RECENT) == ("/a.txt", "/b.txt")
    assert again.flag(PEOPLE) is False
    assert again.number(MEASURE) == MEASURE.default


@pytest.mark.parametrize("value", [9, 49, "18", 18.0, True])
def test_a_value_outside_the_bounds_or_of_another_kind_is_refused(file, value):
    settings = Settings(file)
    with pytest.raises(SettingError, match="Text size"):
        settings.set(TEXT_SIZE, value)
    assert settings.number(TEXT_SIZE) == TEXT_SIZE.default
    assert not file.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000])
def test_a_damaged_file_gives_defaults(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    assert Settings(file).text(THEME) == THEME.default


def test_a_value_that_is_no_longer_valid_costs_only_itself(file):
    file.parent.mkdir()
    file.write_text(json.dumps({"theme": "purple", "text_size": 20, "recent": [1, 2], "gone": 1}), encoding="utf-8")
    settings = Settings(file)
    assert settings.text(THEME) == THEME.default
    assert settings.number(TEXT_SIZE) == 20
    assert settings.list(RECENT) == ()


def test_a_folder_that_takes_no_file_does_not_stop_the_program(tmp_path):
    (tmp_path / "occupied").write_text("a file where a folder should be", encoding="utf-8")
    settings = Settings(tmp_path / "occupied" / "settings.json")
    settings.set(THEME, "dark")
    assert settings.text(THEME) == "dark"


def test_watchers_are_told_of_each_change_until_they_end_it(file):
    settings, told = Settings(file), []
    end = settings.watch(told.append)
    settings.set(THEME, "dark")
    settings.set(THEME, "dark")
    end()
    settings.set(THEME, "light")
    assert told == [THEME]


def test_a_file_name_that_is_not_unicode_is_kept(file):
    name = b"/home/ana/caf\xe9.txt".decode("utf-8", "surrogateescape")
    Settings(file).set(RECENT, (name, "/home/ana/zoë 🌾.txt"))
    assert Settings(file).list(RECENT) == (name, "/home/ana/zoë 🌾.txt")
    assert [each.name for each in file.parent.iterdir()] == [file.name]
