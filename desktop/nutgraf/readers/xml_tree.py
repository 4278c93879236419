"""XML as documents carry it: parsed without a document type, without entities of its own, without ever fetching anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.errors import Damaged

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(data: bytes, name: str) -> _Element:
    """Return the root element of an XML document; `name` is the file's, for the sentence that refuses it.

    libxml2's own limits stand (`huge_tree` is off): 256 levels, 10 MB in one text, no amplification by entities.

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
    )
    try:
        root = fromstring(data, parser)
    except (XMLSyntaxError, ValueError) as error:
        raise Damaged(f"“{name}” is damaged: the text in it is not well-formed. Try getting the file again.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Damaged(
            f"“{name}” declares a document type (DOCTYPE) inside it, which Nutgraf does not read, to be safe."
        )
    return root


def local(element: _Element) -> str:
    """Return an element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
