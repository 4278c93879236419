"""How fast each engine finds names and what follows is done, load and memory; each is measured in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from nutgraf.names import ENGINES

MEASURE = """
import resource, sys, time
from nutgraf.cancel import Cancel
from nutgraf.names import ENGINES, names_of
from nutgraf.readers import read_text
from nutgraf.text.sentences import split_sentences

class Timed(Cancel):
    longest, last = 0.0, 0.0
    def check(self):
        now = time.perf_counter()
        self.longest, self.last = max(self.longest, now - self.last if self.last else 0.0), now

def memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

engine = next(each for each in ENGINES if each.name == sys.argv[1])
PARAGRAPH = (
    "Amara Okafor, who leads the Harbour Workers Union, met Prime Minister Jonas Lindqvist in Oslo on Tuesday. “We were "
    "promised a contract,” Ms. Okafor said. The Ministry of Transport (MoT) said that the union and the ministry would meet "
    "again. Prices at the port of {0} have risen by {0} percent since Kofi Mensah, the chairman of Volta Shipping, resigned."
)
def story(words):
    article = read_text("\\n\\n".join(PARAGRAPH.format(n) for n in range(words // 62)), "story.txt", Cancel())
    return article, split_sentences(article, Cancel())

before = memory()
small = story(62)
began = time.perf_counter()
engine.mentions(*small, Cancel())
print(f"first {1000 * (time.perf_counter() - began):.0f} ms", end=", ")
told = []
began = time.perf_counter()
engine.mentions(*story(20000), Cancel(), found=lambda some: told.append(time.perf_counter()))
print(f"first told after {1000 * (told[0] - began):.0f} ms of 20,000 words", end=", ")
for words in (1000, 20000):
    article, sentences = story(words)
    cancel = Timed()
    began, used = time.perf_counter(), time.process_time()
    mentions = engine.mentions(article, sentences, cancel)
    wall, used = time.perf_counter() - began, time.process_time() - used
    count = len(article.text.split())
    print(f"{count} words in {1000 * wall:.0f} ms, {count / used:.0f} words a second of one core", end=", ")
    used = time.process_time()
    names_of(article, sentences, mentions, Cancel(), by=engine.name)
    print(f"all that follows {1000000 * (time.process_time() - used) / count:.1f} ms a thousand words", end=", ")
print(f"longest wait {1000 * cancel.longest:.0f} ms, {memory() - before:.0f} MB more")
"""


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_speed_and_memory(engine):
    if not engine.is_ready():
        pytest.skip("is not installed here")
    done = subprocess.run([sys.executable, "-c", MEASURE, engine.name], capture_output=True, text=True, check=True)
    print(f"\n{engine.name}: {done.stdout}")
