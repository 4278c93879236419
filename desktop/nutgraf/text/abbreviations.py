"""Abbreviations of news that Punkt's parameters do not know, and words that tell where sentences begin.

All in lower case, without the last full stop.
"""

from __future__ import annotations


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A name follows: never the end of a sentence.
TITLES = _words(
    """
    mr mrs ms mx dr drs prof gen lt col maj capt cmdr cdr cpl sgt pvt adm brig rev revd fr hon sen sens rep reps cong gov
    govs pres supt insp det messrs mme mlle msgr amb atty asst assoc treas shri smt pte sqn wg gp flt
    """
)

# Something is explained or compared: never the end of a sentence.
BRIDGES = _words("e.g i.e vs cf viz approx a.k.a incl esp resp p.s n.b")

# Not the end of a sentence where a number follows: "No. 1", "Fig. 2", "Rs. 500", "Art. 370", "Jan. 5".
NUMBERED = _words(
    """
    no nos fig figs eq eqs ref refs vol vols ch chs p pp para paras sec secs art arts op nr rs re tab app pt pts cl
    ver v c ca tel ext lot rm apt ste ph jan feb mar apr may jun jul aug sep sept oct nov dec mon tue tues wed thu
    thur thurs fri sat sun us$
    """
)

# May stand inside a sentence or at its end; Punkt weighs the word that follows.
OTHERS = _words(
    """
    inc corp co ltd llc l.l.c plc pvt pty bros cos assn dept univ inst intl natl govt bldg blvd rd hwy sq mt ft jr
    sr esq ret a.m p.m b.c a.d b.c.e c.e u.s u.k u.n u.s.a u.a.e e.u d.c l.a n.y n.j ph.d m.d b.a m.a b.sc m.sc m.p
    m.b.a d.phil ll.b etc al ibid op.cit avg cr crs kms kg lbs oz hrs mins secs mph jan feb apr jun jul aug sep sept
    oct nov dec mon tue tues wed thu thur thurs fri ala ariz calif colo conn fla ga kan ky md mich minn mo mont neb
    nev okla pa tenn tex va vt wis wyo ont que alta sask n.s p.e.i st ste eds trans vol s.a s.p.a n.v a.g g.m.b.h
    """
)

# Places and years: unlike "U.S." and "J.K.", as often at the end of a sentence as before a name.
PLACES = _words("d.c l.a n.y n.j b.c a.d u.s.a u.a.e")

# In Punkt's parameters, and more often a word.
WORDS = _words("ok ore wash ill a i")

# What opens a sentence when it has a capital, even after an abbreviation.
STARTERS = _words(
    """
    the he she it they we you i this that these those there here but and so or nor in on at as for from with by to
    of after before when while if although though because since however meanwhile moreover nevertheless nonetheless
    otherwise therefore thus instead its his her their our my your a an another some many most several both each all
    few every other others such now then also yet still even despite under during until unless according earlier
    later last asked what why how who where which whether not no one two three once only just perhaps maybe among
    across over about between through without within
    """
)

# Names that carry their own exclamation mark.
EXCLAMATORY = _words("yahoo yum jeopardy")

# How a speaker is named after what was said.
SPEECH = _words(
    """
    said says say asked asks told tells wrote writes replied replies added adds cried cries shouted shouts exclaimed
    wondered wonders demanded demands whispered tweeted posted joked quipped yelled screamed recalled insisted
    declared inquired queried
    """
)
