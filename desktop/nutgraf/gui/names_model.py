"""The rows of names: for each kind a heading, then its people or organizations."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from nutgraf.export.wording import line
from nutgraf.text.entity import Entity, Label
from nutgraf.text.places import Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from nutgraf.text.article import Article

TITLES = {Label.PERSON: "People", Label.ORGANIZATION: "Organizations"}

Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above the names of one kind."""

    label: Label
    count: int

    @property
    def title(self) -> str:
        """The kind in words."""
        return TITLES[self.label]


@dataclass(frozen=True, slots=True)
class Name:
    """The row of one entity: its role in the article's words, and where it is named (shares of the article, 0 to 1)."""

    entity: Entity
    role: str
    shares: tuple[float, ...]


Row: TypeAlias = Heading | Name


def names_of(article: Article, entities: Sequence[Entity]) -> list[Name]:
    """Return what is listed of each entity."""
    places = Places(article)
    names = []
    for entity in entities:
        role = line(entity.role.of(article.text)) if entity.role else ""
        shares = tuple(places.share(mention.span.start) for mention in entity.mentions)
        names.append(Name(entity, role[:1].upper() + role[1:], shares))
    return names


def rows_of(names: Sequence[Name]) -> list[Row]:
    """Return a heading and the names for each kind that there is, in the order given."""
    rows: list[Row] = []
    for label in TITLES:
        of_kind = [name for name in names if name.entity.label is label]
        if of_kind:
            rows += [Heading(label, len(of_kind)), *of_kind]
    return rows


class NamesModel(QAbstractListModel):
    """Rows for `NamesList`, and which kinds are marked in the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.shown = frozenset(Label)

    def set_rows(self, rows: list[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def show_kinds(self, shown: frozenset[Label]) -> None:
        """Show these kinds as marked in the text."""
        self.shown = shown
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows, headings included."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        is_heading = index.isValid() and isinstance(self.rows[index.row()], Heading)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_heading else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, all of them for screen readers and as a tool tip, and a heading's tick."""
        row = self.rows[index.row()]
        if isinstance(row, Heading):
            return self._of_heading(row, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.entity.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            times = len(row.entity.mentions)
            return ", ".join(
                filter(None, (row.entity.name, row.role, f"named {times} time{'s' if times != 1 else ''}"))
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            also = ", ".join(f"“{alias}”" for alias in row.entity.aliases)
            lines = (row.entity.name, row.role, also and f"Also named as {also}")
            return "<qt>" + "<br>".join(html.escape(line) for line in lines if line) + "</qt>"
        return None

    def _of_heading(self, row: Heading, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.count}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.label in self.shown else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{'Do not mark' if row.label in self.shown else 'Mark'} {row.title.lower()} in the text"
        return None
