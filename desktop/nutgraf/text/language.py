"""The language an article is written in."""

from __future__ import annotations

import re

_SAMPLE = 4000  # letters are plenty; the time is linear in them
_LEAST = 20  # letters below which a guess is worth nothing
NO_LANGUAGE = "zxx"  # ISO 639: addresses, figures and the like
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_UNDECIDED = frozenset({"und", "mul", "mis", "zxx"})
_LETTERS = re.compile(r"[^\W\d_]")
# Words that make up a third of English and next to nothing of any other language.
_ENGLISH = frozenset({
    "the", "of", "and", "to", "that", "with", "for", "was", "his", "her", "they", "this", "which", "from", "have",
    "has", "been", "were", "said", "their", "would", "there", "what", "when", "who", "will", "are", "not", "but",
    "you", "she", "he", "it", "its", "by", "on", "at", "as", "be", "is", "had", "about", "than", "after", "could",
    "should", "these", "those",
})  # fmt: skip
_NONE = -1e30  # what py3langid gives where there is nothing to judge
_ENOUGH, _SHARE = 40, 0.25  # words, and how many of them must be such


def language_tag(code: str) -> str:
    """Return a file's own code of its language as BCP 47 writes it ("pt_BR" as "pt-BR"), "" for what is none."""
    code = code.strip().replace("_", "-")
    return code if _TAG.fullmatch(code) and code.lower() not in _UNDECIDED else ""


def detect_language(text: str) -> str:
    """Return the BCP 47 code of the language of `text`, such as "en", or "" where there is too little to tell.

    Plain English is told by its most frequent words. Else the judgement is py3langid's: naive Bayes over byte n-grams (Lui and
    Baldwin, 2012, "langid.py", section 2), of the words without a capital.
    """
    middle = max(0, len(text) // 2 - _SAMPLE // 2)  # pages open and close with menus
    sample = text[middle : middle + _SAMPLE]
    if len(_LETTERS.findall(sample)) < _LEAST:
        return ""
    if _is_plain_english(sample):  # most articles are: half a second is saved before they are shown
        return "en"
    running = _without_names(sample)
    if len(_LETTERS.findall(running)) < _LEAST:
        return ""
    from py3langid.langid import classify

    found = str(classify(running)[0])
    return "" if found == NO_LANGUAGE else found


def distinctness(text: str) -> float:
    """Return how much more the likeliest language speaks for the words than languages do on average, in logarithms.

    Words of a language score high, the same words in a wrong encoding low, no words 0.
    """
    from py3langid.langid import rank

    scores = [score for _, score in rank(text) if score > _NONE]
    return float(scores[0] - sum(scores) / len(scores)) if scores else 0.0


def _without_names(sample: str) -> str:
    """Return the words without a capital, once each: names, of which tables of results are full, are in no language."""
    return " ".join(dict.fromkeys(word for word in sample.split() if not any(map(str.isupper, word))))


def _is_plain_english(sample: str) -> bool:
    words = sample.lower().split()
    return len(words) >= _ENOUGH and sum(word in _ENGLISH for word in words) >= _SHARE * len(words)
