r"""What an RTF file says before its text: fonts and their encodings, styles, title, author and date."""

from __future__ import annotations

from dataclasses import dataclass, field

from nutgraf.readers.rtf_words import CHARSETS, HEADERS, SYMBOL_CHARSET, codec
from nutgraf.readers.signs import symbol
from nutgraf.readers.style_names import Style, named
from nutgraf.text.article import BlockKind


@dataclass(slots=True)
class Tables:
    r"""The tables. A font's encoding is "symbol" for those whose letters are pictures."""

    encoding: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    styles: dict[int, Style] = field(default_factory=dict)
    title: str = ""
    authors: tuple[str, ...] = ()
    names: dict[int, str] = field(default_factory=dict)  # of fonts
    date: dict[str, int] = field(default_factory=dict)
    default_font: int = -1

    def take_header(self, word: str, number: int | None) -> bool:
        """Take a control word of the file's head; return whether it is one."""
        if word == "ansicpg" and number:
            self.encoding = codec(number)
        elif word in HEADERS:
            self.encoding = HEADERS[word]
        elif word == "deff" and number is not None:
            self.default_font = number
        else:
            return False
        return True

    def take_font(self, font: int, word: str, number: int | None) -> None:
        """Take a control word of the font table."""
        if word == "fcharset" and number == SYMBOL_CHARSET:
            self.fonts[font] = "symbol"
        elif word == "fcharset" and number in CHARSETS:
            self.fonts[font] = CHARSETS[number]
        elif word == "cpg" and number:
            self.fonts[font] = codec(number)

    def name_font(self, font: int, name: bytes) -> None:
        """Take the name of a font, or a piece of it."""
        self.names[font] = (self.names.get(font, "") + name.decode("latin-1"))[:100]

    def character(self, code: int, font: int) -> str:
        r"""Return the character of a \u: that of its font, if this is one of symbols."""
        if 0xF000 <= code <= 0xF0FF and self.fonts.get(font) == "symbol":
            return symbol(code, self.names.get(font, ""))
        return chr(code)

    def take_style(self, style: int, outline: int, name: str) -> None:
        """Take an entry of the style sheet, by its name, else by the level that it has in the outline."""
        known = named(name.strip().rstrip(";").strip())
        if known == Style() and 0 <= outline <= 8:
            known = Style(BlockKind.HEADING, outline + 1)
        self.styles[style] = known

    def take_date(self, word: str, number: int | None) -> None:
        """Take a part of the day on which the document was made."""
        if word in {"yr", "mo", "dy"} and number is not None:
            self.date[word] = number

    @property
    def published(self) -> str:
        """The day on which the document was made, or ""."""
        year, month, day = (self.date.get(part, 0) for part in ("yr", "mo", "dy"))
        sound = 1980 < year < 2200 and 1 <= month <= 12 and 1 <= day <= 31
        return f"{year:04}-{month:02}-{day:02}" if sound else ""

    def decode(self, data: bytes, font: int) -> str:
        """Return the text of bytes in a font."""
        font = font if font >= 0 else self.default_font
        encoding = self.fonts.get(font, self.encoding)
        if encoding == "symbol":
            return "".join(symbol(byte, self.names.get(font, "")) for byte in data)
        return data.decode(encoding, "replace")
