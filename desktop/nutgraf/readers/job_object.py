"""Limits on a process under Windows: a job object (Windows 8 and later) that refuses it memory and processes beyond them.

`ctypes.WinDLL` exists on Windows alone, and is looked for when it is needed; the structures are the same anywhere.
"""

from __future__ import annotations

import ctypes
from ctypes import Structure, byref, c_int64, c_size_t, c_uint32, c_uint64, c_void_p, sizeof
from typing import Any

# winnt.h
_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_ACTIVE_PROCESS = 0x0008
_PROCESS_MEMORY = 0x0100
_DIE_ON_EXCEPTION = 0x0400  # no dialog asks about a crash
_KILL_ON_CLOSE = 0x2000


class BasicLimits(Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION; times in units of 100 ns."""

    _fields_ = (
        ("per_process_time", c_int64),
        ("per_job_time", c_int64),
        ("flags", c_uint32),
        ("least_working_set", c_size_t),
        ("most_working_set", c_size_t),
        ("processes", c_uint32),
        ("affinity", c_size_t),
        ("priority", c_uint32),
        ("scheduling", c_uint32),
    )


class ExtendedLimits(Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; memory in bytes."""

    _fields_ = (
        ("basic", BasicLimits),
        ("io", c_uint64 * 6),
        ("process_memory", c_size_t),
        ("job_memory", c_size_t),
        ("peak_process_memory", c_size_t),
        ("peak_job_memory", c_size_t),
    )


def limits(memory: int) -> ExtendedLimits:
    """Return the limits of a process that may commit `memory` bytes and start no other process."""
    found = ExtendedLimits()
    found.basic.flags = _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_EXCEPTION | _KILL_ON_CLOSE
    found.basic.processes = 1
    found.process_memory = memory
    return found


def join(memory: int) -> bool:
    """Put this process into a job of its own with these limits, for good; return whether the system did.

    The job's handle is kept open on purpose: it is closed with the process.
    """
    kernel: Any = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 - unknown to type checkers elsewhere
    kernel.CreateJobObjectW.restype = c_void_p
    kernel.GetCurrentProcess.restype = c_void_p
    kernel.SetInformationJobObject.argtypes = (c_void_p, c_uint32, c_void_p, c_uint32)
    kernel.AssignProcessToJobObject.argtypes = (c_void_p, c_void_p)
    job = kernel.CreateJobObjectW(None, None)
    asked = limits(memory)
    return bool(
        job
        and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, byref(asked), sizeof(asked))
        and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
    )
