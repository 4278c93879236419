"""What a Markdown file says of itself above its text: YAML, TOML, pandoc's title block, or MultiMarkdown's fields.

YAML is read line by line: people write titles with a colon in them, for which a parser of YAML refuses all fields.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

from nutgraf.readers.byline import date_in, is_name, listed_authors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Fields = dict[str, tuple[str, ...]]

_FENCED = re.compile(r"\s*(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_YAML_FIELD = re.compile(r"([A-Za-z][\w -]*):(?:\s+(.*)|\s*)")
_ITEM = re.compile(r"\s*-\s+(?:name:\s+)?(.*)")
_FOLDED = re.compile(r"[>|][+-]?\d?[+-]?")  # the words are in the lines below
_QUOTED = r""""(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'"""
_SCALAR = re.compile(rf"({_QUOTED})|((?:[^#]|(?<!\s)#)*)")
_LISTED = re.compile(rf"\s*({_QUOTED}|[^,]*)\s*(?:,|$)")
_TITLE_BLOCK = re.compile(
    r"%[ \t]+(\S.*(?:\n[ \t]+\S.*)*)\n(?:%[ \t]*(.*(?:\n[ \t]+\S.*)*)(?:\n|$)(?:%[ \t]*(.*)(?:\n|$))?)?"
)
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]+(\S.*)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=\D|$)")


def front_matter(text: str) -> tuple[Fields, str]:
    """Return the fields, each a tuple of words, and the text after them.

    Only what an article's front matter uses is read: `key: value`, `key: [a, b]`, lists of `- value` or `- name: value` and
    folded lines in YAML; what stands in no table in TOML.
    """
    if found := _FENCED.match(text):
        fields = _yaml(found[2].splitlines()) if found[1] == "---" else _toml(found[2])
        return ({}, text) if fields is None else (fields, text[found.end() :])
    if found := _TITLE_BLOCK.match(text):
        title, authors, day = (" ".join((part or "").split()) for part in found.groups())
        said = {"title": (title,), "authors": listed_authors(authors), "date": (day,)}
        return {key: values for key, values in said.items() if any(values)}, text[found.end() :]
    return _multimarkdown(text)


def authors_of(fields: Fields) -> tuple[str, ...]:
    """Return the authors; a single value that names several is taken apart."""
    said = fields.get("authors") or fields.get("author") or ()
    parts = re.split(r",\s+|\s+and\s+", said[0]) if len(said) == 1 else []
    return tuple(parts) if len(parts) > 1 and all(map(is_name, parts)) else said


def day_of(fields: Fields) -> str:
    """Return the day ("2024-05-31") where the fields give one, else their words for it."""
    words = next((fields[key][0] for key in ("published", "date", "created") if fields.get(key)), "")
    found = _DAY.match(words)
    return found[0] if found else date_in(words) or words


def _yaml(lines: Sequence[str]) -> Fields | None:
    """Return the fields; None where no line is one."""
    fields: dict[str, list[str]] = {}
    key, folded = "", set[str]()
    for line in lines:
        if field := _YAML_FIELD.fullmatch(line):
            key, value = field[1].strip().lower(), (field[2] or "").strip()
            folded.discard(key)
            if _FOLDED.fullmatch(value):
                folded.add(key)
                value = ""
            fields[key] = list(_values(value))
        elif key in folded and line.strip():
            fields[key].append(line.strip())
        elif key and (item := _ITEM.fullmatch(line)):
            fields[key] += _values(item[1])
    if not fields:
        return None
    return {key: (" ".join(each),) if key in folded else tuple(each) for key, each in fields.items() if each}


def _toml(words: str) -> Fields | None:
    """Return the fields; None where it is no TOML, or an empty one."""
    import tomllib

    try:
        said = tomllib.loads(words)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    lists = {key.lower(): value if isinstance(value, list) else [value] for key, value in said.items()}
    fields = {
        key: tuple(_written(each) for each in values if not isinstance(each, dict)) for key, values in lists.items()
    }
    return {key: values for key, values in fields.items() if any(values)} if said else None


def _written(value: object) -> str:
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, date) else str(value).strip()


def _values(words: str) -> Iterator[str]:
    listed = words.startswith("[") and words.rstrip().endswith("]")
    for each in _LISTED.findall(words.rstrip()[1:-1]) if listed else [words]:
        if value := _scalar(each.strip()):
            yield value


def _scalar(words: str) -> str:
    """Return a value without its quotation marks, or without the comment behind it."""
    found = _SCALAR.match(words)
    assert found  # which may be empty
    quoted, plain = found.groups()
    if not quoted:
        return str(plain).strip()
    if quoted.startswith("'"):
        return str(quoted[1:-1].replace("''", "'")).strip()
    try:
        return str(json.loads(quoted, strict=False)).strip()
    except ValueError:
        return str(quoted[1:-1]).strip()


def _multimarkdown(text: str) -> tuple[Fields, str]:
    """Return the fields of lines like "Title: words" that open a text, the title first, up to a blank line."""
    head, _, rest = text.lstrip("\r\n").replace("\r\n", "\n").partition("\n\n")
    found = [_FIELD.fullmatch(line) for line in head.split("\n")]
    if not all(found) or len(found) < 2 or not head.lower().startswith("title:"):
        return {}, text
    return {each[1].strip().lower(): (each[2].strip(),) for each in found if each}, rest
