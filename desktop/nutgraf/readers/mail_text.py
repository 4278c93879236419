"""The plain body of a message: its paragraphs, the replies it quotes and its signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from nutgraf.readers.wrapping import paragraphs
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from nutgraf.cancel import Cancel
    from nutgraf.text.builder import ArticleBuilder

_QUOTE = re.compile(r"(?:> ?)+")
_ATTRIBUTION = re.compile(
    r".{0,400}(?:\b(?:wrote|writes|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev|napisał\(?a?\)?|"
    r"пишет|писал\w*|написал\w*(?:\(а\))?)(?: [^\n]{0,120})?|写道|寫道|작성|<[^<>@\s]{1,80}@[^<>@\s]{1,80}>[^\n]{0,40})\s?[:：]",
    re.DOTALL,
)
_ORIGINAL = re.compile(
    r"-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original)\s*-{2,}|_{20,}",
    re.IGNORECASE,
)
# The headers of the message that is answered, in the words of mail programs.
FROM = re.compile(r"\*?(?:From|Von|De|Da|Van|Od|Från|Fra|От)\s?:")
_HEADER = re.compile(r"\*?[^\W\d_][\w' -]{0,20}\s?:")
DAY = re.compile(
    r"\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviad[oa]|Enviado el|Fecha|Inviato|Data|Verzonden|Wysłano|Skickat|Sendt|"
    r"Отправлено|Дата)\s?:"
)
SUBJECT = re.compile(r"\*?(?:Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Temat|Ämne|Emne|Тема)\s?:")
_PASSED_ON = re.compile(
    r"(?i)forwarded message|weitergeleitete|message transféré|mensaje reenviado|messaggio inoltrato"
)
_SENTFROM = re.compile(
    r"(?:Sent from (?:my|Mail for|Outlook|Yahoo|Proton)|Get Outlook for|Von meinem|Gesendet (?:von|mit)|Envoyé (?:de|depuis)|"
    r"Enviado desde|Enviado do|Inviato da|Verzonden (?:vanaf|met)|Skickat från|Отправлено с)\b.{0,60}"
)
_RULE = re.compile(r"[_=-]{2,}")
_OF_LISTS = re.compile(
    r"(?i)mailing list|unsubscribe|/listinfo|@lists?\."
)  # what mailing lists write below every message
_SIGNED, _SEAL, _SEALED = (
    f"-----{each}-----" for each in ("BEGIN PGP SIGNED MESSAGE", "BEGIN PGP SIGNATURE", "END PGP SIGNATURE")
)
_ITEM = re.compile(r"(?:[•‣◦▪*–-]|\d{1,3}[.)])\s+\S")
_LONGEST_SIGNATURE = 15  # lines, where "--" lacks the space that makes it a signature's mark


@dataclass(slots=True)
class _Passage:
    """Lines that stand alike to the message: quoted so many times, and whether they are its own words."""

    lines: list[str]
    depth: int = 0
    furniture: bool = False


def lay_plain(builder: ArticleBuilder, text: str, part: Message, forwarded: bool, cancel: Cancel) -> None:
    """Lay a plain body into `builder`. Where there is nothing but quotes, these are the article.

    What is below the headers of another message is the message that is answered, unless this one was `forwarded`.

    Raises:
        Cancelled: the token was set.

    """
    lines = list(_unsigned(text.splitlines()))
    if str(part.get_param("format") or "").lower() == "flowed":
        lines = list(_unflowed(lines, delete_space=str(part.get_param("delsp") or "").lower() == "yes"))
    passages = _passages(lines, forwarded=forwarded)
    cancel.check()
    own = any(line.strip() for passage in passages if not passage.furniture for line in passage.lines)
    for passage in passages:
        for paragraph in paragraphs("\n".join(passage.lines), cancel, is_mail=True):
            kind, level = BlockKind.PARAGRAPH, 0
            if passage.depth:
                kind, level = BlockKind.QUOTE, min(passage.depth, 9)
            elif _ITEM.match(paragraph.text):
                kind, level = BlockKind.ITEM, 1
            builder.add(kind, paragraph.text, level=level, furniture=passage.furniture and own)


def _unsigned(lines: list[str]) -> Iterator[str]:
    """Yield the lines without what signs them (OpenPGP's cleartext signatures, RFC 9580, section 7)."""
    inside = ""
    closed = any(line.startswith(_SEALED) for line in lines)
    for line in lines:
        if closed and line.rstrip() == _SIGNED:
            inside = "head"
        elif inside == "head":
            inside = inside if line.strip() else "words"
        elif inside == "words" and line.startswith(_SEAL):
            inside = "seal"
        elif inside == "seal":
            inside = "" if line.startswith(_SEALED) else inside
        else:
            yield line.removeprefix("- ") if inside else line


def _unflowed(lines: list[str], *, delete_space: bool) -> Iterator[str]:
    """Join the lines that a mail program broke, as they are marked (RFC 3676, section 4.2)."""
    held = depth = ""
    for line in lines:
        found = _QUOTE.match(line)
        marks = found[0].replace(" ", "") if found else ""
        body = line[found.end() :] if found else line.removeprefix(" ")
        if held and marks != depth:
            yield f"{depth}{held}"
            held = ""
        depth = marks
        if body.endswith(" ") and body != "-- ":
            held += body.removesuffix(" ") if delete_space else body
        else:
            yield f"{depth}{held}{body}"
            held = ""
    if held:
        yield f"{depth}{held}"


def _passages(lines: list[str], *, forwarded: bool) -> list[_Passage]:
    found = [_Passage([])]
    rest = False  # all that follows is furniture
    for index, line in enumerate(lines):
        quote = _QUOTE.match(line)
        depth = quote[0].count(">") if quote else 0
        rest = rest or _is_signature(lines, index) or (not forwarded and _is_answered(lines, index))
        furniture = rest or depth > 0 or bool(_SENTFROM.fullmatch(line.strip()))
        if (depth, furniture) != (found[-1].depth, found[-1].furniture):
            found.append(_Passage([], depth, furniture))
        found[-1].lines.append(line[quote.end() :] if quote else line)
    return _with_attributions(found)


def _is_signature(lines: list[str], index: int) -> bool:
    """Whether a signature begins here."""
    if lines[index] == "-- " or (lines[index] == "--" and len(lines) - index <= _LONGEST_SIGNATURE):
        return True
    below = (
        lines[index + 1 :] if len(lines) - index <= _LONGEST_SIGNATURE and _RULE.fullmatch(lines[index].strip()) else []
    )
    return any(map(_OF_LISTS.search, below))


def _is_answered(lines: list[str], index: int) -> bool:
    """Whether the message that is answered begins here, as mail programs set it below the answer."""
    line = lines[index].strip()
    following = [each.strip() for each in lines[index + 1 : index + 8] if each.strip()]
    if _ORIGINAL.fullmatch(line):
        return bool(following) and bool(FROM.match(following[0]))
    if not FROM.match(line) or any(_PASSED_ON.search(each) for each in lines[max(0, index - 3) : index]):
        return False
    headers = list(takewhile(_HEADER.match, following))
    return bool(any(map(SUBJECT.match, headers)) and any(map(DAY.match, headers)))


def _with_attributions(passages: list[_Passage]) -> list[_Passage]:
    """Fold the lines above a quote that say whose words it is."""
    done: list[_Passage] = []
    for passage in passages:
        if passage.depth and done and not done[-1].furniture:
            own = done[-1].lines
            end = len(own)
            while end and not own[end - 1].strip():
                end -= 1
            start = _attribution(own[:end])
            if start < end:
                done[-1] = _Passage(own[:start])
                done.append(_Passage(own[start:end], 0, furniture=True))
        done.append(passage)
    return done


def _attribution(lines: list[str]) -> int:
    """Return where the attribution begins that these lines end with: up to three lines of their own, or the last one."""
    count = len(lines)
    for start in range(max(0, count - 3), count):
        apart = start in {0, count - 1} or not lines[start - 1].strip()
        if apart and all(map(str.strip, lines[start:])) and _ATTRIBUTION.fullmatch("\n".join(lines[start:])):
            return start
    return count
