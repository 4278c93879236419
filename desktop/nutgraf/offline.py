"""Nutgraf opens no socket, ever; one of the libraries below ours would."""

from __future__ import annotations

from functools import cache


@cache
def load_urllib3() -> None:
    """Import urllib3, which sumy and trafilatura import, without the socket that it binds to ::1 to learn whether there is IPv6.

    To be called before either is imported. Nothing is fetched with it, so that its answer does not matter.
    """
    import socket

    known = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        import urllib3.util.connection  # noqa: F401
    finally:
        socket.has_ipv6 = known
