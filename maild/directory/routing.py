"""Where a report should go: `forward` only when every agency is certain and nothing forbids it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from maild.directory import roles
from maild.directory.duplicates import duplicates
from maild.directory.index import Index
from maild.directory.mentions import Mention, Surroundings, find, surroundings
from maild.directory.people import desk
from maild.directory.register import Candidate, OpenCase, Route
from maild.intent.meaning import Report
from maild.intent.report import complaint_text, effort_sentences
from maild.intent.report_bodies import services
from maild.intent.report_offices import BEARS_OUT
from maild.intent.report_text import words
from maild.message.record import Message

_CERTAIN = ("named", "narrowed")
_SHOWN = 5  # candidates told to a person


@dataclass(slots=True)
class _Part:
    """What the whole mail says about one agency (or one body outside of the list)."""

    mention: Mention
    role: int = 0
    times: int = 0
    why: str = ""
    agencies: tuple[str, ...] = ()
    texts: set[str] = field(default_factory=set)

    @property
    def score(self) -> float:
        return float(min(100, self.role + 4 * (self.times - 1))) if self.role else 1.0


def route(
    index: Index, message: Message, report: Report, *, today: date, open_cases: Sequence[OpenCase] = ()
) -> Route:
    """Rank the agencies of a report and decide. Pure; a few milliseconds whatever the number of agencies.

    `today` is the office's day on which letters would leave. Whatever is doubtful is asked, since a wrong
    address is worse than a late letter; every reason stands in `reasons`.
    """
    text = complaint_text(message)
    around = surroundings(index, text, report.fields.get("nik"))
    parts = _parts(index, message.subject[:1000], text, report, around)
    leading = _leading(parts)
    guesses = [] if leading else _guesses(index, text, parts, around)
    corrected, level_doubt = _level(index, leading, (message.subject[:1000] + ". " + text).lower())
    likely = tuple(a for p in leading for a in p.agencies) or tuple(g.agency_id for g in guesses[:3])
    found = duplicates(message, report, likely, text, open_cases)
    reasons = [
        *_unfit(report),
        *level_doubt,
        *_doubts(index, leading, parts, text, around),
        *_desks(index, leading, today),
        *(f"perhaps the same as {number}" for number in found),
    ]
    agency_ids = _agency_ids(report, leading, corrected, guesses)
    decision = "forward" if agency_ids and leading and not reasons else "ask"
    shown = _candidates(parts, leading, corrected, guesses)
    if decision == "forward":
        reasons = [f"{p.agencies[0]}: {p.why}" for p in leading]
    return Route(
        decision="forward" if decision == "forward" else "ask",
        agency_ids=agency_ids,
        candidates=shown,
        reasons=tuple(dict.fromkeys(reasons)),
        duplicates=found,
    )


def _parts(index: Index, subject: str, text: str, report: Report, around: Surroundings) -> list[_Part]:
    """Mentions of form field, subject and text, gathered per agency; best first."""
    mentions: list[Mention] = []
    named = report.fields.get("agency", "")
    if named:
        mentions += find(index, named, around, base=roles.LABEL)
    mentions += find(index, subject, around, base=roles.SUBJECT)
    mentions += find(index, text, around, efforts=effort_sentences(text))
    gathered: dict[tuple[object, ...], _Part] = {}
    for mention in mentions:
        key = mention.agencies or (mention.kind, tuple(sorted(mention.regions)))
        part = gathered.setdefault(key, _Part(mention, agencies=mention.agencies))
        part.times += mention.role > 0
        part.texts.add(mention.text)
        if mention.role > part.role or not part.why:
            part.role = max(part.role, mention.role)
            part.why = f"{_SAID[mention.role]} '{mention.text}'"
            part.mention = mention
    return sorted(gathered.values(), key=lambda p: (-p.score, -p.times, p.agencies))


_SAID = {
    roles.LABEL: "form field",
    roles.ACCUSED: "complained of as",
    roles.SUBJECT: "subject names",
    roles.DEALT_WITH: "turned to",
    roles.ACTING: "acts in the account:",
    roles.PLAIN: "named",
    roles.TREATED: "treated at",
    roles.PASSING: "only mentioned:",
}


def _leading(parts: list[_Part]) -> list[_Part]:
    """What the report is about: agencies of the form field alone, else those with a part in the story."""
    real = [p for p in parts if p.agencies and p.mention.certainty in _CERTAIN and p.role > roles.PASSING]
    labelled = [p for p in real if p.role == roles.LABEL]
    if labelled:
        return labelled
    strong = [p for p in real if p.role >= roles.ACTING]
    if not strong:
        return real[:1] if len(real) == 1 else []
    top = max(p.role for p in strong)  # plain mentions beside a strong one are weighed as rivals
    return [p for p in strong if p.role >= min(top, roles.DEALT_WITH)]


def _unfit(report: Report) -> list[str]:
    """What the report itself says against sending it unseen."""
    reasons = list(report.needs_eyes)
    if report.remit != "yes":
        reasons.append(f"remit {report.remit}: {report.remit_reason or 'unclear'}")
    if report.confidential:
        reasons.append(f"confidential: {report.confidential_reason}")
    reasons += [f"missing: {m}" for m in report.missing if m in ("nama", "uraian", "upaya")]
    return reasons


_DELICATE = frozenset({"pemasyarakatan"})


def _doubts(
    index: Index, leading: list[_Part], parts: list[_Part], text: str, around: Surroundings
) -> list[str]:
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
    for part in leading:
        if part.role <= roles.PLAIN and not _serves(index, part.agencies[0], text):
            reasons.append("the agency is only named in passing")
        elif not _serves(index, part.agencies[0], text, strict=False):
            reasons.append("the services spoken of are those of another kind of office")
        reasons += _contradiction(index, part.agencies[0], around)
    return reasons


def _together(index: Index, leading: list[_Part]) -> bool:
    """In a disaster the disaster agency and one technical office of the same region share one matter."""
    ids = [a for p in leading for a in p.agencies]
    kinds = [index.kinds[a] for a in ids]
    one_region = len({index.region[a] for a in ids}) == 1
    turned_to = all(p.role >= roles.DEALT_WITH for p in leading)
    return len(ids) == 2 and one_region and turned_to and sum("bencana" in k for k in kinds) == 1


def _rival(index: Index, part: _Part, leading: list[_Part], ids: set[str]) -> bool:
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


def _serves(index: Index, agency_id: str, text: str, *, strict: bool = True) -> bool:
    """The text speaks of what this kind of office does; not strict: no other kind clearly prevails."""
    spelled = words(text)
    counts = services(spelled)
    own = max((counts.get(k, 0) for k in index.kinds[agency_id]), default=0)
    if strict:
        common = {w for k in index.kinds[agency_id] for w in BEARS_OUT.get(k, "").split()}
        return own > 0 or any(w.folded in common for w in spelled)
    return own > 0 or max(counts.values(), default=0) < 3


def _contradiction(index: Index, agency_id: str, around: Surroundings) -> list[str]:
    """All places told lie outside of the agency's territory (offices of one regency, land and licences)."""
    agency, region = index.directory.agencies[agency_id], index.region[agency_id]
    provinces = {index.gazetteer.provinces.get(r) for r in around.spread}
    if around.spread and index.gazetteer.provinces.get(region) not in provinces:
        return ["the places told lie in another province"]
    territorial = agency.level in ("kabupaten", "kota") or index.kinds[agency_id] & {"pertanahan"}
    if not territorial or region.startswith("provinsi") or "rumah_sakit" in index.kinds[agency_id]:
        return []
    others = around.spread - {region}
    if others and around.evidence.get(region, 0) == 0:
        return ["the places told lie outside of the agency's region"]
    if others and max(around.evidence[r] for r in others) > around.evidence.get(region, 0):
        return ["most places told lie outside of the agency's region"]
    return []


def _level(index: Index, leading: list[_Part], low: str) -> tuple[tuple[str, ...], list[str]]:
    """Schools and roads belong to levels: SMA/SMK to the province, SD/SMP to kabupaten and kota."""
    for part in leading:
        agency_id = part.agencies[0]
        kinds, level = index.kinds[agency_id], index.directory.agencies[agency_id].level
        if "pendidikan" in kinds:
            high, low_school = roles.PROVINCIAL_SCHOOL.search(low), roles.REGENCY_SCHOOL.search(low)
            if high and level != "provinsi" and not low_school:
                return _provincial(index, "pendidikan"), [
                    "SMA/SMK belong to the province, another level is named"
                ]
            if low_school and level == "provinsi" and not high:
                return (), ["SD/SMP belong to kabupaten or kota, the province is named"]
            if high and low_school:
                return (), ["schools of two levels are named"]
        if kinds & {"pekerjaan_umum", "jalan_nasional"}:
            for pattern, kind, levels in roles.ROADS:
                if pattern.search(low) and (kind not in kinds or (levels and level not in levels.split())):
                    return (), ["the road belongs to another level"]
    return (), []


def _provincial(index: Index, kind: str) -> tuple[str, ...]:
    return tuple(a for a in index.by_kind.get(kind, ()) if index.directory.agencies[a].level == "provinsi")


def _desks(index: Index, leading: list[_Part], today: date) -> list[str]:
    states = [(a, desk(index.directory, a, today).state) for p in leading for a in p.agencies]
    return [f"{a}: focal point {state}" for a, state in states if state != "active"]


def _guesses(index: Index, text: str, parts: list[_Part], around: Surroundings) -> list[Candidate]:
    """Without a certain name: kinds of office spoken of, in the regions spoken of. For a person only."""
    wanted: dict[str, float] = {}
    for kind, count in services(words(text)).items():
        wanted[kind] = 20 + min(15, 5 * count)
    for part in parts:
        if not part.agencies and part.role > roles.PASSING and part.mention.scope != "unit":
            outside = part.mention.certainty == "outside"
            wanted[part.mention.kind] = 10 if outside else 55
    regions = sorted(around.spread, key=lambda r: (-around.evidence[r], r))
    scored: dict[str, float] = {}
    for kind, score in wanted.items():
        here = [a for r in regions for a in index.by_place.get((kind, r), ())]
        for agency in here or index.by_kind.get(kind, ())[:3]:
            scored[agency] = max(scored.get(agency, 0), score if here else score - 15)
    for part in parts:
        if part.mention.certainty == "ambiguous":
            scored |= {a: max(60.0, scored.get(a, 0)) for a in part.agencies}
    ranked = sorted(scored.items(), key=lambda pair: (-pair[1], pair[0]))[:_SHOWN]
    return [Candidate(a, s, "deduced from services and places told") for a, s in ranked if s > 0]


def _agency_ids(
    report: Report, leading: list[_Part], corrected: tuple[str, ...], guesses: list[Candidate]
) -> tuple[str, ...]:
    """As far as it can be told; nothing for what the Ombudsman does not deal with here."""
    disputed = "who is in charge is disputed" in report.needs_eyes
    if report.remit != "yes" or (disputed and not leading):
        return ()
    if corrected:
        return corrected
    if leading:
        return tuple(dict.fromkeys(a for p in leading for a in p.agencies))
    top = guesses[0].score if guesses else 0.0
    best = [g for g in guesses if top - g.score < 4]
    return (best[0].agency_id,) if len(best) == 1 and top >= 50 else ()


def _candidates(
    parts: list[_Part], leading: list[_Part], corrected: tuple[str, ...], guesses: list[Candidate]
) -> tuple[Candidate, ...]:
    ranked = [Candidate(a, 90.0, "the level that is in charge") for a in corrected]
    ordered = [*leading, *(p for p in parts if p not in leading and p.agencies)]
    ranked += [Candidate(a, p.score, p.why) for p in ordered for a in p.agencies]
    ranked += guesses
    unique = {c.agency_id: c for c in reversed(ranked)}
    best = sorted(unique.values(), key=lambda c: -c.score)
    return tuple(best[:_SHOWN])
