"""What two reports are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from maild.likeness.bands import bands
from maild.likeness.marks import Kind, marks_of, sealed
from maild.likeness.words import READ, shingles, telling_words


@dataclass(frozen=True, slots=True)
class Portrait:
    """A report as its shingles, its sealed marks, the reporter's name and the agencies it is about."""

    shingles: frozenset[str]
    marks: Mapping[int, Kind]
    name: str = ""
    agency_ids: tuple[str, ...] = ()
    text: str = field(default="", repr=False)  # to find a name in


def portrait(
    text: str,
    hidden: Iterable[tuple[str, str]],
    name: str,
    agency_ids: tuple[str, ...] = (),
    *,
    key: bytes,
    scope: str,
) -> Portrait:
    """`hidden`: (kind, value) of the reporter's identity as cases keep it: address, number, postal, name.
    `key` and `scope` seal the marks; portraits of different ones have none in common."""
    text = text[:READ]
    marks = sealed(marks_of(text, hidden, name), key, scope)
    return Portrait(shingles(telling_words(text)), marks, name, agency_ids, text)


@lru_cache(maxsize=256)
def shingles_of(subject: str, text: str) -> frozenset[str]:
    """Those of a report with this subject, as `portrait` has them."""
    return shingles(telling_words(f"{subject}\n{text}"[:READ]))


def bands_of(one: Portrait, scope: str) -> tuple[int, ...]:
    return bands(one.shingles, scope)
