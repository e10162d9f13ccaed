"""Agencies named in a report, each with the part it plays there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from maild.directory import roles
from maild.directory.index import Index
from maild.directory.surroundings import Surroundings, surroundings
from maild.intent.report.bodies import ALIKE, Body, body_at
from maild.intent.report.places import Phrase, Place, place_at
from maild.intent.report.text import Word, words

Certainty = Literal["named", "narrowed", "ambiguous", "outside", "unplaced"]
Hit = tuple[tuple[str, ...], Body | None, int, int]  # agencies, else an office; first and last word


@dataclass(frozen=True, slots=True)
class Mention:
    """`agencies` is one id when certain, several when ambiguous, none when outside of the list.

    `level` is set where only 'kota', 'kabupaten' or 'provinsi' follows the office. `remark` says that the
    name is an old one.
    """

    agencies: tuple[str, ...]
    kind: str
    scope: str
    certainty: Certainty
    role: int  # of maild.directory.roles
    text: str
    regions: frozenset[str]
    first: int
    last: int
    level: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A text with its words and everything in them that names an office, found once."""

    text: str
    spelled: tuple[Word, ...]
    hits: tuple[Hit, ...]

    def besides(self) -> tuple[Word, ...]:
        """The words that are not part of an office's name."""
        named = {i for _, _, first, last in self.hits for i in range(first, last + 1)}
        return tuple(word for i, word in enumerate(self.spelled) if i not in named)


def tell(index: Index, text: str, day: date) -> Told:
    spelled = words(text)
    return Told(text, spelled, tuple(_hits(index, spelled, day)))


def around(index: Index, told: Told, nik: str | None, day: date) -> Surroundings:
    """Place names of the text, and the region of the identity number."""
    named = frozenset(i for _, _, first, last in told.hits for i in range(first, last + 1))
    return surroundings(index, told.text, told.spelled, named, nik, day)


def find(
    index: Index,
    told: Told,
    where: Surroundings,
    *,
    base: int = roles.PLAIN,
    efforts: frozenset[int] = frozenset(),
) -> tuple[Mention, ...]:
    """Every agency named. `efforts` are numbers of the sentences that tell of an effort."""
    text, spelled, flat = told.text, told.spelled, told.text.lower()
    found: list[Mention] = []
    for agencies, body, first, last in told.hits:
        role = _role(flat, spelled, first, last, base, spelled[first].sentence in efforts)
        shown = " ".join(text[spelled[first].start : spelled[last].end].split())
        if agencies:
            kind = next(iter(sorted(index.kinds[agencies[0]])), "")
            sure: Certainty = "named" if len(agencies) == 1 else "ambiguous"
            phrase = tuple(w.folded for w in spelled[first : last + 1])
            remark = _remark(index, phrase, agencies[0], where.day)
            mention = Mention(agencies, kind, "", sure, role, shown, frozenset(), first, last, remark=remark)
            found.append(mention)
        elif body is not None:
            ids, certainty = _of_body(index, spelled, body, where)
            regions, level = body.regions, body.level
            found.append(
                Mention(ids, body.kind, body.scope, certainty, role, shown, regions, first, last, level)
            )
    return tuple(found)


def _remark(index: Index, phrase: Phrase, agency_id: str, day: date) -> str:
    term = index.outdated(phrase, agency_id, day)
    return f" (its name {term}, now {index.directory.agencies[agency_id].name})" if term else ""


def _hits(index: Index, spelled: tuple[Word, ...], day: date) -> Iterator[Hit]:
    """Whole names first, then offices with a place; nothing overlaps."""
    i = 0
    while i < len(spelled):
        agencies, last = _name_at(index, spelled, i, day)
        body = body_at(index.gazetteer, index.vocabulary, spelled, i)
        if agencies and (body is None or last >= body.last or _branch(index, agencies, body)):
            yield agencies, None, i, last
            i = last + 1
        elif body is not None:
            inner, end = _name_at(index, spelled, body.office_last + 1, day)
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


def _branch(index: Index, agencies: tuple[str, ...], body: Body) -> bool:
    """'Bank NTT cabang Waingapu': the only one of its kind, for the whole province of that place."""
    if len(agencies) != 1 or index.by_kind.get(body.kind) != agencies or not body.regions:
        return False
    return {index.gazetteer.provinces.get(r) for r in body.regions} == {index.region[agencies[0]]}


def _name_at(index: Index, spelled: tuple[Word, ...], i: int, day: date) -> tuple[tuple[str, ...], int]:
    """The longest name of the list that begins at word `i`; a longer place name behind it wins."""
    if i >= len(spelled):
        return (), i
    longest = index.first_words.get(spelled[i].folded, 0)
    for size in range(min(longest, len(spelled) - i), 0, -1):
        agencies = index.named(tuple(w.folded for w in spelled[i : i + size]), day)
        if not agencies or (size == 1 and _behind_street(spelled, i)):
            continue
        last = i + size - 1
        for back in range(min(2, size - 1)):
            place = place_at(index.gazetteer, spelled, last - back, marked=True)
            if place and place.last > last and not _same_place(index, agencies, place):
                agencies = ()  # 'BPN Kupang' must not win in 'BPN Kupang Barat'
                break
        if agencies:
            return agencies, last
    return (), i


def _same_place(index: Index, agencies: tuple[str, ...], place: Place) -> bool:
    return all(index.region[a] in place.regions for a in agencies)


def _behind_street(spelled: tuple[Word, ...], i: int) -> bool:
    return i > 0 and spelled[i - 1].folded in {"jalan", "gang", "lapangan", "kodam", "museum", "monumen"}


def _of_body(
    index: Index, spelled: tuple[Word, ...], body: Body, where: Surroundings
) -> tuple[tuple[str, ...], Certainty]:
    """Agencies of the list that an office name with its place can mean."""
    alike = _alike(index, spelled, body)
    if alike:
        return alike, "named" if len(alike) == 1 else "ambiguous"
    if body.regions:
        ids = tuple(sorted({a for r in body.regions for a in index.placed(body.kind, r, where.day)}))
        if body.place_level == ALIKE:
            return ids, "ambiguous" if ids else "outside"
        if len(ids) == 1 and len(body.regions) == 1:
            within = body.scope == "own" and body.place_level == "inside"
            within = within and body.kind not in index.vocabulary.one_per_city
            return ids, "ambiguous" if within else "named"
        return _narrowed(index, ids, body, where) if ids else ((), "outside")
    ids = index.by_kind.get(body.kind, ())
    if body.level == "provinsi":
        ids = tuple(a for p in sorted(index.home) for a in index.by_seat.get((body.kind, p), ()))
    if len(ids) == 1 and (body.scope == "wide" or body.level == "provinsi"):
        return ids, "named"
    return (), "unplaced"


def _narrowed(
    index: Index, ids: tuple[str, ...], body: Body, where: Surroundings
) -> tuple[tuple[str, ...], Certainty]:
    """Kota or Kabupaten is open: two other place names that point to one alone settle it, but never for
    utilities, whose customers live on both sides of the border."""
    pointed = {r for r in body.regions if where.evidence.get(r, 0)}
    if len(pointed) == 1 and body.scope == "area":
        region = next(iter(pointed))
        here = tuple(a for a in ids if index.region[a] == region)
        if len(here) == 1 and where.evidence[region] >= index.thresholds.narrowing_places:
            return here, "narrowed"
    return ids, "ambiguous"


def _alike(index: Index, spelled: tuple[Word, ...], body: Body) -> tuple[str, ...]:
    """Agencies of the kind whose proper name ('Hillers') is written much like one of the next words."""
    proper = index.proper.get(body.kind)
    if proper is None:
        return ()
    best: dict[str, float] = {}
    for word in spelled[body.office_last + 1 : body.office_last + 6]:
        if word.sentence != spelled[body.office_last].sentence or len(word.folded) < 5:
            continue
        for score, agencies in proper.alike(word.folded, index.thresholds.alike):
            for agency in agencies:
                if not _elsewhere(index, agency, body):
                    best[agency] = max(best.get(agency, 0.0), score)
    top = max(best.values(), default=0.0)
    return tuple(sorted(a for a, s in best.items() if top - s < index.thresholds.alike_margin))


def _elsewhere(index: Index, agency: str, body: Body) -> bool:
    """The place that is named contradicts the agency's own."""
    region = index.region[agency]
    return bool(body.regions) and region not in body.regions and not region.startswith("provinsi")


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
