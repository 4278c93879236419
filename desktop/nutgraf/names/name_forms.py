"""When two forms of a name may be of one and the same person or organization."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from nutgraf.names.gazetteer import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable

Words = tuple[str, ...]

_WORD = re.compile(r"[^\s,]+")
_ARTICLE = re.compile(r"(?:al|el|an|ash|as|ad|ar|az)-", re.IGNORECASE)
_SON_OF = frozenset({"bin", "ibn", "bint"})  # the father's name follows
_ARTICLES = frozenset({"the", "al", "el"})
_COMPANIES = {"company": "co", "corporation": "corp", "incorporated": "inc", "limited": "ltd"}
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "du", "la", "des", "&", "to", "at", "al", "y", "e"})
_LONG, _LONG_SURNAME = 4, 7  # words of a name, letters of a surname
_SHORT_COMPANY = 2  # words of a company's name that has an acronym without its last
_SHORT_CIVIC = 2  # words of a civic body's name without its country: “Supreme Court”
_LONG_GIVEN = 5  # letters of a given name in which a doubled letter makes no other name
_CLIPPED = 3  # letters of a short form: "Dan"
_FEMININE = ("ia", "ina", "ine", "ella", "etta", "ette")
_CIVIC = frozenset(
    {"council", "university", "police", "government", "museum", "hospital", "court", "assembly", "parliament"}
)
_SAME_WITH_OF = frozenset({"ministry", "department", "university", "institute", "embassy", "museum", "academy"})
# Short forms that do not begin alike, or not alone: "Bob", "Bill".
_NICKNAMES: dict[str, str] = {
    short: long
    for long, shorts in {
        "robert": "bob bobby rob", "william": "bill billy will", "richard": "dick rick", "james": "jim jimmy jamie",
        "john": "jack johnny", "margaret": "peggy meg maggie", "elizabeth": "betty liz beth lizzie", "edward": "ted ned eddie",
        "theodore": "ted teddy", "katherine": "kate kathy katie", "catherine": "kate cathy", "anthony": "tony",
        "charles": "chuck charlie", "henry": "harry hank", "dorothy": "dot dolly", "mary": "polly molly", "sarah": "sally",
        "michael": "mike mick", "thomas": "tom tommy", "joseph": "joe joey", "lawrence": "larry", "francisco": "paco pancho",
        "jose": "pepe", "ignacio": "nacho", "aleksandr": "sasha", "alexander": "sasha sandy alex", "dmitry": "dima mitya",
        "mikhail": "misha", "ivan": "vanya", "nikolai": "kolya", "yevgeny": "zhenya", "vladimir": "volodya", "maria": "masha",
        "patrick": "paddy", "david": "dave", "stephen": "steve", "steven": "steve", "andrew": "drew andy", "gerald": "jerry",
        "ronald": "ron ronnie", "rebecca": "becky", "susan": "sue susie", "patricia": "trish patty", "deborah": "debbie",
    }.items()
    for short in shorts.split()
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def normal(name: str) -> Words:
    """Return a name's words without case, accents, full stops and Arabic articles; "Jr." and its like are left out."""
    words = _plain(name)
    kept = tuple(word for word in words if word not in _SUFFIXES)
    return kept if len(kept) > 1 else words  # "Richard III" is all his name


@lru_cache(maxsize=1 << 14)
def suffix(name: str) -> str:
    """Return "jr", "sr", "ii" … where a name of several words ends in one, else ""."""
    words = _plain(name)
    return words[-1] if len(words) > 1 and words[-1] in _SUFFIXES else ""


def _plain(name: str) -> Words:
    folded = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(each for each in folded if not unicodedata.combining(each)).casefold().replace("ı", "i")
    return tuple(each for word in _WORD.findall(plain) if (each := _ARTICLE.sub("", word.replace(".", ""))))


def bare(words: Words) -> Words:
    """Return an organization's name without an article, "Company" as "Co": "Al Ahly" and "Ahly" are one."""
    own = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
    return (*own[:-1], _COMPANIES.get(own[-1], own[-1])) if len(own) > 1 else own


# --- people ------------------------------------------------------------------------------------------------------------


def same_person(shorter: Words, longer: Words) -> bool:
    """Whether two names of several words agree: "J. Smith" and "John Adam Smith", "Luis Silva" and "Luis da Silva"."""
    if len(shorter) < 2 or len(longer) < 2:
        return False
    if shorter == (longer[-1], *longer[:-1]):
        return True  # the family name first: "Sato Kenji" and "Kenji Sato"
    if shorter == longer[: len(shorter)]:
        return True  # without the second surname: "Gabriel Mora" and "Gabriel Mora Paz"
    one, other = shorter[-1].split("-"), longer[-1].split("-")
    is_initial = len(shorter[-1]) == 1 and longer[-1].startswith(shorter[-1])  # "Jimmy D." and "Jimmy Doe"
    double = min(len(one), len(other)) == 1 and set(one) & set(other)
    if not (shorter[-1] == longer[-1] or is_initial or double):
        return False
    return agree(shorter[0], longer[0]) and all(any(agree(word, each) for each in longer) for word in shorter[:-1])


def without_cut(forms: Iterable[Words]) -> list[Words]:
    """Return the forms without those that break off a longer one: in "Gabriel Mora Paz", "Mora" is not his surname's end."""
    known = list(forms)
    return [form for form in known if not any(form == each[: len(form)] != each for each in known)]


def openings(form: Words) -> set[Words]:
    """Return the pairs of words by which a shorter form without the last surname, or with its initial alone, is found."""
    return {form[:2], (form[0], form[-1][0])} if len(form) > 1 else set()


def agree(one: str, other: str) -> bool:
    """Whether two given names may be the same: also "J" and "Joan", "Josh" and "Joshua", "Bob" and "Robert"."""
    if len(one) >= _LONG_GIVEN and _once(one) == _once(other):
        return True  # "Philip" and "Phillip"
    short, long = sorted((one, other), key=len)
    clipped = len(short) >= _CLIPPED and len(long) >= len(short) + 2 and not long.endswith(_FEMININE)
    begins = (len(short) == 1 or clipped) and long.startswith(short)
    return one == other or begins or _NICKNAMES.get(short) == long or _NICKNAMES.get(long) == short


def long_form(short: str) -> str:
    """Return the given name that a nickname stands for, "" if it is none."""
    return _NICKNAMES.get(short, "")


def ends(words: Words, form: Words) -> bool:
    """Whether the words are a surname, or the end of one: "Suu Kyi", or of a double one: "de Boer" of "de Boer-Visser"."""
    if form[-len(words) :] == words:
        return True
    parts = form[-1].split("-")
    return len(parts) > 1 and words[-1] in parts and form[-len(words) : -1] == words[:-1]


def is_first_surname(words: Words, form: Words) -> bool:
    """Whether the word is the first of two surnames, as in Spanish: "Restrepo" of "Catalina Restrepo Uribe"."""
    fits = len(words) == 1 and len(form) > 2 and form[-2] == words[0] and form[-3] not in _SON_OF
    return fits and "g" not in gazetteer().lists(words[0])


def is_given(words: Words, form: Words) -> bool:
    """Whether the word is a given name, or a family name that comes first."""
    return len(words) == 1 and (form[0] == words[0] or (len(form) > 1 and _NICKNAMES.get(words[0]) == form[0]))


def is_inner(words: Words, form: Words) -> bool:
    """Whether the word is one of the inner ones of a long name: "Lula" of "Luiz Inácio Lula da Silva"."""
    if len(words) > 1 or len(form) < _LONG or words[0] not in form[1:-1] or words[0] in _SMALL:
        return False
    return form[form.index(words[0]) - 1] not in _SON_OF


@lru_cache(maxsize=1 << 12)
def sound(word: str) -> str:
    """Return what spellings of a surname have in common ("Zelensky", "Zelenskyy"; "Gaddafi", "Qadhafi"); "" if it is short."""
    if len(word) < _LONG_SURNAME:
        return ""
    plain = (
        word.replace("q", "g")
        .replace("kh", "h")
        .replace("dh", "d")
        .replace("gh", "g")
        .replace("y", "i")
        .replace("j", "i")
    )
    return _once(plain)


def _once(word: str) -> str:
    """Return the word with doubled letters written once."""
    return "".join(letter for at, letter in enumerate(word) if not at or word[at - 1] != letter)


# --- organizations -----------------------------------------------------------------------------------------------------


def initials(words: Words) -> str:
    """Return the first letters of a name's words, without small ones: "uct" of "Union of Coastal Towns"."""
    return "".join(part[0] for word in words if word not in _SMALL for part in word.split("-") if part)


def acronyms(words: Words) -> set[str]:
    """Return what a name's acronyms may be: its initials, those with small words ("DOJ"), those without "Corp." ("IBM")."""
    parts = [word for word in words if word != "&"]
    full = "".join(word[0] for word in parts)
    company = len(parts) > _SHORT_COMPANY and (parts[-1] in _COMPANIES or parts[-1] in _COMPANIES.values())
    return {initials(words), full, *([initials(tuple(parts[:-1]))] if company else [])}


def is_civic(words: Words) -> bool:
    """Whether a body of that name is in every country: "Supreme Court", "Department of Justice"."""
    return len(words) > 1 and bool((_CIVIC | _SAME_WITH_OF) & set(words))


def without_country(words: Words) -> Words:
    """Return a civic body's name without its country: "U.S. Supreme Court", "Supreme Court of India"."""
    known = gazetteer()
    if len(words) > _SHORT_CIVIC and is_civic(words):
        if known.is_place(words[0]):
            return words[1:]
        if words[-2] == "of" and known.is_place(words[-1]):
            return words[:-2]
    return words


def shortens(words: Words, longer: Words) -> bool:
    """Whether only words such as "Bank", "Inc" or "Group" follow: "Barclays" and "Barclays Bank"."""
    rest = longer[len(words) :]
    company = gazetteer().organization_words
    rest = tuple(word for word in rest if word != "&")
    if not rest or longer[: len(words)] != words or all(word in company for word in words):
        return False
    if _CIVIC & set(rest) and "p" in gazetteer().lists(" ".join(words)):
        return False  # "Leeds" is not "Leeds Council"
    return all(word in company for word in rest)


def drops_given_name(words: Words, longer: Words) -> bool:
    """Whether an organization that is called after someone is called by the surname alone: "Carter Trust"."""
    first = longer[: -len(words)]
    named = first and len(words) > 1 and longer[-len(words) :] == words
    known = gazetteer()
    return bool(named) and all({"g", "f"} & set(known.lists(word)) and not known.is_place(word) for word in first)


def is_part(words: Words, longer: Words) -> bool:
    """Whether one telling word is the first or the last of a longer name: "Granger" of "Granger Stores"."""
    if len(words) != 1 or len(longer) < 2 or words[0] not in {longer[0], longer[-1]}:
        return False
    known = gazetteer()
    telling = words[0] not in known.organization_words | known.lower_case | _SMALL
    return telling and not known.is_place(words[0]) and "p" not in known.lists(words[0])


def turned(words: Words) -> Words:
    """Return what "Ministry of Transport" and "Transport Ministry" have in common; nothing where order matters."""
    kept = tuple(sorted(word for word in words if word not in _SMALL))
    return kept if len(kept) > 1 and _SAME_WITH_OF & set(kept) else ()


def abbreviates(one: str, other: str) -> bool:
    """Whether the letters of the shorter name are found in order in the longer, at the beginning of it: "FSMTC"."""
    short, long = sorted((one.replace(".", ""), other), key=len)
    if " " in short or sum(map(str.isupper, short)) < 2:
        return False
    letters = iter(long.casefold())
    return short[0].casefold() == long[0].casefold() and all(each in letters for each in short.casefold())
