"""The rows of names: for each kind a heading, then its names; beneath the chosen one what is told of it."""

from __future__ import annotations

import html
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from nutgraf.gui.bidi import isolated
from nutgraf.gui.names_details import Detail, Saying
from nutgraf.gui.subject import Subject, is_doubtful, label_of, places, twin
from nutgraf.text.entity import Entity, Label, Watched
from nutgraf.text.places import Places
from nutgraf.text.visible import line
from nutgraf.text.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from nutgraf.text.article import Article
    from nutgraf.text.entity import Names

MOST = 1000  # rows that are compared with those of before
TITLES = {None: "Watched", Label.PERSON: "People", Label.ORGANIZATION: "Organizations"}

Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above the names of one kind; `label` is None for watched names."""

    label: Label | None
    count: int

    @property
    def title(self) -> str:
        """The kind in words."""
        return TITLES[self.label]


@dataclass(frozen=True, slots=True)
class Name:
    """The row of one name: its role in the article's words, and where it is named (shares of the article, 0 to 1)."""

    subject: Subject
    role: str
    shares: tuple[float, ...]
    watched: bool = False

    @property
    def label(self) -> Label | None:
        """The kind of name."""
        return label_of(self.subject)

    @property
    def group(self) -> Label | None:
        """Under which heading it is listed."""
        return None if self.watched else self.label

    @property
    def doubtful(self) -> bool:
        """Whether it may be no name of its kind."""
        return is_doubtful(self.subject)


Row: TypeAlias = Heading | Name | Detail


def listed(article: Article, names: Names) -> list[Name]:
    """Return the watched names and the entities as they are listed: who is both, once, with the more places, as watched."""
    scale = Places(article)
    found = []
    subjects: tuple[Subject, ...] = (*names.watched, *names.entities)
    for subject in subjects:
        other = twin(names, subject)
        if other and _stands_for(other, subject):
            continue
        entity = next((each for each in (subject, other) if isinstance(each, Entity)), None)
        own = entity.role if entity else None
        role = line(own.of(article.text)) if own else ""
        shares = tuple(scale.share(span.start) for span in places(subject))
        watched = isinstance(subject, Watched) or other is not None
        found.append(Name(subject, role[:1].upper() + role[1:], shares, watched))
    return found


def _stands_for(one: Subject, other: Subject) -> bool:
    """Whether, of an entity and its watched name, the first is listed: the one with more places, else the entity."""
    more = len(places(one)) - len(places(other))
    return more > 0 or (more == 0 and isinstance(one, Entity))


def successor(subject: Subject | None, names: Sequence[Name]) -> Subject | None:
    """Return who a name that was listed is now: of the same name and kind, else whoever stands at its places, else None."""
    if subject is None:
        return None
    same = [name.subject for name in names if name.subject.name == subject.name and name.label is label_of(subject)]
    own = set(places(subject))
    return next((each for each in (*same, *(name.subject for name in names)) if own & set(places(each))), None)


def rows_of(names: Sequence[Name]) -> list[Row]:
    """Return a heading and the names for each kind that there is, in the order given."""
    rows: list[Row] = []
    for label in TITLES:
        of_kind = [name for name in names if name.group is label]
        if of_kind:
            rows += [Heading(label, len(of_kind)), *of_kind]
    return rows


def _key(row: Row) -> tuple[object, str]:
    """Return what makes a row of a heading or a name the same, whatever else is known of it by now."""
    return (
        (row.group if isinstance(row, Name) else row.label, row.subject.name if isinstance(row, Name) else "")
        if isinstance(row, Heading | Name)
        else (row, "")
    )


class NamesModel(QAbstractListModel):
    """Rows for `NamesList`, and which kinds are marked in the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.shown = frozenset(Label)

    def set_rows(self, rows: list[Row]) -> None:
        """Show these rows; those of names and headings that are shown already stay, so that a screen reader stays where it is."""
        self.set_details(None, ())
        if max(len(rows), len(self.rows)) > MOST:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        steps = SequenceMatcher(None, [_key(row) for row in self.rows], [_key(row) for row in rows], autojunk=False)
        for step, start, end, first, last in reversed(steps.get_opcodes()):
            if step in {"delete", "replace"}:
                self.beginRemoveRows(QModelIndex(), start, end - 1)
                del self.rows[start:end]
                self.endRemoveRows()
            if step in {"insert", "replace"}:
                self.beginInsertRows(QModelIndex(), start, start + last - first - 1)
                self.rows[start:start] = rows[first:last]
                self.endInsertRows()
            if step == "equal":
                self.rows[start:end] = rows[first:last]
                self.dataChanged.emit(self.index(start), self.index(end - 1))

    def set_details(self, subject: Subject | None, details: Sequence[Detail]) -> None:
        """Show these rows beneath someone's, and none beneath others."""
        at = next((n for n, row in enumerate(self.rows) if not isinstance(row, Heading | Name)), None)
        if at is not None:
            end = next(
                (n for n in range(at, len(self.rows)) if isinstance(self.rows[n], Heading | Name)), len(self.rows)
            )
            self.beginRemoveRows(QModelIndex(), at, end - 1)
            del self.rows[at:end]
            self.endRemoveRows()
        above = self.row_of(subject) if subject else None
        if above is not None and details:
            self.beginInsertRows(QModelIndex(), above + 1, above + len(details))
            self.rows[above + 1 : above + 1] = details
            self.endInsertRows()

    def row_of(self, subject: Subject) -> int | None:
        """Return the number of someone's row, None where it is not shown."""
        return next((n for n, row in enumerate(self.rows) if isinstance(row, Name) and row.subject is subject), None)

    def show_kinds(self, shown: frozenset[Label]) -> None:
        """Show these kinds as marked in the text."""
        self.shown = shown
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows, headings included."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings of kinds can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        row = self.rows[index.row()] if index.isValid() else None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if isinstance(row, Heading) and row.label else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, all of them for screen readers and as a tool tip, and a heading's tick."""
        row = self.rows[index.row()]
        if isinstance(row, Heading):
            return self._of_heading(row, role)
        if isinstance(row, Name):
            return _of_name(row, role)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Saying):
            return f"<qt>{html.escape(row.words)}</qt>"
        return None

    def _of_heading(self, row: Heading, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.count}"
        if role == Qt.ItemDataRole.CheckStateRole and row.label:
            return Qt.CheckState.Checked if row.label in self.shown else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole and row.label:
            return f"{'Do not mark' if row.label in self.shown else 'Mark'} {row.title.lower()} in the text"
        return None


def _of_name(row: Name, role: int) -> object:
    """Return a name, all that is known of it for screen readers, or its tool tip."""
    doubtful = "doubtful" if row.doubtful else ""
    if role == Qt.ItemDataRole.DisplayRole:
        return row.subject.name
    if role == Qt.ItemDataRole.AccessibleTextRole:
        times = counted(len(row.shares), "time")
        return ", ".join(filter(None, (row.subject.name, row.role, doubtful, f"named {times}")))
    if role == Qt.ItemDataRole.ToolTipRole:
        also = ", ".join(f"“{isolated(alias)}”" for alias in row.subject.aliases)
        lines = (
            isolated(row.subject.name),
            row.role,
            also and f"Also named as {also}",
            doubtful and "Doubtful: perhaps no name",
        )
        return "<qt>" + "<br>".join(html.escape(line) for line in lines if line) + "</qt>"
    return None
