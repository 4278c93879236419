"""English abbreviations, and words that tell where sentences begin.

All in lower case, without the last full stop.
"""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text that are parted by white space."""
    return frozenset(words.split())


# A name follows: hardly ever the end of a sentence.
TITLES = word_set(
    """
    mr mrs ms mx dr drs prof profs gen brig lt col maj capt cmdr cdr cpl sgt pvt adm ens rev revd fr hon sen sens rep reps
    cong gov govs pres supt insp det messrs mme mlle msgr amb atty asst assoc treas shri smt br mt pte sqn wg gp flt hrh sec-gen
    """
)

# Something is explained or compared: never the end of a sentence.
BRIDGES = word_set("e.g eg i.e ie vs cf viz approx a.k.a incl esp resp n.b f.k.a")

# Opens a sentence: "P.S. I will write."
POSTSCRIPTS = word_set("ps p.s pps p.p.s nb")

# Not the end of a sentence where a number follows: "No. 1", "Fig. 2", "Rs. 500".
NUMBERED = word_set(
    """
    no nos n° nº n.º fig figs eq eqs ref refs vol vols ch chs chap p pp para paras sec secs sect sects art arts op nr rs re
    tab tabs app pt pts cl ver v c ca tel ph ext lot rm apt ste rte hwy ln ll mon tue tues wed thu thur thurs fri sat sun us$
    approx
    """
)

# Of these, those that are words as well, in small letters: "He said no. G7 leaders met", "modern art. F16s flew".
WORDS_TOO = word_set("no art arts app lot re sat sun tab tabs")

# Those that letters and Roman figures count too: "Vol. IV", "Sec. A".
LETTERED = word_set("fig figs eq vol vols ch chs chap para sec secs sect art arts op app tab cl pt pts apt rm")

# A day follows, or the sentence ends: "on Jan. 5", "since Sept. Prices rose".
MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")

# After a name: "Martin Hale Jr."
SUFFIXES = word_set("jr sr esq")

# What may follow a name's suffix: "King Jr. Day".
NAMED_AFTER = word_set(
    """
    academy airport avenue award boulevard bridge building center centre college county day drive elementary field
    foundation freeway hall high highway holiday hospital institute library memorial middle museum park parkway plaza prize
    road scholarship school square stadium street university way
    """
)

# Closes a list.
CLOSING = word_set("etc ect etc.. &c")

# Hours: the end of a sentence unless a day or a zone follows.
HOURS = word_set("a.m p.m am. pm.")
AFTER_HOURS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february
    march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec est
    edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst ist cet cest hst akst aest aedt eastern central mountain pacific
    greenwich
    """
)

# May stand inside a sentence or at its end: the word that follows decides.
OTHERS = word_set(
    """
    inc corp co ltd llc l.l.c l.l.p plc pvt pty bros cos assn assoc dept div univ inst intl int'l natl nat'l gov't govt bldg
    blvd rd hwy sq mts ft ret b.c a.d b.c.e c.e u.s u.k u.n u.s.a u.a.e e.u d.c l.a n.y n.j ph.d m.d b.a m.a b.sc m.sc m.p
    m.b.a d.phil ll.b al ibid op.cit avg cr crs kms kg lbs oz hrs mins secs mph ala ariz calif colo conn fla ga kan ky md mich
    minn mo mont neb nev okla pa penn tenn tex va vt wis wisc wyo del ont que alta sask n.s p.e.i st sts ste eds trans
    vol s.a s.p.a n.v a.g g.m.b.h w.va mon tue tues wed thu thur thurs fri ave est mfg mfrs mgr mgmt misc orig pkg ctr cntr
    tpk expy jct twp rte ind ill mass miss wash ext pt min tbsp tsp acad biochem biol chem microbiol mol natl phys physiol proc
    sci soc spp str subsp suppl
    """
)

# Places and years: unlike "U.S." and "J.K.", as often at the end of a sentence as before a name.
PLACES = word_set("d.c l.a n.y n.j b.c a.d u.s.a u.a.e b.c.e c.e")

# In Punkt's parameters or above, and more often a word; capitalized they may be a state.
WORDS = word_set("ok ore a i")
STATES = word_set("ind ill mass miss wash del est ext")

# What opens a sentence when it has a capital, even after an abbreviation.
STARTERS = word_set(
    """
    the he she it they we you i this that these those there here but and so or nor in on at as for from with by to
    of after before when while if although though because since however meanwhile moreover nevertheless nonetheless
    otherwise therefore thus instead its his her their our my your a an another some many most several both each all
    few every other others such now then also yet still even despite under during until unless according earlier
    later last asked what why how who where which whether not no one two three once only just perhaps maybe among
    across over about between through without within did does do is are was were can could would should please
    yes well let don't it's he's she's that's there's i'm i've i'd we're we've you're they're what's furthermore
    additionally finally meantime afterwards consequently nothing everyone everything someone something nobody anyone
    unlike like
    """
)

# Of these, those that are no name either: they open a sentence even after a title ("She became a Sen. The rest is known.").
SURE_STARTERS = word_set("the it they this these those there but she after when although however")

# What stands before a single letter that is no initial: "vitamin C", "World War I", "Serie A".
LABELS = word_set(
    """
    appendix block book category chapter class concourse course division exhibit factor figure flu gate grade group hepatitis
    influenza level liga ligue option part phase plan platform pool schedule section sector serie series side stage step table
    team terminal type unit vitamin war ward wing zone area row room exhibit plan
    """
)

# Names that carry their own exclamation mark.
EXCLAMATORY = word_set("yahoo yum jeopardy kerrang wham")

# How a speaker is named after what was said.
SPEECH = word_set(
    """
    said says say asked asks told tells wrote writes replied replies added adds cried cries shouted shouts exclaimed
    wondered wonders demanded demands whispered tweeted posted joked quipped yelled screamed recalled insisted
    declared inquired queried answered muttered murmured remarked snapped sighed responded
    """
)
