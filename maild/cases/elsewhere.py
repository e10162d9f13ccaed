"""Which other office of the Ombudsman a report may belong to: by places told and regions configured."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from maild.cases.world import SisterOffice, World

_READ = 8_000  # characters: where a thing happened is said well before


def sisters(text: str, world: World) -> tuple[SisterOffice, ...]:
    """Configured offices in whose regions the text tells places, the one with the most first."""
    if not world.offices:
        return ()
    told = _told(text[:_READ])
    scored = [(sum(told[r] for r in _regions(o.regions)), o) for o in world.offices]
    return tuple(o for score, o in sorted(scored, key=lambda pair: -pair[0]) if score > 0)


def _told(text: str) -> Counter[str]:
    """How often each region, and the province it lies in, is spoken of; a name of two regions tells both."""
    from maild.intent.report.dictionary import shipped  # lazy: its tables are large
    from maild.intent.report.places import places
    from maild.intent.report.text import words

    gazetteer = shipped().gazetteer
    found: Counter[str] = Counter()
    for place in places(gazetteer, words(text)):
        found.update({*place.regions, *(gazetteer.provinces.get(r, r) for r in place.regions)})
    return found


@lru_cache(maxsize=200)
def _regions(names: tuple[str, ...]) -> frozenset[str]:
    """The regions that the configuration names, as the gazetteer calls them; an unknown one tells nothing."""
    found: set[str] = set()
    for name in names:
        found |= set(_told(name)) if not name.lower().startswith(("kabupaten", "kab", "kota")) else _own(name)
    return frozenset(found)


def _own(name: str) -> set[str]:
    """A regency or a city alone, without its province."""
    from maild.intent.report.places import region_id

    return {region_id(name)} & set(_told(name))
