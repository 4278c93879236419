from textwrap import dedent

import pytest

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged, Protected
from nutgraf.readers import READERS
from nutgraf.readers.base import Source
from nutgraf.readers.mail import MailReader

HEAD = (
    "From: Ana Lima <ana@example.org>\nTo: tom@example.org\nSubject: The ferry\nDate: Fri, 31 May 2024 23:30:00 +0200\n"
)


def read(text, name="letter.eml"):
    source = Source(text if isinstance(text, bytes) else text.encode(), name)
    assert MailReader().recognises(source)
    return MailReader().read(source, Cancel())


def blocks(article, *, furniture=False):
    return [(b.kind.value, b.span.of(article.text)) for b in article.blocks if b.furniture is furniture]


def own(article):
    return [words for _, words in blocks(article)]


def folded(article):
    return [words for _, words in blocks(article, furniture=True)]


def test_subject_sender_and_day_are_what_is_known_of_it():
    article = read(HEAD + "\nIt sails again.\n")
    assert (article.meta.title, article.meta.authors, article.meta.published) == (
        "The ferry",
        ("Ana Lima",),
        "2024-05-31",
    )
    assert blocks(article) == [("title", "The ferry"), ("paragraph", "It sails again.")]


def test_encoded_headers_are_read_in_clear():
    article = read(
        "Subject: =?utf-8?b?RMOpasOgIHZ1?= =?iso-8859-1?q?_=E9t=E9?=\nFrom: =?utf-8?q?J=C3=BCrgen?= <j@example.org>\n\nWords.\n"
    )
    assert article.meta.title == "Déjà vu été"
    assert article.meta.authors == ("Jürgen",)


@pytest.mark.parametrize(
    "broken",
    [
        b"Subject: =?utf-8?b?!!!?=\nFrom: <<<>\nDate: never\n\nWords.\n",
        b"Subject: caf\xe9\nFrom: @@@ ,,;\nDate: Fri, 99 Foo 20244\n\nWords.\n",
        b'Subject: x\nContent-Type: text/plain; charset="nonsense\n\nWords.\n',
        b"Subject: x\nContent-Type: multipart/mixed\n\nWords.\n",
        b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nWords.\n",
        b"Subject: x\nContent-Type: text/plain; charset=x-none\nContent-Transfer-Encoding: base64\n\nV29yZHMu=\n",
        b"Subject: x\nContent-Transfer-Encoding: base64\n\nV29yZHMuV\n",
        b"Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nV29y\xc3\xa9ZHMuV\n",
        b"Subject: =?no-such-charset?q?x?=\nContent-Transfer-Encoding: quoted-printable\n\nWord=7=\ns Words.\n",
    ],
)
def test_what_is_broken_in_a_message_costs_no_more_than_itself(broken):
    assert "ords" in read(broken).text


def test_the_body_is_decoded_by_its_charset():
    article = read(
        HEAD.encode() + b"Content-Type: text/plain; charset=koi8-r\n\n" + "Паром снова ходит по морю.".encode("koi8-r")
    )
    assert own(article)[1] == "Паром снова ходит по морю."
    assert article.meta.encoding == "koi8-r"


def test_quoted_replies_and_the_signature_are_furniture():
    article = read(
        HEAD
        + dedent("""
        Yes, it does.

        On Thu, 30 May 2024 at 10:00, Tom Reed
        <tom@example.org> wrote:
        > Does it sail?
        >> I asked before.

        See you there.

        -- \n        Ana Lima
        Harbour office
        """)
    )
    assert own(article) == ["The ferry", "Yes, it does.", "See you there."]
    assert ("quote", "Does it sail?") in blocks(article, furniture=True)
    assert folded(article)[-1].endswith("Harbour office")


def test_the_message_that_is_answered_below_is_furniture():
    article = read(HEAD + "\nIt does.\n\n-----Original Message-----\nFrom: Tom\nSubject: ferry\n\nDoes it sail?\n")
    assert own(article) == ["The ferry", "It does."]


def test_where_all_is_quoted_the_quote_is_the_article():
    article = read(HEAD + "\n> It sails again.\n")
    assert blocks(article) == [("title", "The ferry"), ("quote", "It sails again.")]


def test_flowed_lines_are_joined_as_they_are_marked():
    article = read(HEAD + "Content-Type: text/plain; format=flowed\n\nIt sails \nagain.\n Yes.\n> Does \n> it?\n")
    assert own(article)[1:] == ["It sails again.", "Yes."]
    assert folded(article) == ["Does it?"]


PARTS = """Content-Type: multipart/mixed; boundary=out

--out
Content-Type: multipart/alternative; boundary=in

--in
Content-Type: text/plain

Plain words.
--in
Content-Type: text/html

<h1>News</h1><p>Rich <b>words</b>, <a href="https://example.org/">a link</a>.</p><ul><li>one</li></ul>
--in--
--out
Content-Type: image/png
Content-Disposition: attachment; filename="quay.png"
Content-Transfer-Encoding: base64

AAAA
--out
Content-Type: message/rfc822

Subject: Inner

Inner words.
--out--
"""


def test_of_alternatives_the_rich_one_is_read_and_attachments_are_named():
    article = read(HEAD + PARTS)
    assert blocks(article) == [
        ("title", "The ferry"), ("heading", "News"), ("paragraph", "Rich words, a link."), ("item", "• one"),
        ("heading", "Inner"), ("paragraph", "Inner words."),
    ]  # fmt: skip
    assert {mark.kind.value for mark in article.marks} == {"strong", "link"}
    assert article.notices == ("Attached to the message and not shown: “quay.png”.",)


def test_an_empty_rich_part_gives_way_to_the_plain_one():
    article = read(
        HEAD
        + PARTS.replace(
            '<h1>News</h1><p>Rich <b>words</b>, <a href="https://example.org/">a link</a>.</p><ul><li>one</li></ul>', ""
        )
    )
    assert own(article)[1:] == ["Plain words.", "Inner", "Inner words."]


def html(body):
    return read(HEAD + "Content-Type: text/html\n\n<html><body>" + body + "</body></html>")


def test_tables_that_only_place_things_are_no_tables():
    article = html("<table><tr><td><p>First words.</p><p>Second words.</p></td><td><div>Third.</div></td></tr></table>")
    assert own(article)[1:] == ["First words.", "Second words.", "Third."]
    assert own(html("<p>A table.</p><table><tr><td>Oslo</td><td>12</td></tr></table>"))[2] == "Oslo · 12"


@pytest.mark.parametrize(
    "quoted",
    [
        '<blockquote type="cite">Does it sail?</blockquote>',
        '<div class="gmail_quote"><div class="gmail_attr">Tom wrote:</div>Does it sail?</div>',
        '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: Tom</div><div>Does it sail?</div>',
        '<div class="moz-signature">Does it sail?</div>',
    ],
)
def test_quotes_and_signatures_are_furniture_in_html_as_each_program_marks_them(quoted):
    article = html(f"<p>It does.</p>{quoted}")
    assert own(article) == ["The ferry", "It does."]
    assert "Does it sail?" in folded(article)


def test_html_that_is_nothing_but_a_quote_is_the_article():
    assert own(html('<blockquote type="cite">It sails again.</blockquote>'))[1:] == ["It sails again."]


@pytest.mark.parametrize(
    "body",
    [
        "Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n",
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nAAAA\n",
        "\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n",
    ],
)
def test_encrypted_mail_says_so(body):
    with pytest.raises(Protected, match="encrypted"):
        read(HEAD + body)


@pytest.mark.parametrize(
    ("text", "name", "mail"),
    [
        (HEAD + "\nWords.", "letter.eml", True),
        (HEAD + "\nWords.", "letter", True),
        ("Message-ID: <1@x>\n" + HEAD + "\nWords.", "letter.txt", True),
        (HEAD + "\nWords.", "interview.txt", False),
        ("From: a letter\nWords: and more\n", "story.txt", False),
        ("Subject: x\n\nWords.", "x.eml", True),
        ("<p>Words</p>", "x.eml", False),
    ],
)
def test_mail_is_known_by_its_headers(text, name, mail):
    source = Source(text.encode(), name)
    assert (next(reader for reader in READERS if reader.recognises(source)).name == "mail") is mail


def test_a_body_that_is_no_text_is_damage():
    with pytest.raises(Damaged, match="cannot be decoded"):
        read(HEAD.encode() + b"\n" + bytes(range(32)) * 20)


def test_of_an_endless_header_no_more_is_read_than_anybody_would():
    article = read(b"Subject: " + b"=?utf-8?q?ab?= " * 400_000 + b"\nFrom: " + b"a@b, " * 200_000 + b"\n\nWords.\n")
    assert len(article.meta.title) < 10_000
    assert len(article.meta.authors) < 10_000


def test_a_message_inside_the_message_is_read_after_it_under_its_subject():
    inner = "From: tom@example.org\nSubject: Inner\nMIME-Version: 1.0\n\nWhat was sent on."
    sealed = "Subject: Locked\nContent-Type: multipart/encrypted; boundary=c\n\n--c\n\nx\n--c--"
    parts = [f"Content-Type: message/rfc822\n\n{each}" for each in (inner, sealed)]
    body = "\n".join(f"--b\n{each}" for each in ["Content-Type: text/plain\n\nSee below.", *parts])
    head = "From: ana@example.org\nSubject: Outer\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    data = f"{head}{body}\n--b--\n"
    article = MailReader().read(Source(data.encode(), "a.eml"), Cancel())
    assert article.text.split("\n") == ["Outer", "See below.", "Inner", "What was sent on."]
    assert article.notices == ("Attached to the message and not shown: “Locked”.",)


def test_a_text_with_a_file_name_is_the_message_where_it_has_no_other_words():
    head = "From: ana@example.org\nSubject: Notes\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    named = "--b\nContent-Type: text/plain; name=notes.txt\nContent-Disposition: inline\n\nThe light went out.\n--b--\n"
    article = MailReader().read(Source((head + named).encode(), "a.eml"), Cancel())
    assert (article.text, article.notices) == ("Notes\nThe light went out.", ())


def test_enriched_text_is_read_without_its_marks():
    data = "From: a@example.org\nSubject: T\nMIME-Version: 1.0\nContent-Type: text/enriched\n\n"
    data += "<bold>Light</bold> is << dark <color><param>red</param>here</color>."
    assert MailReader().read(Source(data.encode(), "a.eml"), Cancel()).text == "T\nLight is < dark here."
