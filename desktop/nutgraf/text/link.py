"""Links that reopen an article at a place: `nutgraf:///home/ana/story.txt#char=120,245`.

The fragment is RFC 5147's (text/plain fragment identifiers, 2008, section 2.2.1): code points into `Article.text`, half-open.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from nutgraf.errors import LinkError
from nutgraf.text.span import Span

SCHEME = "nutgraf"
_PLACE = re.compile(r"char=(\d{1,10}),(\d{1,10})")


def link_to(path: str, span: Span | None = None) -> str:
    """Return the link to an article's file (absolute path), at `span` if there is one."""
    address = Path(path).as_uri().removeprefix("file:")
    place = f"#char={span.start},{span.end}" if span else ""
    return f"{SCHEME}:{quote(unquote(address), safe='/')}{place}"


def parse_link(link: str) -> tuple[Path, Span | None]:
    """Return the file that a `nutgraf:` or `file:` link names, and the place in it.

    Raises:
        LinkError: it is no such link, or names another machine.

    """
    parts = urlsplit(link)
    if parts.scheme not in {SCHEME, "file"} or parts.netloc not in {"", "localhost"} or not parts.path:
        raise LinkError(f"“{link[:200]}” is not a link to an article on this computer.")
    name = unquote(parts.path)
    if re.match(r"/[A-Za-z]:", name):  # a drive of Windows
        name = name[1:]
    place = _PLACE.fullmatch(parts.fragment)
    if not place or int(place[1]) > int(place[2]):
        return Path(name), None
    return Path(name), Span(int(place[1]), int(place[2]))
