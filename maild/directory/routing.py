"""Where a report should go: `forward` only when every agency is certain and nothing forbids it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from maild.directory import roles
from maild.directory.doubts import doubts, empty_desks, level_of, unfit
from maild.directory.duplicates import duplicates
from maild.directory.index import Index
from maild.directory.mentions import Surroundings, surroundings
from maild.directory.register import Candidate, OpenCase, Route
from maild.directory.standing import Part, gathered, leading_of
from maild.intent.meaning import Report
from maild.intent.report import complaint_text
from maild.intent.report.bodies import services
from maild.intent.report.text import words
from maild.message.record import Message

_SHOWN = 5  # candidates told to a person


def route(
    index: Index, message: Message, report: Report, *, today: date, open_cases: Sequence[OpenCase] = ()
) -> Route:
    """Rank the agencies of a report and decide. Pure; a few milliseconds whatever the number of agencies.

    `today` is the office's day on which letters would leave. Whatever is doubtful is asked, since a wrong
    address is worse than a late letter; every reason stands in `reasons`.
    """
    text = complaint_text(message)
    around = surroundings(index, text, report.fields.get("nik"))
    parts = gathered(index, message.subject[:1000], text, report, around)
    leading = leading_of(parts)
    guesses = [] if leading else _guesses(index, text, parts, around)
    corrected, level_doubt = level_of(index, leading, (message.subject[:1000] + ". " + text).lower())
    likely = tuple(a for p in leading for a in p.agencies) or tuple(g.agency_id for g in guesses[:3])
    found = duplicates(message, report, likely, text, open_cases)
    reasons = [
        *unfit(report),
        *level_doubt,
        *doubts(index, leading, parts, text, around),
        *empty_desks(index, leading, today),
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


def _guesses(index: Index, text: str, parts: list[Part], around: Surroundings) -> list[Candidate]:
    """Without a certain name: kinds of office spoken of, in the regions spoken of. For a person only."""
    wanted: dict[str, float] = {}
    for kind, count in services(index.vocabulary, words(text)).items():
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
    report: Report, leading: list[Part], corrected: tuple[str, ...], guesses: list[Candidate]
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
    parts: list[Part], leading: list[Part], corrected: tuple[str, ...], guesses: list[Candidate]
) -> tuple[Candidate, ...]:
    ranked = [Candidate(a, 90.0, "the level that is in charge") for a in corrected]
    ordered = [*leading, *(p for p in parts if p not in leading and p.agencies)]
    ranked += [Candidate(a, p.score, p.why) for p in ordered for a in p.agencies]
    ranked += guesses
    unique = {c.agency_id: c for c in reversed(ranked)}
    best = sorted(unique.values(), key=lambda c: -c.score)
    return tuple(best[:_SHOWN])
