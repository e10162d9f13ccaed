"""Public bodies named in a text: kind of office and place, before any agency list is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from maild.intent.report.offices import FILLERS, KINDS, SERVICES
from maild.intent.report.places import Gazetteer, Phrase, Place, longest_by_first, place_at
from maild.intent.report.text import Word, folded

_REACH = 5  # fillers at most between an office and its place
_LEVELS = {"provinsi": "provinsi", "kabupaten": "kabupaten", "kota": "kota"}


@dataclass(frozen=True, slots=True)
class Body:
    """'Dinas Sosial Kab. Bangli' -> kind 'sosial', regions {'kabupaten bangli'}.

    `level` is set where only 'kota', 'kabupaten' or 'provinsi' follows the office, without a name.
    """

    kind: str
    scope: str
    regions: frozenset[str]
    place_level: str  # provinsi, regency, inside, ''
    level: str  # provinsi, kabupaten, kota, ''
    first: int
    last: int  # last word of office and place
    office_last: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    offices: Mapping[Phrase, str]
    scopes: Mapping[str, str]
    services: Mapping[Phrase, tuple[str, ...]]
    longest: Mapping[str, int]  # first word of an office name -> most words of any


@cache
def vocabulary() -> Vocabulary:
    offices: dict[Phrase, str] = {}
    scopes: dict[str, str] = {}
    for line in KINDS.strip().splitlines():
        kind, scope, names = line.split("|")
        scopes[kind] = scope
        for name in names.split(","):
            offices.setdefault(folded(name), kind)
    services: dict[Phrase, tuple[str, ...]] = {}
    for line in SERVICES.strip().splitlines():
        kind, names = line.split("|")
        for name in names.split(","):
            phrase = folded(name)
            services[phrase] = (*services.get(phrase, ()), kind)
    return Vocabulary(offices, scopes, services, longest_by_first(offices))


def bodies(gaz: Gazetteer, text: tuple[Word, ...]) -> tuple[Body, ...]:
    """Every public body named in the text, in order."""
    found: list[Body] = []
    i = 0
    while i < len(text):
        body = body_at(gaz, text, i)
        if body is None:
            i += 1
            continue
        found.append(body)
        i = body.office_last + 1
    return tuple(found)


def body_at(gaz: Gazetteer, text: tuple[Word, ...], i: int) -> Body | None:
    """The office that begins at word `i`, with the place that follows it."""
    known = vocabulary()
    for size in range(min(known.longest.get(text[i].folded, 0), len(text) - i), 0, -1):
        kind = known.offices.get(tuple(w.folded for w in text[i : i + size]))
        if kind is not None:
            return _with_place(gaz, text, i, i + size - 1, kind, known.scopes[kind])
    return None


def _with_place(
    gaz: Gazetteer, text: tuple[Word, ...], first: int, last: int, kind: str, scope: str
) -> Body | None:
    level, place = "", None
    j = last + 1
    while j < len(text) and j <= last + _REACH and text[j].sentence == text[last].sentence:
        place = place_at(gaz, text, j, marked=j == last + 1)
        if place is not None:
            break
        word = text[j].folded
        if word in _LEVELS:
            level = level or _LEVELS[word]
        elif word not in FILLERS:
            break
        j += 1
    if place is not None and level and not _agrees(place, level):
        place = None  # 'Dinas P dan K Provinsi di Kupang': the place is where it stands, not its region
    if place is None:
        end = last + 1 if level else last
        return Body(kind, scope, frozenset(), "", level, first, end, last)
    return Body(kind, scope, place.regions, place.level, level, first, place.last, last)


def _agrees(place: Place, level: str) -> bool:
    return any(r.startswith(level + " ") for r in place.regions) or (
        level == "kota" and place.level == "inside"
    )


def services(text: tuple[Word, ...]) -> Mapping[str, int]:
    """Kinds of office whose services the text speaks of, with how often."""
    known = vocabulary().services
    counts: dict[str, int] = {}
    for i in range(len(text)):
        for size in (3, 2, 1):
            kinds = known.get(tuple(w.folded for w in text[i : i + size]))
            if kinds:
                for kind in kinds:
                    counts[kind] = counts.get(kind, 0) + 1
                break
    return counts
