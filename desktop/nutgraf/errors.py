"""Errors a reader may meet: each is a type, and its message is full sentences that can be shown as they are."""

from __future__ import annotations


class NutgrafError(Exception):
    """An expected failure: `str(error)` says what happened, to which file, and what to try."""


class ReadError(NutgrafError):
    """An article could not be read from its file."""


class Unreadable(ReadError):
    """The file is missing, is not a regular file, or the system does not let us read it."""


class Unsupported(ReadError):
    """No reader knows this kind of file."""


class Damaged(ReadError):
    """The file is of a kind we know, but its content is broken."""


class Protected(ReadError):
    """The file is encrypted."""


class Empty(ReadError):
    """The file holds no text to read."""


class TooLarge(ReadError):
    """The file, or what it unpacks to, is larger than Nutgraf takes."""


class LinkError(NutgrafError):
    """A link does not name a place in an article."""


class ExportError(NutgrafError):
    """An export could not be written."""


class AlreadyExists(ExportError):
    """The file to be written is there already and was not to be replaced."""


class RequestError(NutgrafError):
    """A request to the stream is not one that Nutgraf understands."""


class Crashed(NutgrafError):
    """The process that worked on a request ended before it could answer."""


class SettingError(NutgrafError):
    """A setting has a value that is not one of its own."""
