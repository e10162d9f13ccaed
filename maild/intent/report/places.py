"""Where a complaint happens: place names in the text -> regencies, cities and provinces, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from maild.intent.report.gazetteer import INSIDE, PROVINCES
from maild.intent.report.text import Word, folded, word_set

Phrase = tuple[str, ...]

_KIND = frozenset({"provinsi", "kabupaten", "kota"})
_MARKS = _KIND | {"kecamatan", "desa", "kelurahan", "dusun", "banjar", "wilayah", "cabang"}
# A street, river or temple bears the name of a place that is elsewhere.
_NOT_BEHIND = word_set("jalan gang tukad pura gunung pulau sungai")
_NOT_RIGHT_BEHIND = word_set("kali hotel villa perum toko warung pasar bank universitas perumahan griya")


@dataclass(frozen=True, slots=True)
class Place:
    """A place name found in the text; `regions` are ids such as 'kabupaten kupang'.

    `level` tells what the name itself is: a province, a whole regency or city, or a place inside one.
    Two regions: the name does not tell (Kota or Kabupaten Kupang).
    """

    regions: frozenset[str]
    level: str  # provinsi, regency, inside
    first: int  # index of the first word
    last: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Place names by their words. `provinces`: region id -> province id; `codes`: NIK prefix -> region."""

    names: Mapping[Phrase, tuple[frozenset[str], str, bool]]
    provinces: Mapping[str, str]
    codes: Mapping[str, str]
    longest: Mapping[str, int]  # first word of a name -> most words of any


def longest_by_first(phrases: Iterable[Phrase]) -> dict[str, int]:
    """How many words the longest phrase has that begins with a word."""
    found: dict[str, int] = {}
    for phrase in phrases:
        found[phrase[0]] = max(found.get(phrase[0], 0), len(phrase))
    return found


def region_id(name: str) -> str:
    """'Kab. Kupang' -> 'kabupaten kupang'."""
    return " ".join(folded(name))


@cache
def gazetteer() -> Gazetteer:
    """Built once from the data module."""
    names: dict[Phrase, tuple[frozenset[str], str, bool]] = {}
    provinces: dict[str, str] = {}
    for line in PROVINCES.strip().splitlines():
        _add_province(line, names, provinces)
    codes: dict[str, str] = {}
    for line in INSIDE.strip().splitlines():
        region, also, code, *inner = line.split("|")
        here = region_id(region)
        codes[code] = here
        for name in filter(None, also.split(",")):
            _add(names, name, here, "regency")
        for name in filter(None, ",".join(inner).split(",")):
            _add(names, name, here, "inside")
    return Gazetteer(names, provinces, codes, longest_by_first(names))


def extended(base: Gazetteer, regions: Iterable[str]) -> Gazetteer:
    """`base` with the regions an agency list names and the data does not know."""
    unknown = sorted({region_id(r) for r in regions} - set(base.provinces))
    if not unknown:
        return base
    names, provinces = dict(base.names), dict(base.provinces)
    for region in filter(None, unknown):
        kind, _, bare = region.partition(" ")
        _add(names, bare if kind in _KIND and bare else region, region, "regency")
        provinces[region] = region if kind == "provinsi" else ""
    return Gazetteer(names, provinces, base.codes, longest_by_first(names))


def places(gaz: Gazetteer, text: tuple[Word, ...]) -> tuple[Place, ...]:
    """Every place name of the text in order, longest match first, streets and the like left out."""
    found: list[Place] = []
    i = 0
    while i < len(text):
        place = place_at(gaz, text, i)
        if place is None:
            i += 1
            continue
        if not _behind_street(text, place.first):
            found.append(place)
        i = place.last + 1
    return tuple(found)


def place_at(gaz: Gazetteer, text: tuple[Word, ...], i: int, *, marked: bool = False) -> Place | None:
    """The longest place name that begins at word `i`, its 'kabupaten' or 'kota' included.

    `marked`: the word before already says that a place comes (an office, say)."""
    kind = text[i].folded if text[i].folded in _KIND else None
    start = i + 1 if kind else i
    marked = marked or bool(kind) or (i > 0 and text[i - 1].folded in _MARKS)
    longest = gaz.longest.get(text[start].folded, 0) if start < len(text) else 0
    for size in range(min(longest, len(text) - start), 0, -1):
        phrase = tuple(w.folded for w in text[start : start + size])
        entry = gaz.names.get(phrase)
        if entry is None or (entry[2] and not marked):
            continue
        regions, level = _of_kind(entry[0], entry[1], kind)
        if regions:
            return Place(regions, level, i, start + size - 1, text[i].sentence)
    return None


def _of_kind(regions: frozenset[str], level: str, kind: str | None) -> tuple[frozenset[str], str]:
    """'kota' before a town that is no city of its own ('Kota Soe') only says town."""
    if kind is None:
        # 'Bali', 'Gorontalo': the bare name of a province that has a city of that name means either.
        return regions, level
    fitting = frozenset(r for r in regions if r.startswith(kind + " "))
    if fitting:
        return fitting, "provinsi" if kind == "provinsi" else "regency" if level != "inside" else level
    return (regions, level) if kind == "kota" and level == "inside" else (frozenset(), level)


def _behind_street(text: tuple[Word, ...], first: int) -> bool:
    before = [w.folded for w in text[max(0, first - 2) : first] if w.sentence == text[first].sentence]
    return any(w in _NOT_BEHIND for w in before) or bool(before and before[-1] in _NOT_RIGHT_BEHIND)


def _add_province(
    line: str, names: dict[Phrase, tuple[frozenset[str], str, bool]], out: dict[str, str]
) -> None:
    province, also, regencies, cities = line.split("|")
    here = region_id("provinsi " + province)
    out[here] = here
    for name in [province, *filter(None, also.split(","))]:
        _add(names, name, here, "provinsi")
    for kind, listed in (("kabupaten", regencies), ("kota", cities)):
        for item in filter(None, listed.split(",")):
            name, _, seat = item.partition("=")
            region = region_id(f"{kind} {name.lstrip('!')}")
            out[region] = here
            _add(names, name, region, "regency")
            if seat:
                _add(names, seat, region, "inside")


def _add(names: dict[Phrase, tuple[frozenset[str], str, bool]], name: str, region: str, level: str) -> None:
    phrase = folded(name.lstrip("!"))
    old, old_level, old_marked = names.get(phrase, (frozenset(), level, False))
    if old_level == "regency" and level == "inside" and region in old:
        return
    marked = name.startswith("!") or old_marked
    wider = "regency" if level == "regency" or old_level == "regency" else level
    names[phrase] = (old | {region}, wider, marked)
