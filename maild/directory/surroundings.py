"""Where and when a complaint happens: the places that a text tells, and the day on which it is routed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from maild.directory.index import Index
from maild.intent.report.places import Place, places
from maild.intent.report.text import Word

# Just before a place: somebody lives there; or it is where the land, the building or the damage is.
_HOME = re.compile(r"\b(?:tinggal|(?:ber)?domisili|(?:ber)?alamat|mengontrak|ngontrak|kos|asal|warga)\b")
_OBJECT = re.compile(
    r"\b(?:tanah|lahan|vil+a|bangunan|ruko|kios|rumah(?! sakit)|toko|hotel|homestay|kavling|kebun|sawah"
    r"|lokasi|objek|pbg|imb|izin|proyek|gudang|got|drainase|saluran|jembatan|jalan raya|sampah)\b[^.;]{0,60}"
    r"\b(?:di|daerah)\b"
)
_REACH = 80  # characters before a place
_OUR_OFFICE = 6  # words: 'Ombudsman RI Perwakilan Provinsi Bali di Denpasar'


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the text says about where.

    `evidence`: region ids by how many different place names (and the identity number) point to them alone.
    `spread`: regions that a place name of the text points to. `matter`: those of them where the thing
    complained of is; where the text does not tell, those that are not only somebody's home, else all.
    `day`: today.
    """

    day: date
    evidence: dict[str, int]
    spread: frozenset[str]
    matter: frozenset[str]

    def ranked(self) -> list[str]:
        """Regions, those of the matter first."""
        return sorted(self.evidence, key=lambda r: (r not in self.matter, -self.evidence[r], r))


def surroundings(
    index: Index,
    text: str,
    spelled: tuple[Word, ...],
    part_of_name: frozenset[int],
    nik: str | None,
    day: date,
) -> Surroundings:
    """`part_of_name`: words of agencies' names; 'BPN Badung' does not say where the land lies."""
    evidence: dict[str, int] = {}
    at: dict[str, set[str]] = {"home": set(), "object": set(), "": set()}
    seen: set[tuple[str, ...]] = set()
    for place in places(index.gazetteer, spelled):
        phrase = tuple(w.folded for w in spelled[place.first : place.last + 1])
        if place.first in part_of_name or not _tells(place) or phrase in seen or _ours(spelled, place):
            continue
        seen.add(phrase)
        region = next(iter(place.regions))
        evidence[region] = evidence.get(region, 0) + 1
        at[_as_what(text, spelled[place.first].start)].add(region)
    spread = frozenset(evidence)
    coded = index.gazetteer.codes.get(nik[:4]) if nik else None
    if coded:
        evidence[coded] = evidence.get(coded, 0) + 1
    return Surroundings(day, evidence, spread, frozenset(at["object"] or at[""]) or spread)


def _tells(place: Place) -> bool:
    return len(place.regions) == 1 and place.level != "provinsi"


def _ours(spelled: tuple[Word, ...], place: Place) -> bool:
    return any(w.folded == "ombudsman" for w in spelled[max(0, place.first - _OUR_OFFICE) : place.first])


def _as_what(text: str, start: int) -> str:
    before = re.split(r"[.;]\s|\n[ \t]*\n", text[max(0, start - _REACH) : start].lower())[-1]
    marks = {"home": _last(_HOME, before), "object": _last(_OBJECT, before)}
    nearest = max(marks, key=lambda what: marks[what])
    return nearest if marks[nearest] >= 0 else ""


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1)
