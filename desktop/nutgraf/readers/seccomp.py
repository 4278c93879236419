"""Linux: a filter of system calls that leaves a process no network, no writing and no other process (seccomp, filter mode).

The filter is a list of what is refused, in the kernel's classic BPF (linux/seccomp.h, linux/filter.h). What reading needs
(memory, reading files, pipes that are open already) goes on as before. The numbers are from asm/unistd_64.h and
asm-generic/unistd.h.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from itertools import chain

_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _JUMP_IF_SET, _RETURN = (
    0x20,
    0x15,
    0x35,
    0x45,
    0x06,
)  # opcodes of 32-bit words
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data
_X32 = 0x40000000  # x86-64's other set of numbers
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2  # of prctl
_WRITES = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000 | 0o20000000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND, __O_TMPFILE
_THREAD = 0x10000  # CLONE_THREAD

# pidfd_send_signal, io_uring_*, open_tree, move_mount, fsopen, fsmount, pidfd_open, pidfd_getfd, mount_setattr, fchmodat2, …
_EVERYWHERE = (424, 425, 426, 427, 428, 429, 430, 432, 434, 438, 440, 442, 452, 463, 466, 467)
_UNKNOWN = (435, 437)  # clone3, openat2: as if the kernel had none, so that libraries use what can be looked into


class _X86:
    architecture = 0xC000003E
    open, openat, clone, prlimit = 2, 257, 56, 302
    refused = (
        *range(41, 51), 53, 288, 299, 307,  # sockets
        57, 58, 59, 62, 101, 200, 234, 310, 311, 322,  # processes: fork, execve, kill, ptrace, process_vm_*
        76, 77, *range(82, 89), *range(90, 95), 132, 133, 235, *range(258, 262), *range(263, 267), 268, 280, 316,  # files
        188, 189, 190, 197, 198, 199, 319,  # extended attributes, memfd_create
        155, 161, 165, 166, 167, 169, 175, 176, 246, 248, 249, 250, 272, 298, 304, 308, 313, 321, 323,  # the system
    )  # fmt: skip


class _Arm:
    architecture = 0xC00000B7
    open, openat, clone, prlimit = None, 56, 220, 261
    refused = (
        *range(198, 208), 211, 212, 242, 243, 269,  # sockets
        117, 129, 130, 131, 221, 270, 271, 281,  # processes
        33, 34, 35, 36, 37, 38, 45, 46, 52, 53, 54, 55, 88, 276,  # files
        5, 6, 7, 14, 15, 16, 279,  # extended attributes, memfd_create
        39, 40, 41, 51, 97, 104, 105, 106, 142, 217, 218, 219, 224, 241, 265, 268, 273, 280, 282,  # the system
    )  # fmt: skip


_MACHINES: dict[str, type[_X86 | _Arm]] = {"x86_64": _X86, "aarch64": _Arm}


def refuse_system_calls() -> bool:
    """Put the filter on this process for good; return whether the system took it."""
    machine = _MACHINES.get(platform.machine())
    if not machine or struct.calcsize("P") != 8:
        return False
    program = b"".join(chain(_guard(machine), _rules(machine), [_step(_RETURN, _ALLOW)]))
    held = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(held))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return bool(libc.prctl(_SET_SECCOMP, _FILTER_MODE, described, 0, 0) == 0)


def _step(code: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("HBBI", code, then, otherwise, value)


def _guard(machine: type[_X86 | _Arm]) -> list[bytes]:
    """Kill what calls in another architecture's numbers."""
    return [
        _step(_LOAD, _ARCHITECTURE),
        _step(_JUMP_IF_EQUAL, machine.architecture, 1, 0),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER),
        _step(_JUMP_IF_AT_LEAST, _X32, 0, 1),
        _step(_RETURN, _KILL),
    ]


def _rules(machine: type[_X86 | _Arm]) -> list[bytes]:
    steps = []
    for number in (*machine.refused, *_EVERYWHERE):
        steps += [_step(_JUMP_IF_EQUAL, number, 0, 1), _step(_RETURN, _REFUSE | errno.EPERM)]
    for number in _UNKNOWN:
        steps += [_step(_JUMP_IF_EQUAL, number, 0, 1), _step(_RETURN, _REFUSE | errno.ENOSYS)]
    if machine.open is not None:
        steps += _unless(machine.open, 1, _JUMP_IF_SET, _WRITES, refuse_if=True)
    steps += _unless(machine.openat, 2, _JUMP_IF_SET, _WRITES, refuse_if=True)
    steps += _unless(machine.clone, 0, _JUMP_IF_SET, _THREAD, refuse_if=False)
    return steps + _unless(machine.prlimit, 0, _JUMP_IF_EQUAL, 0, refuse_if=False)


def _unless(number: int, argument: int, test: int, value: int, *, refuse_if: bool) -> list[bytes]:
    """Refuse or allow a call by the lower half of one of its arguments."""
    return [
        _step(_JUMP_IF_EQUAL, number, 0, 4),
        _step(_LOAD, _ARGUMENTS + 8 * argument),
        _step(test, value, *((0, 1) if refuse_if else (1, 0))),
        _step(_RETURN, _REFUSE | errno.EPERM),
        _step(_RETURN, _ALLOW),
    ]
