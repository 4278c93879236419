"""Reports to export: an ordinary one, and ones whose article tries to break out of the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from nutgraf.export.base import Part, Report
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.coverage import Coverage, Stretch
from nutgraf.text.entity import Companion, Entity, Label, Mention, Names, Quotation, Watched
from nutgraf.text.keyword import Keyword
from nutgraf.text.ranking import Group, Length, Measure, Ranking, Summary
from nutgraf.text.ranking import Part as Ground
from nutgraf.text.result import Analysis
from nutgraf.text.sentences import Sentence
from nutgraf.text.span import Span
from nutgraf.text.topic import Topic

MADE = datetime(2026, 3, 1, 12, 30, 15, 987654, tzinfo=UTC)
ALL = frozenset(Part)


def report_of(sentences, *, meta=None, reason="Opens the story", name="", role="", parts=ALL, code=""):
    """A report whose article is one sentence a paragraph, all of them in the summary, with one person of that name and role."""
    builder = ArticleBuilder()
    builder.add(BlockKind.TITLE, meta.title if meta else "")
    builder.add(BlockKind.PARAGRAPH, "Menu of the page", furniture=True)
    for sentence in sentences:
        builder.add(BlockKind.PARAGRAPH, sentence)
    builder.add(BlockKind.CODE, code)
    builder.add(BlockKind.CAPTION, name)
    builder.add(BlockKind.CAPTION, role)
    article = builder.build(meta or Meta())
    prose = [(index, block) for index, block in enumerate(article.blocks) if block.is_prose]
    split = tuple(Sentence(n, block.span, index) for n, (index, block) in enumerate(prose))
    ranking = Ranking("news", tuple(range(len(split))), (1.0,) * len(split), (reason,) * len(split))
    captions = [block.span for block in article.blocks if block.kind is BlockKind.CAPTION]
    words = captions[0].of(article.text) if captions else ""
    entities = (
        (Entity(words, Label.PERSON, (Mention(captions[0], Label.PERSON, 0.9),), (words[:3],), captions[-1]),)
        if words
        else ()
    )
    length = Length(Measure.SENTENCES, max(1, len(split)))
    summary = Summary(ranking, tuple(range(len(split))), length)
    return Report(Analysis(article, split, ranking, Names(entities)), summary, MADE, "Nutgraf 1.2.3", parts)


@dataclass(frozen=True)
class Ordinary:
    """An article on a quarry, of which two of four sentences are the summary."""

    text = (
        "The quarry at Holm will close in May.",
        "Its owner, Stonecraft, said that orders had halved.",
        "Maria Lind, the mayor, called it “a hard day”.",
        "Ms. Lind will meet the owner on Monday.",
    )


@pytest.fixture
def ordinary():
    meta = Meta(
        title="Quarry to close",
        authors=("Ana Berg", "Ib Holt"),
        published="2026-02-28",
        site="The Holm Post",
        language="en",
        source_name="quarry.txt",
        format="text",
        encoding="utf-8",
        path="/home/ana/my articles/quarry (1).txt",
        sha256="ab" * 32,
    )
    made = report_of(Ordinary.text, meta=meta)
    text = made.analysis.article.text
    at = text.index

    def span(words, start=0):
        return Span(at(words, start), at(words, start) + len(words))

    entities = (
        Entity("Stonecraft", Label.ORGANIZATION, (Mention(span("Stonecraft"), Label.ORGANIZATION, 0.5),)),
        Entity(
            "Maria Lind",
            Label.PERSON,
            (
                Mention(span("Maria Lind"), Label.PERSON, 0.9),
                Mention(span("Lind", at("Ms. Lind")), Label.PERSON, 0.9),
            ),
            ("Lind",),
            span("the mayor"),
        ),
    )
    names = Names(
        entities,
        (
            Quotation(span("orders had halved"), span("Stonecraft"), 0, certain=True, direct=False),
            Quotation(span("a hard day"), span("Maria Lind"), 1, certain=False, direct=True),
        ),
        ((Companion(1, (1, 3)),), (Companion(0, (1, 3)),)),
        (Watched("Holm", ("Holm Bay",), (span("Holm"),)),),
        engine="neural",
    )
    analysis = replace(made.analysis, names=names)
    summary = Summary(analysis.ranking, (0, 2), Length(Measure.SENTENCES, 2))
    return replace(made, analysis=analysis, summary=summary, parts=frozenset({Part.SUMMARY, Part.NAMES}))


@pytest.fixture
def steered(ordinary):
    """The ordinary report, about words one of which does not occur, by section, with a sentence that leans on the one before."""
    parts = (Ground(Group.TOPIC, "about your words: owner", 1.5), Ground(Group.PLACE, "opens the story"))
    topic = Topic("owner submarines", ("owner",), ("submarines",))
    ranking = replace(ordinary.summary.ranking, parts=(parts,) * 4, leaning=(2,), topic=topic, chosen="short enough")
    return replace(
        ordinary,
        analysis=replace(ordinary.analysis, ranking=ranking, keywords=(Keyword("quarry", 3),)),
        summary=replace(ordinary.summary, ranking=ranking),
        coverage=Coverage((Stretch(0, 0.0, 0.2), Stretch(2, 0.4, 0.5)), (), 4, 2),
        headings={0: "At Holm"},
        agreed={0: (3, 10)},
    )


HOSTILE = (
    "---",
    "--- # end of the front matter",
    "Ends\u2028the line.",
    "<script>alert(1)</script> and <img src=x onerror=alert(1)>.",
    "</blockquote></li></style><b>bold</b> <!-- hidden --> <?php x ?> <![CDATA[x]]>",
    "An ![image](file:///etc/passwd) and a [link](javascript:alert(1)) and [ref] [ref][] ![ref].",
    "[ref]: http://example.org",
    "[^1]: A footnote [^1] and ^[inline] and ^block-name",
    "A [[wiki link]], an ![[embed]], a #tag, %%a comment%%, ==marked== and $$x^2$$, $y$.",
    "> [!warning] A callout",
    "# A heading",
    "A heading\\",
    "1. A list",
    "2) Another",
    "- [ ] A task",
    "+ An item * another",
    "===",
    "| a | b |",
    "|---|---|",
    ":--",
    "```js alert(1) ```",
    "~~~",
    "~~gone~~ ~gone~ **strong** __strong__ *em* _em_ `code`",
    "Go to http://example.org/a?b=c&d=e or https://example.org, ftp://example.org, www.example.org, example.org.",
    "Write to ana@example.org, mailto:ana@example.org, xmpp:ana@example.org, //example.org/x, <http://example.org>.",
    "www.<b> www.!_&amp; www.)] WWW. http:// https://",
    "AT&T, R&D, &lt;b&gt; &amp;amp; &#60; &#x3C; &nbsp; &copy",
    "key:: value and {{ liquid }} {% raw %} {#id .class}",
    "\\[ x \\] \\( y \\) \\",
    "Back`tick ``and`` \\`more\\`",
    "\u202eesrever\u202c and \u2066isolated\u2069 \u200fright\u200e",
    "\ufeffZero\u200bwidth\u00a0space \x07bell \x1b[31mred\x1b[0m \x9b31m",
    "%title% 100% %% 50%",
    "    four spaces",
    "Emoji 👩\u200d👩\u200d👧 and ﷽ and عربى and \U000e0041tag",
    'Quotes " \' ` “ ” and: a colon: x, "y": [z]',
    "!important: !!python/object:os.system *alias &anchor @at",
)
