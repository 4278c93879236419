from base64 import b64encode
from textwrap import dedent

import pytest

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged, Protected, Unsupported
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


BOUND = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("=?utf-8?b?0J/RgNC40LLQtdG?= =?utf-8?b?gg==?=", "Привет"),  # a letter parted between two words
        ("=?utf-8?b?VMOt?=\n =?utf-8?b?ZGU?= on", "Tíde on"),
        ("=?utf-8?q?br=oken_one?= =?x-none?q?a=E9b?=", "br=oken oneaéb"),
        ("Re: =?iso-8859-1*fr?q?=E9t=E9?=!", "Re: été!"),
    ],
)
def test_words_of_headers_are_read_as_far_as_they_are_sound(written, shown):
    assert read(f"From: a@example.org\nTo: b@example.org\nSubject: {written}\n\nWords.\n").meta.title == shown


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "utf-8"])
def test_headers_of_raw_bytes_are_in_the_encoding_of_the_body(encoding):
    text = "From: Иван <i@example.org>\nSubject: Привет, мир\n\nДобрый день, это письмо о погоде и о море.\n"
    article = read(text.encode(encoding))
    assert (article.meta.title, article.meta.authors) == ("Привет, мир", ("Иван",))
    assert read("From: José <j@example.org>\nSubject: été\n\nWords.\n".encode("cp1252")).meta.authors == ("José",)


def test_base64_ends_where_a_mailing_list_has_written_below_it():
    head = f"{HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    below = "VGhlIGZlcnJ5IHNhaWxz\nIGFnYWluLg==\n\n_______________\nThe list of all lists\n"
    assert own(read(head + below)) == ["The ferry", "The ferry sails again."]
    apart = "VGhlIGZlcnJ5IHNhaWw=\ncyBhZ2Fpbi4=\n"
    assert own(read(head + apart)) == ["The ferry", "The ferry sails again."]


def test_a_message_inside_that_is_packed_is_read():
    inner = b64encode(b"Subject: Inner\n\nIt sails.\n").decode()
    packed = f"--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{inner}\n--b--\n"
    assert own(read(f"{HEAD}{BOUND}--b\n\nSee below.\n{packed}")) == ["The ferry", "See below.", "Inner", "It sails."]


@pytest.mark.parametrize("named", ["", "; boundary=other"])
def test_parts_are_found_whose_boundary_is_not_named_or_wrongly(named):
    text = f"{HEAD}MIME-Version: 1.0\nContent-Type: multipart/mixed{named}\n\n--b\nContent-Type: text/plain\n\nIt sails.\n--b--\n"
    assert own(read(text)) == ["The ferry", "It sails."]


def test_a_file_written_into_the_text_is_attached():
    article = read(f"{HEAD}\nIt sails.\n\nbegin 644 tides.txt\n#0V%T\n`\nend\n")
    assert own(article) == ["The ferry", "It sails."]
    assert article.notices == ("Attached to the message and not shown: “tides.txt”.",)


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("application/pkcs7-mime; smime-type=signed-data", "signature"),
        ("application/ms-tnef; name=winmail.dat", "winmail"),
    ],
)
def test_words_sealed_in_another_form_are_refused_in_a_sentence_unless_there_are_others(kind, place):
    with pytest.raises(Unsupported, match=place):
        read(f"{HEAD}Content-Type: {kind}\n\nMIIB\n")
    beside = f"--b\nContent-Type: text/plain\n\nIt sails.\n--b\nContent-Type: {kind}\n\nMIIB\n--b--\n"
    assert own(read(f"{HEAD}{BOUND}{beside}")) == ["The ferry", "It sails."]


ANSWERED = """I agree.

Sent from my telephone

From: Tom Reed
Sent: Friday, 31 May 2024
To: Ana
Subject: Tides

Does it sail?
"""


def test_what_is_answered_below_its_headers_is_furniture_and_what_is_forwarded_is_not():
    article = read(f"{HEAD}\n{ANSWERED}")
    assert own(article) == ["The ferry", "I agree."]
    assert folded(article)[-1] == "Does it sail?"
    assert "Does it sail?" in own(read(f"{HEAD}\n{ANSWERED}".replace("Subject: The", "Subject: Fwd: The")))


def test_the_line_above_a_quote_is_told_from_the_answer_above_it():
    article = read(f"{HEAD}\nI agree.\n\nOn Friday Tom Reed wrote:\n> Does it sail?\n")
    assert (own(article), folded(article)) == (
        ["The ferry", "I agree."],
        ["On Friday Tom Reed wrote:", "Does it sail?"],
    )


def test_of_a_mailbox_the_first_message_is_read_and_the_others_are_counted():
    parting = "From ana@example.org Fri May 31 10:00:00 2024\n"
    article = read(f"{parting}{HEAD}\nFrom here on.\n\n>From there.\n\n{parting}{HEAD}\nThe second.\n", "letters.mbox")
    assert own(article) == ["The ferry", "From here on.", "From there."]
    assert article.notices == ("The mailbox holds 2 messages; the first is shown.",)


def test_apple_mails_own_files_are_read():
    letter = f"{HEAD}\nIt sails.\n"
    article = read(f'{len(letter)}\n{letter}<?xml version="1.0"?><plist version="1.0"/>', "7.emlx")
    assert own(article) == ["The ferry", "It sails."]


HEADERS = "<b>From:</b> Tom Reed<br><b>Sent:</b> Friday, 31 May<br><b>To:</b> Ana<br><b>Subject:</b> Tides"


def test_what_is_answered_below_headers_in_bold_is_furniture():
    boxed = f"<div><div style='border-top:solid'><p>{HEADERS}</p></div></div><p>Does it sail?</p>"
    article = html(f"<div><p>I agree.</p>{boxed}</div><p>And when?</p>")
    assert own(article) == ["The ferry", "I agree."]
    assert folded(article)[1:] == ["Does it sail?", "And when?"]


def test_the_ways_out_of_a_newsletter_are_furniture():
    article = html(
        "<p>The ferry sails.</p><table><tr><td><p><a href='x'>Unsubscribe</a> | our address</p></td></tr></table>"
    )
    assert (own(article), folded(article)) == (["The ferry", "The ferry sails."], ["Unsubscribe | our address"])


def test_what_a_mailing_list_writes_below_a_message_is_furniture():
    below = f"{'_' * 47}\nTides mailing list\nhttps://lists.example.org/listinfo/tides\n"
    assert own(read(f"{HEAD}\nIt sails.\n\n{below}")) == ["The ferry", "It sails."]
    assert "as it was" in own(read(f"{HEAD}\nIt sails.\n\n-----\nas it was\n"))


@pytest.mark.parametrize("packing", ["8bit", "base64"])
@pytest.mark.parametrize("charset", ["charset=idna", 'charset="a\0b"', "charset*=us''a%00b", "charset=undefined"])
def test_a_charset_that_is_none_costs_no_word(charset, packing):
    words = b64encode("été".encode()).decode() + "\n\xe9\n" if packing == "base64" else "été\n"
    head = f"From: a@example.org\nSubject: Café\nContent-Type: text/plain; {charset}\nContent-Transfer-Encoding: {packing}\n\n"
    article = read((head + words).encode())
    assert own(article) == ["Café", "été"]


def test_letters_of_parts_whose_boundary_is_not_named_are_kept():
    head = "MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--b\nContent-Type: text/plain; charset=utf-8\n"
    assert own(read(f"{HEAD}{head}\nÉté.\n--b--\n")) == ["The ferry", "Été."]


def test_what_signs_a_message_in_the_open_is_no_part_of_its_words():
    signed = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe ferry sails.\n\n- -- more of it\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEB\n=abcd\n-----END PGP SIGNATURE-----\n- of the list\n"
    )
    assert own(read(f"{HEAD}\n{signed}")) == ["The ferry", "The ferry sails.", "-- more of it", "- of the list"]
    assert "iQEzBAEB" in read(f"{HEAD}\n{signed.partition('-----END')[0]}").text


def test_lists_that_outlook_types_are_lists():
    item = (
        "<p class=MsoListParagraph style='mso-list:l0 level{} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>{}"
        "<span style='font:7.0pt'>&nbsp;&nbsp; </span></span><![endif]>{}</p>"
    )
    body = "".join(item.format(*each) for each in ((1, "&middot;", "one"), (2, "o", "deeper"), (1, "3)", "three")))
    article = read(f"{HEAD}Content-Type: text/html\n\n<p>Before.</p>{body}<p>After.</p>")
    assert [(block.kind.value, block.level, block.span.of(article.text)) for block in article.blocks][2:] == [
        ("item", 1, "• one"), ("item", 2, "• deeper"), ("item", 1, "3. three"), ("paragraph", 0, "After."),
    ]  # fmt: skip


def test_a_paragraph_of_few_lines_is_joined_where_a_mail_program_broke_it():
    body = "Dear Bob,\n\nThe harbour opens on Friday. I attach the plan, which is long enough to be\nwrapped here.\n\nBest,\nAna"
    assert own(read(HEAD + body))[1:] == [
        "Dear Bob,",
        "The harbour opens on Friday. I attach the plan, which is long enough to be wrapped here.",
        "Best,",
        "Ana",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "3 июня 2024 г., 18:00, Боб написал(а):",
        "2024年6月3日(月) 18:00 Bob <bob@example.com>:",
        "Bob <bob@example.com> 于2024年6月3日周一 18:00写道：",
        "2024년 6월 3일 (월) 오후 6:00, Bob <bob@example.com>님이 작성:",
    ],
)
def test_whose_words_are_quoted_is_said_in_many_languages(line):
    article = read(f"{HEAD}It opens.\n\n{line}\n> When?\n")
    assert folded(article) == [line, "When?"]


def test_footnotes_of_a_message_follow_what_cites_them_and_a_heading_does_not_repeat_its_subject():
    cited = '<p>It opens.<a id="r1" href="#n1">1</a></p><p>Soon.</p>'
    note = '<div class="footnote"><a id="n1" href="#r1">1</a><div><p>On Friday.</p></div></div>'
    article = html(f"<h1>The ferry</h1>{cited}{note}")
    assert own(article) == ["The ferry", "It opens.[1]", "[1] On Friday.", "Soon."]


def test_a_paragraph_that_says_what_the_subject_says_stays():
    assert own(html("<p>Hi</p><p>The ferry</p><p>Ana</p>")) == ["The ferry", "Hi", "The ferry", "Ana"]


def test_the_mark_above_a_signature_is_folded_with_it():
    signed = '<span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature">Ana</div>'
    assert folded(html(f"<p>It opens.</p>{signed}")) == ["--", "Ana"]
