"""What words do: `bench_topic.py SUMMARIES.jsonl …`.

For each sentence of the summaries that people wrote, its two rarest words that the article has are asked about. Printed is how
much the two best sentences have in common with it (F1 of content stems), beside the same ranking without the words.
"""

import json
import re
import statistics
import sys
from collections import Counter
from pathlib import Path

from nutgraf import summary
from nutgraf.cancel import Cancel
from nutgraf.readers import read_text
from nutgraf.summary.terms import content, lower_words, sentence_terms
from nutgraf.summary.topic import about
from nutgraf.text.sentences import split_sentences

ARTICLES, TAKEN = 60, 2


def overlap(one, other):
    """Return the F1 of two bags of words."""
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) if shared else 0.0


for name in sys.argv[1:]:
    with_words, without = [], []
    for row in map(json.loads, Path(name).read_text(encoding="utf-8").splitlines()[:ARTICLES]):
        article = read_text(row["text"], "", Cancel())
        sentences = split_sentences(article, Cancel())
        terms = sentence_terms(article, sentences, Cancel())
        spread = Counter(term for each in terms for term in set(each))
        ranking = summary.method("news").rank(article, sentences, Cancel())
        for wanted in re.split(r"(?<=[.!?])\s+|\n", str(row["reference"])):
            stems = {word: content([word], "en") for word in dict.fromkeys(lower_words(wanted))}
            known = sorted((spread[stem], word) for word, found in stems.items() for stem in found if spread[stem])
            if len(known) < TAKEN + 1:
                continue
            steered = about(ranking, article, sentences, " ".join(word for _, word in known[:TAKEN]), Cancel())
            aim = content(lower_words(wanted), "en")
            for order, found in ((steered.order, with_words), (ranking.order, without)):
                found.append(100 * overlap([term for index in order[:TAKEN] for term in terms[index]], aim))
    print(
        f"{Path(name).stem:<16} {statistics.mean(with_words):5.1f} with the words, {statistics.mean(without):.1f} without"
    )
