r"""RTF's tokens to paragraphs: a stack of groups, each with its state, and what their words are for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged
from nutgraf.readers.byline import listed_authors
from nutgraf.readers.rtf_state import State
from nutgraf.readers.rtf_tables import Tables
from nutgraf.readers.rtf_tokens import Token, tokens
from nutgraf.readers.rtf_words import CHARACTERS, COLLECTED, KNOWN, PARAGRAPH_ENDS, SKIPPED, SYMBOLS, TABLES
from nutgraf.readers.signs import raised
from nutgraf.text.builder import Run

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel

_LINK = re.compile(r'\s*HYPERLINK\s+(?:(\\l)\s+)?(?:"([^"]*)"|(\S+))(?:.*?\\l\s+"([^"]*)")?', re.IGNORECASE | re.DOTALL)
_DEEPEST = 5000
_CHECKED = 2000


@dataclass(slots=True)
class Paragraph:
    r"""A paragraph, or one of a note ("note"), a cell ("cell") or the end of a row ("row"), as they come; `notes` follow it."""

    runs: list[Run]
    kind: str = "paragraph"
    style: int = -1
    outline: int = -1
    marker: str = ""
    depth: int = 0
    in_table: bool = False
    size: int = 0
    notes: list[Paragraph] = field(default_factory=list)


class Parser:
    """Takes the tokens of a file; `paragraphs` and `tables` are what it found."""

    def __init__(self, name: str) -> None:
        self.tables = Tables()
        self.paragraphs: list[Paragraph] = []
        self._name = name
        self._stack: list[State] = []
        self._state = State()
        self._starred = self._opened = False
        self._skip = 0  # characters that stand in for the last \u
        self._bytes = bytearray()
        self._runs: list[Run] = []
        self._sizes: list[int] = []
        self._marker = ""
        self._outer: list[tuple[list[Run], list[Paragraph], str]] = []  # what notes and boxes interrupt
        self._pending: list[Paragraph] = []
        self._notes = 0

    def parse(self, data: bytes, cancel: Cancel) -> None:
        """Take a whole file, or as much as there is of it.

        Raises:
            Cancelled: the token was set.

        """
        for count, token in enumerate(tokens(data)):
            if count % _CHECKED == 0:
                cancel.check()
            self._take(token)
        self._flush()
        while self._outer:
            self._leave()
        self._end("paragraph")

    def _take(self, token: Token) -> None:
        if token.kind == "bytes":
            self._text(token.data)
            return
        self._flush()
        opened = self._opened
        self._opened = token.kind == "{" or (opened and token.kind == "symbol" and token.word == "*")
        if token.kind == "{":
            self._open()
        elif token.kind == "}":
            self._close()
        elif token.kind == "symbol":
            self._symbol(token.word, first=opened)
        else:
            self._word(token.word, token.number, first=opened)

    # --- groups ------------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        if len(self._stack) >= _DEEPEST:
            raise Damaged(f"“{self._name}” is nested too deeply to be read. Try saving it again.")
        self._stack.append(self._state)
        self._state = self._state.inner()
        self._starred = False
        self._skip = 0

    def _close(self) -> None:
        if not self._stack:
            return
        state, self._state = self._state, self._stack.pop()
        self._skip = 0
        if state.target != self._state.target:
            self._closed(state, "".join(state.collected))

    def _closed(self, state: State, words: str) -> None:
        """Use what a group collected."""
        match state.target:
            case "style":
                self.tables.take_style(state.style, state.outline, words)
            case "title":
                self.tables.title = " ".join(words.split())
            case "author":
                self.tables.authors = listed_authors(words)
            case "listtext" | "pntext":
                self._marker = words.strip() or "•"
            case "fldinst":
                state.fields[0] = _address(words)
            case "note" | "box":
                self._leave("note" if state.target == "note" else "paragraph")

    def _destination(self, word: str) -> bool:
        """Take a word that says what its group is for; return whether it does."""
        starred, self._starred = self._starred, False
        state = self._state
        if word == "ud":  # the Unicode of a pair, whose other half was skipped
            state.target = self._stack[-2].target if len(self._stack) > 1 else "text"
        elif state.target in {"skip", "fonts"}:
            return word in SKIPPED or starred
        elif word in SKIPPED or (starred and word not in KNOWN):
            state.target = "skip"
        elif word in TABLES:
            state.target = TABLES[word]
        elif word in COLLECTED and (state.target == "info" or word not in {"title", "author"}):
            state.target, state.collected = word, []
        else:
            return self._inside_text(word)
        return True

    def _inside_text(self, word: str) -> bool:
        """Take a word that says what a group inside a paragraph is for; return whether it does."""
        if word == "field":
            self._state.fields = [""]
        elif word == "fldrslt":
            self._state.link = self._state.fields[0] or self._state.link
        elif word in {"footnote", "shptxt"}:
            self._enter("note" if word == "footnote" else "box")
        return word in {"field", "fldrslt", "footnote", "shptxt", "shpinst"}

    def _enter(self, target: str) -> None:
        """Begin a note or a box inside a paragraph."""
        if target == "note":
            self._notes += 1
            self._add(f"[{self._notes}]")
        self._outer.append((self._runs, self.paragraphs, self._marker))
        self._runs, self.paragraphs, self._marker = [], [], ""
        self._state.target = target
        self._state.new_paragraph()
        if target == "note":
            self._add(f"[{self._notes}] ")

    def _leave(self, kind: str = "paragraph") -> None:
        self._end("paragraph")
        inner = self.paragraphs
        for each in inner:
            each.kind = kind if each.kind == "paragraph" else each.kind
        self._runs, self.paragraphs, self._marker = self._outer.pop()
        self._pending += inner

    # --- words -------------------------------------------------------------------------------------------------------

    def _symbol(self, symbol: str, *, first: bool) -> None:
        if symbol == "*":
            self._starred = first
        elif symbol in "\r\n":
            self._word("par", None, first=False)
        elif self._skip:
            self._skip -= 1
        else:
            self._say(SYMBOLS.get(symbol, ""))

    def _word(self, word: str, number: int | None, *, first: bool) -> None:
        if (first or word in {"footnote", "fldrslt"}) and self._destination(word):
            return
        self._starred = False
        if word == "u" and number is not None:
            self._say(self.tables.character(number & 0xFFFF, self._state.font))
            self._skip = max(0, min(self._state.unicode_skip, 100))
        elif word in CHARACTERS:
            self._skip, skipped = max(0, self._skip - 1), self._skip
            self._say("" if skipped else CHARACTERS[word])
        else:
            self._control(word, number)

    def _control(self, word: str, number: int | None) -> None:
        """Take a word that stands for no character."""
        match self._state.target:
            case "skip":
                if word == "uc":
                    self._state.take(word, number)
            case "fonts":
                self._font(word, number)
            case "styles":
                self._style(word, number)
            case "date":
                self.tables.take_date(word, number)
            case _:
                if not (self._state.take(word, number) or self.tables.take_header(word, number)):
                    self._structure(word)

    def _font(self, word: str, number: int | None) -> None:
        if word == "f" and number is not None:
            self._state.font = number
            for outer in self._stack[-1:]:
                outer.font = number if outer.target == "fonts" else outer.font
        else:
            self.tables.take_font(self._state.font, word, number)

    def _style(self, word: str, number: int | None) -> None:
        """Begin an entry of the style sheet: "{\\s1 heading 1;}"."""
        self._state.target, self._state.collected = "style", []
        self._state.style = self._state.outline = -1
        self._state.take(word, number)

    def _structure(self, word: str) -> None:
        if self._state.target not in {"text", "note", "box"}:
            return
        if word in PARAGRAPH_ENDS:
            self._end("paragraph")
        elif word == "cell":
            self._end("cell")
        elif word == "row":
            self._end("row")
        elif word == "nestcell":
            self._say(" ")
        elif word == "chftn":
            pass  # notes are numbered here

    def _text(self, data: bytes) -> None:
        skipped, self._skip = min(self._skip, len(data)), max(0, self._skip - len(data))
        self._starred = self._opened = False
        self._bytes += data[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            if self._state.target == "fonts":
                self.tables.name_font(self._state.font, data)
            else:
                self._say(self.tables.decode(data, self._state.font))

    def _say(self, text: str) -> None:
        state = self._state
        if state.target in {"text", "note", "box"}:
            if not (state.hidden or state.deleted):
                self._add(text)
        elif state.target not in {"skip", "styles", "info", "date"}:
            state.collected.append(text)

    def _add(self, text: str) -> None:
        state = self._state
        text = raised(text) if state.raised else text
        self._runs.append(Run(text, state.strong, state.emphasis, state.link))
        if text.strip():
            self._sizes.append(state.size)

    def _end(self, kind: str) -> None:
        """End a paragraph, a cell or a row; what hangs on it follows outside of tables."""
        state = self._state
        if kind == "row" and any(run.text.strip() for run in self._runs):
            self._end("cell")
        marker = self._marker or ("•" if state.list_number and self._runs else "")
        ended = Paragraph(self._runs, kind, state.style, state.outline, marker, min(state.depth, 8), state.in_table)
        ended.size = min(self._sizes, default=0)
        if not self._outer and not (kind == "cell" or (kind == "paragraph" and state.in_table)):
            ended.notes, self._pending = self._pending, []
        self.paragraphs.append(ended)
        self._runs, self._sizes, self._marker = [], [], ""


def _address(instruction: str) -> str:
    """Return the address in a field's instruction, or "" where it is no link."""
    found = _LINK.match(instruction)
    if not found:
        return ""
    inside, quoted, bare, place = found.groups()
    address = quoted or bare or ""
    return f"#{address}" if inside else address + (f"#{place}" if place else "")
