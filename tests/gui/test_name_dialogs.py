"""Questions about a name: as whom it is the same, where it is split."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from nutgraf.gui.name_dialogs import SameAsDialog, SplitDialog, splits
from nutgraf.names.rules import Scope
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.entity import Label
from nutgraf.text.span import Span


def article_of(words):
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, words)
    return builder.build(Meta())


def ways(words):
    article = article_of(words)
    return [tuple(half.of(article.text) for half in way) for way in splits(article, Span(0, len(article.text)))]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Ana Ruiz", [("Ana", "Ruiz")]),
        ("UN and Security Council", [("UN", "Security Council"), ("UN and Security", "Council")]),
        ("Lind, Berg", [("Lind", "Berg")]),
        ("Bank of England", [("Bank", "England")]),
        ("Solo", []),
    ],
)
def test_a_name_is_split_between_words_and_what_joins_them_is_left_out(words, wanted):
    assert ways(words) == wanted


def test_the_halves_and_their_kinds_are_the_readers_choice(qtbot):
    article = article_of("UN and Ana Ruiz")
    dialog = SplitDialog(article, Span(0, 15), Label.ORGANIZATION)
    qtbot.addWidget(dialog)
    assert [(span.of(article.text), label) for span, label in dialog.halves] == [
        ("UN", Label.ORGANIZATION),
        ("Ana Ruiz", Label.ORGANIZATION),
    ]
    dialog.kinds[1].setCurrentIndex(dialog.kinds[1].findData(Label.PERSON.value))
    assert dialog.halves[1][1] is Label.PERSON
    assert dialog.chosen_scope is Scope.ARTICLE


@pytest.fixture
def same(qtbot):
    dialog = SameAsDialog("Mr. Lind", ["Maria Lind", "Éclair Works", "Peter Holt"], [Scope.ARTICLE, Scope.ALWAYS])
    qtbot.addWidget(dialog)
    return dialog


def shown(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def ok(dialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_other_names_are_searched_as_they_are_typed(same):
    assert shown(same) == ["Maria Lind", "Éclair Works", "Peter Holt"]
    same.field.setText("ecl")
    assert shown(same) == ["Éclair Works"]


def test_a_name_of_the_list_is_chosen_by_a_click(qtbot, same):
    same.show()
    qtbot.waitExposed(same)
    at = same.list.visualItemRect(same.list.item(2)).center()
    qtbot.mouseClick(same.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert same.other == "Peter Holt"
    assert len(shown(same)) == 3


def test_any_name_can_be_typed_but_not_none(same):
    assert not ok(same).isEnabled()
    same.field.setText("  Miriam   Lind ")
    assert ok(same).isEnabled()
    assert same.other == "Miriam Lind"
    same.scope.setCurrentIndex(1)
    assert same.chosen_scope is Scope.ALWAYS
