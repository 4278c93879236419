"""The words by which an article says what someone is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names.gazetteer import gazetteer
from nutgraf.names.speech import PREPOSITIONS
from nutgraf.names.titles import HONORIFICS
from nutgraf.names.tokens import GENITIVE
from nutgraf.names.units import Kind
from nutgraf.text.word_classes import word_classes

if TYPE_CHECKING:
    from nutgraf.names.units import Unit

INDEFINITE = frozenset({"a", "an"})
DETERMINERS = INDEFINITE | {"the", "another", "its", "his", "her", "their", "our", "my"}
# What says which of those in a role is meant; "former" and the like stand in the lists that engines were trained with.
WHICH_ONE = frozenset({
    "deposed", "ousted", "jailed", "exiled", "outgoing", "incumbent", "embattled", "longtime", "veteran", "elected", "detained",
    "imprisoned", "disgraced", "self-declared", "freelance", "independent", "newly", "appointed", "caretaker", "founding",
    "local", "regional", "provincial", "municipal", "amateur", "professional", "famous", "renowned", "prominent", "leading",
    "slain", "fugitive", "convicted", "billionaire", "celebrity", "young", "elder", "younger", "political", "legal",
})  # fmt: skip
JOINING = frozenset({"of", "for", "and", "&", "on"})
# Behind these no head of a noun phrase stands: "the head of the bank near Leeds".
BEHIND_HEAD = PREPOSITIONS | {
    "and", "since", "than", "ago", "beside", "behind", "alongside", "under", "over", "between", "within", "without", "during",
    "outside", "inside", "across", "around", "through", "into",
}  # fmt: skip
NO_LINK = frozenset({
    "with", "by", "from", "to", "against", "after", "before", "when", "while", "but", "or", "as", "if", "because", "that",
    "who", "which", "it", "he", "she", "they", "we", "i", "you", "not", "also", "on", "about", "than", "like", "and",
})  # fmt: skip
AFTER = frozenset({"by", "in", "with", "from", "of", "for", "at", "to", "on", "as"})  # what follows a participle
# Behind these, lower-case words before a role belong to it: "by investment banker Joe Tait".
BEFORE_NOUNS = frozenset({"by", "with", "through", "of", "from", "for", "against", "as", "including", "alongside"})
NOT_IN_ROLE = DETERMINERS | frozenset({
    "on", "in", "at", "by", "to", "from", "with", "as", "but", "and", "or", "if", "when", "while", "after", "before", "since",
    "that", "this", "these", "those", "it", "he", "she", "they", "we", "i", "you", "your", "who", "which", "what", "where",
    "there", "here", "then", "so", "for", "of", "about", "against", "between", "under", "over", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december", "is", "was", "are", "were", "be", "been", "has", "had", "have",
    "said", "says", "told", "not", "also", "meanwhile", "however", "yesterday", "today", "tomorrow", "earlier", "later", "now",
    "besides", "despite", "among", "like", "unlike", "including", "according",
})  # fmt: skip
NO_OPENING = NOT_IN_ROLE | GENITIVE | JOINING
TIMES = frozenset({
    "day", "week", "month", "year", "hour", "decade", "night", "morning", "evening", "weekend", "today", "quarter", "moment",
    "time", "period", "era",
})  # fmt: skip
NOBODY = TIMES | frozenset({
    "move", "decision", "step", "sign", "fact", "situation", "lot", "bit", "few", "third", "half", "place", "way", "thing",
    "result", "case", "kind", "sort", "number", "amount", "percentage", "distance", "figure", "drop", "rise", "claim",
    "idea", "match", "game", "race", "win", "loss", "defeat", "view", "term", "phrase", "reference", "process", "practice",
    "trend", "one", "latter", "former", "same", "other", "act", "affair", "event", "effort", "attempt", "deal", "agreement",
    "plan", "law", "measure", "offer", "incident", "scandal", "campaign", "gesture", "trip", "visit", "wave",
})  # fmt: skip
HEADS = frozenset({
    "heads", "leads", "chairs", "runs", "directs", "founded", "co-founded", "owns", "commands", "edits", "manages", "coaches",
    "represents", "headed", "led", "chaired", "ran", "run", "directed", "commanded", "edited", "managed", "coached", "teaches",
    "taught", "oversees", "oversaw", "governs", "governed", "covers", "covered", "studies", "studied", "coordinates",
    "coordinated", "co-ordinates", "guards", "guarded", "works", "worked", "designs", "designed", "invented", "created",
    "translates", "translated", "organises", "organizes", "organised", "organized", "presides", "presided", "trains", "trained",
    "investigates", "prosecutes", "farms", "hosts", "hosted", "presents", "presented", "curates", "curated", "conducts",
})  # fmt: skip

# What an organization may be said to be.
BODIES = frozenset({
    "agency", "group", "party", "company", "firm", "maker", "bank", "organization", "organisation", "charity", "newspaper",
    "magazine", "broadcaster", "university", "union", "movement", "network", "militia", "airline", "retailer", "regulator",
    "watchdog", "ministry", "committee", "council", "club", "start-up", "startup", "subsidiary", "unit", "arm", "chain",
    "manufacturer", "producer", "supplier", "carrier", "operator", "carmaker", "automaker", "insurer", "lender", "utility",
    "label", "studio", "think-tank", "nonprofit", "foundation", "lobby", "association", "federation", "alliance", "coalition",
    "authority", "body", "society", "school", "hospital", "league", "team", "squad", "band", "owner", "publisher", "employer",
    "partner", "rival", "parent", "sponsor", "importer", "exporter", "developer", "contractor", "trader", "distributor",
})  # fmt: skip


def is_role(unit: Unit) -> bool:
    """Whether the word alone says what someone is: "minister", "baker"."""
    return unit.kind is Kind.WORD and is_role_word(unit.low)


def is_role_word(low: str) -> bool:
    """Whether the word in small letters is a role, a title or a calling."""
    low = low.removesuffix(".")
    known = gazetteer()
    listed = low in known.roles or low in known.titles or low in known.callings
    return low not in HONORIFICS and (listed or ("-" in low and is_role_word(low.rpartition("-")[2])))


def is_title(unit: Unit) -> bool:
    """Whether the word is part of titles: "former", "deputy", "foreign"."""
    return unit.kind is Kind.WORD and unit.low.removesuffix(".") in gazetteer().title_words


def is_worn(unit: Unit) -> bool:
    """Whether the word may stand in a role: a title's, a role, an organization's, a people, "ex-…"."""
    low = unit.low.removesuffix(".")
    known = gazetteer()
    return unit.kind is Kind.WORD and (
        low in known.title_words
        or is_role(unit)
        or low in known.organization_words
        or low in WHICH_ONE
        or known.is_people(low)
        or low.startswith("ex-")
    )


def is_noun(unit: Unit) -> bool:
    """Whether the word is a noun that may stand before a role: "sports" in "sports minister", but not "night"."""
    low = unit.low
    known = unit.kind is Kind.WORD and low.isalpha() and low not in NOT_IN_ROLE | TIMES | BEHIND_HEAD
    return known and not low.endswith("ly") and low not in word_classes()


def is_kind(unit: Unit) -> bool:
    """Whether the word may tell which role is meant: "sports" in "sports minister", "social" in "social activist"."""
    low = unit.low
    tells_field = word_classes().get(low) == "adjectives" and low.endswith(("al", "ic", "ary"))
    return is_noun(unit) or (tells_field and low not in NOT_IN_ROLE)


def is_plain(unit: Unit) -> bool:
    """Whether running text hardly ever capitalises the word, and it is no title or role."""
    low = unit.low.removesuffix(".")
    known = gazetteer()
    return low in known.lower_case and low not in known.title_words and not is_role_word(low)
