"""No file that opened before may be refused later: `formats.md` says which are."""

import re
from pathlib import Path

import pytest

from nutgraf.cancel import Cancel
from nutgraf.errors import ReadError
from nutgraf.readers import open_article

TABLE = (Path(__file__).parent / "formats.md").read_text(encoding="utf-8")
KINDS = re.findall(r"^\| (\w+) \| \d+ \| \d+ \| \d+ \|$", TABLE, re.MULTILINE)
REFUSED = dict(re.findall(r"^\| ([^|]+) \| (\w+) \| …", TABLE, re.MULTILINE))


@pytest.mark.shared
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "all"])
def test_what_opened_still_opens(shared, kind):
    now = {}
    for path in sorted((shared / "files" / kind).iterdir()):
        try:
            open_article(path, Cancel())
        except ReadError as error:
            now[path.name] = type(error).__name__
    assert now.items() <= REFUSED.items()
