"""A complaint written for the tests, with what an officer would say of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """`agencies`: all that it should go to, empty where an officer would have to ask. `near`: an agency that an
    officer would look at first all the same. `alone`: a machine may send it unseen."""

    name: str
    office: str
    text: str
    agencies: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    alone: bool = False
    subject: str = "Laporan"


def told(
    name: str,
    office: str,
    text: str,
    agencies: str = "",
    near: str = "",
    *,
    alone: bool = False,
    subject: str = "Laporan",
) -> Told:
    return Told(name, office, text, frozenset(agencies.split()), frozenset(near.split()), alone, subject)
