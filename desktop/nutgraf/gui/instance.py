"""One window for all articles: a second start hands its files to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QElapsedTimer, QLockFile, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PATIENCE = 1500  # milliseconds for the first window to answer
STARTING = 10_000  # milliseconds for a window that is starting to listen,
AGAIN = 50  # and between two looks whether it does


def _name(home: Path) -> str:
    """Return the name of the local socket: one for each user and folder of settings."""
    who = f"{getpass.getuser()}\n{home}"
    return "nutgraf-" + hashlib.sha256(who.encode()).hexdigest()[:16]


class Instance(QObject):
    """The running window's ear. It is a local socket, readable by this user alone; nothing goes over a network."""

    asked = Signal(list)  # files and links, as typed, absolute

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name(home)
        self._first = QLockFile(QDir(QDir.tempPath()).filePath(f"{self._name}.lock"))
        self._first.setStaleLockTime(0)  # however long a window is open; the lock of a program that died is none
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)

    def hand_over(self, wanted: Sequence[str]) -> bool:
        """Send files and links to the window that is running, or starting; False if there is none, and this is to be it."""
        waited = QElapsedTimer()
        waited.start()
        while True:
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(PATIENCE):
                return self._send(socket, wanted)
            if self._is_first() or waited.hasExpired(STARTING):
                return False
            QThread.msleep(AGAIN)

    def _is_first(self) -> bool:
        """Whether no other program is about to show the window; true also where no lock can be had."""
        return self._first.tryLock(0) or self._first.error() is not QLockFile.LockError.LockFailedError

    @staticmethod
    def _send(socket: QLocalSocket, wanted: Sequence[str]) -> bool:
        socket.write(json.dumps(list(wanted)).encode() + b"\n")
        socket.waitForBytesWritten(PATIENCE)
        heard = socket.waitForReadyRead(PATIENCE) and bytes(socket.readAll().data()) == b"ok\n"
        socket.disconnectFromServer()
        return heard

    def listen(self) -> None:
        """Be the running window. A socket left by a program that died is taken over."""
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()
        self._first.unlock()

    def _hear(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            wanted = json.loads(bytes(socket.readLine().data()))
        except (ValueError, RecursionError):  # not from Nutgraf
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        if isinstance(wanted, list) and all(isinstance(each, str) for each in wanted):
            self.asked.emit(wanted)
