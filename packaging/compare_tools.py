"""Compare what Nutgraf reads with a second tool: `python packaging/compare_tools.py FOLDER > tests/floors/comparison.md`.

FOLDER holds one folder for each format. The words of each file are counted as this and the other tool give them: precision is
the share of Nutgraf's words that the other has too, recall the share of the other's words that Nutgraf has. Needs pdftotext
(poppler), pandoc and LibreOffice (`soffice`). Web archives are made of the folder's web pages. What follows the line
`## Explained` in the old table, written by hand, is kept.
"""

from __future__ import annotations

import email
import email.policy
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from nutgraf.cancel import Cancel
from nutgraf.errors import ReadError
from nutgraf.readers import open_article, prepare
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.text.article import Article

_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\W_\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_PATIENCE = 120  # seconds for the other tool
_WORST = 10
_ALIKE = 0.98  # below which a file is told
TABLE = Path(__file__).parents[1] / "tests/floors/comparison.md"
_FURNITURE = ("nav", "header", "footer", "aside", "form", "button", "select", "noscript", "script", "style", "template")
_EXPLAINED = "\n## Explained\n"


@dataclass(frozen=True)
class Compared:
    """One file: its words here and there, and how many both have. `refused` is the sentence if Nutgraf did not open it."""

    name: str
    here: int
    there: int
    both: int
    refused: str = ""

    @property
    def precision(self) -> float:
        """Share of the words here that the other tool has; 1 where there are none."""
        return self.both / self.here if self.here else 1.0

    @property
    def recall(self) -> float:
        """Share of the other tool's words that are here; 1 where it has none."""
        return self.both / self.there if self.there else 1.0


def words(text: str) -> Counter[str]:
    """Return how often each word stands in the text, whatever its case; letters of Chinese, Japanese and Korean count singly."""
    folded = unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold()
    return Counter(_WORD.findall(folded))


def pdftotext(path: Path) -> str:
    """Return poppler's text, its page breaks and line-end hyphens taken out."""
    return re.sub(r"(\w)[-\u2010]\n\s*(?=[a-z])", r"\1", _run("pdftotext", "-enc", "UTF-8", str(path), "-"))


def pandoc(form: str, *options: str) -> Callable[[Path], str]:
    """Return what gives pandoc's plain text of a format."""
    return lambda path: _run("pandoc", "-f", form, "-t", "plain", "--wrap=none", *options, str(path))


def page(path: Path) -> str:
    """Return pandoc's plain text of a web page, without what the page itself marks as furniture."""
    from lxml.html import HTMLParser, document_fromstring, tostring

    tree = document_fromstring(plain(path).encode(), parser=HTMLParser(encoding="utf-8"))
    for element in list(tree.iter(*_FURNITURE)):
        element.drop_tree()
    return _run("pandoc", "-f", "html", "-t", "plain", "--wrap=none", text=tostring(tree, encoding="unicode"))


def libreoffice(path: Path) -> str:
    """Return what LibreOffice writes as text."""
    with tempfile.TemporaryDirectory() as folder:
        _run(
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
            "txt:Text (encoded):UTF8", "--outdir", folder, str(path),
        )  # fmt: skip
        return next(Path(folder).glob("*.txt")).read_text("utf-8-sig")


def mail(path: Path) -> str:
    """Return the subject and the body that the standard library prefers, HTML through pandoc."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("html", "plain"))
    text = str(body.get_content()) if body else ""
    if body and body.get_content_type() == "text/html":
        text = _run("pandoc", "-f", "html", "-t", "plain", "--wrap=none", text=text)
    return f"{message['Subject'] or ''}\n{text}"


def plain(path: Path) -> str:
    """Return the bytes as text: UTF-8, else the encoding that they name."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = re.search(rb"(?:encoding|charset) ?= ?[\"']?([\w.:-]+)", data[:4096])
        try:
            return data.decode(declared[1].decode() if declared else "cp1252", "replace")
        except LookupError:
            return data.decode("cp1252", "replace")


TOOLS: dict[str, tuple[str, Callable[[Path], str]]] = {
    "pdf": ("pdftotext", pdftotext),
    "docx": ("pandoc", pandoc("docx", "--track-changes=accept")),
    "odt": ("pandoc", pandoc("odt")),
    "rtf": ("LibreOffice", libreoffice),
    "epub": ("pandoc", pandoc("epub")),
    "fb2": ("pandoc", pandoc("fb2")),
    "html": ("pandoc", page),
    "mhtml": ("pandoc, of the page in it", lambda path: page(path.with_suffix(".html"))),
    "eml": ("the standard library", mail),
    "md": ("pandoc", pandoc("commonmark_x")),
    "txt": ("the bytes as text", plain),
}


def _run(*command: str, text: str | None = None) -> str:
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=_PATIENCE, check=True)
    return done.stdout


def compare(path: Path, tool: Callable[[Path], str]) -> Compared | None:
    """Compare one file; None where the other tool does not open it."""
    try:
        there = words(tool(path))
    except (subprocess.SubprocessError, OSError, ValueError, LookupError, StopIteration):
        return None
    try:
        here = _said(open_article(path, Cancel()), there)
    except ReadError as error:
        return Compared(path.name, 0, there.total(), 0, str(error).replace(f"“{path.name}”", "…"))
    return Compared(path.name, here.total(), there.total(), (here & there).total())


def _said(article: Article, there: Counter[str]) -> Counter[str]:
    """Return the article's words, without a title that stands in the file's properties alone, which other tools leave out."""
    titles = (words(block.span.of(article.text)) for block in article.blocks if block.kind is BlockKind.TITLE)
    return words(article.text) - Counter(word for title in titles if not title <= there for word in title.elements())


def web_archives(pages: Path, folder: Path) -> Path:
    """Write each web page and an archive of it, as browsers save them, to `folder`; return it."""
    for saved in sorted(pages.glob("*.html")):
        message = EmailMessage(policy=email.policy.SMTP.clone(cte_type="8bit"))
        message["From"] = "<Saved by Blink>"
        message["Snapshot-Content-Location"] = f"https://example.org/{saved.stem}"
        message["Subject"] = saved.stem
        message["MIME-Version"] = "1.0"
        message.set_content(plain(saved), subtype="html", cte="quoted-printable")
        message.make_related()
        (folder / saved.name).write_bytes(saved.read_bytes())
        (folder / f"{saved.stem}.mhtml").write_bytes(message.as_bytes())
    return folder


def _rows(found: dict[str, list[Compared]]) -> list[str]:
    rows = ["| format | second tool | files | precision | recall |", "|---|---|---|---|---|"]
    for form, compared in found.items():
        opened = [each for each in compared if not each.refused and each.there]
        precision, recall = (median(getattr(each, name) for each in opened) for name in ("precision", "recall"))
        rows.append(f"| {form} | {TOOLS[form][0]} | {len(opened)} | {precision:.3f} | {recall:.3f} |")
    return rows


def _differing(found: dict[str, list[Compared]]) -> list[str]:
    rows = ["| format | file | words here | words there | precision | recall |", "|---|---|---|---|---|---|"]
    for form, compared in found.items():
        opened = [each for each in compared if not each.refused and each.there]
        worst = sorted(opened, key=lambda each: min(each.precision, each.recall))[:_WORST]
        rows += [
            f"| {form} | {each.name} | {each.here} | {each.there} | {each.precision:.3f} | {each.recall:.3f} |"
            for each in worst
            if min(each.precision, each.recall) < _ALIKE
        ]
    return rows


def _refused(found: dict[str, list[Compared]]) -> list[str]:
    rows = ["| format | file | words there | what is said |", "|---|---|---|---|"]
    for form, compared in found.items():
        rows += [
            f"| {form} | {each.name} | {each.there} | {each.refused} |"
            for each in compared
            if each.refused and each.there
        ]
    return rows


def main() -> None:
    """Write the tables."""
    prepare()
    found: dict[str, list[Compared]] = {}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(sys.argv[1])
        for form, (_, tool) in TOOLS.items():
            archives = form == "mhtml"
            place = web_archives(root / "html", Path(folder)) if archives else root / form
            paths = sorted(place.glob("*.mhtml" if archives else "*"))
            found[form] = [each for path in paths if (each := compare(path, tool))]
    explained = TABLE.read_text(encoding="utf-8").partition(_EXPLAINED)[2] if TABLE.exists() else ""
    print(
        "# Compared with a second tool\n\nMade by `packaging/compare_tools.py`: medians over the files that both open.\n"
    )
    print("\n".join(_rows(found)))
    print(f"\n## The {_WORST} files of each format that differ most\n")
    print("\n".join(_differing(found)))
    print("\n## Refused here, words there\n")
    print("\n".join(_refused(found)))
    print(_EXPLAINED + explained, end="")


if __name__ == "__main__":
    main()
