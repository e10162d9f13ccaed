"""Public bodies named in a text: kind of office and place, before any agency list is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from maild.intent.report.offices import FILLERS
from maild.intent.report.places import (
    MISSPELT,
    Gazetteer,
    Phrase,
    Place,
    longest_by_first,
    place_at,
    place_like,
)
from maild.intent.report.spelling import Spellings
from maild.intent.report.text import Word, folded, word_set

_REACH = 5  # fillers at most between an office and its place
ALIKE = "alike"
_LEVELS = {"provinsi": "provinsi", "kabupaten": "kabupaten", "kota": "kota"}


@dataclass(frozen=True, slots=True)
class Body:
    """'Dinas Sosial Kab. Bangli' -> kind 'sosial', regions {'kabupaten bangli'}.

    `level` is set where only 'kota', 'kabupaten' or 'provinsi' follows the office, without a name.
    """

    kind: str
    scope: str
    regions: frozenset[str]
    place_level: str  # provinsi, regency, inside, alike (misspelt), ''
    level: str  # provinsi, kabupaten, kota, ''
    first: int
    last: int  # last word of office and place
    office_last: int


@dataclass(frozen=True, slots=True)
class Service:
    """What people come for. `level` and `agency_id` are '' where the service does not tell them. `weak`: the
    word occurs in complaints about other offices as well ('KTP', 'sekolah')."""

    function: str
    level: str
    agency_id: str
    weak: bool


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    offices: Mapping[Phrase, str]  # name of an office -> function
    careful: frozenset[Phrase]  # those that are ordinary words as well
    scopes: Mapping[str, str]  # function -> scope
    above: Mapping[str, str]  # function -> the one to turn to where the list has none of it
    one_per_city: frozenset[str]  # functions whose branches have no offices in the quarters of a city
    bears_out: Mapping[str, frozenset[str]]  # words that bear out an office named, too common to suggest one
    services: Mapping[Phrase, tuple[Service, ...]]
    served: frozenset[str]  # functions of which services are known
    levels: Mapping[Phrase, tuple[str, str]]  # kind of school or road -> function and level in charge
    longest: Mapping[str, int]  # first word of an office name -> most words of any
    longest_service: Mapping[str, int]
    longest_level: Mapping[str, int]
    near: Spellings  # names of offices -> functions, for those who misspell them


Rows = Iterable[Mapping[str, str]]


def vocabulary_of(functions: Rows, offices: Rows, services: Rows, levels: Rows) -> Vocabulary:
    """From the rows of these tables."""
    functions, offices = tuple(functions), tuple(offices)
    named: dict[Phrase, str] = {}
    for row in offices:
        named.setdefault(folded(row["office"]), row["function"])
    offered: dict[Phrase, tuple[Service, ...]] = {}
    for row in services:
        phrase = folded(row["service"])
        service = Service(
            row["function"], row.get("level") or "", row.get("agency_id") or "", bool(row.get("weak"))
        )
        offered[phrase] = (*offered.get(phrase, ()), service)
    owned = {folded(row["word"]): (row["function"], row["level"]) for row in levels}
    return Vocabulary(
        offices=named,
        careful=frozenset(folded(row["office"]) for row in offices if row.get("careful")),
        scopes={row["function"]: row["scope"] for row in functions},
        above={row["function"]: row["above"] for row in functions if row.get("above")},
        one_per_city=frozenset(row["function"] for row in functions if row.get("one_per_city")),
        bears_out={row["function"]: frozenset((row.get("bears_out") or "").split()) for row in functions},
        services=offered,
        served=frozenset(service.function for found in offered.values() for service in found),
        levels=owned,
        longest=longest_by_first(named),
        longest_service=longest_by_first(offered),
        longest_level=longest_by_first(owned),
        near=_near(named, {row["function"] for row in functions if row["scope"] in _IN_LISTS}),
    )


_IN_LISTS = ("area", "own", "wide")
_LONG = 6  # letters of a name that may be misspelt


def _near(named: Mapping[Phrase, str], functions: set[str]) -> Spellings:
    """Single words ('Disdikpora') and what follows 'Dinas'; others an ordinary word resembles too easily."""
    return Spellings(
        {
            " ".join(phrase): (function,)
            for phrase, function in named.items()
            if function in functions
            and (len(phrase) == 1 or (len(phrase) == 2 and phrase[0] == _DINAS))
            and len(phrase[-1]) >= _LONG
        }
    )


_DINAS = "dinas"


def bodies(gaz: Gazetteer, known: Vocabulary, text: tuple[Word, ...]) -> tuple[Body, ...]:
    """Every public body named in the text, in order."""
    found: list[Body] = []
    i = 0
    while i < len(text):
        body = body_at(gaz, known, text, i)
        if body is None:
            i += 1
            continue
        found.append(body)
        i = body.office_last + 1
    return tuple(found)


def body_at(gaz: Gazetteer, known: Vocabulary, text: tuple[Word, ...], i: int) -> Body | None:
    """The office that begins at word `i`, with the place that follows it."""
    for size in range(min(known.longest.get(text[i].folded, 0), len(text) - i), 0, -1):
        phrase = tuple(w.folded for w in text[i : i + size])
        kind = known.offices.get(phrase)
        if kind is None:
            continue
        body = _with_place(gaz, text, i, i + size - 1, kind, known.scopes[kind])
        if phrase not in known.careful or body.regions or body.level or _before_office(text, i):
            return body
    return _misspelt(gaz, known, text, i)


def _misspelt(gaz: Gazetteer, known: Vocabulary, text: tuple[Word, ...], i: int) -> Body | None:
    """'Disdikopra Bangli', 'Dinas Sosail Ende': told only with a place, and never certain."""
    last = i + 1 if text[i].folded == _DINAS and i + 1 < len(text) else i
    kind = _function_like(known, " ".join(w.folded for w in text[i : last + 1]))
    if not kind:
        return None
    body = _with_place(gaz, text, i, last, kind, known.scopes[kind])
    return replace(body, place_level=ALIKE) if body.regions else None


@lru_cache(maxsize=20_000)
def _function_like(known: Vocabulary, name: str) -> str:
    functions = known.near.meant(name, MISSPELT) if len(name) >= _LONG else frozenset[str]()
    return next(iter(functions)) if len(functions) == 1 else ""


def _before_office(text: tuple[Word, ...], i: int) -> bool:
    """'ke PU' is the office; in Kupang 'saya pu KTP' is my identity card."""
    return i > 0 and text[i - 1].folded in _BEFORE_OFFICE


_BEFORE_OFFICE = word_set("ke di oleh kepada dari pihak kantor petugas kepala orang pegawai sama pi pigi")


def _with_place(gaz: Gazetteer, text: tuple[Word, ...], first: int, last: int, kind: str, scope: str) -> Body:
    level, place = "", None
    j = last + 1
    while j < len(text) and j <= last + _REACH and text[j].sentence == text[last].sentence:
        place = place_at(gaz, text, j, marked=j == last + 1)
        if place is not None:
            break
        word = text[j].folded
        if word in _LEVELS or fuzz.ratio(word, "kabupaten") >= MISSPELT:
            level = level or _LEVELS.get(word, "kabupaten")
        elif word not in FILLERS and not (scope == "unit" and word.isdecimal() and len(word) < 4):
            break
        j += 1
    told = place is not None
    if place is not None and level and not _agrees(place, level):
        place = None  # 'Dinas P dan K Provinsi di Kupang': the place is where it stands, not its region
    near = place_like(gaz, text, j) if not told and j < len(text) and j <= last + _REACH else None
    if near and text[j].sentence == text[last].sentence:
        fitting = frozenset(r for r in near if not level or r.startswith(level + " "))
        return Body(kind, scope, fitting or near, ALIKE, level, first, j, last)
    if place is None:
        end = last + 1 if level else last
        return Body(kind, scope, frozenset(), "", level, first, end, last)
    return Body(kind, scope, place.regions, place.level, level, first, place.last, last)


def _agrees(place: Place, level: str) -> bool:
    return any(r.startswith(level + " ") for r in place.regions) or (
        level == "kota" and place.level == "inside"
    )


def services(known: Vocabulary, text: tuple[Word, ...], *, weak: bool = True) -> Mapping[str, int]:
    """Functions whose services the text speaks of, with how often; without the weak words if not wanted."""
    counts: dict[str, int] = {}
    for service in offered(known, text):
        if service.weak and not weak:
            continue
        counts[service.function] = counts.get(service.function, 0) + 1
    return counts


def offered(known: Vocabulary, text: tuple[Word, ...]) -> Iterator[Service]:
    """The services that the text speaks of, as often as it does."""
    for i, word in enumerate(text):
        for size in range(min(known.longest_service.get(word.folded, 0), len(text) - i), 0, -1):
            found = known.services.get(tuple(w.folded for w in text[i : i + size]))
            if found:
                yield from found
                break


def levels_told(known: Vocabulary, text: tuple[Word, ...]) -> frozenset[tuple[str, str]]:
    """Functions and levels in charge of the schools and roads that the text speaks of."""
    found: set[tuple[str, str]] = set()
    for i, word in enumerate(text):
        for size in range(min(known.longest_level.get(word.folded, 0), len(text) - i), 0, -1):
            owner = known.levels.get(tuple(w.folded for w in text[i : i + size]))
            if owner:
                found.add(owner)
                break
    return frozenset(found)
