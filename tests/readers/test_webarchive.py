import plistlib

import pytest

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged, Unsupported
from nutgraf.readers import read_source
from nutgraf.readers.base import Source

WORDS = "The ferry sails again, and the harbour is open to everyone who waited through the long winter for it."
PAGE = f"<html><head><title>Tides</title></head><body><article><h1>Tides</h1><p>{WORDS}</p><p>Café.</p></article></body></html>"


def archive(form=plistlib.FMT_BINARY, **more):
    page = {
        "WebResourceData": PAGE.encode("cp1252"),
        "WebResourceURL": "https://www.harbour.example/a",
        "WebResourceTextEncodingName": "windows-1252",
    }
    return plistlib.dumps({"WebMainResource": page | more, "WebSubresources": []}, fmt=form)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_of_an_archive_is_read_in_its_encoding(form):
    article = read_source(Source(archive(form), "a.webarchive"), Cancel())
    assert article.text == f"Tides\n{WORDS}\nCafé."
    assert (article.meta.format, article.meta.site, article.meta.encoding) == (
        "webarchive",
        "harbour.example",
        "cp1252",
    )


@pytest.mark.parametrize(
    "data",
    [
        archive()[:-40],
        archive(WebResourceData="words"),
        plistlib.dumps(["WebMainResource"], fmt=plistlib.FMT_BINARY),
        b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "WebMainResource">]><plist><string>&a;</string></plist>',
    ],
)
def test_an_archive_without_its_page_is_damaged(data):
    with pytest.raises(Damaged):
        read_source(Source(data, "a.webarchive"), Cancel())


def test_a_property_list_of_another_kind_is_named():
    with pytest.raises(Unsupported, match="property list"):
        read_source(Source(plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "a.plist"), Cancel())


def test_plain_text_that_the_browser_showed_keeps_its_paragraphs_and_a_picture_is_refused():
    text = archive(WebResourceData=b"It opens.\n\n2 < 3 & 4.", WebResourceMIMEType="text/plain")
    assert read_source(Source(text, "a.webarchive"), Cancel()).text == "It opens.\n2 < 3 & 4."
    picture = archive(WebResourceData=b"\x89PNG\r\n\x1a\nabcdef", WebResourceMIMEType="image/png")
    with pytest.raises(Unsupported, match="image/png"):
        read_source(Source(picture, "a.webarchive"), Cancel())
