"""What a person should look at in the register: posts, terms, names that lead nowhere, doubtful addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from maild.directory.people import desk, is_free_mail, superior
from maild.directory.register import Agency, Directory
from maild.intent.report.text import words

SOON = timedelta(days=60)  # terms that end within it are told beforehand

State = Literal["active", "vacant", "expired", "bouncing"]
Kind = Literal["vacant", "expired", "ending", "bouncing", "alias", "address", "superior"]


@dataclass(frozen=True, slots=True)
class Doubt:
    agency_id: str
    kind: Kind
    why: str


def state_of(directory: Directory, agency_id: str, today: date, bouncing: Collection[str]) -> State:
    """As `agencies list` tells it. bouncing: addresses whose last letter came back."""
    found = desk(directory, agency_id, today)
    return "bouncing" if found.state == "active" and found.email in bouncing else found.state


def review(directory: Directory, today: date, bouncing: Collection[str] = ()) -> tuple[Doubt, ...]:
    """Everything doubtful, agency by agency in the order of the register."""
    spelled = _spellings(directory, today)
    return tuple(
        doubt
        for agency in directory.agencies.values()
        for doubt in (
            *_of_post(directory, agency, today, bouncing),
            *_of_names(agency, spelled),
            *_of_addresses(directory, agency),
        )
    )


def _of_post(directory: Directory, agency: Agency, today: date, bouncing: Collection[str]) -> Iterator[Doubt]:
    state = state_of(directory, agency.id, today, bouncing)
    point = agency.focal_point
    if point is None:
        yield Doubt(agency.id, "vacant", "no focal point")
    elif state == "vacant":
        yield Doubt(agency.id, "vacant", f"the focal point is appointed from {point.appointed_on} on")
    elif state == "expired":
        yield Doubt(agency.id, "expired", f"the term ended on {point.valid_until}")
    elif point.valid_until is not None and point.valid_until - today <= SOON:
        yield Doubt(agency.id, "ending", f"the term ends on {point.valid_until}")
    if state == "bouncing":
        yield Doubt(agency.id, "bouncing", "the last letter to the focal point came back")


def _spellings(directory: Directory, today: date) -> dict[tuple[str, ...], list[str]]:
    """Names and aliases as routing compares them -> the agencies that a report of today can mean by them."""
    bearers: dict[tuple[str, ...], dict[str, bool]] = defaultdict(dict)
    for agency in directory.agencies.values():
        for name, term in agency.names:
            known = bearers[_key(name)]
            known[agency.id] = known.get(agency.id, False) or term.holds(today)
    return {
        key: [agency_id for agency_id, holds in known.items() if holds] or list(known)
        for key, known in bearers.items()
    }


def _key(name: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(name))


def _of_names(agency: Agency, spelled: dict[tuple[str, ...], list[str]]) -> Iterator[Doubt]:
    """A name that several agencies bear, or that has no letter in it, brings no report anywhere."""
    for name in dict.fromkeys(name for name, _ in agency.names):
        key = _key(name)
        others = [other for other in spelled[key] if other != agency.id]
        if not "".join(key).strip():
            yield Doubt(agency.id, "alias", f"'{name}' has no word in it")
        elif others and agency.id in spelled[key]:
            yield Doubt(agency.id, "alias", f"'{name}' is also a name of {', '.join(others[:3])}")


def _of_addresses(directory: Directory, agency: Agency) -> Iterator[Doubt]:
    point = agency.focal_point
    if point is not None and is_free_mail(point.email.rpartition("@")[2]):
        yield Doubt(agency.id, "address", "the focal point's address is one of free mail")
    above = superior(directory, agency.id)
    if above is None:
        yield Doubt(agency.id, "superior", "nobody to turn to when the focal point does not answer")
    elif point is not None and above == point.email:
        yield Doubt(agency.id, "superior", "the superior has the focal point's own address")
