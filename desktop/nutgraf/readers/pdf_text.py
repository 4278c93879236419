"""The words of a PDF's page with their places: what stands on one line and close together is a segment."""

from __future__ import annotations

import re
from collections import Counter
from ctypes import byref, c_int, c_ushort, c_void_p, cast, create_string_buffer
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.readers.pdf_fields import Typed, page_typed
from nutgraf.readers.pdf_initials import is_initial
from nutgraf.readers.pdf_links import Link, page_links
from nutgraf.readers.signs import raised
from nutgraf.readers.tex_letters import tex_letters
from nutgraf.text.builder import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdfium2 import PdfPage
    from pypdfium2.raw import FPDF_TEXTPAGE

    from nutgraf.cancel import Cancel

HYPHEN = "\x02"  # PDFium's sign for a hyphen at which a word was broken
_CHECKED = 500  # words between two looks at the token
_APART = 1.2  # heights of a line between words that do not stand in one segment
_SAMPLE = 400  # characters from which the direction of a page's text is told
_WORD = re.compile(r"\S+")
_PRIVATE = re.compile("[\x80-\x9f\ue000-\uf01f\uf021-\uf8ff]")  # where fonts of pictures have theirs,
_ARABIC = re.compile("[\u0600-\u06ff]")
_ALEFS, _LAM = "\u0622\u0623\u0625\u0627", "\u0644"  # which stand together as one sign
_BULLET = "•"  # which alone are mostly these
_NONE = frozenset("\0\ufffe\uffff")  # PDFium's signs for letters that have no meaning
_LIGATURES = dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04", ("ff", "fi", "fl", "ffi", "ffl"), strict=True))
_EAST_ASIAN = 0x2E80  # from here on are letters that may be set from top to bottom,
_DOWN = 0.7  # where so many of them follow each other downwards
_WIDEST = 1.5  # heights of a letter, in the middle of a word
_RAISED = 0.85  # times the size of the line, and standing higher by so much of its own size: a superscript
_LIFTED = 0.2
_NUMBER = re.compile(r"\d+")
_LOWEST = 0.04  # times its nominal size: a dash
_USUAL = 10.0  # points: the size of what was typed onto a page without words of its own
_BOLD = 600
_ITALIC = 1 << 6  # PDF 32000-1, table 123: flags of a font descriptor
_FORCED_BOLD = 1 << 18


class Box(NamedTuple):
    """A rectangle in points, `top` less than `bottom`, turned so that the page's text runs from left to right."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Return how high it is."""
        return self.bottom - self.top

    def joined(self, other: Box) -> Box:
        """Return the box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def holds(self, across: float, down: float) -> bool:
        """Whether a point lies inside."""
        return self.left <= across <= self.right and self.top <= down <= self.bottom

    def shares_line(self, other: Box) -> bool:
        """Whether half of the lower one of the two stands beside the other."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared >= 0.5 * min(self.height, other.height)


Look = tuple[bool, bool, str]  # bold, italic, linked to


@dataclass(slots=True)
class Segment:
    """Words on one line of a page; `size` is that of most letters' type, `rotated` what runs across the page's text."""

    page: int
    box: Box
    size: float = 0.0
    runs: list[Run] = field(default_factory=list)
    rotated: bool = False

    @property
    def text(self) -> str:
        """Return the words."""
        return "".join(run.text for run in self.runs)

    @property
    def strong(self) -> bool:
        """Whether all words are bold."""
        return all(run.strong for run in self.runs if run.text.strip())


def page_segments(page: PdfPage, number: int, cancel: Cancel) -> list[Segment]:
    """Return the page's segments in the order in which the file draws them.

    Raises:
        Cancelled: the token was set.

    """
    text = page.get_textpage()
    try:
        segments = _Segments(text.raw, number, page_links(page.pdf.raw, page.raw), cancel)
        drawn = segments.found()
        size = max(drawn, key=lambda each: len(each.text)).size if drawn else _USUAL
        return drawn + [each for typed in page_typed(page, cancel) for each in segments.typed(typed, size)]
    finally:
        text.close()


class _Segments:
    """Goes through a page's characters."""

    def __init__(self, text: FPDF_TEXTPAGE, number: int, links: Sequence[Link], cancel: Cancel) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._text = text
        self._page = number
        self._cancel = cancel
        self._count = max(0, pdfium.FPDFText_CountChars(text))
        self._rect = pdfium.FS_RECTF()
        self._angle, self._turn = self._direction()
        self._links = [
            (turned(each.left, each.bottom, each.right, each.top, self._turn), each.target) for each in links
        ]
        self._matrix = pdfium.FS_MATRIX()
        self._types: dict[int, tuple[bool, bool, float]] = {}  # of each object of text
        self._segments: list[Segment] = []
        self._sizes: Counter[float] = Counter()
        self._last = Box(0, 0, 0, 0)
        self._space = False

    def found(self) -> list[Segment]:
        """Return the segments."""
        letters = self._letters()
        for count, word in enumerate(_WORD.finditer(letters)):
            if count % _CHECKED == 0:
                self._cancel.check()
            self._space = word.start() > 0
            if len(word[0]) == 1 and _PRIVATE.match(word[0]):
                self._word([(_BULLET, word.start())])
                continue
            sound = [
                (_LIGATURES.get(letter, letter), at)
                for at, letter in enumerate(word[0], word.start())
                if letter not in _NONE
            ]
            if sound:
                self._word(_whole(self._parted(sound) if _ARABIC.search(word[0]) else sound))
        self._close()
        return self._segments

    def _parted(self, word: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """Return an Arabic word with the letters of each ligature in their order: PDFium turns them around with the line's."""
        for at in range(len(word) - 1):
            (first, here), (second, there) = word[at : at + 2]
            if first in _ALEFS and second == _LAM and self._box(here) == self._box(there):
                word[at : at + 2] = [(second, here), (first, there)]
        return word

    def typed(self, typed: Typed, size: float) -> list[Segment]:
        """Return the segments of what was typed into a rectangle, one for each of its lines, as large as the page's words."""
        box = turned(typed.left, typed.bottom, typed.right, typed.top, self._turn)
        words = [line for line in typed.words.splitlines() if line.strip()]
        step = box.height / len(words)
        return [
            Segment(
                self._page,
                Box(box.left, box.top + n * step, box.right, box.top + (n + 1) * step),
                size,
                [Run(" ".join(line.split()))],
            )
            for n, line in enumerate(words)
        ]

    def _letters(self) -> str:
        """Return the page's UTF-16 units, each as one character, so that a place in the string is PDFium's own index."""
        buffer = (c_ushort * (self._count + 1))()
        if self._pdfium.FPDFText_GetText(self._text, 0, self._count, buffer) == self._count + 1:
            whole = "".join(map(chr, buffer[: self._count])).replace(
                "\ufffe", HYPHEN
            )  # of whole pages PDFium says it so
        else:
            whole = "".join(chr(self._pdfium.FPDFText_GetUnicode(self._text, at)) for at in range(self._count))
        return tex_letters(whole, self._is_unnamed)

    def _is_unnamed(self, at: int) -> bool:
        """Whether the file draws the letter at this place and its font does not say what it is."""
        drawn = not self._pdfium.FPDFText_IsGenerated(self._text, at)
        return drawn and bool(self._pdfium.FPDFText_HasUnicodeMapError(self._text, at))

    def _word(self, word: Sequence[tuple[str, int]]) -> None:
        """Take a word as a whole where its ends stand on one line and look alike, else letter by letter."""
        space, self._space = self._space, False
        first, last = self._box(word[0][1]), self._box(word[-1][1])
        if first is not None and last is not None and first.shares_line(last):
            near = first.left <= last.left and last.right - first.left <= _WIDEST * len(word) * first.height
            look = self._look(word[0][1], first)
            alike = self._size(word[0][1], first) == self._size(word[-1][1], last)
            if near and alike and look == self._look(word[-1][1], last):
                self._take("".join(letter for letter, _ in word), word[0][1], first.joined(last), look, space=space)
                return
        for letter, index in word:
            if (box := self._box(index)) is not None:
                self._take(letter, index, box, self._look(index, box), space=space)
                space = False

    def _take(self, words: str, index: int, box: Box, look: Look, *, space: bool) -> None:
        segment = self._segments[-1] if self._segments else None
        size = self._size(index, box)
        gap = max(box.left - self._last.right, self._last.left - box.right)
        near = segment is not None and self._last.shares_line(box) and gap <= _APART * segment.box.height
        near = near and not (segment is not None and is_initial(segment, size))
        if segment is None or segment.rotated or not near:
            rotated = self._is_rotated(index)
            if not (segment is not None and segment.rotated and rotated):
                self._close()
                segment = Segment(self._page, box, size, rotated=rotated)
                self._segments.append(segment)
        if size < _RAISED * segment.size and box.bottom < segment.box.bottom - _LIFTED * size:
            words = raised(words)
        last = segment.runs[-1] if segment.runs else None
        if last is not None and (last.strong, last.emphasis, last.link) == look:
            segment.runs[-1] = Run(f"{last.text} {words}" if space else last.text + words, *look)
        else:
            segment.runs += [Run(" "), Run(words, *look)] if space and last else [Run(words, *look)]
        segment.box = segment.box.joined(box)
        self._sizes[size] += len(words)
        self._last = box

    def _close(self) -> None:
        if self._segments and self._sizes:
            segment, size = self._segments[-1], self._sizes.most_common(1)[0][0]
            if segment.size < _RAISED * size and (mark := _NUMBER.match(segment.runs[0].text)):
                words = raised(mark[0]) + segment.runs[0].text[mark.end() :]
                segment.runs[0] = replace(segment.runs[0], text=words)
            segment.size = size
        self._sizes = Counter()

    def _box(self, index: int) -> Box | None:
        rect = self._rect
        if not self._pdfium.FPDFText_GetLooseCharBox(self._text, index, byref(rect)):
            return None
        if not all(map(isfinite, (rect.left, rect.bottom, rect.right, rect.top))):
            return None
        return turned(rect.left, rect.bottom, rect.right, rect.top, self._turn)

    def _look(self, index: int, box: Box) -> Look:
        """Return whether the letter's font is bold, whether it is italic, and to where it links."""
        across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        target = next((target for place, target in self._links if place.holds(across, down)), "") if self._links else ""
        return *self._type(index)[:2], target

    def _size(self, index: int, box: Box) -> float:
        """Return the size of a letter's type: the nominal one, which fonts share, but for fonts whose own unit is another.

        The box of a letter that the file itself draws (Type 3) is as low as the letter: that of a full stop is a tenth.
        """
        nominal = self._type(index)[2]
        return nominal if _LOWEST * nominal < box.height < 2 * nominal else round(box.height, 1)

    def _type(self, index: int) -> tuple[bool, bool, float]:
        """Return whether a letter's font is bold, whether it is italic, and its nominal size in points."""
        drawn = self._pdfium.FPDFText_GetTextObject(self._text, index)
        key = cast(drawn, c_void_p).value or 0
        if key not in self._types:
            self._pdfium.FPDFText_GetMatrix(self._text, index, byref(self._matrix))
            scale = abs(self._matrix.a * self._matrix.d - self._matrix.b * self._matrix.c) ** 0.5
            size = round(scale * self._pdfium.FPDFText_GetFontSize(self._text, index), 1)
            flags, name = c_int(0), create_string_buffer(128)
            self._pdfium.FPDFText_GetFontInfo(self._text, index, name, 128, byref(flags))
            called = name.value.decode("latin-1").lower()
            weight = self._pdfium.FPDFText_GetFontWeight(self._text, index)
            strong = weight >= _BOLD or bool(flags.value & _FORCED_BOLD) or "bold" in called
            italic = bool(flags.value & _ITALIC) or "italic" in called or "oblique" in called
            self._types[key] = strong, italic, size
        return self._types[key]

    def _is_rotated(self, index: int) -> bool:
        return bool(abs(self._pdfium.FPDFText_GetCharAngle(self._text, index) - self._angle) > 0.1)

    def _direction(self) -> tuple[float, int]:
        """Return the angle of most letters, and by how many quarters their lines are turned against the page's foot."""
        angles: Counter[float] = Counter()
        ways: Counter[int] = Counter()
        before, wide = None, 0
        for index in range(min(self._count, _SAMPLE)):
            angles[round(self._pdfium.FPDFText_GetCharAngle(self._text, index), 1)] += 1
            self._pdfium.FPDFText_GetLooseCharBox(self._text, index, byref(self._rect))
            now = (self._rect.left + self._rect.right) / 2, (self._rect.bottom + self._rect.top) / 2
            if before is not None and now != before:
                across, up = now[0] - before[0], now[1] - before[1]
                ways[(0 if across > 0 else 2) if abs(across) >= abs(up) else (1 if up > 0 else 3)] += 1
            before = now
            wide += self._pdfium.FPDFText_GetUnicode(self._text, index) >= _EAST_ASIAN
        angle = angles.most_common(1)[0][0] if angles else 0.0
        upright = 3 if ways[3] > _DOWN * ways.total() and wide > _DOWN * angles.total() else 0  # set in columns
        return angle, ways.most_common(1)[0][0] if ways and angle else upright


def _whole(letters: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return letters with the halves of UTF-16 put together; a half that stands alone is left out."""
    if not any("\ud800" <= letter < "\ue000" for letter, _ in letters):
        return letters
    found: list[tuple[str, int]] = []
    for at, (letter, index) in enumerate(letters):
        if "\ud800" <= letter < "\udc00" and at + 1 < len(letters):
            pair = letter + letters[at + 1][0]
            found.append((pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace")[:1], index))
        elif not "\ud800" <= letter < "\ue000":
            found.append((letter, index))
    return found


def turned(left: float, bottom: float, right: float, top: float, quarters: int) -> Box:
    """Return a rectangle of PDF's coordinates (y upwards) as a box in the direction of the text."""
    if quarters == 1:
        return Box(bottom, left, top, right)
    if quarters == 2:
        return Box(-right, bottom, -left, top)
    if quarters == 3:
        return Box(-top, -right, -bottom, -left)
    return Box(left, -top, right, -bottom)
