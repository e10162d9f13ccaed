"""Where and when a complaint happens: the places that a text tells, and the day on which it is routed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from maild.directory.index import Index
from maild.intent.report.places import Place, places
from maild.intent.report.text import Word, folded


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the text says about where.

    `evidence`: region ids by how many different place names (and the identity number) point to them alone.
    `spread`: regions that a place name of the text points to. `matter`: those of them that are told otherwise
    than as the reporter's home; the same as `spread` where only the home is told. `day`: today.
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
    spelled: tuple[Word, ...],
    part_of_name: frozenset[int],
    nik: str | None,
    address: str | None,
    day: date,
) -> Surroundings:
    """`part_of_name`: words of agencies' names; 'BPN Badung' does not say where the land lies."""
    evidence: dict[str, int] = {}
    at_home, elsewhere = set[str](), set[str]()
    home = folded(address or "")
    seen: set[tuple[str, ...]] = set()
    for place in places(index.gazetteer, spelled):
        phrase = tuple(w.folded for w in spelled[place.first : place.last + 1])
        if place.first in part_of_name or not _tells(place) or phrase in seen:
            continue
        seen.add(phrase)
        region = next(iter(place.regions))
        evidence[region] = evidence.get(region, 0) + 1
        (at_home if _within(phrase, home) else elsewhere).add(region)
    spread = frozenset(evidence)
    coded = index.gazetteer.codes.get(nik[:4]) if nik else None
    if coded:
        evidence[coded] = evidence.get(coded, 0) + 1
    return Surroundings(day, evidence, spread, frozenset(elsewhere) or spread)


def _tells(place: Place) -> bool:
    return len(place.regions) == 1 and place.level != "provinsi"


def _within(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[i : i + len(phrase)] == phrase for i in range(len(words) - len(phrase) + 1))
