"""Where a PDF's page links to: addresses alone; actions, scripts and files are never looked at."""

from __future__ import annotations

from ctypes import byref, c_int, create_string_buffer
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2.raw import FPDF_DOCUMENT, FPDF_PAGE

_MOST = 500  # links on a page
_LONGEST = 2000  # characters of an address
_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle on the page, in points from its lower left corner, that leads to an address."""

    left: float
    bottom: float
    right: float
    top: float
    target: str


def page_links(document: FPDF_DOCUMENT, page: FPDF_PAGE) -> list[Link]:
    """Return the links of a page to addresses on the web and to mailboxes."""
    import pypdfium2.raw as pdfium

    found: list[Link] = []
    link, position, rect = pdfium.FPDF_LINK(), c_int(0), pdfium.FS_RECTF()
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page, byref(position), byref(link)):
            break
        action = pdfium.FPDFLink_GetAction(link)
        if not action or not pdfium.FPDFLink_GetAnnotRect(link, byref(rect)):
            continue
        words = create_string_buffer(_LONGEST + 1)
        length = pdfium.FPDFAction_GetURIPath(document, action, words, _LONGEST)
        target = words.value.decode("utf-8", "replace") if 0 < length <= _LONGEST else ""
        if target.lower().startswith(_SCHEMES):
            found.append(Link(rect.left, rect.bottom, rect.right, rect.top, target))
    return found
