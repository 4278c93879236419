"""PDF documents as the tests need them: words at places, written byte by byte."""

import zlib


def pdf(*pages, info="", resources="", extra="", packed=False):
    """Return a PDF whose pages are content streams; `info`, `resources` and `extra` join its dictionaries."""
    fonts = "/F1 3 0 R /F2 4 0 R /F3 5 0 R"
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        6: f"<<{info}>>".encode("latin-1"),
    }
    for number, name in ((3, "Helvetica"), (4, "Helvetica-Bold"), (5, "Helvetica-Oblique")):
        objects[number] = f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode()
    for n, page in enumerate(pages):
        content = page if isinstance(page, bytes) else page.encode("cp1252")
        stream = zlib.compress(content, 9) if packed else content
        objects[10 + 2 * n] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {11 + 2 * n} 0 R{extra}"
            f"/Resources<</Font<<{fonts}>>{resources}>>>>"
        ).encode()
        objects[11 + 2 * n] = (
            f"<</Length {len(stream)}{'/Filter/FlateDecode' if packed else ''}>>stream\n".encode()
            + stream
            + b"\nendstream"
        )
    return written(objects, "/Info 6 0 R")


def written(objects, trailer):
    """Return a file of these objects by number, the first its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    rows = [f"{places[n]:010} 00000 n \n" if n in places else "0000000000 65535 f \n" for n in range(size)]
    out += f"xref\n0 {size}\n{''.join(rows)}trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def at(x, y, words, size=10, font=1):
    """Return what writes words at a place, in points from the lower left corner."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{font} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def lines(x, y, *texts, size=10, font=1):
    """Return what writes lines under each other, the first at y."""
    return "".join(at(x, y - 1.2 * size * n, words, size, font) for n, words in enumerate(texts))
