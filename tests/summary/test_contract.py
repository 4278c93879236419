"""What every method of summary keeps to."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.errors import SettingError
from nutgraf.summary import DEFAULT, METHODS, method
from nutgraf.summary.sure import DOUBT
from nutgraf.text.article import Article, Meta
from nutgraf.text.ranking import Ranking

from .conftest import HARBOUR, drawn, make

every = pytest.mark.parametrize("each", METHODS, ids=lambda each: each.name)

ARTICLES = {
    "news": make(*HARBOUR, title="Port Ellis to close its harbour"),
    "two sentences": make("The dam broke. The town was flooded."),
    "three alike": make("The dam broke.", "The dam broke.", "The dam broke."),
    "some alike": make("The dam broke. The town fled. The dam broke. The dam broke. The town fled. Rain fell on."),
    "stop words only": make("It was what it was. He did as they did. So are we."),
    "one word each": make("Rain. Wind. Hail. Rain. Snow. Wind."),
    "nothing shared": make("Alpha beta. Gamma delta. Epsilon zeta. Eta theta."),
    "numbers": make("In 2019 it was 12. In 2020 it was 14. In 2021 it was 19."),
    "Norwegian": make("Havnen stenger i to år. Båtene må flytte til Vik. Fiskerne er sinte på havnen.", language="nb"),
    "Russian": make("Порт закрыт на два года. Лодки уйдут в другой порт. Рыбаки недовольны портом.", language="ru"),
    "Chinese": make("港口将关闭两年。渔船必须离开港口。渔民们很生气。", language="zh"),
    "Arabic": make("أغلق الميناء لمدة عامين. تنتقل القوارب إلى ميناء آخر. الصيادون غاضبون.", language="ar"),
    "of no known language": make("Qo vlor ta. Ta vlor mi. Mi qo zan.", language="tlh"),
    "lower case": make("the dam broke .", "the town fled before the dam broke .", "nobody knows why ."),
}
articles = pytest.mark.parametrize("known", ARTICLES)
TEASERS = (
    "Ferry to the islands stops for the winter. The council of Port Ellis meets on Monday. Boats and walls cost crowns.",
    "Read what else the town council of Port Ellis said about its harbour this week. It is a long story of boats and walls.",
)


@every
def test_is_described_in_words(each):
    assert each.name.isidentifier()
    assert each.title[:1].isupper()
    assert "Serves" in each.serves
    assert each.serves.endswith(".")


def test_names_differ_and_the_default_is_one_of_them():
    names = [each.name for each in METHODS]
    assert len(set(names)) == len(names)
    assert method(DEFAULT).name == DEFAULT
    assert {
        "news",
        "long_read",
        "lead",
        "lexrank",
        "textrank",
        "lsa",
        "luhn",
        "kl",
        "sumbasic",
        "edmundson",
        "reduction",
    } <= set(names)


def test_an_unknown_method_is_named_with_those_there_are():
    with pytest.raises(SettingError, match=r"“pagerank”.*lexrank"):
        method("pagerank")


def check(ranking: Ranking, each, count: int) -> None:
    assert ranking.method == each.name or (each.name == DEFAULT and ranking.method in {"news", "long_read"})
    assert sorted(ranking.order) == list(range(count))
    assert len(ranking.scores) == len(ranking.reasons) == count
    assert all(type(score) is float and score == score for score in ranking.scores)
    assert [round(ranking.scores[index], 6) for index in ranking.order] == sorted(
        (round(score, 6) for score in ranking.scores), reverse=True
    )
    assert all(reason and reason[0].isupper() and "\n" not in reason for reason in ranking.reasons)
    assert all(len(reason.split(" · ")) <= 3 for reason in ranking.reasons)
    assert len(ranking.parts) == count
    assert all(part.words for parts in ranking.parts for part in parts)
    assert set(ranking.leaning) < set(range(count)) or not count


@every
@articles
def test_ranks_every_sentence_once_with_score_and_reason(each, known):
    article, sentences = ARTICLES[known]
    assert len(sentences) > 1
    check(each.rank(article, sentences, Cancel()), each, len(sentences))


@every
def test_ranks_no_sentences(each):
    check(each.rank(Article("", (), meta=Meta(language="en")), (), Cancel()), each, 0)


@every
def test_ranks_one_sentence(each):
    article, sentences = make("The dam broke.")
    check(each.rank(article, sentences, Cancel()), each, 1)


@every
def test_of_sentences_alike_the_earlier_comes_first(each):
    article, sentences = ARTICLES["three alike"]
    order = each.rank(article, sentences, Cancel()).order
    if each.name == "edmundson":  # looks at the place: the last paragraph counts as much as the first, the middle less
        assert order == (0, 2, 1)
    elif each.name != "long_read":  # knows places too, and none of them as the best
        assert order == (0, 1, 2)


@every
def test_doubtful_sentences_come_last_and_change_nothing_of_the_others(each, harbour):
    article, sentences = make(HARBOUR[0], TEASERS[0], *HARBOUR[1:], TEASERS[1])
    blocks = tuple(replace(b, doubtful=b.span.of(article.text) in TEASERS) for b in article.blocks)
    ranking = each.rank(replace(article, blocks=blocks), sentences, Cancel())
    check(ranking, each, len(sentences))
    doubtful = [index for index, sentence in enumerate(sentences) if blocks[sentence.block].doubtful]
    assert list(ranking.order[-len(doubtful) :]) == doubtful
    assert {ranking.reasons[index] for index in doubtful} == {DOUBT}
    alone = each.rank(*make(*HARBOUR), Cancel())
    sure = [index for index in range(len(sentences)) if index not in doubtful]
    assert [sure.index(index) for index in ranking.order[: -len(doubtful)]] == list(alone.order)
    assert [ranking.scores[index] for index in sure] == list(alone.scores)
    assert [ranking.reasons[index] for index in sure] == list(alone.reasons)


@every
def test_where_all_is_doubtful_it_is_ranked_all_the_same(each, harbour):
    article, sentences = harbour
    blocks = tuple(replace(block, doubtful=True) for block in article.blocks)
    assert each.rank(replace(article, blocks=blocks), sentences, Cancel()).order == each.rank(*harbour, Cancel()).order


@every
def test_a_ranking_can_be_sent_between_processes(each, harbour):
    ranking = each.rank(*harbour, Cancel())
    assert pickle.loads(pickle.dumps(ranking)) == ranking


@every
def test_cancelled_before_it_starts_it_stops(each, harbour):
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        each.rank(*harbour, cancel)


class Counted(Cancel):
    """Set at its `last` look."""

    def __init__(self, last=10**9):
        super().__init__()
        self.looks, self.last = 0, last

    def check(self):
        self.looks += 1
        if self.looks == self.last:
            self.set()
        super().check()


@every
def test_cancelled_on_its_way_it_stops(each):
    article, sentences = drawn(900)
    whole = Counted()
    each.rank(article, sentences, whole)
    assert whole.looks >= 20
    half = Counted(whole.looks // 2)
    with pytest.raises(Cancelled):
        each.rank(*drawn(900), half)  # drawn afresh: what was worked out for the same article is kept
    assert half.looks == half.last


SCRIPT = """
import hashlib
from nutgraf.cancel import Cancel
from nutgraf.summary import METHODS
from conftest import HARBOUR, drawn, make
for article in (make(*HARBOUR), drawn(60)):
    for method in METHODS:
        ranking = method.rank(*article, Cancel())
        print(method.name, ranking.order, hashlib.sha256(repr(ranking).encode()).hexdigest())
"""


def test_rankings_are_the_same_in_every_process():
    def run(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        done = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    first = run("1")
    assert len(first.splitlines()) == 2 * len(METHODS)
    assert run("2") == run("77") == first


def test_ranking_loads_no_window():
    code = "import sys, nutgraf.summary; assert not {'PySide6', 'sumy', 'nltk', 'numpy'} & set(sys.modules), sys.modules.keys()"
    subprocess.run([sys.executable, "-c", code], check=True)
