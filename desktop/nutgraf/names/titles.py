"""Words that stand before people's names: forms of address, honours, ranks."""

from __future__ import annotations

COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "mister", "messrs"})  # of people alone
# What is worn beside a role, and tells none: "Foreign Minister Sir Joe Tait".
HONORIFICS = COURTESY | {
    "sir", "dame", "madam", "madame", "monsieur", "herr", "frau", "shri", "smt", "sri", "dr", "lord", "lady", "don", "doña",
    "daw", "haji", "alhaji", "señor", "señora", "signor", "saint", "st",
}  # fmt: skip
# Behind these stands a person, and be it a surname alone: "Captain Varga".
RANKS = COURTESY | {
    "dr", "prof", "sir", "dame", "capt", "captain", "sgt", "sergeant", "lt", "lieutenant", "col", "colonel", "maj", "cpl",
    "corporal", "pvt", "adm", "admiral", "commodore", "brigadier", "constable", "cmdr", "gen", "sen", "rep", "gov", "rev",
    "mullah", "ayatollah", "sheikh",
}  # fmt: skip
ABBREVIATED_RANKS = frozenset({"capt", "gen", "col", "lt", "maj", "sgt", "prof", "rev", "brig", "adm", "hon"})
# With a given name alone, and for one person each.
REIGNING = frozenset({"king", "queen", "prince", "princess", "emperor", "empress", "pope", "tsar", "sultan", "emir"})
AMBIGUOUS = frozenset({"don", "earl", "duke", "count", "st", "saint", "guru"})  # as often the name as the title
