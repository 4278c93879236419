"""XML as documents carry it: parsed without a document type, without entities of its own, without ever fetching anything."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged

if TYPE_CHECKING:
    from lxml.etree import _Element


_PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*>")
_PROLOGUE = re.compile(r"\s*<\?xml[^>]*>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?!#\d+;|#[xX][0-9A-Fa-f]+;)(?:([A-Za-z][A-Za-z0-9]{1,31});)?")
# Epochs, and the moment at which python-docx's template was made.
_NO_DAYS = ("0000", "0001", "0101", "1601", "1970-01-01", "1980-01-01", "2013-12-23T23:15:00")
_PREDEFINED = frozenset({"amp", "lt", "gt", "quot", "apos"})


def parse_xml(data: bytes, name: str, *, mend: bool = False) -> _Element:
    """Return the root element of an XML document; `name` is the file's, for the sentence that refuses it.

    With `mend` as much is taken of what is not well-formed as libxml2 can make sense of. Its own limits stand (`huge_tree` is
    off): 256 levels, 10 MB in one text, no amplification by entities.

    Raises:
        Damaged: it is not well-formed, goes beyond these limits, or declares a document type.

    """
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    parser = XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        recover=mend,
    )
    try:
        root = fromstring(data, parser)
    except (XMLSyntaxError, ValueError) as error:
        raise Damaged(f"“{name}” is damaged: the text in it is not well-formed. Try getting the file again.") from error
    if root is None:  # there was nothing that could be mended
        raise Damaged(f"“{name}” is damaged: there is no text in it. Try getting the file again.")
    if root.getroottree().docinfo.internalDTD is not None:
        raise Damaged(
            f"“{name}” declares a document type (DOCTYPE) inside it, which Nutgraf does not read, to be safe."
        )
    return root


def without_doctype(data: bytes) -> bytes:
    """Take off a document type that names a DTD elsewhere and declares nothing itself: nothing is fetched for it in any case."""
    return _PLAIN_DOCTYPE.sub(b"", data[:4096], count=1) + data[4096:]


def sound_xml(text: str) -> str:
    """Return XML without its declaration and document type, HTML's entities as characters and lone ampersands as such."""
    return _ENTITY.sub(_expand, _PROLOGUE.sub("", text[:4096]) + text[4096:])


def _expand(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return "&amp;"
    return found[0] if name in _PREDEFINED else html5.get(f"{name};", "\ufffd")


def local(element: _Element) -> str:
    """Return an element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: _Element | None, name: str) -> _Element | None:
    """Return the first child of this local name."""
    return next((each for each in element if local(each) == name), None) if element is not None else None


def value(element: _Element | None, name: str) -> str:
    """Return the attribute of this local name, or ""."""
    if element is None:
        return ""
    return next((str(words) for key, words in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def whole(element: _Element | None, name: str = "val") -> int:
    """Return the attribute as a number from 0 to 99999; 0 where it is none."""
    words = value(element, name)
    return int(words) if re.fullmatch(r"[0-9]{1,5}", words) else 0


def day(stamp: str) -> str:
    """Return the day of a timestamp ("2024-05-31T10:00:00Z"); "" for none, and for the epochs that programs write instead."""
    found = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?", stamp.strip())
    return found[0] if found and not stamp.strip().startswith(_NO_DAYS) else ""
