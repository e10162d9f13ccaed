"""Why a report does not go unseen: what it says itself, and what is uncertain about the agency."""

from __future__ import annotations

from datetime import date

from maild.directory import roles
from maild.directory.index import Index
from maild.directory.mentions import Told
from maild.directory.people import desk
from maild.directory.standing import Part
from maild.directory.surroundings import Surroundings
from maild.intent.meaning import Report
from maild.intent.report.bodies import levels_told, services
from maild.intent.report.text import Word

REMIT = "remit"


def unfit(report: Report) -> list[str]:
    """What the report itself says against sending it unseen."""
    reasons = list(report.needs_eyes)
    if report.remit != "yes":
        reasons.append(f"{REMIT} {report.remit}: {report.remit_reason or 'unclear'}")
    if report.confidential:
        reasons.append(f"confidential: {report.confidential_reason}")
    reasons += [f"missing: {m}" for m in report.missing if m in ("nama", "uraian", "upaya")]
    return reasons


_DELICATE = frozenset({"pemasyarakatan"})


def doubts(index: Index, leading: list[Part], parts: list[Part], told: Told) -> list[str]:
    """Why the agency is not certain enough for a machine."""
    if not leading:
        return ["no agency of the list is named with certainty"]
    reasons = []
    ids = {a for p in leading for a in p.agencies}
    if len(leading) > 1 and not _together(index, leading):
        related = all(_related(index, a, b) for a in ids for b in ids if a != b)
        reasons.append("more than one agency has a part" + (" (one is above the other)" if related else ""))
    for part in parts:
        if part not in leading and _rival(index, part, leading, ids):
            reasons.append(f"also named: '{part.mention.text}'")
    if any(_DELICATE & index.kinds[a] for a in ids):
        reasons.append("prisoners may be made to suffer for it")
    spelled = told.besides()  # an office's name does not bear itself out: 'Rumah Sakit'
    return reasons + [why for part in leading for why in _unborne(index, part, spelled)]


def _unborne(index: Index, part: Part, spelled: tuple[Word, ...]) -> list[str]:
    """Nothing that is told is a service of this kind of office, or something is that of another kind."""
    known, kinds, limits = index.vocabulary, index.kinds[part.agencies[0]], index.thresholds
    counts, others = services(known, spelled), services(known, spelled, weak=False)
    owned = sum(function in kinds for function, _ in levels_told(known, spelled))
    own = owned + sum(counts.get(kind, 0) for kind in kinds) + _common(index, part.agencies[0], spelled)
    if not own and max(others.values(), default=0) >= limits.other_services:
        return ["the services spoken of are those of another kind of office"]
    if part.role <= roles.PLAIN and own < limits.borne_out:
        return ["the agency is only named in passing"]
    # Who fills in 'Terlapor: RSUD' about the lease of a kiosk there has said it himself.
    if part.role < roles.LABEL and own < limits.borne_out and kinds & known.served:
        return ["no service of this kind of office is spoken of"]
    return []


def contradictions(index: Index, leading: list[Part], where: Surroundings) -> tuple[list[str], bool]:
    """Why the places told speak against the agencies named; and whether the one named cannot be the right
    one, the land or the building lying outside of its region."""
    reasons: list[str] = []
    disproved = False
    for part in leading:
        agency_id = part.agencies[0]
        found = _contradiction(index, agency_id, where)
        bound = bool(index.kinds[agency_id] & _BOUND_TO_THE_PLACE)
        disproved = disproved or bool(found and bound and index.region[agency_id] not in where.matter)
        reasons += found
    return reasons, disproved


def _together(index: Index, leading: list[Part]) -> bool:
    """In a disaster the disaster agency and one technical office of the same region share one matter."""
    ids = [a for p in leading for a in p.agencies]
    kinds = [index.kinds[a] for a in ids]
    one_region = len({index.region[a] for a in ids}) == 1
    turned_to = all(p.role >= roles.DEALT_WITH for p in leading)
    return len(ids) == 2 and one_region and turned_to and sum("bencana" in k for k in kinds) == 1


def _rival(index: Index, part: Part, leading: list[Part], ids: set[str]) -> bool:
    """Another body with a part of its own in the story, so that a person has to choose."""
    if part.role == roles.PASSING or part.mention.scope == "unit":
        return False
    kinds = {k for a in ids for k in index.kinds[a]}
    if part.mention.certainty == "unplaced" and part.mention.kind in kinds:
        return False  # 'Dinas', 'PLN': the same one again
    if part.agencies and all(any(_related(index, a, b) for b in ids) for a in part.agencies):
        return False
    if leading[0].role == roles.LABEL:
        return (
            part.role >= roles.ACCUSED and part.mention.certainty != "unplaced" and part.agencies not in ((),)
        )
    if part.mention.certainty == "unplaced" and part.mention.scope != "other":
        return part.role >= roles.SUBJECT
    if part.mention.certainty == "ambiguous" and ids & set(part.agencies):
        return False
    if part.mention.kind in kinds:
        return True  # two offices of one kind: which of them is meant is for a person
    return part.role >= roles.ACTING or leading[0].role < roles.SUBJECT


def _related(index: Index, one: str, other: str) -> bool:
    """Same line of command: unit and its parent, or agency and the one that oversees it."""
    return other in _above(index, one) or one in _above(index, other)


def _above(index: Index, agency_id: str) -> set[str]:
    found: set[str] = set()
    agency = index.directory.agencies.get(agency_id)
    while agency is not None:
        up = {x for x in (agency.parent_id, agency.oversight_id) if x} - found
        found |= up
        agency = index.directory.agencies.get(agency.parent_id) if agency.parent_id in up else None
    return found


def _common(index: Index, agency_id: str, spelled: tuple[Word, ...]) -> int:
    """Words that are too common to suggest this kind of office, and fit it all the same."""
    common = {w for k in index.kinds[agency_id] for w in index.vocabulary.bears_out.get(k, ())}
    return sum(w.folded in common for w in spelled)


def _contradiction(index: Index, agency_id: str, where: Surroundings) -> list[str]:
    """All places told lie outside of the agency's territory (offices of one regency, land and licences)."""
    agency, region = index.directory.agencies[agency_id], index.region[agency_id]
    provinces = {index.gazetteer.provinces.get(r) for r in where.spread}
    if where.spread and index.gazetteer.provinces.get(region) not in provinces:
        return ["the places told lie in another province"]
    territorial = agency.level in ("kabupaten", "kota") or index.kinds[agency_id] & {"pertanahan"}
    if not territorial or region.startswith("provinsi") or "rumah_sakit" in index.kinds[agency_id]:
        return []
    others = where.spread - {region}
    if others and where.evidence.get(region, 0) == 0:
        return ["the places told lie outside of the agency's region"]
    if others and max(where.evidence[r] for r in others) > where.evidence.get(region, 0):
        return ["most places told lie outside of the agency's region"]
    if others and region not in where.matter and index.kinds[agency_id] & _BOUND_TO_THE_PLACE:
        return ["the reporter lives in the agency's region, the matter lies outside of it"]
    return []


# Where the land, the building or the road lies counts for these, and not where its owner lives.
_BOUND_TO_THE_PLACE = frozenset({"pertanahan", "perizinan", "pekerjaan_umum", "lingkungan"})
_ROADS = frozenset({"pekerjaan_umum", "jalan_nasional"})


def level_of(
    index: Index, leading: list[Part], spelled: tuple[Word, ...], where: Surroundings
) -> tuple[tuple[str, ...], list[str]]:
    """Schools and roads belong to levels: SMA/SMK to the province, SD/SMP to kabupaten and kota.

    Why the agency named is not in charge, and the one that is, where the list has it.
    """
    told = levels_told(index.vocabulary, spelled) if leading else frozenset[tuple[str, str]]()
    for part in leading:
        kinds = index.kinds[part.agencies[0]]
        level = index.directory.agencies[part.agencies[0]].level
        if "pendidikan" in kinds and (why := _of_school(told, level)):
            owners = [(f, at) for f, at in told if f == "pendidikan"]
            return _owner(index, part.agencies[0], owners, where), [why]
        if kinds & _ROADS and any(_of_another(owner, kinds, level) for owner in told):
            roads = [owner for owner in told if owner[0] in _ROADS]
            return _owner(index, part.agencies[0], roads, where), ["the road belongs to another level"]
    return (), []


def _of_school(told: frozenset[tuple[str, str]], level: str) -> str:
    high, low = ("pendidikan", "provinsi") in told, ("pendidikan", "kabupaten") in told
    if high and low:
        return "schools of two levels are named"
    if high and level != "provinsi":
        return "SMA/SMK belong to the province, another level is named"
    if low and level == "provinsi":
        return "SD/SMP belong to kabupaten or kota, the province is named"
    religious = any(function == "agama" for function, _ in told)
    return "a madrasah belongs to the Ministry of Religion" if religious and not (high or low) else ""


def _owner(index: Index, named: str, owners: list[tuple[str, str]], where: Surroundings) -> tuple[str, ...]:
    """The one agency that owns the school or road; nothing when several do, or none of the list."""
    if len(owners) != 1:
        return ()
    function, level = owners[0]
    region = index.region[named]
    if level == "kabupaten":
        regions = [r for r in (region, *where.ranked()) if not r.startswith("provinsi")][:1]
    else:
        regions = [index.gazetteer.provinces.get(region, "")]
    found = tuple(a for r in regions for a in index.placed(function, r, where.day))
    return found if len(found) == 1 else ()


def _of_another(owner: tuple[str, str], kinds: frozenset[str], level: str) -> bool:
    """A road of this owner is not the agency's."""
    function, wanted = owner
    if function not in (*_ROADS, "desa", "pusat"):
        return False
    fits = {"": True, "provinsi": level == "provinsi", "kabupaten": level in ("kabupaten", "kota")}
    return function not in kinds or not fits.get(wanted, False)


def empty_desks(index: Index, leading: list[Part], today: date) -> list[str]:
    states = [(a, desk(index.directory, a, today).state) for p in leading for a in p.agencies]
    return [f"{a}: focal point {state}" for a, state in states if state != "active"]
