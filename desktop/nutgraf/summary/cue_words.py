"""Words by which a sentence says itself that it matters, or does not.

Edmundson 1969, "New Methods in Automatic Extracting", took his from a corpus. These follow his kinds: superlatives and words of
result and value; against them hedges, examples and asides.
"""

from __future__ import annotations

import re


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


BONUS = _words(
    """
    announced biggest conclude concluded conclusion confirmed crucial decided decision essential evidence first found
    greatest highest important key largest latest main major most new reported result results revealed significant
    significantly study summary
    """
)

STIGMA = _words(
    """
    also although anyway apparently aside example hardly however impossible incidentally instance likely maybe meanwhile
    perhaps possibly probably rather seemingly seems somewhat sometimes though unclear unlikely
    """
)

# These are looked for in small letters. How papers and reports say what they did and found.
FINDINGS = re.compile(
    r"\b(?:in this (?:paper|study|article|work|report|review)|(?:this|the present|our) (?:paper|study|work|report|review)|"
    r"we (?:present|propose|describe|report|show|showed|found|find|conclude|demonstrate|demonstrated|observed|investigated|"
    r"developed|studied|examined|evaluated|aimed|introduce|compared|identified|suggest|discuss)|"
    r"(?:our|these|the) (?:results?|findings?|data|analysis) (?:show|shows|showed|suggest|suggests|indicate|indicates|"
    r"indicated|demonstrate|demonstrates|reveal|reveals|support|supports|provide)|in conclusion|to conclude|in summary|"
    r"(?:aim|purpose|objective|goal) of (?:this|the|our)|(?:was|were) (?:significantly|associated)|significant(?:ly)?)\b",
)

# What belongs to the page or the publication and not to its matter.
ASIDES = re.compile(
    r"\b(?:scroll down|click here|read more|see more|pictured|photo|video|copyright|follow (?:us|him|her)|e-?mail|"
    r"contributed to this|sign up|subscribe|newsletter|call the samaritans|also read|"
    r"authors? (?:declares?|wrote|read|approved|contributed)|(?:competing|conflicts? of) interests?|final manuscript|"
    r"(?:work|study|research) (?:was|is) (?:supported|funded)|grant numbers?|additional files?|"
    r"supplementary (?:material|information)|produced by|project gutenberg|transcriber['’]s note)\b|"
    r"https?:|\bwww\.|(?<!\w)@\w",
)

# Where papers point to others, and to their own pictures, tables and formulas: what a summary of them leaves out.
CITATIONS = re.compile(r"\bet al\b|\[\d+(?:\s?[,–-]\s?\d+)*\]|\((?:19|20)\d\d[a-z]?\)|<cit>|, (?:19|20)\d\d[a-z]?\)")
EXHIBITS = re.compile(r"\b(?:figs?|figures?|tables?|equation|eq|appendix|panel)\b\.?\s*(?:\d|[b-h]\b|\(|<dig>)")

# How a study says what it is after, and what it comes to in the end: the zones AIM and OWN of Teufel and Moens 2002, "Summarizing
# Scientific Articles", section 3.
AIMS = re.compile(
    r"\b(?:(?:in|for) (?:this|the (?:present|current)) (?:study|paper|work|report|article|review|investigation|trial|analysis)|"
    r"(?:this|our|the (?:present|current)) (?:study|paper|work|report|article|review|investigation|trial) "
    r"(?:aim|aims|aimed|is|was|has|investigat\w+|examin\w+|explor\w+|evaluat\w+|present\w*|describ\w+|report\w*|"
    r"seeks|sought|set out)|"
    r"(?:aims?|purpose|objectives?|goals?) of (?:this|the|our)|(?:our|we) (?:aim|aims|aimed|sought|hypothesi[sz]ed?)|"
    r"we (?:here|herein)|to (?:address|test|answer) (?:this|these|that) \w+)\b",
)
CONCLUSIONS = re.compile(
    r"\b(?:in (?:conclusion|summary)|to (?:conclude|summari[sz]e|sum up)|taken together|collectively,|overall,|"
    r"we (?:conclude|have (?:shown|demonstrated|identified|found|presented|described|developed|reported|proposed|provided))|"
    r"(?:our|these|the present|this) (?:results?|findings?|data|study|studies|work|observations?|analys[ie]s|evidence) "
    r"(?:also |further |clearly |strongly |thus |therefore |together )?"
    r"(?:show|suggest|indicat|demonstrat|reveal|support|provid|confirm|highlight|impl|establish|identif|point)\w*|"
    r"for the first time|(?:is|are) the first|first (?:study|report)|to our knowledge|to the best of our knowledge)",
)
# Where a study is over and its publication speaks: what is said just before this are the conclusions.
BACK_MATTER = re.compile(
    r"\b(?:(?:competing|conflicts? of|declaration of) interests?|authors? (?:declares?|have no|contributed|read and|wrote)|"
    r"authors['’] contributions?|acknowledge?ments?|(?:work|study|research) (?:was|is) (?:supported|funded)|abbreviations? used|"
    r"pre-publication history|final manuscript)\b",
)

# What binds nouns, and what stands for them or fills pauses: written and spoken style differ most in these (Heylighen and Dewaele
# 2002, "Variation in the contextuality of language").
NOMINAL = _words("the a an of in for by with from to at on between into through during against among under and")
FILLERS = _words("oh uh um hmm mm hm mmm uhhuh huh yeah yep ok okay")
SPOKEN = _words(
    """
    i me my you your he him she her it we us they them this that these those what who there here so well oh uh um hmm mm yeah yes
    no okay ok right just really like know mean think guess actually anyway kind sort maybe gonna gotta
    """
)
