"""What was typed onto a PDF's page: the values of its form's fields, and notes written on the page itself.

No script of a form is run: this PDFium has none of the engine that could, and none is asked for.
"""

from __future__ import annotations

from ctypes import byref, c_ushort
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from ctypes import Array

    from pypdfium2 import PdfPage
    from pypdfium2.raw import FPDF_ANNOTATION, FPDF_FORMHANDLE

    from nutgraf.cancel import Cancel

_MOST = 5000  # annotations on a page that are looked at
_LONGEST = 100_000  # bytes of one value
_UNSEEN = 1 << 1 | 1 << 5  # PDF 32000-1, table 165: hidden, not to be viewed
_PASSWORD = 1 << 13  # table 228: what is typed is not shown
_TICK = "☑"


@dataclass(frozen=True, slots=True)
class Typed:
    """Words in a rectangle on the page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    words: str


def page_typed(page: PdfPage, cancel: Cancel) -> list[Typed]:
    """Return what was typed onto a page; the form must have been loaded before the page was (`PdfDocument.init_forms`).

    Raises:
        Cancelled: the token was set.

    """
    import pypdfium2.raw as pdfium

    found: list[Typed] = []
    form = page.pdf.formenv
    rect = pdfium.FS_RECTF()
    for index in range(min(_MOST, pdfium.FPDFPage_GetAnnotCount(page.raw))):
        cancel.check()
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            words = _words(form.raw if form else None, annotation)
            if words.strip() and pdfium.FPDFAnnot_GetRect(annotation, byref(rect)):
                found.append(Typed(rect.left, rect.bottom, rect.right, rect.top, words))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _words(form: FPDF_FORMHANDLE | None, annotation: FPDF_ANNOTATION) -> str:
    """Return what an annotation shows, "" where it is none that was typed or is not seen."""
    import pypdfium2.raw as pdfium

    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
        return ""
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        return _wide(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))
    if kind != pdfium.FPDF_ANNOT_WIDGET or form is None:
        return ""
    field = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if field in {pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON}:
        return _TICK if pdfium.FPDFAnnot_IsChecked(form, annotation) else ""
    typed = {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}
    if field not in typed or pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation) & _PASSWORD:
        return ""
    return _wide(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size))


def _wide(say: Callable[[Array[c_ushort] | None, int], int]) -> str:
    """Return the words that a function of PDFium's writes as UTF-16; it returns their size in bytes, the final zero too."""
    size = min(say(None, 0), _LONGEST) // 2 * 2
    if size <= 2:
        return ""
    buffer = (c_ushort * (size // 2))()
    say(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").rstrip("\0")
