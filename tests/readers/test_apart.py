from threading import Event, Timer

import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.readers.apart import apart


def test_what_the_work_gives_is_returned():
    assert apart(lambda: 7, Cancel()) == 7


def test_what_the_work_raises_is_raised():
    with pytest.raises(ZeroDivisionError):
        apart(lambda: 1 / 0, Cancel())


def test_work_that_never_ends_is_given_up():
    cancel, never = Cancel(), Event()
    Timer(0.05, cancel.set).start()
    with pytest.raises(Cancelled):
        apart(never.wait, cancel)
    never.set()


def test_work_that_nobody_waits_for_is_not_begun():
    cancel, begun = Cancel(), []
    cancel.set()
    with pytest.raises(Cancelled):
        apart(lambda: begun.append(1), cancel)
    assert not begun
