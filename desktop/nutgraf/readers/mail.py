"""Mail (EML): the body as an article, its subject for a title; replies that it quotes and signatures are furniture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged, Protected, Unsupported
from nutgraf.readers.mail_html import lay_html
from nutgraf.readers.mail_text import lay_plain
from nutgraf.readers.message import file_name, headers_of, parse, part_text, words
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder

if TYPE_CHECKING:
    from email.message import Message

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_SEALS = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_ENVELOPES = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_NAMED = 10  # attachments that the notice names


class MailReader:
    """Reads a message as mail programs save it."""

    name = "mail"
    title = "Mail (EML)"
    suffixes: tuple[str, ...] = (".eml",)
    media_types: tuple[str, ...] = ("message/rfc822",)

    def recognises(self, source: Source) -> bool:
        """Whether the bytes begin with a message's headers."""
        return bool(headers_of(source))

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article: the HTML body where there is one, else the plain one."""
        cancel.check()
        builder = ArticleBuilder()
        try:
            message = parse(source.data)
            parts = _Parts()
            parts.sort(message, source.name)
            cancel.check()
            title = words(message, "Subject")
            if title:
                builder.add(BlockKind.TITLE, title)
            encoding = ""
            for body in parts.bodies:
                text, used = _text(body, source.name)
                encoding = encoding or used
                _refuse_sealed(text, source.name)
                lay = lay_html if body.get_content_type() == "text/html" else lay_plain
                lay(builder, text, body, cancel)
        except RecursionError as error:
            raise Damaged(f"“{source.name}” is nested too deeply to be mail. Try saving the message again.") from error
        meta = Meta(title=title, authors=_authors(message), published=_day(message), encoding=encoding)
        return builder.build(meta, parts.notices())


@dataclass(slots=True)
class _Parts:
    """A message's parts: those that are its words, and the names of those that are attached."""

    bodies: list[Message] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)

    def sort(self, part: Message, name: str) -> None:
        """Take a part, and those in it."""
        kind = part.get_content_type()
        if kind == "multipart/encrypted" or (kind in _ENVELOPES and part.get_param("smime-type") != "signed-data"):
            raise Protected(f"“{name}” is encrypted mail. Open it in your mail program and save its text.")
        inside = part.get_payload() if part.is_multipart() else None
        if isinstance(inside, list) and kind != "message/rfc822":
            for each in _chosen(kind, [each for each in inside if not isinstance(each, str)]):
                self.sort(each, name)
        elif kind.startswith("multipart/"):
            self.bodies.append(part)  # without the boundary it should name
        elif (
            kind in {"text/plain", "text/html"}
            and part.get_content_disposition() != "attachment"
            and not file_name(part)
        ):
            self.bodies.append(part)
        elif kind not in _SEALS and not (part.get("Content-ID") and kind.startswith("image/")):
            self.attached.append(file_name(part) or kind)

    def notices(self) -> list[str]:
        """Return the sentence about what is attached."""
        if not self.attached:
            return []
        names = ", ".join(f"“{name}”" for name in self.attached[:_NAMED])
        more = len(self.attached) - _NAMED
        names += f" and {more} more" if more > 0 else ""
        return [f"Attached to the message and not shown: {names}."]


def _chosen(kind: str, inside: list[Message]) -> list[Message]:
    """Return which parts of a multipart are shown: of alternatives the last that can be, as RFC 2046 (5.1.4) asks."""
    if kind != "multipart/alternative":
        return inside
    readable = [each for each in inside if any(_is_text(part) for part in each.walk())]
    return readable[-1:] or inside[-1:]


def _is_text(part: Message) -> bool:
    payload = part.get_payload(decode=True)
    return (
        part.get_content_type() in {"text/plain", "text/html"} and isinstance(payload, bytes) and bool(payload.strip())
    )


def _text(body: Message, name: str) -> tuple[str, str]:
    try:
        return part_text(body, name)
    except Unsupported as error:
        raise Damaged(
            f"“{name}” is damaged: the words of the message cannot be decoded. Try saving it again."
        ) from error


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
