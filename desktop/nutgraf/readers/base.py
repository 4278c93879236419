"""What a reader of a file format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes with what is known of it: `name` without folders, `path` absolute or ""."""

    data: bytes
    name: str
    path: str = ""
    sha256: str = ""


class Reader(Protocol):
    """Makes an article of a file's bytes.

    `name` stands in `Meta.format` ("text"), `title` is for people ("Plain text"), `suffixes` are lower case with their dot, and
    `media_types` are those that the reader takes.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]

    def recognises(self, source: Source) -> bool:
        """Whether the bytes (or, where bytes cannot tell, the name) are of this format."""

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article.

        Raises:
            ReadError: the file is broken, encrypted, empty or too large.
            Cancelled: the token was set.

        """
