import pytest

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged
from nutgraf.readers import read_source
from nutgraf.readers.base import Source

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">'
NOTE = (
    "<note><title>{}</title><created>20240531T090000Z</created><note-attributes><author>Ana Lima</author></note-attributes>"
    '<content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">'
    "<en-note>{}</en-note>]]></content><resource><data encoding='base64'>iVBORw0KGgo=</data></resource></note>"
)


def read(*notes, head=HEAD):
    data = f"{head}<en-export>{''.join(NOTE.format(*each) for each in notes)}</en-export>"
    return read_source(Source(data.encode(), "a.enex"), Cancel())


def test_notes_are_read_in_order_under_their_titles():
    article = read(("Tides", "<div>The <b>sea</b> rose.</div><ul><li>Once</li></ul>"), ("Winds", "<div>It blew.</div>"))
    assert [(str(block.kind), block.span.of(article.text)) for block in article.blocks] == [
        ("title", "Tides"), ("paragraph", "The sea rose."), ("item", "• Once"), ("heading", "Winds"), ("paragraph", "It blew."),
    ]  # fmt: skip
    assert (article.meta.title, article.meta.authors, article.meta.published) == ("Tides", ("Ana Lima",), "2024-05-31")


def test_entities_of_its_own_are_refused():
    with pytest.raises(Damaged, match="DOCTYPE"):
        read(("Tides", "a"), head='<!DOCTYPE en-export SYSTEM "x" [<!ENTITY a "b">]>')
