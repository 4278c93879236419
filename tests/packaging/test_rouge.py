"""The fast ROUGE of training says what rouge-score says."""

from __future__ import annotations

import random
import re

import pytest
from rouge import Judged
from rouge_score.rouge_scorer import RougeScorer

SENTENCES = (
    "The harbour of Port Ellis will close for two years, the council said.",
    "Its walls were cracked by the storms of last winter .",
    "Repairs cost 48m crowns, the council said; the walls were built in 1901!",
    "Wir schließen den Hafen — “it hurts”.",
    "",
)
REFERENCE = (
    "The council will close the harbour at Port Ellis for two years. The walls cracked in storms; repairs cost 48m."
)


@pytest.mark.parametrize("seed", range(30))
def test_sets_of_cut_sentences_have_the_same_scores(seed):
    rng = random.Random(seed)
    judged = Judged(SENTENCES, REFERENCE)
    order = rng.sample(range(len(SENTENCES)), len(SENTENCES))
    picked = judged.pick(order, rng.randint(1, 40))
    summary = "\n".join(" ".join(SENTENCES[index].split()[:words]) for index, words in picked)
    kinds = ("rouge1", "rouge2", "rougeLsum")
    expected = RougeScorer(kinds, use_stemmer=True).score(re.sub(r"(?<=[.!?])\s+", "\n", REFERENCE), summary)
    assert judged.scores(picked) == pytest.approx([100 * expected[kind].fmeasure for kind in kinds])
