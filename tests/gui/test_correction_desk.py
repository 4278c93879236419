"""Corrections in the window: by menus, keys and dialogs; at once, everywhere, undone and done again, kept in a text file."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QMenu

from nutgraf.gui import name_dialogs
from nutgraf.gui.list_dialog import ListDialog
from nutgraf.gui.menus import fill_article_menu
from nutgraf.names.rules_file import rules_file
from nutgraf.names.watch_file import watch_file
from nutgraf.settings import DOUBT, METHOD
from nutgraf.text.entity import Label, Watched
from nutgraf.text.span import Span


def reading(window):
    return window.session.current


def names(window):
    return {entity.name: entity.label for entity in reading(window).entities}


def spans_of(window, words):
    text, found, at = reading(window).article.text, [], -1
    while (at := text.find(words, at + 1)) >= 0:
        found.append(Span(at, at + len(words)))
    return found


def marked(window, span):
    found = window.page.view.highlights.mentions.at(span.start)
    return found[1].label if found else None


def menu_at(window, offset):
    menu = QMenu(window)
    fill_article_menu(menu, window, offset)
    return menu


def menu_of_row(window, name):
    row = next(row for row in window.left.names.list.names() if row.subject.name == name)
    menu = QMenu(window)
    window.left.names.menuOpening.emit(menu, row.subject)
    return menu


def choose(menu, *path):
    """Trigger the entry of a menu that begins with each of these words in turn."""
    for words in path:
        action = next(each for each in menu.actions() if each.text().startswith(words))
        menu = action.menu()
    action.trigger()


def paths(menu):
    """All entries, those of submenus after the words of theirs."""
    for action in menu.actions():
        if action.menu():
            yield from (f"{action.text()} / {path}" for path in paths(action.menu()))
        elif action.text():
            yield action.text()


def on_disk():
    file = rules_file().file
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


# --- by the menu of a place ------------------------------------------------------------------------------------------


def test_a_name_that_is_none_is_taken_off_always_and_stays_so_on_disk(opened, settle):
    span = spans_of(opened, "Stonecraft")[-1]
    assert marked(opened, span)
    choose(menu_at(opened, span.start), "Correct “Stonecraft”", "Not a name", "Always")
    settle()
    assert marked(opened, span) is None
    assert on_disk() == ["“Stonecraft” is not a name"]
    assert opened.messages.words == "“Stonecraft” is not a name in every article."


def test_a_correction_is_undone_and_done_again(opened, settle):
    span = spans_of(opened, "Stonecraft")[-1]
    before = marked(opened, span)
    choose(menu_at(opened, span.start), "Correct “Stonecraft”", "Not a name", "Always")
    settle()
    opened.actions_["undo"].trigger()
    settle()
    assert marked(opened, span) is before is not None
    assert on_disk() == []
    opened.actions_["redo"].trigger()
    settle()
    assert marked(opened, span) is None
    assert on_disk() == ["“Stonecraft” is not a name"]


def test_the_bar_below_undoes_it(opened, settle):
    span = spans_of(opened, "Peter Holt")[0]
    choose(menu_at(opened, span.start), "Correct “Peter Holt”", "An organization", "In this article")
    settle()
    assert names(opened)["Peter Holt"] is Label.ORGANIZATION
    opened.messages._action.click()
    settle()
    assert names(opened)["Peter Holt"] is Label.PERSON


def test_a_correction_here_leaves_other_places_alone(opened, settle):
    one, other = (entity for entity in spans_of(opened, "Lind")[:2])
    place = next(m.span for m in opened.page.entity_of(one.start).mentions if m.span.overlaps(one))
    choose(menu_at(opened, place.start), "Correct", "Not a name", "Here")
    settle()
    assert marked(opened, one) is None
    assert marked(opened, other) is Label.PERSON


def test_what_is_asked_of_no_engine_costs_no_search(opened, settle, monkeypatch):
    import nutgraf.names

    def never(*_, **__):
        raise AssertionError("searched again")

    monkeypatch.setattr(nutgraf.names, "find_mentions", never)
    span = spans_of(opened, "Peter Holt")[0]
    choose(menu_at(opened, span.start), "Correct", "Not a name", "In this article")
    settle()
    assert "Peter Holt" not in names(opened)


def test_a_correction_for_always_holds_in_the_other_open_articles_too(opened, settle, tmp_path, story):
    twin = tmp_path / "twin.txt"
    twin.write_text(
        story.read_text(encoding="utf-8").replace("The wheel will turn", "A wheel will turn"), encoding="utf-8"
    )
    opened.open_files([twin])
    settle()
    span = spans_of(opened, "Peter Holt")[0]
    choose(menu_at(opened, span.start), "Correct", "Not a name", "Always")
    settle()
    opened.open_files([story])
    settle()
    assert reading(opened).path == story
    assert "Peter Holt" not in names(opened)


def test_the_name_is_offered_what_it_is_not_yet(opened):
    found = list(paths(menu_at(opened, spans_of(opened, "Peter Holt")[0].start)))
    correct = "Correct “Peter Holt” / "
    assert f"{correct}Not a name / Here" in found
    assert f"{correct}An organization / Always" in found
    assert not any(path.startswith(f"{correct}A person") for path in found)
    assert f"{correct}Split…" in found
    assert f"{correct}The same as…" in found
    assert not any("Not the same as" in path for path in found)


def test_a_short_form_is_parted_from_its_name(opened, settle):
    span = spans_of(opened, "Lind")[-1]
    assert opened.page.entity_of(span.start).name == "Maria Lind"
    choose(menu_at(opened, span.start), "Correct “Lind”", "Not the same as “Maria Lind”", "In this article")
    settle()
    assert opened.page.entity_of(span.start).name == "Lind"


# --- by the menu of a row --------------------------------------------------------------------------------------------


def test_a_row_is_corrected_with_all_its_forms(opened, settle):
    choose(menu_of_row(opened, "Maria Lind"), "Correct", "Not a name", "In this article")
    settle()
    assert all(marked(opened, span) is None for span in spans_of(opened, "Lind"))
    assert len(on_disk()) == 2
    assert not any("Here" in path for path in paths(menu_of_row(opened, "Peter Holt")))


# --- by a selection --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "label"), [("mark_person", Label.PERSON), ("mark_organization", Label.ORGANIZATION)]
)
def test_a_missed_name_is_marked_by_selecting_it(opened, settle, command, label):
    span = spans_of(opened, "county")[0]
    opened.page.view.select(Span(span.start - 1, span.end))
    opened.actions_[command].trigger()
    settle()
    assert marked(opened, span) is label
    assert names(opened)["county"] is label


def test_a_selection_that_is_no_name_is_refused_in_words(opened):
    opened.actions_["mark_person"].trigger()
    assert "Select the words of a name first" in opened.messages.words
    assert on_disk() == []


@pytest.mark.parametrize(("words", "selected"), [("Stonecraft Ltd", "Stonecraft"), ("Peter Holt", "said Peter Holt")])
def test_a_name_is_shrunk_or_extended_to_what_is_selected(opened, settle, words, selected):
    whole = spans_of(opened, selected)[0]
    opened.page.view.select(whole)
    menu = menu_at(opened, whole.end - 2)
    assert any(path.startswith(f"Mark “{selected}” as an organization instead / ") for path in paths(menu))
    choose(menu, f"Mark “{selected}” as an organization instead", "In this article")
    settle()
    found = opened.page.view.highlights.mentions.at(whole.start)
    assert found[0] == whole
    assert found[1].label is Label.ORGANIZATION


def test_a_selection_over_two_paragraphs_is_not_offered_as_a_name(opened):
    blocks = reading(opened).article.blocks
    opened.page.view.select(Span(blocks[2].span.start, blocks[3].span.end))
    assert not any(path.startswith("Mark “") for path in paths(menu_at(opened, blocks[2].span.start)))


# --- with a question -------------------------------------------------------------------------------------------------


def test_a_name_is_split_where_the_reader_says(opened, settle, monkeypatch):
    span = spans_of(opened, "Peter Holt")[0]
    monkeypatch.setattr(name_dialogs.SplitDialog, "exec", lambda self: QDialog.DialogCode.Accepted)
    choose(menu_at(opened, span.start), "Correct", "Split…")
    settle()
    assert {"Peter", "Holt"} <= set(names(opened))


def test_two_names_are_made_one(opened, settle, monkeypatch):
    def answer(dialog):
        dialog.field.setText("Maria Lind")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(name_dialogs.SameAsDialog, "exec", answer)
    choose(menu_of_row(opened, "Peter Holt"), "Correct", "The same as…")
    settle()
    assert "Peter Holt" not in names(opened)
    assert opened.page.entity_of(spans_of(opened, "Peter Holt")[0].start).name == "Maria Lind"


# --- the watch list --------------------------------------------------------------------------------------------------


def test_a_name_is_watched_and_no_longer(opened, settle):
    choose(menu_of_row(opened, "Maria Lind"), "Watch this name")
    settle()
    assert [watch.name for watch in watch_file().read().items] == ["Maria Lind"]
    assert [each.name for each in reading(opened).names.watched] == ["Maria Lind"]
    assert len(opened.page.view.highlights.watched) == len(reading(opened).names.watched[0].spans) > 0
    opened.settings.set(METHOD, "lead")  # another summary marks it too
    settle()
    cards = opened.left.summary.list.cards
    assert any(box.label is None for index in opened.summary.sentences for box in cards.card(index).boxes)
    row = opened.left.names.list.names()[0]
    assert [each.subject.name for each in opened.left.names.list.names()].count("Maria Lind") == 1
    menu = QMenu(opened)
    opened.left.names.menuOpening.emit(menu, row.subject)
    assert [each.text() for each in menu.actions() if each.text().startswith(("Correct", "Watch"))] == [
        "Correct “Maria Lind”"
    ]
    choose(menu, "Stop watching")
    settle()
    assert reading(opened).names.watched == ()
    opened.actions_["undo"].trigger()
    settle()
    assert [each.name for each in reading(opened).names.watched] == ["Maria Lind"]


def test_who_is_listed_as_watched_is_corrected_as_who_was_found(window, settle, tmp_path):
    file = tmp_path / "mill.txt"
    file.write_text("Maria Lind bought the mill. On Monday Maria Lind met Peter Holt. On Friday Maria Lind sold it.\n")
    window.open_files([file])
    settle()
    choose(menu_of_row(window, "Maria Lind"), "Watch this name")
    settle()
    missed = spans_of(window, "Maria Lind")[-1]
    choose(menu_at(window, missed.start), "Correct “Maria Lind”", "Not a name", "Here")
    settle()
    [row] = [each for each in window.left.names.list.names() if each.subject.name == "Maria Lind"]
    assert isinstance(row.subject, Watched)
    choose(menu_of_row(window, "Maria Lind"), "Correct “Maria Lind”", "Not a name", "In this article")
    settle()
    assert "Maria Lind" not in names(window)
    assert [each.name for each in reading(window).names.watched] == ["Maria Lind"]


# --- back and forth --------------------------------------------------------------------------------------------------


def test_folds_and_names_are_undone_in_the_order_in_which_they_were_changed(opened, settle):
    index = next(n for n, block in enumerate(reading(opened).article.blocks) if block.furniture)
    opened.page.view.refold_asked.emit({index: False})
    settle()
    choose(menu_of_row(opened, "Peter Holt"), "Correct", "Not a name", "In this article")
    settle()
    opened.actions_["undo"].trigger()
    settle()
    assert "Peter Holt" in names(opened)
    assert not reading(opened).article.blocks[index].furniture
    opened.actions_["undo"].trigger()
    settle()
    assert reading(opened).article.blocks[index].furniture
    opened.actions_["redo"].trigger()
    opened.actions_["redo"].trigger()
    settle()
    assert not reading(opened).article.blocks[index].furniture
    assert "Peter Holt" not in names(opened)


def test_with_nothing_to_undo_nothing_happens(opened):
    before = names(opened)
    opened.actions_["undo"].trigger()
    opened.actions_["redo"].trigger()
    assert names(opened) == before


def test_undo_and_redo_are_offered_where_there_is_something_to_undo_or_redo(window, settle, story, other):
    def offered():
        return [name for name in ("undo", "redo") if window.actions_[name].isEnabled()]

    assert offered() == []
    window.open_files([story])
    settle()
    assert offered() == []
    index = next(n for n, block in enumerate(reading(window).article.blocks) if block.furniture)
    window.page.view.refold_asked.emit({index: False})
    settle()
    assert offered() == ["undo"]
    window.open_files([other])
    settle()
    assert offered() == []  # the fold is another article's
    window.actions_["back"].trigger()
    settle()
    window.actions_["undo"].trigger()
    settle()
    assert offered() == ["redo"]
    window.actions_["reload"].trigger()
    settle()
    assert offered() == []


def test_what_is_undone_and_done_again_is_said_with_the_way_back(opened, settle):
    said = "“Peter Holt” is not a name in this article."
    choose(menu_of_row(opened, "Peter Holt"), "Correct", "Not a name", "In this article")
    settle()
    opened.actions_["undo"].trigger()
    settle()
    assert opened.messages.words == f"This was undone: {said}"
    opened.messages._action.click()
    settle()
    assert "Peter Holt" not in names(opened)
    assert opened.messages.words == f"This was done again: {said}"
    opened.messages._action.click()
    settle()
    assert "Peter Holt" in names(opened)


def test_a_fold_that_is_undone_is_said_with_the_way_back(opened, settle):
    index = next(n for n, block in enumerate(reading(opened).article.blocks) if block.furniture)
    opened.page.view.refold_asked.emit({index: False})
    settle()
    assert opened.messages.words == "The summary and the names follow."
    opened.actions_["undo"].trigger()
    settle()
    assert opened.messages.words == "This was undone: a change of page furniture."
    opened.messages._action.click()
    settle()
    assert not reading(opened).article.blocks[index].furniture


def test_the_bar_offers_to_undo_nothing_but_what_it_speaks_of(opened, settle, other):
    choose(menu_of_row(opened, "Maria Lind"), "Watch this name")
    settle()
    index = next(n for n, block in enumerate(reading(opened).article.blocks) if block.furniture)
    opened.page.view.refold_asked.emit({index: False})
    settle()
    assert opened.messages.isVisible()
    opened.open_files([other])  # whose folds were not changed: “Undo” would be of the watched name
    settle()
    assert not opened.messages.isVisible()


def test_a_file_that_cannot_be_written_is_said_and_nothing_changes(opened, settle):
    file = rules_file().file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.mkdir()
    choose(menu_of_row(opened, "Peter Holt"), "Correct", "Not a name", "Always")
    settle()
    assert "could not be" in opened.messages.words
    assert "Peter Holt" in names(opened)
    file.rmdir()


# --- the files -------------------------------------------------------------------------------------------------------


def test_the_files_are_edited_as_text_and_hold_at_once(opened, settle, monkeypatch):
    def edit(dialog):
        dialog.editor.appendPlainText("“Peter Holt” is an organization")
        dialog._save()
        return dialog.result()

    monkeypatch.setattr(ListDialog, "exec", edit)
    opened.actions_["edit_names"].trigger()
    settle()
    assert names(opened)["Peter Holt"] is Label.ORGANIZATION
    assert on_disk() == ["“Peter Holt” is an organization"]


def test_a_file_that_another_program_changes_holds_at_once(qtbot, opened, settle):
    file = rules_file().file
    file.parent.mkdir(parents=True, exist_ok=True)
    choose(menu_of_row(opened, "Maria Lind"), "Correct", "An organization", "Always")
    settle()
    with file.open("a", encoding="utf-8") as stream:
        stream.write("“Peter Holt” is not a name\n")
    qtbot.waitUntil(lambda: "Peter Holt" not in names(opened))
    assert names(opened)["Maria Lind"] is Label.ORGANIZATION


def test_a_line_that_is_not_understood_is_said_once(window, settle, story):
    file = rules_file().file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("Lind is nobody\n", encoding="utf-8")
    window.open_files([story])
    settle()
    assert window.messages.words == "Line 1 of “names.txt” was not understood and is left as it is: Lind is nobody"
    window.messages.hide()
    window.session.name_anew()
    settle()
    assert window.messages.isHidden()


def test_the_threshold_leaves_out_doubtful_names_at_once(opened, settle, settings):
    settings.set(DOUBT, 95)
    settle()
    assert all(entity.confidence >= 0.95 for entity in reading(opened).entities)
    settings.set(DOUBT, 0)
    settle()
    assert "Peter Holt" in names(opened)


def test_only_sentences_follow_a_correction(opened, settle):
    entity = next(each for each in reading(opened).entities if each.name == "Maria Lind")
    opened.names_desk.choose_at(entity.mentions[0].span.start)
    opened.actions_["only_sentences"].trigger()
    before = len(opened.page.view.folding.excerpt.sentences)
    choose(menu_at(opened, spans_of(opened, "Lind")[-1].start), "Correct “Lind”", "Not a name", "Here")
    settle()
    assert len(opened.page.view.folding.excerpt.sentences) == before - 1
    choose(menu_of_row(opened, "Maria Lind"), "Correct", "Not a name", "In this article")
    settle()
    assert opened.page.view.folding.excerpt is None


def test_menus_offer_to_go_back_and_forth_only_where_there_is_a_change(opened, settle):
    span = spans_of(opened, "Stonecraft")[-1]

    def offered():
        more = opened.left.names.tools.menu
        more.aboutToShow.emit()
        both = [
            [each.text().partition(" ")[0] for each in menu.actions()] for menu in (menu_at(opened, span.start), more)
        ]
        return [[word for word in words if word in {"Undo", "Redo"}] for words in both]

    assert offered() == [[], []]
    choose(menu_at(opened, span.start), "Correct “Stonecraft”", "Not a name", "Always")
    settle()
    assert offered() == [["Undo"], ["Undo"]]
    opened.actions_["undo"].trigger()
    settle()
    assert offered() == [["Redo"], ["Redo"]]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("no_name", "Choose a name first"),
        ("copy_source", "Select some words"),
    ],
)
def test_a_command_that_finds_nothing_to_do_says_what_it_needs(opened, command, said):
    opened.left.names.clear_chosen()
    opened.actions_[command].trigger()
    assert opened.messages.words.startswith(said)
