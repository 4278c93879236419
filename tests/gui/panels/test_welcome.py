from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget

from nutgraf.gui.welcome import SHOWN, WelcomePage


@pytest.fixture
def page(qtbot, light):
    made = WelcomePage(light)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def rows(page):
    return [row for row in page._rows if row.isVisible()]


def test_offers_to_open_and_to_read_the_sample(qtbot, page):
    with qtbot.waitSignal(page.openRequested):
        qtbot.mouseClick(page.open, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.sampleRequested):
        qtbot.keyClick(page.sample, Qt.Key.Key_Space)


def test_without_recent_articles_there_is_no_heading_for_them(page):
    assert "RECENT" not in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_recent_articles_open_with_a_click(qtbot, page, tmp_path):
    file = tmp_path / "wall.txt"
    file.write_text("The wall.", encoding="utf-8")
    page.set_recent([str(file)])
    QApplication.processEvents()
    (row,) = rows(page)
    assert row.text() == "wall.txt"
    assert row.accessibleDescription().endswith(tmp_path.name)
    with qtbot.waitSignal(page.fileRequested) as asked:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert asked.args == [str(file)]


def test_files_that_are_gone_are_greyed_and_say_so(qtbot, page, tmp_path):
    here = tmp_path / "here.txt"
    here.write_text("Here.", encoding="utf-8")
    page.set_recent([str(here), str(tmp_path / "gone.txt"), str(tmp_path)])
    qtbot.waitUntil(lambda: [row.isEnabled() for row in page._rows] == [True, False, False])
    assert page._rows[1].accessibleDescription().startswith("No longer in")


def test_the_list_is_replaced_and_not_too_long(page):
    page.set_recent([f"/articles/{n}.txt" for n in range(30)])
    page.set_recent([f"/articles/new-{n}.txt" for n in range(30)])
    QApplication.processEvents()
    assert [row.text() for row in rows(page)] == [f"new-{n}.txt" for n in range(SHOWN)]


def test_folders_below_home_are_short(page, home):
    page.set_recent([str(home / "articles" / "wall.txt")])
    assert page._rows[0].folder in {"~/articles", "~\\articles"}


def test_its_type_holds_inside_another_widget_under_the_programs_style_sheet(qtbot, light, qapp):
    light.apply(qapp)
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    pages.addWidget(WelcomePage(light))
    pages.show()
    name = next(label for label in pages.findChildren(QLabel) if label.text() == "Nutgraf")
    assert name.font().pixelSize() == 30
