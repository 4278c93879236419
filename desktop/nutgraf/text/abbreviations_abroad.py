"""Abbreviations of other languages than English, in lower case, without the last full stop.

`FIXED` and `TITLES` never end a sentence: a name, a number or an example follows. `OTHERS` do so where a capital follows.
"""

from __future__ import annotations

from nutgraf.text.abbreviations import word_set

TITLES = word_set("mr mrs ms dr prof")

FIXED = {
    "cs": word_set("např tzv tj tzn dr ing mgr prof mudr judr phdr doc p st č čj str r ul nám resp cca srov viz"),
    "da": word_set("f.eks fx ca nr kr kl dr hr fr bl.a dvs jf s.k pga mht ift inkl ekskl st prof ing"),
    "de": word_set(
        """
        z.b z d.h u.a u.ä o.ä bzw ca nr dr prof st str hr fr frl dipl ing mag vgl evtl ggf ggfs inkl exkl sog abs art hrsg hg
        bd nrn tel geb gest verh zzgl abzgl mind max min i.d.r i.v.m m.e s.o s.u ebd lt rd a.d v n jh jhs jan feb mär apr jun
        jul aug sep sept okt nov dez ehem franz engl dt lat kath ev bes insb insbes allg gegr phil med rer nat jur habil
        """
    ),
    "es": word_set(
        """
        sr sra srta sres dr dra dres d dña dª prof profa gral cnel cap tte sto sta fr ing lic arq excmo excma ilmo mons ud uds
        vd vds p.ej ej núm nº n.º pág págs art arts fig tel av avda c ctra cía aprox ca cf vid vol cap ee ss pp
        """
    ),
    "fi": word_set("esim ns n klo nro prof tri ks vrt kpl mm os puh ts toim synt p"),
    "fr": word_set(
        """
        m mm mme mmes mlle mlles dr pr me mgr st ste p pp p.ex ex cf av apr env art chap éd ed vol fig tél bd boul n no nos ch
        col gén cdt lt sgt j.-c
        """
    ),
    "hu": word_set("pl ún dr kb ill ifj özv prof kft u st old"),
    "it": word_set(
        "sig sig.ra sigg dott dott.ssa prof prof.ssa avv ing arch on mons geom rag gen col cap ten p pag pagg art artt fig tel "
        "es cfr v vol n nr ca sen s ss d.c a.c st"
    ),
    "nb": word_set("f.eks ca nr kr kl dr hr fr bl.a dvs jf pga mht ift inkl ekskl st prof"),
    "nl": word_set(
        "dhr mevr mw mr mrs drs dr ir ing prof ds ca bijv bv d.w.z o.a m.b.t t.a.v t.o.v nr blz p art st a.u.b tel jl ll"
    ),
    "pl": word_set(
        "np tzn tj tzw dr prof inż mgr hab ks św ul al pl nr str ok godz art ust pt im por min gen płk m.in wg tel zob ur zm"
    ),
    "pt": word_set(
        "sr sra srta srs dr dra drs d dª dom eng prof profa exmo exma ilmo av r núm n nº pág págs p art arts fig tel cap vol ex "
        "p.ex cia aprox cf sto sta gen cel"
    ),
    "ro": word_set("dl dna dra dr prof ing nr str bd bl ap art alin pag cca ex gen col sf"),
    "ru": word_set(
        "т.е т.к т.н т ул пр просп пер д кв стр рис табл им проф акад доц ген полк св ср см напр тел обл р пос пл стр гл ст п пп"
    ),
    "sk": word_set("napr tzv tj tzn dr ing mgr prof mudr judr phdr doc p sv č str r ul nám resp cca porov"),
    "sv": word_set("t.ex ca nr kr kl dr hr fr bl.a dvs d.v.s jfr s.k p.g.a pga f.d inkl exkl st prof fil ung"),
    "tr": word_set("dr prof doç yrd av sn bkz örn no s cad sok mah apt tel ör alb gen"),
    "uk": word_set(
        "т.е т.зв т вул просп пров буд кв стор с рис табл ім проф акад доц ген св див напр тел обл р гл ст п пп"
    ),
}

OTHERS = {
    "cs": word_set("atd apod aj mil mld tis hod min sv n.l"),
    "da": word_set("osv mv m.m m.v mio mia"),
    "de": word_set("usw etc uvm u.v.m u.s.w mio mrd tsd std min sek co kg gmbh"),
    "es": word_set("etc ee.uu ee. uu s.a s.l a.c d.c a.m p.m ave mill"),
    "fi": word_set("ym yms jne milj mrd eaa jaa"),
    "fr": word_set("etc s.a s.a.r.l cie"),
    "hu": word_set("stb u.i i.e i.sz rt zrt nyrt bt vmint"),
    "it": word_set("ecc s.p.a s.r.l s.n.c spa"),
    "nb": word_set("osv mv m.m mill mrd"),
    "nl": word_set("enz e.d e.a jr sr mld mln"),
    "pl": word_set("itd itp m.in tys mln mld r w"),
    "pt": word_set("etc s.a ltda lda"),
    "ro": word_set("etc ș.a s.a s.r.l mil mld"),
    "ru": word_set("г гг в вв руб коп тыс млн млрд др пр и.о н.э т.д т.п"),
    "sk": word_set("atď apod a.i mil mld tis hod"),
    "sv": word_set("osv m.m m.fl mm mfl milj mdr st"),
    "tr": word_set("vb vs vd a.ş ltd şti"),
    "uk": word_set("р рр ст грн коп тис млн млрд ін т.д т.п н.е"),
}

STREETS = {"de": "str", "nl": "str"}  # at the end of a street's name, before the number of the house

SAME_AS = {"nn": "nb", "no": "nb", "ca": "es", "gl": "pt", "be": "ru", "bg": "ru"}

# Ordinals before nouns, which have capitals: only a word of these ends "am 3." with certainty.
NOUNS_HAVE_CAPITALS = word_set("de")
GERMAN_STARTERS = word_set(
    """
    der die das dem den des ein eine einer eines er sie es wir ihr ich du man dies diese dieser dieses jene jener und oder aber
    doch denn auch nur noch schon so da dann dort hier heute gestern nun wenn weil als ob während nachdem bevor obwohl
    allerdings jedoch außerdem deshalb daher dabei damit dafür dazu zudem trotzdem in im an am auf aus bei mit nach seit von
    vom zu zum zur für gegen ohne um durch über unter vor hinter neben zwischen was wer wie wo warum wann welche nicht kein
    keine alle viele einige mehrere beide seine seinen ihre ihren unser mein dein
    """
)
