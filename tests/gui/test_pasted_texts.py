from __future__ import annotations

import os
import time

import pytest

from nutgraf.errors import ExportError
from nutgraf.gui.pasted_texts import DAY, clear, keep

WORDS = "The mill is old.\n\nIts wheel turns. The river runs high. The flour is fine. The miller sleeps."


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "pasted"


def test_words_are_kept_once_and_called_by_their_first_line(folder):
    first = keep(WORDS, folder)
    assert first == folder / "the-mill-is-old.txt"
    assert first.read_bytes().decode() == WORDS
    assert keep(WORDS, folder) == first
    other = keep(WORDS + " He snores.", folder)
    assert other == folder / "the-mill-is-old-2.txt"
    assert len(list(folder.iterdir())) == 2


def test_what_cannot_be_kept_is_said(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError, match="could not be kept"):
        keep(WORDS, tmp_path / "file")


def test_others_cannot_read_what_was_pasted(folder):
    assert keep(WORDS, folder).stat().st_mode & 0o077 == 0


def test_only_old_pasted_texts_are_cleared(folder):
    old, spared, young = (keep(f"{name}\n\nWords.", folder) for name in ("Old", "Spared", "Young"))
    notes, inside = folder / "notes.md", folder / "inside.txt"
    notes.write_text("mine")
    inside.mkdir()
    for file in (old, spared, notes, inside):
        os.utime(file, (time.time() - 31 * DAY,) * 2)
    assert clear(folder, 30, [spared]) == [old]
    assert sorted(folder.iterdir()) == sorted([spared, young, notes, inside])


def test_where_nothing_was_pasted_nothing_is_cleared(folder):
    assert clear(folder, 30, []) == []
