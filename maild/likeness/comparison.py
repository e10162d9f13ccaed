"""Are two reports the same one? A value that tells why; a person decides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from maild.intent.report.text import folded
from maild.likeness.marks import MATTER, PERSONAL, Kind, kinds
from maild.likeness.portrait import Portrait

Sameness = Literal[
    "other channel", "same file", "same person", "same household", "same words", "written before", "same text"
]
"""`same text` alone is no duplicate: another person uses the words of a petition or a neighbour's letter."""

WORDS = 45  # of 100 shingles: a fifth of the words edited leaves 64, strangers on one matter share below 15
COPY = 80  # about two agencies: people keep their phrases when they write of another matter
TEMPLATE = 60  # between two people: they wrote the one after the other, not both about one kind of matter
HALF = 25  # some: the same story retold with pieces of it kept
FEW = 10  # shingles: less tells nothing by itself
ONE_NAME = 85  # token_set of names: 'Wayan Sukadana' and 'I Wayan Sukadana, S.H.'

REASONS: dict[Kind, str] = {
    "nik": "NIK sama",
    "address": "alamat surel sama",
    "phone": "nomor telepon sama",
    "kk": "nomor KK sama",
    "home": "alamat rumah sama",
    "name": "nama sama",
    "file": "nomor berkas atau pelanggan sama",
    "lapor": "nomor SP4N-LAPOR! sama",
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a new report is like an earlier one. `score` 0..100; `reasons` in Indonesian, for staff."""

    kind: Sameness
    score: int
    reasons: tuple[str, ...]

    @property
    def duplicate(self) -> bool:
        """Whether staff are asked before anything is done with the new report."""
        return self.kind != "same text"


def compare(
    new: Portrait,
    old: Portrait,
    *,
    again: bool = False,
    long_closed: bool = False,
    boilerplate: Collection[str] = frozenset(),
) -> Likeness | None:
    """None for strangers. `again`: the new report says that it was sent before; `long_closed`: the earlier
    one ended so long ago that the same person has a new matter, unless the words or a number are the same;
    `boilerplate`: shingles that many reports have, and that prove nothing."""
    shared = kinds(new.marks, old.marks)
    alike = resemblance(new, old, boilerplate)
    here = bool(set(new.agency_ids) & set(old.agency_ids))
    anywhere = here or not new.agency_ids or not old.agency_ids
    two = _two_people(new, old)
    why = tuple(REASONS[kind] for kind in REASONS if kind in shared)
    words = (*why, *((f"{alike} dari 100 bagian kata-kata sama",) if alike >= HALF else ()))
    if shared & MATTER:
        if shared & PERSONAL and not two:
            return Likeness("same person", 97, words)
        other = "lapor" in shared
        return Likeness("other channel" if other else "same file", 95 if other else 85, words)
    if shared & PERSONAL and not two and (anywhere or alike >= COPY) and (not long_closed or alike >= HALF):
        return Likeness("same person", 90 if here else 80, words)
    if long_closed and alike < WORDS:
        return None
    near = here or alike >= (HALF if anywhere else COPY)
    if near and (shared & {"kk", "home", "phone"} or (alike >= HALF and "address" in shared)):
        return Likeness("same household", 75, words)
    if two and alike >= TEMPLATE and anywhere:
        return Likeness("same text", 60, (*words, "pelapor berbeda"))
    if not two and alike >= WORDS and anywhere:
        return Likeness("same words", 70, words)
    if "name" in shared and here and alike >= HALF:
        return Likeness("same person", 65, words)
    if again and here and (alike >= FEW or _mentions(new, old.name)):
        return Likeness("written before", 45, (*words, "menyebut pernah melapor ke Ombudsman"))
    return None


def _mentions(new: Portrait, name: str) -> bool:
    """Whether the earlier reporter is spoken of: 'saya suami dari Kadek Ayu'. One word alone is no name."""
    words = folded(name)
    return len(words) >= 2 and f" {' '.join(words[:3])} " in f" {' '.join(folded(new.text))} "


def resemblance(new: Portrait, old: Portrait, boilerplate: Collection[str] = frozenset()) -> int:
    """0..100: how much of the shorter one stands in the longer one. A few shingles can all stand anywhere,
    so of a short text the share of all counts."""
    one, other = new.shingles, old.shingles
    if boilerplate:
        one, other = one.difference(boilerplate), other.difference(boilerplate)
    both, least = len(one & other), min(len(one), len(other))
    if not least:
        return 0
    of = least if least >= 2 * FEW else len(one | other)
    return round(100 * both / of)


def _two_people(new: Portrait, old: Portrait) -> bool:
    """Surely two: both tell an identity number, and another; or both tell a name, and another, and have no
    number of a person in common."""
    numbers = [{mark for mark, kind in one.marks.items() if kind == "nik"} for one in (new, old)]
    if all(numbers):
        return not numbers[0] & numbers[1]
    names = [" ".join(folded(one.name)) for one in (new, old)]
    return all(len(name) > 3 for name in names) and fuzz.token_set_ratio(*names) < ONE_NAME
