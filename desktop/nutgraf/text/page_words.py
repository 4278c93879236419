"""The words by which a line gives itself away as running text, or as part of a page."""

from __future__ import annotations

import re

# English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian
_FUNCTION_WORDS = """
    the a an and or of to in on for with at by from is are was were be been has have had it its that this he she
    they we i you not but as his her their who which will would could der die das und ein eine zu von mit ist im
    den des auf nicht sich dem es auch als für le la les un une et à de du dans est que qui en pour pas il elle
    sur el los las del y se por con una su para como o os um uma não com da do em na no di che è per non gli sono
    della het een van dat op zijn met voor te w z nie się że jest и в не на что с он по это как а
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

TOPICS = (
    (
        "share",
        (
            r"\b(?:facebook|twitter|whats ?app|telegram|linkedin|pinterest|reddit|instagram|you ?tube|tumblr|"
            r"flipboard|e-?mail|print|shares?|tweet|follow(?: us)?|compart\w+|partage\w*|teilen|condivid\w+|"
            r"delen|udostępnij)\b|поделиться|공유|シェア|分享"
        ),
    ),
    (
        "menu",
        (
            r"\b(?:menu|home|search|log ?(?:in|out)|sign (?:in|up|out)|subscri\w+|my account|register|"
            r"skip to|back to|navigation|close|contact(?: us)?|about us|faqs?|help|sitemap|toggle|suche|"
            r"anmelden|abonn\w+|iniciar sesión|buscar|inicio|accueil|connexion|rechercher|accedi|pesquisar|"
            r"entrar|zoeken|szukaj)\b|поиск|войти|로그인|検索|登录"
        ),
    ),
    (
        "related",
        (
            r"\b(?:also read|read (?:also|more|next)|related|more (?:from|on|in|stories|news|articles)|"
            r"recommended|trending|most (?:read|popular|viewed|shared)|popular|you (?:may|"
            r"might) (?:also )?like|don['’]t miss|see also|latest|top stories|up next|editor['’]s picks|"
            r"previous|next|watch|lire aussi|à lire|leia (?:também|mais)|lea (?:también|más)|"
            r"te puede interesar|lesen sie|mehr zum|leggi anche|lees ook|czytaj|zobacz)\b|читайте|관련|関連|相关"
        ),
    ),
    (
        "legal",
        (
            r"\b(?:privacy|cookies?|terms|conditions|rights reserved|copyright|gdpr|datenschutz|impressum|"
            r"aviso legal|mentions légales|disclaimer|advertis\w+|ad choices|sponsored|promoted|publicidad|"
            r"werbung|anzeige|publicité|pubblicità|careers|licens\w+)\b|©|\(c\)|реклама|광고"
        ),
    ),
    (
        "comments",
        (
            r"\b(?:comment\w*|repl(?:y|ies)|conversation|kommentar\w*|comentário\w*|coment\w+|report abuse|"
            r"likes?|upvote|discussion|disqus|posted by)\b|комментари|댓글"
        ),
    ),
    (
        "letter",
        (
            r"\b(?:newsletters?|inbox|your e-?mail|unsubscribe|sign up|spam|e-?mail address|alerts|"
            r"notifications|podcasts?|apps?)\b"
        ),
    ),
    (
        "byline",
        (
            r"^(?:by|von|por|par|di|door|written by|text|autor)\b|\b(?:updated|published|posted|"
            r"last modified|staff writer|correspondent|reporter|min(?:ute)?s? read)\b"
        ),
    ),
    (
        "picture",
        (
            r"\b(?:photo\w*|images?|getty|credits?|picture|courtesy|reuters/|ap photo|illustration|foto|"
            r"caption|gallery|video)\b"
        ),
    ),
    (
        "date",
        (
            r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b|"
            r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d\d-\d\d|\b\d{1,2}:\d\d\b|\b(?:19|20)\d\d\b|"
            r"\bago\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
        ),
    ),
    (
        "address",
        (r"https?://|www\.|\b\w+\.(?:com|org|net)\b|@\w"),
    ),
    (
        "bars",
        (r" [|›»/·•] |[›»→▾▼×]"),
    ),
    (
        "price",
        (r"[$€£¥]\s?\d"),
    ),
)
PATTERNS = tuple((name, re.compile(f"(?:{words})", re.IGNORECASE)) for name, words in TOPICS)
