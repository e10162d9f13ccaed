"""Agencies named in a report, each with the part it plays there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from maild.directory import roles
from maild.directory.index import Index
from maild.intent.report.bodies import Body, body_at
from maild.intent.report.places import Place, place_at, places
from maild.intent.report.text import Word, words

Certainty = Literal["named", "narrowed", "ambiguous", "outside", "unplaced"]
_ALIKE = 84  # of 100; 'hilers' and 'Hillers' reach 92, 'Kupang' and 'Kupung' 83


@dataclass(frozen=True, slots=True)
class Mention:
    """`agencies` is one id when certain, several when ambiguous, none when outside of the list."""

    agencies: tuple[str, ...]
    kind: str
    scope: str
    certainty: Certainty
    role: int  # of maild.directory.roles
    text: str
    regions: frozenset[str]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the text says about where: region ids by how many different place names point to them alone."""

    evidence: dict[str, int]
    spread: frozenset[str]


def find(
    index: Index,
    text: str,
    around: Surroundings,
    *,
    base: int = roles.PLAIN,
    efforts: frozenset[int] = frozenset(),
) -> tuple[Mention, ...]:
    """Every agency named in `text`. `efforts` are numbers of the sentences that tell of an effort."""
    spelled = words(text)
    flat = text.lower()
    found: list[Mention] = []
    for agencies, body, first, last in _hits(index, spelled):
        role = _role(flat, spelled, first, last, base, spelled[first].sentence in efforts)
        shown = " ".join(text[spelled[first].start : spelled[last].end].split())
        if agencies:
            kind = next(iter(sorted(index.kinds[agencies[0]])), "")
            sure: Certainty = "named" if len(agencies) == 1 else "ambiguous"
            found.append(Mention(agencies, kind, "", sure, role, shown, frozenset(), first, last))
        elif body is not None:
            ids, certainty = _of_body(index, spelled, body, around)
            found.append(
                Mention(ids, body.kind, body.scope, certainty, role, shown, body.regions, first, last)
            )
    return tuple(found)


def _hits(index: Index, spelled: tuple[Word, ...]) -> Iterator[tuple[tuple[str, ...], Body | None, int, int]]:
    """Whole names first, then offices with a place; nothing overlaps."""
    i = 0
    while i < len(spelled):
        agencies, last = _name_at(index, spelled, i)
        body = body_at(index.gazetteer, index.vocabulary, spelled, i)
        if agencies and (body is None or last >= body.last):
            yield agencies, None, i, last
            i = last + 1
        elif body is not None:
            inner, end = _name_at(index, spelled, body.office_last + 1)
            if inner:  # 'Perumda | Panca Mahottama'
                yield inner, None, i, end
                i = end + 1
            else:
                yield (), body, i, body.last
                i = max(body.office_last, i) + 1 if not body.regions else body.last + 1
        elif agencies:
            yield agencies, None, i, last
            i = last + 1
        else:
            i += 1


def _name_at(index: Index, spelled: tuple[Word, ...], i: int) -> tuple[tuple[str, ...], int]:
    """The longest name of the list that begins at word `i`; a longer place name behind it wins."""
    if i >= len(spelled):
        return (), i
    longest = index.first_words.get(spelled[i].folded, 0)
    for size in range(min(longest, len(spelled) - i), 0, -1):
        agencies = index.names.get(tuple(w.folded for w in spelled[i : i + size]))
        if agencies is None or (size == 1 and _behind_street(spelled, i)):
            continue
        last = i + size - 1
        for back in range(min(2, size - 1)):
            place = place_at(index.gazetteer, spelled, last - back, marked=True)
            if place and place.last > last and not _same_place(index, agencies, place):
                agencies = None  # 'BPN Kupang' must not win in 'BPN Kupang Barat'
                break
        if agencies:
            return agencies, last
    return (), i


def _same_place(index: Index, agencies: tuple[str, ...], place: Place) -> bool:
    return all(index.region[a] in place.regions for a in agencies)


def _behind_street(spelled: tuple[Word, ...], i: int) -> bool:
    return i > 0 and spelled[i - 1].folded in {"jalan", "gang", "lapangan", "kodam", "museum", "monumen"}


def _of_body(
    index: Index, spelled: tuple[Word, ...], body: Body, around: Surroundings
) -> tuple[tuple[str, ...], Certainty]:
    """Agencies of the list that an office name with its place can mean."""
    alike = _alike(index, spelled, body)
    if alike:
        return alike, "named" if len(alike) == 1 else "ambiguous"
    if body.regions:
        ids = tuple(sorted({a for r in body.regions for a in index.by_place.get((body.kind, r), ())}))
        if len(ids) == 1 and len(body.regions) == 1:
            within = (
                body.scope == "own"
                and body.place_level == "inside"
                and body.kind not in index.vocabulary.one_per_city
            )
            return ids, "ambiguous" if within else "named"
        return _narrowed(index, ids, body, around) if ids else ((), "outside")
    ids = index.by_kind.get(body.kind, ())
    if body.level:
        ids = tuple(a for a in ids if index.region[a].startswith(body.level + " "))
        if body.level == "provinsi" and len(ids) == 1:
            return ids, "named"
    if len(ids) == 1 and body.scope == "wide":
        return ids, "named"
    return (), "unplaced"


def _narrowed(
    index: Index, ids: tuple[str, ...], body: Body, around: Surroundings
) -> tuple[tuple[str, ...], Certainty]:
    """Kota or Kabupaten is open: two other place names that point to one alone settle it, but never for
    utilities, whose customers live on both sides of the border."""
    pointed = {r for r in body.regions if around.evidence.get(r, 0)}
    if len(pointed) == 1 and body.scope == "area":
        region = next(iter(pointed))
        here = tuple(a for a in ids if index.region[a] == region)
        if len(here) == 1 and around.evidence[region] >= 2:
            return here, "narrowed"
    return ids, "ambiguous"


def _alike(index: Index, spelled: tuple[Word, ...], body: Body) -> tuple[str, ...]:
    """Agencies of the kind whose proper name ('Hillers') is written much like one of the next words."""
    proper = index.proper.get(body.kind, {})
    best: dict[str, float] = {}
    for word in spelled[body.office_last + 1 : body.office_last + 6]:
        if word.sentence != spelled[body.office_last].sentence or len(word.folded) < 5:
            continue
        for own, score, _ in process.extract(
            word.folded, proper.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE
        ):
            for agency in proper[own]:
                if not _elsewhere(index, agency, body):
                    best[agency] = max(best.get(agency, 0.0), score)
    top = max(best.values(), default=0.0)
    return tuple(sorted(a for a, s in best.items() if top - s < 4))


def _elsewhere(index: Index, agency: str, body: Body) -> bool:
    """The place that is named contradicts the agency's own."""
    region = index.region[agency]
    return bool(body.regions) and region not in body.regions and not region.startswith("provinsi")


def surroundings(index: Index, text: str, nik: str | None) -> Surroundings:
    """Place names of the text (the office's own province left out), and the region of the identity number."""
    spelled = words(text)
    evidence: dict[str, int] = {}
    seen: set[tuple[str, ...]] = set()
    part_of_name = {i for _, _, first, last in _hits(index, spelled) for i in range(first, last + 1)}
    for place in places(index.gazetteer, spelled):
        if place.first in part_of_name:  # 'BPN Badung' does not say where the land lies
            continue
        phrase = tuple(w.folded for w in spelled[place.first : place.last + 1])
        if len(place.regions) != 1 or place.level == "provinsi" or phrase in seen:
            continue
        seen.add(phrase)
        region = next(iter(place.regions))
        evidence[region] = evidence.get(region, 0) + 1
    spread = frozenset(evidence)
    coded = index.gazetteer.codes.get(nik[:4]) if nik else None
    if coded:
        evidence[coded] = evidence.get(coded, 0) + 1
    return Surroundings(evidence, spread)


def _role(flat: str, spelled: tuple[Word, ...], first: int, last: int, base: int, effort: bool) -> int:
    before = " ".join(flat[max(0, spelled[first].start - 90) : spelled[first].start].split()) + " "
    after = " ".join(flat[spelled[last].end : spelled[last].end + 60].split())
    if base == roles.LABEL:
        return base
    if roles.PASSING_BEFORE.search(before) or roles.PASSING_AFTER.search(after):
        return roles.PASSING
    if base != roles.SUBJECT and roles.TREATED_BEFORE.search(before):
        return roles.TREATED
    role = base
    if roles.ACCUSED_BEFORE.search(before):
        role = max(role, roles.ACCUSED)
    if effort and roles.TO.search(before):
        role = max(role, roles.DEALT_WITH)
    if roles.ACTS.search(after):
        role = max(role, roles.ACTING)
    return role
