"""Lines in which a site speaks to its reader: newsletters, shops, its own pages elsewhere, who wrote the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 60  # words of such a line
_PROMPT = re.compile(
    r"[\[(*•→>\s]*(?:"
    r"(?:sign[ -]up|subscribe|register)\b.*\b(?:newsletters?|e-?mails?|inbox|briefing|alerts?|updates|digest|podcast|free)\b.*|"
    r"(?:get|receive|want|love|enjoy(?:ed|ing)?|like)\b.*\b(?:newsletters?|your inbox|subscribe|sign up|follow us)\b.*|"
    r"(?:our|the) .{0,40}\bnewsletter\b.*\b(?:sign up|subscribe|inbox)\b.*|"
    r"follow\b.{1,80}\b(?:on|at|via) "
    r"(?:twitter|x|facebook|instagram|tiktok|threads|linkedin|bluesky|mastodon|google|youtube|flipboard)\b.*|"
    r"follow (?:us|him|her|them|me|@\w+|.{1,40}@\w+)\b.{0,60}|"
    r"(?:like|find|join|visit|contact|email|e-mail) (?:us|him|her|them|me)\b.{0,80}\b(?:facebook|twitter|instagram|at|on)\b.*|"
    r"(?:download|get) (?:our|the) .{0,40}\bapp\b.*|"
    r"(?:have|got|do you have) (?:a |any )?(?:news |story )?(?:tips?|stor(?:y|ies)|questions?|comments?|confidential)\b.*|"
    r"(?:to )?(?:read|see|find|view|watch) (?:more|all|the rest|the full)\b.{0,60}\b(?:click|visit|here|go to)\b.*|"
    r"(?:for )?more .{2,60}, (?:click here|visit|follow|go to)\b.*|"
    r"click here (?:to|for)\b.*|"
    r"this (?:article|story|post|piece|column) (?:was )?(?:originally |first )+(?:appeared|published|posted|ran)\b.*|"
    r"(?:all )?(?:content|rights) reserved\b.*|reuse (?:this )?content|"
    r"(?:buy|shop|order|pre-?order|get it|see it|view|check prices?)(?: it)?(?: now| here)?(?: (?:at|on|from) [^.]{1,40})"
    r")",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\s*(?:,[^.]{3,120},\s*)?(?:(?:currently|also|formerly|previously) )?"
    r"(?:is|was|has been|has|covers|writes|works|reports|joined|can be reached|tweets|lives|teaches)\b(?:\s+\S+){3}"
)


def is_prompt(text: str) -> bool:
    """Whether a line asks the reader to subscribe, follow, buy, or read elsewhere."""
    return len(text.split()) <= _LONGEST and bool(_PROMPT.fullmatch(text))


def is_author_note(text: str, names: Iterable[str]) -> bool:
    """Whether a line tells who one of the authors is: it begins with that name and says what they are or do."""
    words = text.lstrip("—–-• ")
    return any(" " in name and words.startswith(name) and bool(_NOTE.match(words[len(name) :])) for name in names)
