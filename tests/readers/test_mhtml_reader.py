import pytest

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged
from nutgraf.readers import READERS, read_source
from nutgraf.readers.base import Source

PAGE = """<html><head><title>Tides</title><meta charset="windows-1252"></head><body><article><h1>Tides</h1>
<p>The tide rose higher than anyone had seen in this harbour, =E9t=E9 or winter, and it stayed for two long days.</p>
<p>Boats lay on the meadow afterwards, and the road to the town was closed until the water had gone again.</p>
</article></body></html>"""
ARCHIVE = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://www.example.org/tides
Subject: Tides
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/css
Content-Location: https://example.org/style.css

p {{ color: red }}
--b
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable
Content-Location: https://www.example.org/tides

{PAGE.replace('charset="windows-1252"', 'charset=3D"windows-1252"')}
--b
Content-Type: text/html
Content-ID: <frame@x>

<p>An advertisement that is not the page at all, and not to be read as if it were.</p>
--b--
"""


def test_the_page_of_the_archive_is_read_and_nothing_else():
    article = read_source(Source(ARCHIVE.encode(), "tides.mhtml"), Cancel())
    assert (article.meta.format, article.meta.title, article.meta.site) == ("mhtml", "Tides", "example.org")
    assert "été or winter" in article.text
    assert "color" not in article.text
    assert "advertisement" not in article.text
    assert article.meta.encoding == "cp1252"


def test_the_part_that_is_named_as_the_start_is_the_page():
    named = ARCHIVE.replace('boundary="b"', 'boundary="b"; start="<frame@x>"', 1)
    assert "advertisement" in read_source(Source(named.encode(), "a.mht"), Cancel()).text


def test_an_archive_without_a_page_is_damaged():
    with pytest.raises(Damaged, match="without a page"):
        read_source(
            Source(
                ARCHIVE.replace("text/html;", "image/png;").replace("Content-Type: text/html\n", "").encode(), "a.mht"
            ),
            Cancel(),
        )


def test_an_archive_is_known_by_its_bytes_whatever_it_is_called():
    for name in ("tides.mht", "tides", "tides.txt"):
        source = Source(ARCHIVE.encode(), name)
        assert next(reader for reader in READERS if reader.recognises(source)).name == "mhtml"


def test_a_page_with_controls_in_it_is_a_page_inside_an_archive_too():
    spoilt = ARCHIVE.replace("<h1>Tides</h1>", "<h1>Tides</h1>" + "<p>=01=02=03=04</p>" * 20)
    article = read_source(Source(spoilt.encode(), "tides.mhtml"), Cancel())
    assert "The tide rose higher" in article.text


@pytest.mark.parametrize(
    "sender", ['"Saved by Windows Internet Explorer 8"', "<Saved by Microsoft Internet Explorer 5>"]
)
def test_an_archive_of_internet_explorer_is_known_whatever_it_is_called(sender):
    headers = ARCHIVE.replace(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://www.example.org/tides", f"From: {sender}"
    )
    source = Source(headers.encode(), "tides")
    assert next(reader for reader in READERS if reader.recognises(source)).name == "mhtml"
