r"""What RTF's groups carry: the appearance of words and paragraphs, restored where a group ends."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

_SWITCHES = {
    "b": "strong",
    "i": "emphasis",
    "v": "hidden",
    "deleted": "deleted",
    "intbl": "in_table",
    "super": "raised",
}
_NUMBERS = {
    "fs": "size", "f": "font", "uc": "unicode_skip", "s": "style", "outlinelevel": "outline", "ls": "list_number",
    "ilvl": "depth",
}  # fmt: skip
_MOST = 100_000


@dataclass(slots=True)
class State:
    r"""One group's state. `target` says what becomes of words: "text", "skip", or the name of what they are collected for."""

    target: str = "text"
    collected: list[str] = field(default_factory=list)
    strong: bool = False
    emphasis: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    size: int = 24  # half points
    link: str = ""
    font: int = -1
    unicode_skip: int = 1
    style: int = -1
    outline: int = -1
    list_number: int = 0
    depth: int = 0
    in_table: bool = False
    fields: list[str] = field(default_factory=lambda: [""])  # the address of the field about, told by its instruction

    def inner(self) -> State:
        """Return the state of a group inside this one."""
        return replace(self)

    def plain(self) -> None:
        r"""Take the words' appearance back (\plain)."""
        self.strong = self.emphasis = self.hidden = self.deleted = self.raised = False
        self.size = 24

    def new_paragraph(self) -> None:
        r"""Take the paragraph's appearance back (\pard)."""
        self.style = self.outline = -1
        self.list_number = self.depth = 0
        self.in_table = False

    def take(self, word: str, number: int | None) -> bool:
        """Take a control word that changes the appearance; return whether it is one."""
        if word in _SWITCHES:
            setattr(self, _SWITCHES[word], number != 0)
        elif word in _NUMBERS:
            setattr(self, _NUMBERS[word], max(-1, min(number or 0, _MOST)))
        elif word in {"nosupersub", "sub", "dn"}:
            self.raised = False
        elif word == "up":
            self.raised = number != 0
        elif word == "plain":
            self.plain()
        elif word == "pard":
            self.new_paragraph()
        else:
            return False
        return True
