"""The words by which an article says that someone said something."""

from __future__ import annotations

from nutgraf.text.word_classes import word_classes

# With a clause that "that" need not open: "she said the ferry was late".
TELLING = frozenset({"told", "tells", "tell"})  # someone
PLAIN = TELLING | {"said", "says", "say"}
SAYING = PLAIN | frozenset({
    "added", "adds", "admitted", "admits", "acknowledged", "acknowledges", "announced", "announces", "answered", "answers",
    "argued", "argues", "asked", "asks", "asserted", "asserts", "boasted", "cautioned", "cautions", "claimed", "claims",
    "commented", "comments", "complained", "complains", "conceded", "concedes", "concluded", "concludes", "confessed",
    "confirmed", "confirms", "continued", "countered", "cried", "declared", "declares", "disclosed", "emphasised",
    "emphasized", "estimated", "estimates", "explained", "explains", "exclaimed", "insisted", "insists", "joked", "jokes",
    "lamented", "laments", "maintained", "maintains", "mused", "muttered", "noted", "notes", "objected", "observed",
    "observes", "pleaded", "posted", "predicted", "predicts", "promised", "promises", "protested", "quipped", "recalled",
    "recalls", "recounted", "reiterated", "remarked", "remembered", "remembers", "repeated", "replied", "replies",
    "reported", "reports", "responded", "responds", "retorted", "revealed", "reveals", "ruled", "scoffed", "shouted",
    "sighed", "snapped", "stated", "states", "stressed", "stresses", "suggested", "suggests", "swore", "testified",
    "texted", "tweeted", "tweets", "vowed", "vows", "warned", "warns", "whispered", "whispers", "wrote", "writes",
    "alleged", "alleges", "bemoaned", "bemoans", "opined",
    "add", "admit", "allege", "argue", "complain", "explain", "insist", "predict", "suggest", "tell", "warn", "write",
})  # fmt: skip
GOING_ON = frozenset(
    {"adding", "saying", "arguing", "warning", "noting", "insisting", "explaining", "claiming", "stressing"}
)
# Verbs of two words, by the first: "shot back", "points out".
PARTICLES = {
    "shot": "back", "shoots": "back", "fired": "back", "fires": "back", "hit": "back", "wrote": "back", "pointed": "out",
    "points": "out", "spelled": "out", "called": "out", "went": "on", "chimed": "in", "blurted": "out",
}  # fmt: skip
ANSWERS = frozenset(
    {"answered", "answers", "replied", "replies", "responded", "responds", "retorted", "countered", "shot"}
)
CITED = frozenset({"quoted", "cited", "reported", "recorded", "heard"})  # "was quoted as saying"
# Verbs that may as well be nouns.
NOUNS_TOO = frozenset({
    "reports", "claims", "notes", "states", "answers", "comments", "promises", "estimates", "tweets", "vows",
})  # fmt: skip
# With quoted words for what someone thinks of a thing: "she called the plan “a disgrace”".
JUDGING = frozenset({
    "called", "calls", "described", "describes", "dismissed", "dismisses", "branded", "labelled", "labeled", "denounced",
    "condemned", "hailed", "dubbed", "praised", "derided", "spoke", "speaks", "termed", "likened", "compared",
})  # fmt: skip

HE = frozenset({"he", "him", "his"})
SHE = frozenset({"she", "her", "hers"})
PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
_SPEAKERS_OWN = frozenset({"i", "we", "you"})

BETWEEN = frozenset({
    "has", "had", "have", "also", "later", "then", "once", "already", "often", "first", "still", "again", "both",
    "further", "now", "since", "even", "just", "repeatedly", "reportedly", "earlier", "previously", "however", "meanwhile",
    "today", "yesterday", "long", "always",
})  # fmt: skip
NOT_SAID = frozenset({
    "not", "never", "n't", "to", "would", "could", "can", "should", "may", "might", "must", "will", "cannot", "is", "are",
    "was", "were", "be", "been", "being", "do", "does", "did", "nobody", "none", "if", "when", "as", "what", "which", "whether",
})  # fmt: skip

SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "spokesmen"})
DOCUMENTS = frozenset(
    {"statement", "report", "letter", "note", "release", "filing", "email", "e-mail", "tweet", "post"}
)
# What says something too, but for nobody in particular.
RECORDS = frozenset({
    "suit", "lawsuit", "complaint", "indictment", "affidavit", "petition", "notification", "notice", "study", "survey", "poll",
    "memo", "reply", "order", "ruling", "sign", "website", "book", "article", "map",
})  # fmt: skip
TO_SAY = frozenset(
    {"used", "called", "phoned", "telephoned", "rang", "wrote", "went", "took"}
)  # "called to say", "used to say"
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
WHEN = DAYS | frozenset(
    {"today", "yesterday", "tomorrow", "tonight", "later", "earlier", "recently", "afterwards", "again", "here"}
)
WHICH_TIME = frozenset({"last", "this", "next", "earlier", "later", "that"})  # "last week"
HOURS = frozenset({"morning", "afternoon", "evening", "night", "late", "early"})
OCCASIONS = DOCUMENTS | frozenset(
    {"interview", "conference", "briefing", "speech", "call", "address", "broadcast", "message"}
)
# Parts of an organization that speak for all of it.
ORGANS = frozenset({"board", "office", "press", "management", "leadership", "headquarters", "newsroom"})
PREPOSITIONS = frozenset({
    "of", "from", "at", "for", "in", "with", "by", "to", "against", "on", "about", "near", "after", "before",
})  # fmt: skip
CONJUNCTIONS = frozenset(
    {"and", "but", "while", "though", "although", "as", "because", "when", "where", "whereas", "or"}
)

SUBORDINATE = frozenset({
    "when", "after", "as", "if", "because", "while", "since", "before", "once", "until", "although", "though", "unless",
})  # fmt: skip

# What tells a clause from a phrase, without a parser: it holds a finite verb.
FINITE = frozenset({
    "is", "are", "was", "were", "am", "be", "has", "have", "had", "does", "do", "did", "will", "would", "can", "could",
    "may", "might", "must", "should", "shall", "cannot", "went", "came", "rose", "fell", "took", "made", "got", "gave",
    "knew", "saw", "felt", "left", "lost", "won", "began", "kept", "held", "met", "paid", "ran", "sent", "sold", "spent",
    "stood", "understood", "thought", "wanted", "hopes", "wants", "needs", "means", "says", "goes", "takes", "makes",
    "costs", "shows", "comes", "leads", "looks", "seems", "remains", "plans", "expects", "believes", "leak", "drew", "grew",
    "broke", "built", "bought", "brought", "chose", "cut", "fought", "found", "hit", "let", "led", "put", "set", "shot",
    "sank", "spoke", "struck", "threw", "told", "woke", "wrote", "n't", "need", "want", "like", "know", "think", "died",
    "tried", "lied", "cried", "used", "owed", "became", "bore", "drove", "flew", "froze", "hid", "hung", "hurt", "lay", "rode",
    "sang", "sat", "slept", "sought", "stole", "stuck", "swam", "swept", "swung", "taught", "tore", "wept", "wore", "caught",
    "dealt", "dug", "lent", "meant", "beat", "bit", "ate", "fled", "forbade", "forgot", "forgave", "shook", "shut", "spread",
})  # fmt: skip


def is_adverb(word: str) -> bool:
    """Whether the lower-case word ends like an adverb and is one: "angrily", not "reply"."""
    known = word.endswith("ly") and word_classes().get(word) == "others"
    return known or word.endswith(("ally", "ingly", "edly", "ously", "ively", "fully", "lessly", "antly", "ently"))


def is_speakers_own(word: str) -> bool:
    """Whether the lower-case word is how a speaker says "I", "we" or "you": also "I'll"."""
    return word.replace("’", "'").partition("'")[0] in _SPEAKERS_OWN


def is_finite(word: str) -> bool:
    """Whether the lower-case word is, or may well be, a finite verb."""
    return word in FINITE or word.endswith(("n't", "n’t")) or (word.endswith("ed") and len(word) > len("feed"))
