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
_PLACE = re.compile(r"char=([0-9]{1,10}),([0-9]{1,10})")
_BYTES = "surrogateescape"  # file names that are not UTF-8


def link_to(path: str, span: Span | None = None) -> str:
    """Return the link to an article's file, at `span` if there is one. It holds letters, digits and `/._-~%#=,` alone.

    Raises:
        LinkError: the path is not absolute, or leads to another machine (`\\\\\\\\server\\\\share`).

    """
    name = Path(path).as_posix()
    if not Path(path).is_absolute() or name.startswith("//"):
        raise LinkError(f"No link can be made to “{path}”, which does not name a file on this computer.")
    place = f"#char={span.start},{span.end}" if span is not None else ""  # an empty span is false
    return f"{SCHEME}://{quote('/' + name.removeprefix('/'), errors=_BYTES)}{place}"


def parse_link(link: str) -> tuple[Path, Span | None]:
    """Return the file that a `nutgraf:` or `file:` link names, and the place in it if it says one that can be.

    Raises:
        LinkError: it is no such link, or names another machine.

    """
    try:
        parts = urlsplit(link)
    except ValueError:  # a malformed host, such as “//[”
        parts = urlsplit("")
    name = unquote(parts.path, errors=_BYTES)
    local = parts.netloc in {"", "localhost"} and not name.startswith(("//", "/\\"))
    if parts.scheme not in {SCHEME, "file"} or not local or not name.startswith("/") or "\0" in name:
        raise LinkError(f"“{link[:200]}” is not a link to an article on this computer.")
    if re.match(r"/[A-Za-z]:/", name):  # a drive of Windows
        name = name[1:]
    place = _PLACE.fullmatch(parts.fragment)
    if not place or int(place[1]) > int(place[2]):
        return Path(name), None
    return Path(name), Span(int(place[1]), int(place[2]))
