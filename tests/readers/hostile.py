"""What a parser that was taken over might do, for the tests of the sandbox: each is a reader, named by what it does."""

import ctypes
import os
import socket
import sys
import time
from pathlib import Path

from nutgraf.errors import Protected
from nutgraf.text.article import Article, Block, BlockKind, Meta
from nutgraf.text.span import Span


def said(words):
    return Article(words, (Block(BlockKind.PARAGRAPH, Span(0, len(words))),), (), Meta())


def attempt(work):
    """Return an article that says "done", or the error's type."""
    try:
        work()
    except (OSError, ValueError) as error:
        return said(type(error).__name__)
    return said("done")


def native(call, *arguments):
    """Call into the system's own library, past all of Python's hooks."""
    libc = ctypes.CDLL(None, use_errno=True)
    done = getattr(libc, call)(*arguments)
    return said("done" if done >= 0 else os.strerror(ctypes.get_errno()))


def behave(source, name):  # noqa: C901 - a list of deeds
    path = source.data.decode()
    match name:
        case "echo":
            return said(path)
        case "crash":
            ctypes.string_at(0)
        case "exit":
            os._exit(3)
        case "hang":
            while True:
                pass
        case "sleep":
            time.sleep(60)
        case "memory":
            return said(str(len(bytearray(1 << 30))))
        case "recursion":
            return behave(source, name)
        case "fault":
            raise KeyError("a mistake of ours")
        case "protected":
            raise Protected("“a.pdf” is encrypted.")
        case "long":
            return said("a" * (200 << 20))
        case "blocks":
            return Article("one", (Block(BlockKind.PARAGRAPH, Span(0, 300)),), (), Meta())
        case "prints":
            print("words on standard output", flush=True)
            os.write(1, b"and past Python")
            return said(sys.stdin.read() + "quiet")
        case "reads":
            return attempt(lambda: Path(path).read_bytes())
        case "writes":
            return attempt(lambda: Path(path).write_bytes(b"x"))
        case "connects":
            return attempt(lambda: socket.create_connection(("127.0.0.1", int(path)), 1))
        case "nativewrites":
            return native("open", path.encode(), os.O_WRONLY | os.O_CREAT, 0o600)
        case "nativereads":
            return native("open", path.encode(), os.O_RDONLY)
        case "nativeremoves":
            return native("unlink", path.encode())
        case "nativerenames":
            return native("rename", path.encode(), f"{path}.moved".encode())
        case "nativeconnects":
            return native("socket", socket.AF_INET, socket.SOCK_STREAM, 0)
        case "nativeruns":
            return native("fork")
        case "nativekills":
            return native("kill", int(path), 0)
    raise AssertionError(name)


class Hostile:
    title = "Hostile"
    suffixes = ()
    media_types = ()

    def __init__(self, name):
        self.name = name

    def recognises(self, source):
        return False

    def read(self, source, cancel):
        return behave(source, self.name)


NAMES = """
    echo crash exit hang sleep memory recursion fault protected long blocks prints reads writes connects
    nativewrites nativereads nativeremoves nativerenames nativeconnects nativeruns nativekills
"""
READERS = {name: Hostile(name) for name in NAMES.split()}
