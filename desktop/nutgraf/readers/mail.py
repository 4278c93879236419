"""Mail (EML): the body as an article, its subject for a title; replies that it quotes and signatures are furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged, Protected, Unsupported
from nutgraf.readers.message import (
    file_name,
    first_message,
    from_base64,
    headers_of,
    parse,
    part_bytes,
    part_text,
    words,
    written,
)
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder

if TYPE_CHECKING:
    from email.message import Message

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_SEALS = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_ENVELOPES = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_SEALED = {  # where a message's words may stand that has no others
    "application/pkcs7-mime": "inside its signature (S/MIME)",
    "application/x-pkcs7-mime": "inside its signature (S/MIME)",
    "application/ms-tnef": "in Outlook’s own form (winmail.dat)",
}
_FORWARDED = re.compile(r"(?:fwd?|wg|tr|rv|enc|i|vs|doorst|пересл)\s?:", re.IGNORECASE)  # how subjects say so
_UUENCODED = re.compile(r"(?m)^begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n(?:[ -`]{1,62}\r?\n)*?[` ]\r?\nend[ \t]*\r?$")
_BOUNDARY = re.compile(rb"(?m)^--([^\s-][^\r\n]{0,68}?)[ \t]*\r?\n(?=[Cc]ontent-)")
_TEXTS = frozenset({"text/plain", "text/html", "text/enriched", "text/richtext"})
_NAMED = 10  # attachments that the notice names


class MailReader:
    """Reads a message as mail programs save it."""

    name = "mail"
    title = "Mail (EML)"
    suffixes: tuple[str, ...] = (".eml", ".emlx", ".mbox")
    media_types: tuple[str, ...] = ("message/rfc822", "application/mbox")

    def recognises(self, source: Source) -> bool:
        """Whether the bytes begin with a message's headers."""
        return bool(headers_of(source))

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article: the HTML body where there is one, else the plain one."""
        from nutgraf.readers.mail_html import lay_html
        from nutgraf.readers.mail_text import lay_plain

        cancel.check()
        builder = ArticleBuilder()
        try:
            data, count = first_message(source.data)
            message = parse(data)
            parts = _Parts()
            parts.sort(message, source.name)
            cancel.check()
            title = words(message, "Subject")
            forwarded = bool(_FORWARDED.match(title))
            parts.refuse_sealed(source.name)
            if title:
                builder.add(BlockKind.TITLE, title)
            encoding = ""
            for opening, body in parts.shown():
                if opening:
                    builder.add(BlockKind.HEADING, opening, level=1)
                text, used = _text(body, source.name)
                encoding = encoding or used
                _refuse_sealed(text, source.name)
                text, passed_on = parts.without_files(text), forwarded or bool(opening)
                if body.get_content_type() == "text/html":
                    lay_html(builder, text, opening or title, passed_on, cancel)
                else:
                    lay_plain(builder, text, body, passed_on, cancel)
        except RecursionError as error:
            raise Damaged(f"“{source.name}” is nested too deeply to be mail. Try saving the message again.") from error
        meta = Meta(title=title, authors=_authors(message), published=_day(message), encoding=encoding)
        others = [f"The mailbox holds {count} messages; the first is shown."] if count > 1 else []
        return builder.build(meta, [*others, *parts.notices()])


@dataclass(slots=True)
class _Parts:
    """A message's parts: its words, each with the subject of the inner message that they open (or ""), and what is attached."""

    bodies: list[tuple[str, Message]] = field(default_factory=list)
    named: list[tuple[str, Message]] = field(
        default_factory=list
    )  # texts with a file's name: words where there are no others
    attached: list[str] = field(default_factory=list)
    opening: str = ""
    sealed: str = ""  # how the message's words are kept from being read, if they are

    def sort(self, part: Message, name: str) -> None:
        """Take a part, and those in it."""
        kind = part.get_content_type()
        if kind == "multipart/encrypted" or (kind in _ENVELOPES and part.get_param("smime-type") != "signed-data"):
            raise Protected(f"“{name}” is encrypted mail. Open it in your mail program and save its text.")
        payload = part.get_payload() if part.is_multipart() else None
        inside = [each for each in payload if not isinstance(each, str)] if isinstance(payload, list) else []
        if kind.startswith("multipart/") and not inside and (bounded := _bounded(part_bytes(part), kind)):
            self.sort(bounded, name)
        elif kind == "message/rfc822" and inside:
            packed = str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64"
            self._forwarded(parse(from_base64(str(written(inside[0])))) if packed else inside[0], name)
        elif inside:
            for each in _chosen(kind, inside):
                self.sort(each, name)
        else:
            self._leaf(part, kind)

    def _forwarded(self, message: Message, name: str) -> None:
        """Take a message inside the message; one that cannot be read is attached like any other file."""
        self.opening = words(message, "Subject")
        try:
            self.sort(message, name)
        except Protected:
            self.attached.append(words(message, "Subject") or "message/rfc822")

    def _leaf(self, part: Message, kind: str) -> None:
        own = kind.startswith("multipart/") or (kind in _TEXTS and part.get_content_disposition() != "attachment")
        if own and not file_name(part):  # a multipart without the boundary it should name is taken for text
            self.bodies.append((self.opening, part))
            self.opening = ""
        elif kind in _SEALED and not self.bodies:
            self.sealed = _SEALED[kind]
            self.attached.append(file_name(part) or kind)
        elif kind not in _SEALS and not (part.get("Content-ID") and kind.startswith("image/")):
            self.named += [(self.opening, part)] if own else []
            self.attached.append(file_name(part) or kind)

    def shown(self) -> list[tuple[str, Message]]:
        """Return the words; where there are none but in texts with a file's name, those."""
        if not self.bodies:
            self.bodies = self.named
            names = {file_name(part) for _, part in self.named}
            self.attached = [each for each in self.attached if each not in names]
        return self.bodies

    def refuse_sealed(self, name: str) -> None:
        """Refuse a message whose only words stand in a form that is not read here."""
        if self.sealed and not (self.bodies or self.named):
            raise Unsupported(
                f"“{name}” holds its words {self.sealed}. Open it in your mail program and save its text."
            )

    def without_files(self, text: str) -> str:
        """Return a text without the files that are written into it (uuencode); they count as attached."""
        self.attached += [found[1].strip() for found in _UUENCODED.finditer(text)]
        return _UUENCODED.sub("\n", text)

    def notices(self) -> list[str]:
        """Return the sentence about what is attached."""
        if not self.attached:
            return []
        names = ", ".join(f"“{name}”" for name in self.attached[:_NAMED])
        more = len(self.attached) - _NAMED
        names += f" and {more} more" if more > 0 else ""
        return [f"Attached to the message and not shown: {names}."]


def _bounded(data: bytes, kind: str) -> Message | None:
    """Return a multipart anew whose boundary is not named, or wrongly; None where none can be seen in it."""
    found = _BOUNDARY.search(data)
    if found is None:
        return None
    return parse(b'Content-Type: %s; boundary="%s"\n\n' % (kind.encode("utf-8", "replace"), found[1]) + data)


def _chosen(kind: str, inside: list[Message]) -> list[Message]:
    """Return which parts of a multipart are shown: of alternatives the last that can be, as RFC 2046 (5.1.4) asks."""
    if kind != "multipart/alternative":
        return inside
    readable = [each for each in inside if any(_is_text(part) for part in each.walk())]
    return readable[-1:] or inside[-1:]


def _is_text(part: Message) -> bool:
    payload = part.get_payload(decode=True)
    return part.get_content_type() in _TEXTS and isinstance(payload, bytes) and bool(payload.strip())


def _text(body: Message, name: str) -> tuple[str, str]:
    try:
        text, encoding = part_text(body, name)
        return (_unenriched(text) if body.get_content_subtype() in {"enriched", "richtext"} else text), encoding
    except Unsupported as error:
        raise Damaged(
            f"“{name}” is damaged: the words of the message cannot be decoded. Try saving it again."
        ) from error


def _unenriched(text: str) -> str:
    """Return enriched text (RFC 1896) without its marks."""
    return re.sub(r"<(?:<|(?:param>.*?</param|[^<>]*)>)", lambda found: "<" if found[0] == "<<" else "", text)


def _refuse_sealed(text: str, name: str) -> None:
    if text.lstrip().startswith("-----BEGIN PGP MESSAGE-----"):
        raise Protected(f"“{name}” is encrypted mail. Open it in your mail program and save its text.")


def _authors(message: Message) -> tuple[str, ...]:
    from email.utils import getaddresses

    try:
        found = getaddresses([words(message, "From")])
    except (ValueError, TypeError, IndexError):
        return ()
    return tuple(name or address for name, address in found if name or address)


def _day(message: Message) -> str:
    from email.utils import parsedate_to_datetime

    stamp = words(message, "Date")
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return stamp
