"""What every reader keeps, whatever it is given."""

from threading import Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import SAMPLES, SOURCES

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.errors import Empty, ReadError
from nutgraf.readers import READERS, open_article, read_source, read_text
from nutgraf.readers.base import Source
from nutgraf.text.article import Article

PIECES = ["-- \n", ">", "\n", "--b\n", "--b--\n", "Content-Type: text/html\n", "<p>", ": ", "=", "é", "a "]
BARE = [source for source in SOURCES if not source.name.endswith(".gz")]


def holds(article: Article) -> None:
    text = article.text
    assert text == "\n".join(block.span.of(text) for block in article.blocks)
    assert all("\n" not in block.span.of(text) and block.span.of(text).strip() for block in article.blocks)
    at = 0
    for block in article.blocks:
        assert block.span.start == at
        at = block.span.end + 1
    assert all(any(mark.span in block.span for block in article.blocks) and len(mark.span) for mark in article.marks)
    text.encode("utf-8")


def refusal(read, *arguments) -> str:
    """Return the sentence with which a source is refused, or "" where it is read and holds."""
    try:
        holds(read(*arguments, Cancel()))
    except ReadError as error:
        return str(error)
    return ""


def reader_of(source):
    return next(reader for reader in READERS if reader.recognises(source))


def test_every_reader_has_a_sample_that_it_alone_reads():
    assert {reader_of(source).name for source in BARE} == {reader.name for reader in READERS}


@pytest.mark.parametrize("source", BARE, ids=lambda source: source.name)
def test_blocks_join_to_the_text_marks_lie_inside_blocks_and_the_answer_is_the_same_twice(source):
    reader = reader_of(source)
    article = reader.read(source, Cancel())
    holds(article)
    assert article.blocks
    assert article == reader.read(source, Cancel())


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_the_sandbox_hands_on_what_the_reader_said(source):
    article = read_source(source, Cancel())
    holds(article)
    assert article.meta.source_name == source.name
    if source in BARE:
        alone = reader_of(source).read(source, Cancel())
        assert (article.text, article.blocks, article.marks) == (alone.text, alone.blocks, alone.marks)


@pytest.mark.parametrize("source", BARE, ids=lambda source: source.name)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_that_is_given_anothers_file_reads_it_or_refuses_it_with_a_sentence(reader, source):
    said = refusal(reader.read, source)
    assert not said or (said.endswith(".") and source.name in said)


@pytest.mark.parametrize("source", BARE, ids=lambda source: source.name)
def test_cancelled_work_stops(source):
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        reader_of(source).read(source, cancel)


@pytest.mark.parametrize("source", BARE, ids=lambda source: source.name)
def test_a_file_cut_anywhere_is_read_or_refused_with_a_sentence(source):
    for part in range(1, 12):
        cut = Source(source.data[: len(source.data) * part // 12], source.name)
        for read in (reader_of(source).read, read_source):
            said = refusal(read, cut)
            assert not said or (said.endswith(".") and source.name in said)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_says_what_it_takes(reader):
    assert reader.name.isalnum()
    assert reader.title[0].isupper()
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in reader.suffixes)
    assert all(media_type.count("/") == 1 for media_type in reader.media_types)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.md", "a.html", "a.eml", "a.rtf", "a"]))
def test_any_bytes_are_read_or_refused(data, name):
    said = refusal(read_source, Source(data, name))
    assert not said or name in said


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    inside=st.text(alphabet=st.sampled_from("<>/=\"'&;#!-[]()*_`|:.~ \n\tabpdivulolitrhx1é\u2028\u0000"), max_size=300),
    name=st.sampled_from(["a.txt", "a.md", "a.html"]),
)
def test_any_markup_is_read_or_refused(inside, name):
    opening = "<html><body><p>" if name.endswith("html") else ""
    said = refusal(read_source, Source((opening + inside).encode(), name))
    assert not said or name in said


@settings(max_examples=60, deadline=None)
@given(
    inside=st.text(alphabet=st.sampled_from("\\\\{}*'; \nbiupar019fs-é"), max_size=300),
    opening=st.sampled_from(
        [r"{\rtf1 ", r"{\rtf1{\fonttbl{\f0\fcharset128 A;}}\f0 ", r"{\rtf1{\stylesheet{\s1 heading 1;}}\s1 "]
    ),
)
def test_any_rich_text_is_read_or_refused(inside, opening):
    said = refusal(read_source, Source((opening + inside).encode("latin-1"), "a.rtf"))
    assert not said or "a.rtf" in said


@settings(max_examples=60, deadline=None)
@given(
    inside=st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    kind=st.sampled_from(
        ["multipart/mixed; boundary=b", "multipart/related; boundary=b", "text/plain; format=flowed", "text/html"]
    ),
    name=st.sampled_from(["a.eml", "a.mht"]),
)
def test_any_message_is_read_or_refused(inside, kind, name):
    said = refusal(read_source, Source(f"Subject: x\nContent-Type: {kind}\n\n{inside}".encode(), name))
    assert not said or name in said


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\ufff9\ufffa\ufffb\ufffc")
    )
)
def test_text_comes_back_as_it_was_sent_white_space_aside(text):
    article = read_text(text, "text", Cancel())
    holds(article)
    assert "".join(article.text.split()) == "".join(text.split())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples_open_with_title_author_date_and_language(path):
    meta = open_article(path, Cancel()).meta
    assert meta.title
    assert meta.authors
    assert meta.published.startswith("2025-")
    assert meta.language.startswith("en")
    assert meta.path == str(path)
    assert len(meta.sha256) == 64


@pytest.mark.shared
@pytest.mark.parametrize("kind", ["txt", "md", "html", "eml", "rtf", "fb2", "docx", "odt", "epub", "pdf"])
def test_every_known_file_opens_or_is_refused_with_a_sentence(shared, kind):
    folder = shared / "files" / kind
    paths = sorted(folder.iterdir())
    said = {path.name: refusal(open_article, path) for path in paths}
    assert all(name in words for name, words in said.items() if words)
    assert sum(1 for words in said.values() if not words) >= (0.6 if kind == "pdf" else 0.8) * len(
        paths
    )  # many of those PDFs hold no text


@pytest.mark.shared
def test_the_missiles_article_has_its_title_its_standfirst_and_five_lines_of_furniture(shared):
    article = open_article(shared / "articles" / "missiles.txt", Cancel())
    kinds = {block.kind: block.span.of(article.text) for block in article.blocks}
    assert article.meta.title == kinds["title"]
    assert kinds["title"].startswith("Russia sees over 150")
    assert kinds["standfirst"].startswith("Russia is worried")
    folded = [block.span.of(article.text) for block in article.blocks if block.furniture]
    assert [line.split()[0] for line in folded] == ["English", "•", "•", "•", "Also"]
    assert sum(block.is_prose for block in article.blocks) == 9


def test_what_holds_no_words_is_empty():
    for data in (b"", b" \n\t\n", b"\xef\xbb\xbf", b"---\n***\n", b"<html><body></body></html>"):
        with pytest.raises(Empty, match=r"blank\.html"):
            read_source(Source(data, "blank.html"), Cancel())


def test_no_article_and_no_file_name_turns_the_letters_of_titles_and_messages():
    head = "<title>T\u202eides</title><meta name='author' content='A\u2066na'>"
    page = f"<html><head>{head}</head><body><p>Words.</p></body></html>"
    meta = read_source(Source(page.encode(), "a.html"), Cancel()).meta
    assert meta.title == "Tides"
    assert all(not "\u202a" <= letter <= "\u2069" for name in meta.authors for letter in name)


def test_a_file_name_is_shown_without_what_turns_letters_or_ends_lines(tmp_path):
    path = tmp_path / "report\u202etxt\n.exe"
    path.write_text("Words.")
    assert open_article(path, Cancel()).meta.source_name == "reporttxt .exe"
    path.write_bytes(b"")
    assert refusal(open_article, path).startswith("“reporttxt .exe” is empty")
    assert "\u202e" not in refusal(open_article, tmp_path / "no\u202ene")


def test_telling_the_language_can_be_given_up(monkeypatch):
    """As while its model is loaded."""
    cancel, never = Cancel(), Event()

    def tell(_):
        cancel.set()
        never.wait()

    monkeypatch.setattr("nutgraf.readers.detect_language", tell)
    with pytest.raises(Cancelled):
        read_text("Das Wasser stieg, und niemand kam.", "a", cancel)
    never.set()


def test_telling_the_encoding_of_a_small_text_can_be_given_up(monkeypatch):
    cancel, never = Cancel(), Event()

    def guess(_):
        cancel.set()
        never.wait()

    monkeypatch.setattr("nutgraf.readers.decode.guess_encoding", guess)
    with pytest.raises(Cancelled):
        read_source(Source("Вода поднялась.".encode("koi8_r"), "a.txt"), cancel)
    never.set()
