"""What the reader does with names, connected to the window's commands, its list of names and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from nutgraf import settings as declared
from nutgraf.gui.bidi import isolated
from nutgraf.gui.names_copying import markdown_list, plain_list
from nutgraf.gui.reading import language_name
from nutgraf.gui.subject import places
from nutgraf.text.entity import Label, Names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from nutgraf.gui.main_window import MainWindow
    from nutgraf.gui.names_model import Row
    from nutgraf.gui.reading import Reading
    from nutgraf.gui.subject import Subject
    from nutgraf.settings import Setting
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity

KINDS = {Label.PERSON: (declared.PEOPLE, "people"), Label.ORGANIZATION: (declared.ORGANIZATIONS, "organizations")}


class NamesDesk:
    """Shows the names of the current article in list, text and summary, and does the commands of the group “Names”."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        names, view = window.left.names, window.page.view
        window.session.named.connect(self.show)
        window.session.naming.connect(self._show_partly)
        window.session.ranked.connect(lambda reading: self._mark_watched(reading.names or Names()))
        window.session.place_in_sight = view.place
        names.placeChosen.connect(view.reveal)
        names.sentenceChosen.connect(window.go_to_sentence)
        names.companionChosen.connect(self._choose_in_sentence)
        names.kindToggled.connect(self.show_kind)
        names.subjectChosen.connect(self._follow_chosen)
        view.name_clicked.connect(self.choose_at)
        window.page.only.changed.connect(self._show_only)
        window.appearance.setting_changed.connect(self._follow)
        self._connect_commands()
        self._use_kinds()

    def _connect_commands(self) -> None:
        names, on, toggled = self._window.left.names, self._window.actions_.on, self._window.actions_.on_toggled
        on("next_mention", lambda: names.step(+1))
        on("previous_mention", lambda: names.step(-1))
        on("search_names", self._search)
        on("copy_names", lambda: self._copy(plain_list))
        on("copy_names_markdown", lambda: self._copy(markdown_list))
        toggled("only_sentences", lambda _on: self._toggle_only())
        toggled("people", lambda shown: self.show_kind(Label.PERSON, shown))
        toggled("organizations", lambda shown: self.show_kind(Label.ORGANIZATION, shown))

    # --- showing ---------------------------------------------------------------------------------------------------

    def show(self, reading: Reading) -> None:
        """Show the names of an article, or why there are none."""
        assert reading.article
        from nutgraf.names import understands

        names = reading.names or Names()
        self._show(reading.article, names)
        if not understands(reading.article) and not names.entities and not names.watched:
            language = language_name(reading.article.meta.language) or "another language"
            words = f"Names are found in English articles. This one seems to be in {language}."
            self._window.left.names.show_note(words)

    def _show(self, article: Article, names: Names, *, partly: bool = False) -> None:
        window = self._window
        window.left.names.show_names(article, names, partly=partly)
        window.page.show_names(names)
        if window.summary:
            window.left.summary.show_entities(names.entities)
        self._mark_watched(names)
        if (only := window.page.only).subject and not partly:
            chosen = window.left.names.chosen
            self._narrow_to(chosen) if chosen else only.end()

    def _mark_watched(self, names: Names) -> None:
        self._window.left.summary.list.show_watched(names.watched)

    def _show_partly(self, reading: Reading, names: Names) -> None:
        """Show the names found so far; none of before is taken away meanwhile."""
        if reading.article and reading is self._window.session.current and reading.names is None:
            self._show(reading.article, names, partly=True)

    def choose_at(self, offset: int) -> Subject | None:
        """Choose whose name is marked at an offset of the text, and return who it is."""
        found = self._window.page.subject_of(offset)
        if found:
            self._window.left.names.choose(*found)
        return found[0] if found else None

    def _choose_in_sentence(self, entity: Entity, index: int) -> None:
        """Choose someone where a sentence names them, and go there."""
        reading = self._window.session.current
        if reading and reading.sentences:
            sentence = reading.sentences[index].span
            self._window.left.names.choose(entity, next(place for place in places(entity) if place in sentence))
            self._window.go_to_sentence(index)

    def show_kind(self, label: Label, shown: bool) -> None:
        """Mark people or organizations in text and summary, or leave them unmarked."""
        self._window.settings.set(KINDS[label][0], shown)

    def _follow(self, setting: Setting) -> None:
        if setting in {declared.PEOPLE, declared.ORGANIZATIONS}:
            self._use_kinds()
        elif setting is declared.DOUBT:
            self._window.session.name_anew()
        elif setting is declared.ENGINE:
            self._window.left.names.show_working()
            self._window.session.name_again()

    def _use_kinds(self) -> None:
        window = self._window
        marked = frozenset(label for label, (setting, _) in KINDS.items() if window.settings.flag(setting))
        for label, (_, action) in KINDS.items():
            window.actions_[action].setChecked(label in marked)
        window.left.summary.show_kinds(marked)
        window.left.names.show_kinds(marked)
        window.page.show_kinds(marked)

    # --- the list --------------------------------------------------------------------------------------------------

    def _search(self) -> None:
        panel = self._window.actions_["panel"]
        if not panel.isChecked():
            panel.trigger()
        self._window.left.names.open_search()

    def _copy(self, written: Callable[[Sequence[Row]], str]) -> None:
        rows = self._window.left.names.list.rows.rows
        if rows:
            QGuiApplication.clipboard().setText(written(rows))
            self._window.messages.say("Copied.")

    # --- only the sentences with one name --------------------------------------------------------------------------

    def _toggle_only(self) -> None:
        only, names = self._window.page.only, self._window.left.names
        subject = names.chosen or names.first
        if only.subject:
            only.end()
        elif subject:
            self._begin_only(subject)
        self._show_only()

    def _begin_only(self, subject: Subject) -> None:
        self._window.left.names.choose(subject, places(subject)[0])
        self._narrow_to(subject)

    def _narrow_to(self, subject: Subject) -> None:
        reading = self._window.session.current
        if reading and reading.sentences:
            self._window.page.only.begin(subject, reading.sentences)

    def _follow_chosen(self, subject: Subject | None) -> None:
        """Show where another name stands; where only sentences with the one before were shown, only those with this one."""
        only = self._window.page.only
        self._window.page.show_chosen(subject)
        if only.subject and subject is None:
            only.end()
        elif only.subject and subject and subject is not only.subject:
            self._narrow_to(subject)

    def _show_only(self) -> None:
        self._window.actions_["only_sentences"].setChecked(self._window.page.only.subject is not None)

    def add_only(self, menu: QMenu, subject: Subject) -> None:
        """Offer to show only the sentences with someone, or all again."""
        only = self._window.page.only
        if only.subject is subject:
            menu.addAction("Show all sentences").triggered.connect(only.end)
        else:
            action = menu.addAction(f"Only sentences with {isolated(subject.name).replace('&', '&&')}")
            action.triggered.connect(lambda: self._begin_only(subject))
        menu.addSeparator()
