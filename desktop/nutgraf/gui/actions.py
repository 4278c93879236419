"""Everything the window can be told to do, each declared once with its words and keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """A thing to do: `name` in the code, `words` on the screen, `keys` as Qt writes them, the first one shown."""

    name: str
    group: str
    words: str
    keys: tuple[str, ...] = ()
    checkable: bool = False


COMMANDS = (
    Command("open", "Articles", "Open…", ("Ctrl+O",)),
    Command("paste", "Articles", "Open what was copied", ("Ctrl+V",)),
    Command("reload", "Articles", "Read the file again", ("F5",)),
    Command("close", "Articles", "Close article", ("Ctrl+W",)),
    Command("back", "Articles", "Previous article", ("Alt+Left", "Ctrl+PgUp", "Ctrl+Shift+Tab")),
    Command("forward", "Articles", "Next article", ("Alt+Right", "Ctrl+PgDown", "Ctrl+Tab")),
    Command("sample", "Articles", "Sample article"),
    Command("quit", "Articles", "Quit", ("Ctrl+Q",)),
    Command("export_markdown", "Export", "Export Markdown…", ("Ctrl+E",)),
    Command("export_html", "Export", "Export web page…"),
    Command("export_json", "Export", "Export JSON…"),
    Command("copy_markdown", "Export", "Copy as Markdown", ("Ctrl+Shift+E",)),
    Command("print", "Export", "Print…", ("Ctrl+P",)),
    Command("copy", "Text", "Copy", ("Ctrl+C",)),
    Command("copy_source", "Text", "Copy with source", ("Ctrl+Shift+C",)),
    Command("select_all", "Text", "Select all", ("Ctrl+A",)),
    Command("find", "Text", "Find…", ("Ctrl+F",)),
    Command("find_next", "Text", "Next result", ("F3", "Ctrl+G")),
    Command("find_previous", "Text", "Previous result", ("Shift+F3", "Ctrl+Shift+G")),
    Command("caret", "Text", "Move a text cursor with the arrow keys", ("F7",), checkable=True),
    Command("topic", "Summary", "Summary about your words…", ("Ctrl+K",)),
    Command("sections", "Summary", "Summary by section", ("Ctrl+B",), checkable=True),
    Command("why", "Summary", "Why this summary sentence", ("Ctrl+I",)),
    Command("before", "Summary", "Add the sentence before, or take it back", ("Ctrl+Shift+B",)),
    Command("shorter", "Summary", "Shorter summary", ("Ctrl+[", "Ctrl+,")),
    Command("longer", "Summary", "Longer summary", ("Ctrl+]", "Ctrl+.")),
    Command("next_sentence", "Summary", "Next summary sentence", ("Ctrl+Down",)),
    Command("previous_sentence", "Summary", "Previous summary sentence", ("Ctrl+Up",)),
    Command("people", "Names", "Mark people", ("Ctrl+1",), checkable=True),
    Command("organizations", "Names", "Mark organizations", ("Ctrl+2",), checkable=True),
    Command("next_mention", "Names", "Next mention of the chosen name", ("F4",)),
    Command("previous_mention", "Names", "Previous mention of the chosen name", ("Shift+F4",)),
    Command("only_sentences", "Names", "Only sentences with the chosen name", ("F8",), checkable=True),
    Command("search_names", "Names", "Search the names…", ("Ctrl+Shift+F",)),
    Command("copy_names", "Names", "Copy the list of names"),
    Command("copy_names_markdown", "Names", "Copy the list of names as Markdown"),
    Command("furniture", "Page furniture", "Show page furniture", ("Ctrl+Shift+H",), checkable=True),
    Command("fold", "Page furniture", "Fold this paragraph as page furniture"),
    Command("keep", "Page furniture", "This belongs to the article"),
    Command("undo", "Corrections", "Undo the last correction", ("Ctrl+Z",)),
    Command("redo", "Corrections", "Redo the last correction", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("mark_person", "Corrections", "Mark what is selected as a person", ("Ctrl+Alt+1",)),
    Command("mark_organization", "Corrections", "Mark what is selected as an organization", ("Ctrl+Alt+2",)),
    Command("no_name", "Corrections", "The chosen name is not one", ("Ctrl+Alt+0",)),
    Command("edit_names", "Corrections", "Edit names.txt…"),
    Command("edit_watch", "Corrections", "Names to watch…"),
    Command("zoom_in", "View", "Larger", ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", "View", "Smaller", ("Ctrl+-",)),
    Command("zoom_reset", "View", "Actual size", ("Ctrl+0",)),
    Command("next_theme", "View", "Next colours", ("Ctrl+T",)),
    Command("panel", "View", "Show summary and names", ("F9",), checkable=True),
    Command("next_pane", "View", "Go to the next pane", ("F6",)),
    Command("full_screen", "View", "Full screen", ("F11",), checkable=True),
    Command("settings", "View", "Settings…", ("Ctrl+Alt+S",)),
    Command("menu", "Help", "Menu", ("F10",)),
    Command("keys", "Help", "Keys", ("F1",)),
    Command("about", "Help", "About Nutgraf"),
)


IN_LISTS = (
    ("Return", "Go to the sentence, or to the next mention"),
    ("Shift+Return", "Go to the mention before"),
    ("Space", "Why this sentence; next sentence with both; mark a kind"),
    ("+", "Take what a card offers: the sentence before"),
    ("Esc", "Let the chosen name go"),
)


class Actions:
    """The window's actions by the names of their commands."""

    def __init__(self, window: QWidget) -> None:
        self._actions = {command.name: _action(command, window) for command in COMMANDS}
        window.addActions(list(self._actions.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def on(self, name: str, do: Callable[[], object]) -> None:
        """Do this when a command is given."""
        self._actions[name].triggered.connect(lambda _checked=False: do())

    def on_toggled(self, name: str, do: Callable[[bool], object]) -> None:
        """Do this when a command is switched on or off, by the reader."""
        self._actions[name].triggered.connect(do)

    def enable(self, names: tuple[str, ...], *, enabled: bool) -> None:
        """Let these commands be given, or not."""
        for name in names:
            self._actions[name].setEnabled(enabled)


def _action(command: Command, window: QWidget) -> QAction:
    action = QAction(command.words, window, checkable=command.checkable)
    action.setObjectName(command.name)
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    return action


def key_table() -> tuple[tuple[str, str, str], ...]:
    """Return (group, keys, words) of every command that has keys, as F1 shows them."""
    return tuple(
        (command.group, _native(command.keys[0]), command.words.rstrip("…")) for command in COMMANDS if command.keys
    )


def list_keys() -> tuple[tuple[str, str, str], ...]:
    """Return the same of what keys do in the lists of the left panel: those are no commands of the window."""
    return tuple(("In summary and names", _native(keys), words) for keys, words in IN_LISTS)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
