"""Linux: a process that may read nothing but the program's own files (Landlock, linux/landlock.h, kernel 5.13 and later)."""

from __future__ import annotations

import ctypes
import os
import struct
import sys
import sysconfig
from pathlib import Path

from nutgraf import assets

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_VERSION = 1
_BENEATH = 1
_NO_NEW_PRIVILEGES = 38
_EXECUTE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 2, 1 << 3
_FILE_RIGHTS = ((1, 13), (2, 14), (3, 15), (5, 16))  # version of the interface, and how many rights over files it knows
_TCP = 0b11  # bind, connect: version 4
_SCOPES = 0b11  # abstract sockets, signals: version 6
_SYSTEM = ("/usr", "/lib", "/lib64", "/nix/store", "/etc/ld.so.cache", "/etc/localtime", "/dev/null", "/dev/urandom")


def refuse_files() -> bool:
    """Leave this process nothing to write and only Python, the libraries and Nutgraf to read; return whether that holds."""
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE_RULESET, None, 0, _VERSION)
    if version < 1:
        return False
    rights = (1 << max(count for least, count in _FILE_RIGHTS if version >= least)) - 1
    asked = struct.pack("QQQ", rights, _TCP, _SCOPES)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = libc.syscall(_CREATE_RULESET, asked, size, 0)
    if ruleset < 0:
        return False
    try:
        for root in _roots():
            _allow_reading(libc, ruleset, root)
        return not libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) and not libc.syscall(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _roots() -> set[Path]:
    """Return the folders and files that Python and its libraries are in."""
    own = {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), *sys.path, *_SYSTEM, str(assets.root())}
    found = {Path(each).resolve() for each in own if each}
    return {path for path in found if path.exists() and path != Path("/")}


def _allow_reading(libc: ctypes.CDLL, ruleset: int, root: Path) -> None:
    rights = _EXECUTE | _READ_FILE | (_READ_FOLDER if root.is_dir() else 0)
    place = os.open(root, os.O_PATH | os.O_CLOEXEC)
    try:
        libc.syscall(_ADD_RULE, ruleset, _BENEATH, struct.pack("=Qi", rights, place), 0)
    finally:
        os.close(place)
