"""Limits under Windows: the structures are as its headers lay them out, and what is asked of it is asked in order."""

import ctypes
from ctypes import sizeof

import pytest

from nutgraf.readers import job_object
from nutgraf.readers.job_object import BasicLimits, ExtendedLimits, join, limits

WIDE = sizeof(ctypes.c_void_p) == 8


@pytest.mark.skipif(not WIDE, reason="sizes of 64-bit Windows")
def test_the_structures_are_those_of_winnt_h():
    assert (sizeof(BasicLimits), sizeof(ExtendedLimits)) == (64, 144)
    assert [BasicLimits.flags.offset, BasicLimits.processes.offset, BasicLimits.scheduling.offset] == [16, 40, 60]
    assert [ExtendedLimits.io.offset, ExtendedLimits.process_memory.offset, ExtendedLimits.job_memory.offset] == [
        64,
        112,
        120,
    ]


def test_memory_is_limited_no_process_is_started_and_no_dialog_asks():
    asked = limits(512 << 20)
    assert asked.process_memory == 512 << 20
    assert asked.basic.processes == 1
    assert asked.basic.flags == 0x8 | 0x100 | 0x400 | 0x2000


class Kernel:
    """Stands in for kernel32; each function returns what it is told to and takes ctypes' attributes."""

    def __init__(self, **answers):
        self.asked = []
        for name in ("CreateJobObjectW", "GetCurrentProcess", "SetInformationJobObject", "AssignProcessToJobObject"):
            setattr(self, name, self._function(name, answers.get(name, 1)))

    def _function(self, name, answer):
        def call(*arguments):
            self.asked.append((name, len(arguments)))
            return answer

        return call


@pytest.mark.parametrize(
    ("refused", "held"),
    [
        (None, True),
        ("CreateJobObjectW", False),
        ("SetInformationJobObject", False),
        ("AssignProcessToJobObject", False),
    ],
)
def test_the_process_joins_a_job_and_says_whether_it_holds(monkeypatch, refused, held):
    kernel = Kernel(**({refused: 0} if refused else {}))
    monkeypatch.setattr(job_object.ctypes, "WinDLL", lambda *_, **__: kernel, raising=False)
    assert join(1 << 30) is held
    if held:
        assert kernel.asked == [
            ("CreateJobObjectW", 2), ("SetInformationJobObject", 4), ("GetCurrentProcess", 0), ("AssignProcessToJobObject", 2)
        ]  # fmt: skip
