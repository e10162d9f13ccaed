"""Complaints written for the tests before the rules that read them: the agencies an officer would say, and whether
a machine may send them unseen. Every person, number and event is invented."""

from __future__ import annotations

from tests.directory.letters_mixed import SECOND
from tests.directory.letters_plain import NO_REPORTS, PASSING
from tests.directory.letters_several import OUTSIDE, SEVERAL, URGENT, VAGUE
from tests.directory.told import Told

LETTERS = (*SEVERAL, *URGENT, *VAGUE, *OUTSIDE, *PASSING, *NO_REPORTS, *SECOND)

__all__ = ["LETTERS", "NO_REPORTS", "Told"]
