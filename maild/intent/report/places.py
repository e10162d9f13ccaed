"""Where a complaint happens: place names in the text -> regencies, cities and provinces, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from maild.intent.report.spelling import Spellings
from maild.intent.report.text import Word, folded, word_set

Phrase = tuple[str, ...]
Names = dict[Phrase, tuple[frozenset[str], str, bool]]  # -> regions, level, counts only behind a mark

MISSPELT = 84  # of 100: 'Gianayr' and 'Gianyar' reach 85, 'kurang' and 'Kupang' 83
_LONG = 6  # letters of a name that may be misspelt
_KIND = frozenset({"provinsi", "kabupaten", "kota"})
_MARKS = _KIND | {"kecamatan", "desa", "kelurahan", "dusun", "banjar", "wilayah", "cabang"}
# A street, river or temple bears the name of a place that is elsewhere.
_NOT_BEHIND = word_set("jalan gang tukad pura gunung pulau sungai")
_NO_NAME = word_set("kecil buntu sempit besar masuk depan belakang sebelah dalam di daerah arah menuju")
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
    near: Spellings  # names of whole regions, for those who misspell them


def longest_by_first(phrases: Iterable[Phrase]) -> dict[str, int]:
    """How many words the longest phrase has that begins with a word."""
    found: dict[str, int] = {}
    for phrase in phrases:
        found[phrase[0]] = max(found.get(phrase[0], 0), len(phrase))
    return found


def region_id(name: str) -> str:
    """'Kab. Kupang' -> 'kabupaten kupang'."""
    return " ".join(folded(name))


def gazetteer_of(regions: Iterable[Mapping[str, str]], inside: Iterable[Mapping[str, str]]) -> Gazetteer:
    """From the rows of the tables `regions` and `places`."""
    names: Names = {}
    provinces: dict[str, str] = {}
    codes: dict[str, str] = {}
    for row in regions:
        here, above = region_id(row["region"]), region_id(row.get("province") or row["region"])
        provinces[here] = above
        if row.get("code"):
            codes[row["code"]] = here
        level = "provinsi" if here == above else "regency"
        bare = row["region"].partition(" ")[2] or row["region"]
        for name in (bare, *filter(None, (row.get("also") or "").split("|"))):
            _add(names, name, here, level, careful=bool(row.get("careful")) and name == bare)
    for row in inside:
        level = "regency" if row.get("kind") == "name" else "inside"
        _add(names, row["place"], region_id(row["region"]), level, careful=bool(row.get("careful")))
    return Gazetteer(names, provinces, codes, longest_by_first(names), _near(names))


def _near(names: Names) -> Spellings:
    regional = {" ".join(phrase): ids for phrase, (ids, level, _) in names.items() if level == "regency"}
    return Spellings({name: ids for name, ids in regional.items() if len(name) >= _LONG})


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
    return Gazetteer(names, provinces, base.codes, longest_by_first(names), _near(names))


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
    marked = marked or (i > 0 and text[i - 1].folded in _MARKS)
    whole = _place_of(gaz, text, i, i, None, marked)
    behind = _place_of(gaz, text, i, i + 1, kind, True) if kind else None
    return max(filter(None, (whole, behind)), key=lambda place: place.last, default=None)


def place_like(gaz: Gazetteer, text: tuple[Word, ...], i: int) -> frozenset[str]:
    """The regions whose name is misspelt at word `i` ('Gianayr'); never enough to be certain."""
    for size in range(min(3, len(text) - i), 0, -1):
        words = text[i : i + size]
        name = " ".join(w.folded for w in words)
        if len(name) >= _LONG - 1 and words[-1].sentence == words[0].sentence:
            regions = gaz.near.meant(name, MISSPELT)
            if regions:
                return regions
    return frozenset()


def _place_of(
    gaz: Gazetteer, text: tuple[Word, ...], first: int, start: int, kind: str | None, marked: bool
) -> Place | None:
    """The longest name that begins at word `start`, such as 'Kota Soe' or, behind its kind, 'Kupang'."""
    longest = gaz.longest.get(text[start].folded, 0) if start < len(text) else 0
    for size in range(min(longest, len(text) - start), 0, -1):
        entry = gaz.names.get(tuple(w.folded for w in text[start : start + size]))
        if entry is None or (entry[2] and not marked):
            continue
        regions, level = _of_kind(entry[0], entry[1], kind)
        if regions:
            return Place(regions, level, first, start + size - 1, text[first].sentence)
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
    if before and before[-1] in _NO_NAME:  # 'gang kecil Sanur' is an alley in Sanur
        return False
    return any(w in _NOT_BEHIND for w in before) or bool(before and before[-1] in _NOT_RIGHT_BEHIND)


def _add(names: Names, name: str, region: str, level: str, *, careful: bool = False) -> None:
    """`careful`: a word that is also an ordinary one, a street's or a person's."""
    phrase = folded(name)
    old, old_level, old_careful = names.get(phrase, (frozenset(), level, False))
    if old_level == "regency" and level == "inside" and region in old:
        return
    wider = "regency" if level == "regency" or old_level == "regency" else level
    names[phrase] = (old | {region}, wider, careful or old_careful)
