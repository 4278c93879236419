r"""What RTF's control words stand for: characters, codepages, and groups whose words are not the document's."""

from __future__ import annotations

CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b",
    "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "", "|": "", ":": ""}
PARAGRAPH_ENDS = frozenset({"par", "page", "sect", "column"})

# The numbers of \fcharset, and the encodings of the fonts that have them.
CHARSETS = {
    77: "mac_roman", 78: "cp932", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp437",
}  # fmt: skip
SYMBOL_CHARSET = 2
HEADERS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}

# Groups whose words are not shown. Those that open with \* are skipped too, unless they are known.
SKIPPED = frozenset(
    """
    colortbl pict objdata header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable revtbl
    rsidtbl generator xe tc tcn bkmkstart bkmkend themedata colorschememapping latentstyles datastore nonshppict ftnsep ftnsepc
    aftnsep aftnsepc annotation atnid atnauthor atndate atnref atrfstart atrfend sp shprslt operator subject keywords doccomm
    company manager category hlinkbase comment revtim printim buptim private fchars lchars nesttableprops nonesttables panose
    falt fontemb filetbl mmathPr xmlnstbl wgrffmtfilter template docvar background upr pn mmathPict mbegChr mendChr msepChr mchr
    mtype mpos mvertJc mlimLoc mgrow msubHide msupHide mdegHide mdiff mopEmu mcount mcJc mbaseJc mplcHide mshow mtransp mzeroWid
    mzeroAsc mzeroDesc mhideTop mhideBot mhideLeft mhideRight mstrikeH mstrikeV mstrikeBLTR mstrikeTLBR maln malnScr mnoBreak
    mobjDist mmaxDist mrSp mrSpRule mcSp mcGp mcGpRule margSz mjc mscr msty mlit mnor mshp mdefJc
    """.split()  # noqa: SIM905 - a list of words
)
KNOWN = frozenset({"fldinst", "shpinst", "ud", "moMath", "moMathPara", "footnote"})
TABLES = {"fonttbl": "fonts", "stylesheet": "styles", "info": "info", "creatim": "date"}
COLLECTED = frozenset({"fldinst", "title", "author", "listtext", "pntext"})


def codec(number: int) -> str:
    """Return the codec of a Windows codepage; cp1252 where Python has none."""
    import codecs

    name = {10000: "mac_roman", 10001: "cp932", 65001: "utf-8", 936: "gbk", 708: "iso8859_6", 1361: "johab"}.get(
        number, f"cp{number}"
    )
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
