"""Word documents that are one XML file: the parts of Office Open XML in it (Flat OPC), or Word 2003's own vocabulary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged
from nutgraf.readers.xml_tree import child, local, parse_xml, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_ROOT = re.compile(
    rb"<(?:\w+:)?package\s[^>]*http://schemas\.microsoft\.com/office/2006/xmlPackage|"
    rb"<(?:\w+:)?wordDocument\s[^>]*http://schemas\.microsoft\.com/office/word/2003/wordml"
)
_HEAD = 16384  # bytes in which such a file names itself, behind its many namespaces
_PICTURES = re.compile(rb"<((?:\w+:)?(?:binData|binaryData))\b[^>]*>[^<]*</\1>")  # in letters
_DOCUMENT = "word/document.xml"


def is_flat(source: Source) -> bool:
    """Whether the bytes are such a file."""
    head = source.data[:_HEAD]
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") and bool(_ROOT.search(head))


class FlatPackage:
    """The parts of such a file, by the names that they have in a zip file.

    Raises:
        Damaged: it is not well-formed, or declares a document type.

    """

    def __init__(self, source: Source) -> None:
        self.name = source.name
        root = parse_xml(_PICTURES.sub(b"", source.data), source.name)
        if local(root) == "package":
            self._parts = {value(each, "name").lstrip("/"): next(each.iterfind("{*}xmlData/*"), None) for each in root}
        else:
            self._parts = {_DOCUMENT: root, "word/styles.xml": child(root, "styles")}

    def __contains__(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return self._parts.get(part) is not None

    def tree(self, part: str, cancel: Cancel, *, mend: bool = False) -> _Element:  # noqa: ARG002 - the whole file is sound
        """Return the root of a part, which the file's own tree holds.

        Raises:
            Damaged: there is no such part.
            Cancelled: the token was set.

        """
        cancel.check()
        found = self._parts.get(part)
        if found is None:
            raise Damaged(f"“{self.name}” is damaged: the part “{part}” is missing. Try getting the file again.")
        return found

    def read(self, part: str, cancel: Cancel) -> bytes:
        """Return a part as bytes; raises as `tree` does."""
        from lxml.etree import tostring

        return bytes(tostring(self.tree(part, cancel)))
