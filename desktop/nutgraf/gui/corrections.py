"""What the reader says of names: written to the files of their own, in force at once, and undone as easily."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.errors import SettingError
from nutgraf.gui.bidi import isolated
from nutgraf.gui.subject import Subject, places
from nutgraf.names.rules import COMPARING, Scope, Verdict, respan, rule
from nutgraf.names.watch import Watch
from nutgraf.text.entity import Label, Watched
from nutgraf.text.visible import line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutgraf.gui.changes import Changes
    from nutgraf.gui.messages import MessageBar
    from nutgraf.gui.session import Session
    from nutgraf.gui.undoing import Undoing
    from nutgraf.names.rules import Rule
    from nutgraf.text.article import Article
    from nutgraf.text.span import Span

REACH = {Scope.HERE: "here", Scope.ARTICLE: "in this article", Scope.ALWAYS: "in every article"}
VERDICTS = {Label.PERSON: Verdict.PERSON, Label.ORGANIZATION: Verdict.ORGANIZATION}


class Corrections:
    """Corrects names of the current article."""

    def __init__(self, session: Session, messages: MessageBar, changes: Changes, undoing: Undoing) -> None:
        self._session, self._messages = session, messages
        self.changes, self._undoing = changes, undoing

    @property
    def article(self) -> Article | None:
        """The article whose names are corrected."""
        return self._session.current.article if self._session.current else None

    # --- what is said of names -------------------------------------------------------------------------------------

    def judge(self, spans: Sequence[Span], verdict: Verdict, scope: Scope, other: str = "") -> None:
        """Say what the words at these places are, as far as `scope`; with `other` in comparison with that name."""
        if self.article:
            rules = tuple(rule(self.article, span, verdict, scope, other) for span in spans)
            words = f"{_quoted(rules[0].words)} is {verdict}"
            self._correct(rules, f"{words} {_quoted(other)}" if verdict in COMPARING else words, scope)

    def respan(self, old: Span | None, new: Sequence[tuple[Span, Label]], scope: Scope) -> None:
        """Say that the name at `old` is these names instead: split, extended, shrunk, or missed where there is no `old`."""
        if self.article:
            names = tuple((span, VERDICTS[label]) for span, label in new)
            said = " and ".join(_quoted(span.of(self.article.text)) for span, _ in names)
            is_ = "are names" if len(names) > 1 else f"is {names[0][1]}"
            self._correct(respan(self.article, old, names, scope), f"{said} {is_}", scope)

    def _correct(self, rules: tuple[Rule, ...], said: str, scope: Scope) -> None:
        words = f"{said} {REACH[scope]}."
        self._try(lambda: self.changes.correct(rules, words), words)

    # --- the watch list --------------------------------------------------------------------------------------------

    def watch(self, subject: Subject) -> None:
        """Watch for someone from now on, in every article."""
        watch, words = (
            Watch(line(subject.name), tuple(map(line, subject.aliases))),
            f"{_quoted(subject.name)} is watched.",
        )
        self._try(lambda: self.changes.watch(watch, words), words)

    def unwatch(self, watched: Watched) -> None:
        """Watch for someone no longer."""
        words = f"{_quoted(watched.name)} is no longer watched."
        self._try(lambda: self.changes.unwatch(watched.name, words), words)

    # --- back and forth --------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back what was changed last: names, or a fold."""
        self._replay(self._undoing.undo, "This was undone", "Redo", self.redo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._replay(self._undoing.redo, "This was done again", "Undo", self.undo)

    def _replay(self, do: Callable[[], str], said: str, offer: str, back: Callable[[], object]) -> None:
        try:
            words = do()
        except SettingError as error:
            self._messages.say_error(error)
            return
        if words:
            self._messages.say(f"{said}: {words}", offer, back)

    def _try(self, do: Callable[[], object], words: str) -> None:
        try:
            do()
        except SettingError as error:
            self._messages.say_error(error)
            return
        self._messages.say(words, "Undo", self.undo)


def forms_of(article: Article, subject: Subject) -> list[Span]:
    """Return one place of each form of the words by which someone is named."""
    first: dict[str, Span] = {}
    for span in places(subject):
        first.setdefault(" ".join(span.of(article.text).split()), span)
    return list(first.values())


def _quoted(words: str) -> str:
    return f"“{isolated(words)}”"
