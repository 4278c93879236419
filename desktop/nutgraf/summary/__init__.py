"""Extractive summaries: methods that rank sentences, and lengths that cut a ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.errors import SettingError
from nutgraf.summary.automatic import Automatic
from nutgraf.summary.lead import Lead
from nutgraf.summary.learned import LONG_READ, NEWS
from nutgraf.summary.sumy_methods import SUMY_METHODS

if TYPE_CHECKING:
    from nutgraf.summary.base import Method

METHODS: tuple[Method, ...] = (Automatic(), NEWS, LONG_READ, Lead(), *SUMY_METHODS)
DEFAULT = Automatic.name


def method(name: str) -> Method:
    """Return the method of that name.

    Raises:
        SettingError: there is none.

    """
    for each in METHODS:
        if each.name == name:
            return each
    known = ", ".join(each.name for each in METHODS)
    raise SettingError(f"There is no method of summary named “{name[:80]}”. Please choose one of these: {known}.")
