"""Documents of parts as the tests need them: each in our own words, built byte by byte."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    """Return a zip file of these (name, content) pairs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 2, 3, 4, 6)), content, compress_type=method)
    return out.getvalue()


def relations(*entries):
    """Return a part of relationships, each entry (id, kind, target, mode)."""
    listed = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"{mode and f" TargetMode={mode!r}"}/>'
        for id_, kind, target, mode in entries
    ).replace("'", '"')
    return f'<Relationships xmlns="{_RELS}">{listed}</Relationships>'


STYLES = f"""<w:styles {W}>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Mine"><w:name w:val="My heading"/><w:basedOn w:val="H2"/></w:style>
<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="C"><w:name w:val="Source Code"/></w:style>
<w:style w:styleId="Toc"><w:name w:val="toc 1"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:start w:val="3"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Kept properties</dc:title>
<dc:creator>Ana Lima; Tom Reed</dc:creator><dcterms:created>2025-03-04T10:00:00Z</dcterms:created></cp:coreProperties>"""


def docx(body, *, parts=(), document=None):
    """Return a Word document with this body; `parts` replace or join its own."""
    own = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(
            ("a", "officeDocument", "word/document.xml", ""), ("b", "core-properties", "core.xml", "")
        ),
        "core.xml": CORE,
        "word/_rels/document.xml.rels": relations(
            ("s", "styles", "styles.xml", ""),
            ("n", "numbering", "numbering.xml", ""),
            ("f", "footnotes", "footnotes.xml", ""),
            ("l", "hyperlink", "https://tower.example/a", "External"),
        ),
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="7">{p("The keeper’s own log.")}</w:footnote></w:footnotes>',
        "word/document.xml": document or f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
    }
    return zipped({**own, **dict(parts)}.items())


def p(words, style="", extra=""):
    """Return a paragraph of Word's."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{extra}</w:pPr>{words if words.startswith('<') else r(words)}</w:p>"


def r(words, look=""):
    """Return a run of Word's."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"), ("meta", "meta"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("manifest", "manifest"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def odt(body, *, styles="", parts=()):
    """Return an OpenDocument text with this body."""
    own = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {ODF}><office:meta><dc:title>Kept properties</dc:title>"
        "<meta:initial-creator>Ana Lima</meta:initial-creator><meta:creation-date>2025-03-04T10:00:00</meta:creation-date>"
        "<dc:language>en-GB</dc:language></office:meta></office:document-meta>",
        "META-INF/manifest.xml": f"<manifest:manifest {ODF}/>",
    }
    return zipped({**own, **dict(parts)}.items(), zipfile.ZIP_STORED)


def epub(chapters, *, parts=(), order=None, extra=""):
    """Return a book of (name, XHTML) chapters, whose spine is `order` (their names) or as they come."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, (name, _) in enumerate(chapters)
    )
    numbers = [[name for name, _ in chapters].index(name) for name in order] if order else range(len(chapters))
    spine = "".join(f'<itemref idref="i{number}"/>' for number in numbers)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>The dark tower</dc:title><dc:creator>Ana Lima</dc:creator><dc:creator>Tom Reed</dc:creator>"
        f"<dc:date>2025-03-04</dc:date><dc:language>en</dc:language></metadata><manifest>{items}{extra}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    own = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": package,
        **{f"OPS/{name}": text for name, text in chapters},
    }
    return zipped({**own, **dict(parts)}.items(), zipfile.ZIP_STORED)


def chapter(body):
    """Return a chapter's XHTML."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "xhtml11.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>'
        f"<body>{body}</body></html>"
    )
