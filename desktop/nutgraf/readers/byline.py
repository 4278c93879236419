"""Lines that say who wrote an article, or when."""

from __future__ import annotations

import re

_MONTHS = (
    ("jan", "ene", "gen", "янв"), ("feb", "fév", "fev", "фев"), ("mar", "mär", "мар"), ("apr", "avr", "abr", "апр"),
    ("may", "mai", "mag", "мая"), ("jun", "juin", "giu", "июн"), ("jul", "juil", "lug", "июл"), ("aug", "aoû", "ago", "авг"),
    ("sep", "set", "сен"), ("oct", "okt", "ott", "out", "окт"), ("nov", "ноя"), ("dec", "dez", "déc", "dic", "дек"),
)  # fmt: skip
_MONTH = r"(?P<month>[^\W\d_]{3,10})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(form)
    for form in (
        rf"\b{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?=\b|T)",
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        rf"\b{_DAY}(?: de| of)? {_MONTH},?(?: de)? {_YEAR}\b",
    )
)
_AROUND = re.compile(  # what else may stand in a line that gives nothing but the date
    r"(?i)(?:\b(?:first |last )?(?:published|updated|posted|modified|created|date|on|at|"
    r"am|pm|a\.m|p\.m|gmt|utc|ist|est|edt|cet|bst|et|pt|uhr|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b|"
    r"\d{1,2}[:.]\d\d(?::\d\d)?|T\d[\d:.]*Z?|[\s,.:;|()/·•–—+-])+"
)
_BY = re.compile(r"(?:By|BY|Written by|Von|Por|Par|Di|Door)\s+(.+)")
_PARTICLES = "de|da|del|van|von|der|den|bin|al|la|le|di|du|dos"
_PART = rf"(?:[A-ZÀ-ÞĀ-Ž][\w'’.-]*|{_PARTICLES})"
_NAME = re.compile(rf"{_PART}(?: {_PART}){{0,4}}")
_AND = re.compile(r"\s*(?:,? (?:and|und|y|e|et|en) |[,&;])\s*")
_AFTER = re.compile(r"\s*[|•·–—]\s*|,\s+(?=(?:Jr|Sr)\b)|\s{2,}")
_ROLE = re.compile(
    r"(?i)\b(?:staff|writer|editor|reporter|correspondent|desk|bureau|press|reuters|news|agency|team|service)\b"
)
_LONGEST = 120
_NOBODY = re.compile(  # as programs write where nobody has said who the author is
    r"(?i)unknown(?: author)?|unbekannt(?:er autor)?|auteur inconnu|autor desconocido|\(?anonymous\)?|user|admin(?:istrator)?|"
    r"author|windows user|microsoft office user|python-docx|un-named"
)


def authors_in(line: str) -> tuple[str, ...]:
    """Return the names in a line such as "By Ana Lima and Tom Reed", or nothing where the line says more."""
    found = _BY.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    if not found:
        return ()
    words = found[1].strip()
    for form in _DATES:
        words = form.sub("", words)
    words = re.sub(r",\s+(?=(?:Jr|Sr|JR|SR)\b)", " ", words)
    named = _AFTER.split(words, maxsplit=1)[0].strip(" ,|•·–—")
    names = [each for each in _AND.split(named) if each]
    if not names or not all(_NAME.fullmatch(each) or _ROLE.search(each) for each in names) or len(named.split()) > 12:
        return ()
    return tuple(each for each in names if not _ROLE.search(each)) or (named,)


def listed_authors(words: str) -> tuple[str, ...]:
    """Return the names in a document's property, which word processors part by semicolons, without those that are nobody's."""
    names = (" ".join(each.split()) for each in words.split(";"))
    return tuple(name for name in names if name and not _NOBODY.fullmatch(name))


def is_name(line: str) -> bool:
    """Whether a line is nothing but what could be a person's name, of two words or more."""
    return len(line) <= _LONGEST and " " in line.strip() and bool(_NAME.fullmatch(line.strip()))


def date_in(line: str) -> str:
    """Return the day ("2024-05-31") of a line that gives a date and nothing else, else ""."""
    if len(line) > _LONGEST:
        return ""
    for form in _DATES:
        if (found := form.search(line)) and not _AROUND.sub("", line[: found.start()] + " " + line[found.end() :]):
            parts = found.groupdict()
            month = int(parts["number"]) if parts.get("number") else _month(parts["month"])
            day = int(parts["day"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{parts['year']}-{month:02}-{day:02}"
    return ""


def _month(word: str) -> int:
    return next((number for number, names in enumerate(_MONTHS, 1) if word.casefold().startswith(names)), 0)
