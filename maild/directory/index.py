"""Everything precomputed for routing the reports of one office."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from maild.directory.aliases import ALWAYS, Term
from maild.directory.register import Agency, Directory
from maild.directory.thresholds import THRESHOLDS, Thresholds
from maild.intent.report.bodies import ALIKE, Vocabulary, bodies
from maild.intent.report.dictionary import Dictionaries, shipped
from maild.intent.report.offices import FILLERS
from maild.intent.report.places import (
    Gazetteer,
    Phrase,
    extended,
    longest_by_first,
    place_at,
    region_id,
)
from maild.intent.report.spelling import Spellings
from maild.intent.report.text import Word, words

Ids = tuple[str, ...]
Terms = Mapping[str, tuple[Term, ...]]  # agency id -> when the name was its own


@dataclass(frozen=True, slots=True)
class Index:
    """Look-ups by words; none of them is ever scanned whole while routing."""

    directory: Directory
    office: str
    gazetteer: Gazetteer
    vocabulary: Vocabulary
    home: frozenset[str]  # provinces of this office's agencies, as region ids
    names: Mapping[Phrase, Ids]  # whole name or alias -> agency ids
    first_words: Mapping[str, int]  # first word of such a name -> most words of any that begins so
    by_kind: Mapping[str, Ids]  # those first in whose region most agencies have their seat
    by_place: Mapping[tuple[str, str], Ids]  # (kind, region id) -> agency ids by territory
    by_seat: Mapping[tuple[str, str], Ids]  # the same of every agency, by the region of its line
    proper: Mapping[str, Spellings]  # kind -> words of proper names
    kinds: Mapping[str, frozenset[str]]  # agency id -> kinds
    region: Mapping[str, str]  # agency id -> region id
    seated: Mapping[str, int]  # region id -> agencies there
    dated_names: Mapping[Phrase, Terms]  # of names that some agency bore for a time only
    dated_places: Mapping[tuple[str, str], Terms]
    thresholds: Thresholds = THRESHOLDS

    @property
    def known(self) -> Dictionaries:
        """What this office calls places, offices and services."""
        return Dictionaries(self.gazetteer, self.vocabulary, {})

    def named(self, phrase: Phrase, day: date) -> Ids:
        """Agencies that bear this name: those that do so on `day`, if there are any."""
        return _current(self.names.get(phrase, ()), self.dated_names.get(phrase), day)

    def placed(self, kind: str, region: str, day: date) -> Ids:
        """Agencies of this kind whose territory is the region."""
        key = (kind, region)
        return _current(self.by_place.get(key, ()), self.dated_places.get(key), day)

    def outdated(self, phrase: Phrase, agency_id: str, day: date) -> Term | None:
        """When the agency bore this name, if it no longer, or not yet, does."""
        terms = self.dated_names.get(phrase, {}).get(agency_id, ())
        return terms[-1] if terms and not any(term.holds(day) for term in terms) else None


def _current(ids: Ids, dated: Terms | None, day: date) -> Ids:
    if not dated:
        return ids
    holding = tuple(a for a in ids if a not in dated or any(term.holds(day) for term in dated[a]))
    return holding or ids


@dataclass(slots=True)
class _Made:
    """An index in the making; the agencies of a name with the times in which it was theirs."""

    gazetteer: Gazetteer
    vocabulary: Vocabulary
    names: dict[Phrase, dict[str, list[Term]]] = field(default_factory=dict)
    places: dict[tuple[str, str], dict[str, list[Term]]] = field(default_factory=dict)
    proper: dict[str, dict[str, set[str]]] = field(default_factory=dict)


def build(directory: Directory, office_key: str, known: Dictionaries | None = None) -> Index:
    """Index of the agencies of one office (column `office`); milliseconds per hundred agencies.

    `known`: what people call places, offices and services; the shipped dictionaries by default.
    """
    agencies = [a for a in directory.agencies.values() if a.office == office_key]
    known = known or shipped()
    gaz = extended(known.gazetteer, (a.region for a in agencies))
    made = _Made(gaz, known.vocabulary)
    region = {a.id: region_id(a.region) for a in agencies}
    seated = Counter(region.values())
    kinds: dict[str, frozenset[str]] = {}
    by_kind: dict[str, set[str]] = defaultdict(set)
    by_seat: dict[tuple[str, str], set[str]] = defaultdict(set)
    for agency in agencies:
        kinds[agency.id] = _take_agency(made, agency, region[agency.id])
        for kind in kinds[agency.id]:
            by_kind[kind].add(agency.id)
            by_seat[kind, region[agency.id]].add(agency.id)
    return Index(
        directory=directory,
        office=office_key,
        gazetteer=gaz,
        vocabulary=known.vocabulary,
        home=frozenset(filter(None, (gaz.provinces.get(r) for r in region.values()))),
        names={phrase: tuple(sorted(ids)) for phrase, ids in made.names.items()},
        first_words=longest_by_first(made.names),
        by_kind={k: tuple(sorted(ids, key=lambda a: (-seated[region[a]], a))) for k, ids in by_kind.items()},
        by_place={k: tuple(sorted(ids)) for k, ids in made.places.items()},
        by_seat={k: tuple(sorted(ids)) for k, ids in by_seat.items()},
        proper={kind: Spellings(words) for kind, words in made.proper.items()},
        kinds=kinds,
        region=region,
        seated=seated,
        dated_names={p: found for p, ids in made.names.items() if (found := _dated(ids))},
        dated_places={k: found for k, ids in made.places.items() if (found := _dated(ids))},
    )


def _dated(ids: Mapping[str, list[Term]]) -> Terms:
    return {a: tuple(terms) for a, terms in ids.items() if ALWAYS not in terms}


def _take_agency(made: _Made, agency: Agency, region: str) -> frozenset[str]:
    """All its spellings; what kinds of office they tell."""
    own: dict[str, list[Term]] = {}
    for name, term in agency.names:
        for kind in _take_name(made, agency.id, words(name), term):
            own.setdefault(kind, []).append(term)
    for kind, terms in own.items():
        if made.vocabulary.scopes.get(kind) != "own":
            made.places.setdefault((kind, region), {}).setdefault(agency.id, []).extend(terms)
    return frozenset(own)


def _take_name(made: _Made, agency_id: str, spelled: tuple[Word, ...], term: Term) -> set[str]:
    """Split one spelling into office, place and proper name ('RSUD | Wangaya | Kota Denpasar')."""
    found = [b for b in bodies(made.gazetteer, made.vocabulary, spelled) if b.place_level != ALIKE]
    taken: set[int] = set()
    for body in found:
        taken |= set(range(body.first, body.last + 1))
        # 'PLN Oesao' is not the office of the whole regency that Oesao lies in.
        whole = body.place_level != "inside" or body.kind in made.vocabulary.one_per_city
        if body.scope == "own" and len(body.regions) == 1 and whole:
            key = (body.kind, next(iter(body.regions)))
            made.places.setdefault(key, {}).setdefault(agency_id, []).append(term)
    rest = [w.folded for i, w in enumerate(spelled) if i not in taken]
    placed = any(place_at(made.gazetteer, spelled, i, marked=True) for i in range(len(spelled)))
    if rest or placed:  # a bare 'Dinas Kesehatan' as alias would win everywhere
        phrase = tuple(w.folded for w in spelled)
        made.names.setdefault(phrase, {}).setdefault(agency_id, []).append(term)
    for i, word in enumerate(spelled):
        proper = i not in taken and len(word.folded) >= 5 and word.folded not in FILLERS
        if proper and place_at(made.gazetteer, spelled, i) is None:
            for body in found:
                made.proper.setdefault(body.kind, {}).setdefault(word.folded, set()).add(agency_id)
    return {body.kind for body in found}
