"""Corrections by menus, commands and dialogs: of names marked in the text, of names listed, of words that are selected."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from nutgraf.errors import SettingError
from nutgraf.gui.changes import Changes
from nutgraf.gui.files_watcher import FilesWatcher
from nutgraf.gui.subject import places, twin
from nutgraf.gui.undoing import Undoing
from nutgraf.text.entity import Entity, Label, Watched
from nutgraf.text.visible import line

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from nutgraf.gui.corrections import Corrections
    from nutgraf.gui.main_window import MainWindow
    from nutgraf.gui.subject import Subject
    from nutgraf.names.list_file import ListFile
    from nutgraf.text.span import Span


class CorrectionDesk:
    """Connects the commands of the group “Corrections”, and fills the menus of names."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._names = window, window.names_desk
        self._changes = Changes(window)
        self._undoing = Undoing(window.session, self._changes)
        self._changes.changed.connect(window.session.name_anew)
        self._complaints: tuple[str, ...] = ()
        self._watcher: FilesWatcher | None = None
        window.session.complained.connect(self._complain)
        window.session.named.connect(self._watch_files)
        window.left.names.menuOpening.connect(self._fill_menu)
        on = window.actions_.on
        on("undo", self._undo)
        on("redo", self._redo)
        on("mark_person", lambda: self._mark(Label.PERSON))
        on("mark_organization", lambda: self._mark(Label.ORGANIZATION))
        on("no_name", self._judge_no_name)
        on("edit_names", self._edit_names)
        on("edit_watch", self._edit_watch)
        self._undoing.moved.connect(self._offer_back_and_forth)
        self._offer_back_and_forth()

    @cached_property
    def corrections(self) -> Corrections:
        """What writes corrections; made when it is first asked for, as the window shows without."""
        from nutgraf.gui.corrections import Corrections

        return Corrections(self._window.session, self._window.messages, self._changes, self._undoing)

    @property
    def back_and_forth(self) -> list[QAction]:
        """The commands that take a change back and do it again, as far as there is one."""
        both = (self._window.actions_[name] for name in ("undo", "redo"))
        return [action for action in both if action.isEnabled()]

    def _undo(self) -> None:
        self.corrections.undo()

    def _redo(self) -> None:
        self.corrections.redo()

    def _offer_back_and_forth(self) -> None:
        actions = self._window.actions_
        actions.enable(("undo",), enabled=self._undoing.can_undo)
        actions.enable(("redo",), enabled=self._undoing.can_redo)
        self._window.messages.withdraw("Undo", "Redo")  # it would not be of what the bar speaks of

    # --- menus -----------------------------------------------------------------------------------------------------

    def _fill_menu(self, menu: QMenu, subject: Subject | None) -> None:
        """Add what can be done with someone who is listed, or with the list."""
        if subject:
            self._names.add_only(menu, subject)
            self._add_corrections(menu, subject, None)
        else:
            actions = self._window.actions_
            menu.addSeparator()
            menu.addActions([actions["edit_watch"], actions["edit_names"], *self.back_and_forth])

    def fill_menu_at(self, menu: QMenu, offset: int) -> None:
        """Choose whose name is marked at a place in the text, and add what can be done there, and with what is selected."""
        from nutgraf.gui.correction_menu import add_marking

        view, actions = self._window.page.view, self._window.actions_
        found, selected = self._window.page.subject_of(offset), view.selected_span()
        if selected:
            add_marking(menu, self.corrections, selected, found[1] if found else self._marked_in(selected))
            menu.addSeparator()
        if not found:
            return
        subject, place = found
        self._window.left.names.choose(subject, place)
        copy = menu.addAction("Copy name")
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(line(subject.name)))
        menu.addActions([actions["next_mention"], actions["previous_mention"]])
        menu.addSeparator()
        self._names.add_only(menu, subject)
        self._add_corrections(menu, subject, place)

    def _add_corrections(self, menu: QMenu, subject: Subject, place: Span | None) -> None:
        from nutgraf.gui.correction_menu import add_corrections, add_watching

        entity = self._entity_of(subject)
        watched = subject if isinstance(subject, Watched) else twin(self._window.page.names, subject)
        if entity and (place is None or place in places(entity)):
            add_corrections(menu, self.corrections, entity, place, lambda what: self._ask(what, entity, place))
        add_watching(menu, self.corrections, subject, watched)
        menu.addSeparator()

    def _entity_of(self, subject: Subject | None) -> Entity | None:
        """Return who was found, if anyone, where someone is listed."""
        if isinstance(subject, Watched):
            return twin(self._window.page.names, subject)
        return subject

    def _marked_in(self, selected: Span) -> Span | None:
        found = self._window.page.view.highlights.mentions.within(selected)
        return found[0][0] if found else None

    def _mark(self, label: Label) -> None:
        from nutgraf.gui.correction_menu import trimmed
        from nutgraf.names.rules import Scope

        article, selected = self.corrections.article, self._window.page.view.selected_span()
        span = trimmed(article, selected) if article and selected else None
        if span:
            self.corrections.respan(self._marked_in(span), [(span, label)], Scope.ARTICLE)
        else:
            self._window.messages.say("Select the words of a name first, inside one paragraph.")

    def _judge_no_name(self) -> None:
        from nutgraf.gui.corrections import forms_of
        from nutgraf.names.rules import Scope, Verdict

        article, entity = self.corrections.article, self._entity_of(self._window.left.names.chosen)
        if article and entity:
            self.corrections.judge(forms_of(article, entity), Verdict.NO_NAME, Scope.ARTICLE)
        else:
            self._window.messages.say("Choose a name first: click it in the list or in the text.")

    def _ask(self, what: str, subject: Entity, place: Span | None) -> None:
        """Ask what needs more than a word, and correct accordingly."""
        from nutgraf.gui.corrections import forms_of
        from nutgraf.gui.name_dialogs import SameAsDialog, SplitDialog
        from nutgraf.names.rules import Scope, Verdict

        article = self.corrections.article
        if not article:
            return
        if what == "split" and place:
            split = SplitDialog(article, place, subject.label, self._window)
            if split.exec():
                self.corrections.respan(place, split.halves, split.chosen_scope)
            split.deleteLater()
            return
        spans = [place] if place else forms_of(article, subject)[:1]
        others = [row.subject.name for row in self._window.left.names.listed if row.subject.name != subject.name]
        same = SameAsDialog(
            place.of(article.text) if place else subject.name,
            list(dict.fromkeys(others)),
            [scope for scope in Scope if place or scope is not Scope.HERE],
            self._window,
        )
        if same.exec() and same.other:
            self.corrections.judge(spans, Verdict.SAME, same.chosen_scope, same.other)
        same.deleteLater()

    def _edit_names(self) -> None:
        from nutgraf.names.rules_file import rules_file

        self._edit(rules_file())

    def _edit_watch(self) -> None:
        from nutgraf.names.watch_file import watch_file

        self._edit(watch_file())

    def _edit(self, file: ListFile[Any]) -> None:
        from nutgraf.gui.list_dialog import ListDialog

        try:
            dialog = ListDialog(file, self._window)
        except SettingError as error:
            self._window.messages.say_error(error)
            return
        if dialog.exec():
            self._window.session.name_anew()
        dialog.deleteLater()

    def _watch_files(self, _reading: object) -> None:
        """Follow what other programs do to the reader's files, from when names are first shown."""
        if self._watcher is None:
            from nutgraf.names.rules_file import rules_file
            from nutgraf.names.watch_file import watch_file

            self._watcher = FilesWatcher([rules_file().file, watch_file().file], self._window)
            self._watcher.changed.connect(self._window.session.name_anew)
            self._changes.changed.connect(self._watcher.know)

    def _complain(self, complaints: tuple[str, ...]) -> None:
        """Say once what is not understood in the reader's own files."""
        if complaints != self._complaints:
            self._complaints = complaints
            which = "edit_watch" if "watch.txt" in complaints[0] else "edit_names"
            more = f" And {len(complaints) - 1} more." if len(complaints) > 1 else ""
            self._window.messages.say(complaints[0] + more, "Edit…", self._window.actions_[which].trigger, stay=True)
