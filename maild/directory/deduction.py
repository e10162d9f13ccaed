"""Agencies not named with certainty: deduced from offices half named, services, schools, roads and places.

For a person only. A machine never sends anything on these alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from maild.directory import roles
from maild.directory.index import Index
from maild.directory.register import Candidate
from maild.directory.standing import Part
from maild.directory.surroundings import Surroundings
from maild.intent.report.bodies import Vocabulary, levels_told, offered
from maild.intent.report.text import Word

PLAYS, NAMED, UNIT, TREATED, ROAD, SERVICE = 55, 45, 35, 20, 35, 25
_EACH, _SERVICES = 5, 15  # a service more; all of them at most
_ONE_REGION = 10  # all places told lie in one region
_AT_SEAT, _ABOVE, _NO_PLACE, _NEXT_REGION = 5, 15, 15, 8  # what an agency loses that is found in this way
_ROADS = ("pekerjaan_umum", "jalan_nasional")
_SCHOOL, _RELIGION = "pendidikan", "agama"


@dataclass(slots=True)
class Wanted:
    """An office that the text calls for. `regions` are ids where the text says which, '' all levels."""

    function: str
    score: float
    said: str
    level: str = ""
    regions: tuple[str, ...] = ()


def deduced(
    index: Index, spelled: tuple[Word, ...], parts: list[Part], where: Surroundings, *, services: bool = True
) -> list[Candidate]:
    """Best first. Without `services` only offices half named and ambiguous names count."""
    best: dict[str, Candidate] = {}
    for one in _wanted(index, spelled, parts, services=services):
        for found in _agencies(index, one, parts, where):
            if found.agency_id not in best or best[found.agency_id].score < found.score:
                best[found.agency_id] = found
    for found in _ambiguous(index, parts, where):
        if found.agency_id not in best or best[found.agency_id].score < found.score:
            best[found.agency_id] = found
    return sorted(best.values(), key=lambda c: (-c.score, -_seated(index, c.agency_id), c.agency_id))


def _wanted(
    index: Index, spelled: tuple[Word, ...], parts: list[Part], *, services: bool
) -> Iterator[Wanted]:
    known = index.vocabulary
    owners = levels_told(known, spelled)
    counts = _counted(known, spelled)
    halves = {w.function: w for part in parts for w in _half_named(known, part)}
    for function, half in halves.items():
        extra = min(_SERVICES, _EACH * counts.get(function, (0, ""))[0])
        yield from _levelled(
            Wanted(function, half.score + extra, half.said, half.level, half.regions), owners
        )
    if not services:
        return
    for function, level in owners:
        if function in _ROADS and function not in halves:
            yield Wanted(function, ROAD, "the owner of the road", level)
    for service in offered(known, spelled):
        if service.agency_id in index.directory.agencies:
            yield Wanted("", SERVICE + _SERVICES, f"agency:{service.agency_id}")
    if (_RELIGION, "") in owners and not any(function == _SCHOOL for function, _ in owners):
        counts.pop(_SCHOOL, None)  # a madrasah is not the education office's
    for function, (count, level) in counts.items():
        if function not in halves and not any(owner[0] == function for owner in owners if function in _ROADS):
            score = SERVICE + min(_SERVICES, _EACH * count)
            yield from _levelled(Wanted(function, score, f"services of {_plain(function)}", level), owners)


def _counted(known: Vocabulary, spelled: tuple[Word, ...]) -> dict[str, tuple[int, str]]:
    """Function -> how often its services are spoken of, and the level that one of them tells."""
    found: dict[str, tuple[int, str]] = {}
    for service in offered(known, spelled):
        count, level = found.get(service.function, (0, ""))
        found[service.function] = (count + 1, level or service.level)
    return found


def _half_named(known: Vocabulary, part: Part) -> Iterator[Wanted]:
    """'Dinas Sosial' alone, 'PLN Waingapu' that is not in the list, a school, a health centre."""
    mention = part.mention
    if part.agencies or part.role <= roles.PASSING:
        return
    said, regions = f"{part.why}", tuple(sorted(mention.regions))
    if mention.scope == "unit":
        above = known.above.get(mention.kind, "")
        told = bool(regions) or part.role >= roles.ACTING  # 'anak saya masih sekolah' names none
        if above:
            yield Wanted(above, UNIT if told else SERVICE, said, "", regions)
        return
    if part.role >= roles.ACTING:
        score = PLAYS
    else:
        score = NAMED if part.role > roles.TREATED else TREATED
    yield Wanted(mention.kind, score, said, mention.level, regions)


def _levelled(one: Wanted, owners: frozenset[tuple[str, str]]) -> Iterator[Wanted]:
    """SMA and SMK call for the province's office, SD and SMP for that of the regency or city."""
    levels = sorted(level for function, level in owners if function == one.function and level)
    if one.level or not levels:
        yield one
    else:
        for level in levels:
            yield Wanted(one.function, one.score, one.said, level, one.regions)


def _agencies(index: Index, one: Wanted, parts: list[Part], where: Surroundings) -> Iterator[Candidate]:
    if one.said.startswith("agency:"):
        yield Candidate(one.said.removeprefix("agency:"), one.score, "deduced from a service it alone offers")
        return
    regions = list(one.regions) or where.ranked() or _of_names(index, parts)
    regions = [r for r in regions if index.gazetteer.provinces.get(r, r) in index.home]
    if one.regions and not regions:
        return  # of another province
    single = _ONE_REGION if len({*regions} & where.matter or regions) == 1 else 0
    for rank, region in enumerate(regions):
        score = one.score + single - _NEXT_REGION * rank
        found = list(_in_region(index, one, region, where))
        for agency_id, loss in found:
            yield Candidate(agency_id, score - loss, f"deduced: {one.said}; {_told(region)}")
    if not regions:
        yield from _anywhere(index, one)


def _in_region(index: Index, one: Wanted, region: str, where: Surroundings) -> Iterator[tuple[str, float]]:
    """The office of the region, else the one above it."""
    province = index.gazetteer.provinces.get(region, "")
    wide = index.vocabulary.scopes.get(one.function) == "wide"
    at = province if wide or one.level == "provinsi" else region
    ids = index.placed(one.function, at, where.day)
    if ids:
        yield from ((a, 0) for a in ids)
        yield from _twins(index, one, region, ids)
        return
    seated = index.by_seat.get((one.function, at), ())
    if seated:
        yield from ((a, _AT_SEAT * len(seated)) for a in seated)
        return
    above = index.vocabulary.above.get(one.function, "")
    for function, place in ((one.function, province), (above, region), (above, province)):
        ids = index.placed(function, place, where.day) or index.by_seat.get((function, place), ())
        if ids:
            yield from ((a, _ABOVE) for a in ids)
            return


def _twins(index: Index, one: Wanted, region: str, ids: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """The utility of Kabupaten Kupang has customers in Kota Kupang as well: the place does not tell which."""
    if index.vocabulary.scopes.get(one.function) != "own":
        return
    kind, _, bare = region.partition(" ")
    twin = f"{'kota' if kind == 'kabupaten' else 'kabupaten'} {bare}"
    yield from ((a, 1) for a in index.by_place.get((one.function, twin), ()) if a not in ids)


def _anywhere(index: Index, one: Wanted) -> Iterator[Candidate]:
    """No place is told: the only office of its kind, or those where most agencies have their seat."""
    ids = index.by_kind.get(one.function, ())
    if one.level == "provinsi":
        ids = tuple(a for p in sorted(index.home) for a in index.by_seat.get((one.function, p), ()))
    loss = 0 if len(ids) == 1 else _NO_PLACE
    for agency_id in ids[:3]:
        yield Candidate(agency_id, one.score - loss, f"deduced: {one.said}; no place told")


def _ambiguous(index: Index, parts: list[Part], where: Surroundings) -> Iterator[Candidate]:
    """'Capil Kupang' is that of the city or of the regency: a place told makes one likelier."""
    for part in parts:
        if part.mention.certainty == "ambiguous" and part.role > roles.PASSING:
            area = part.mention.scope == "area"
            for agency_id in part.agencies:
                likely = area and bool(where.evidence.get(index.region[agency_id]))
                score = max(60.0, part.score) + (_ONE_REGION if likely else 0)
                yield Candidate(agency_id, score, part.why + (", and places there" if likely else ""))


def _of_names(index: Index, parts: list[Part]) -> list[str]:
    """Where no place is told by itself, the regions of the agencies named tell it."""
    found: dict[str, None] = {}
    for part in parts:
        for region in (*(index.region[a] for a in part.agencies), *sorted(part.mention.regions)):
            if not region.startswith("provinsi"):
                found[region] = None
    return list(found)


def _seated(index: Index, agency_id: str) -> int:
    """How many agencies have their seat in its region: the capital is the likelier where nothing is told."""
    return index.seated.get(index.region.get(agency_id, ""), 0)


def _told(region: str) -> str:
    return f"place told: {region.title()}"


def _plain(function: str) -> str:
    return function.replace("_", " ")
