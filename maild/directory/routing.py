"""Where a report should go: `forward` only when every agency is certain and nothing forbids it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from maild.directory import roles
from maild.directory.deduction import deduced
from maild.directory.doubts import REMIT, contradictions, doubts, empty_desks, level_of, unfit
from maild.directory.index import Index
from maild.directory.matters import matters
from maild.directory.mentions import Mention, Told, around, find, tell
from maild.directory.register import Candidate, Route
from maild.directory.standing import Part, gathered, in_text, leading_of
from maild.directory.surroundings import Surroundings
from maild.intent.meaning import Meaning, Report
from maild.intent.report import assess, complaint_text
from maild.message.record import Message

_SHOWN = 5  # candidates told to a person
_REPEATED = "the agency of"
_OF_A_CASE, _AGAIN, _CERTAIN = 50.0, 30.0, 99.0  # scores of what a repeated case was about
_BELOW = 1.0  # a deduced agency never stands above one that is named


@dataclass(frozen=True, slots=True)
class _Account:
    """What one complaint says of agencies."""

    told: Told
    parts: list[Part]
    leading: list[Part]
    guesses: list[Candidate]

    @property
    def named(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(a for p in self.leading for a in p.agencies))


def route(index: Index, message: Message, report: Report, *, today: date) -> Route:
    """Rank the agencies of a report and decide. Pure; a few milliseconds whatever the number of agencies.

    `today` is the office's day on which letters would leave. Whatever is doubtful is asked, since a wrong
    address is worse than a late letter; every reason stands in `reasons`.
    """
    subject = tell(index, message.subject[:1000], today)
    told = tell(index, complaint_text(message), today)
    where = around(index, told, report.fields.get("nik"), today)
    before = _before(index, subject, report, where)
    account = _account(index, told, before, where)
    apart = _apart(index, account, report, where)
    corrected, level_doubt = level_of(index, account.leading, subject.spelled + told.spelled, where)
    against, disproved = contradictions(index, account.leading, where)
    agency_ids = _agency_ids(index, report, account, apart, disproved=disproved)
    if level_doubt:
        agency_ids = corrected if report.remit == "yes" else ()
    reasons = [
        *unfit(report),
        *(["several matters, each with an agency of its own"] if apart else []),
        *level_doubt,
        *doubts(index, account.leading, account.parts, told),
        *against,
        *empty_desks(index, account.leading, today),
    ]
    certain = bool(agency_ids and account.leading and not reasons)
    if certain:
        reasons = [f"{p.agencies[0]}: {p.why}" for p in account.leading]
    return Route(
        decision="forward" if certain else "ask",
        agency_ids=agency_ids,
        candidates=_candidates(index, account, apart, corrected, where, disproved=disproved),
        reasons=tuple(dict.fromkeys(reasons)),
    )


_SAYS_NOTHING = ("bounce", "delay", "read_receipt", "auto_reply", "bulk")


def concerned(index: Index, message: Message, meaning: Meaning, *, today: date) -> Route:
    """The agencies that a letter, an answer or a mail passed on is about: told to a person, never sent."""
    why = (f"{meaning.kind}: no report", *meaning.reasons)
    if meaning.kind in _SAYS_NOTHING:
        return Route("none", (), (), why)
    found = route(index, message, assess(message, today), today=today)
    return Route("none", found.agency_ids, found.candidates, why)


def repeating(found: Route, cases: Iterable[tuple[str, Iterable[str]]]) -> Route:
    """With the agencies of the cases (number, agency ids) that the report may repeat among the candidates.

    What is repeated often says less than what was said first; its agencies are most likely the same.
    """
    cases = tuple((number, tuple(ids)) for number, ids in cases)
    best = {c.agency_id: c for c in found.candidates}
    for number, agency_ids in cases:
        for agency_id in agency_ids:
            known = best.get(agency_id)
            score = min(_CERTAIN, known.score + _AGAIN) if known else _OF_A_CASE
            if known is None or not known.why.startswith(_REPEATED):
                best[agency_id] = Candidate(agency_id, score, f"{_REPEATED} {number}, which it may repeat")
    ranked = sorted(best.values(), key=lambda c: -c.score)
    told = found.agency_ids or _first_told(found, cases)
    return replace(found, agency_ids=told, candidates=tuple(ranked[:_SHOWN]))


def _first_told(found: Route, cases: Iterable[tuple[str, Iterable[str]]]) -> tuple[str, ...]:
    """Of a report that names none: the agencies of the likeliest case, if it speaks of one of them at all."""
    spoken_of = {c.agency_id for c in found.candidates}
    first = next((tuple(ids) for _, ids in cases), ())
    within = not any(reason.startswith(REMIT) for reason in found.reasons)
    return first if within and spoken_of & set(first) else ()


def _before(index: Index, subject: Told, report: Report, where: Surroundings) -> tuple[Mention, ...]:
    """What the form field and the subject name."""
    field = report.fields.get("agency", "")
    labelled = find(index, tell(index, field, where.day), where, base=roles.LABEL) if field else ()
    return (*labelled, *find(index, subject, where, base=roles.SUBJECT))


def _account(index: Index, told: Told, before: tuple[Mention, ...], where: Surroundings) -> _Account:
    parts = gathered((*before, *in_text(index, told, where)))
    leading = leading_of(parts, index.thresholds.leading)
    guesses = deduced(index, told.spelled, parts, where, services=not leading)
    return _Account(told, parts, leading, guesses)


def _apart(index: Index, whole: _Account, report: Report, where: Surroundings) -> list[_Account]:
    """The matters of one mail, when they are for different offices."""
    if any(p.role == roles.LABEL for p in whole.leading):
        return []
    pieces = [_account(index, tell(index, piece, where.day), (), where) for piece in matters(whole.told.text)]
    sure = "several matters" in report.needs_eyes
    mine = [(one, _meant(index, one, loose=sure)) for one in pieces]
    offices = {ids for _, ids in mine if ids}
    return [one for one, ids in mine if ids] if len(offices) > 1 else []


def _meant(index: Index, account: _Account, *, loose: bool = True) -> tuple[str, ...]:
    """What one account is about: the agencies named, else the one deduced. Not loose: only by an office."""
    if account.leading:
        return account.named
    top = _best(index, account.guesses)
    return top if loose or any(not p.agencies and p.role > roles.PASSING for p in account.parts) else ()


def _best(index: Index, guesses: list[Candidate]) -> tuple[str, ...]:
    """The one deduced agency that is far enough ahead of all others."""
    limits = index.thresholds
    best = [g for g in guesses if guesses[0].score - g.score < limits.deduced_margin]
    return (best[0].agency_id,) if len(best) == 1 and best[0].score >= limits.deduced else ()


def _agency_ids(
    index: Index,
    report: Report,
    account: _Account,
    apart: list[_Account],
    *,
    disproved: bool,
) -> tuple[str, ...]:
    """As far as it can be told; nothing for what the Ombudsman does not deal with here."""
    disputed = "who is in charge is disputed" in report.needs_eyes
    if report.remit != "yes" or (disputed and not account.leading and not _half_named(index, account)):
        return ()
    if apart:
        return tuple(dict.fromkeys(a for one in apart for a in _meant(index, one)))
    if not account.leading:
        return () if any(_of_another_list(p) for p in account.parts) else _best(index, account.guesses)
    if disproved and not disputed:
        return ()
    ids = list(account.named)
    kinds = {k for a in ids for k in index.kinds[a]}
    if disputed:
        ids += [a for p in account.parts if p.certain and p.mention.kind in kinds for a in p.agencies]
    if report.urgent:  # minutes count: whoever has a part in it is telephoned
        ids += [a for p in account.parts if p.certain and p.role >= roles.PLAIN for a in p.agencies]
        sure = [g for g in account.guesses if g.score >= index.thresholds.deduced]
        ids += [g.agency_id for g in sure if not kinds & index.kinds[g.agency_id]]
    return tuple(dict.fromkeys(ids))


def _half_named(index: Index, account: _Account) -> bool:
    """The agency deduced is of the one kind that the text names, villages and districts left aside."""
    best = _best(index, account.guesses)
    kinds = {p.mention.kind for p in account.parts if p.role >= roles.PLAIN and p.mention.scope != "unit"}
    return bool(best) and len(kinds - _LOCAL) == 1 and kinds - _LOCAL <= index.kinds[best[0]]


_LOCAL = frozenset({"desa", "kecamatan", "kepala_daerah"})


def _of_another_list(part: Part) -> bool:
    """An office with a part in the story that the list does not have."""
    mention = part.mention
    return mention.certainty == "outside" and mention.scope != "unit" and part.role >= roles.PLAIN


def _candidates(
    index: Index,
    account: _Account,
    apart: list[_Account],
    corrected: tuple[str, ...],
    where: Surroundings,
    *,
    disproved: bool,
) -> tuple[Candidate, ...]:
    ranked = [Candidate(a, 90.0, "the level that is in charge") for a in corrected]
    for one in apart:
        named = {c.agency_id: c for c in (*one.guesses, *_of_parts(one.leading))}
        ranked += [replace(named[a], score=80.0) for a in _meant(index, one)]
    rest = [p for p in account.parts if p not in account.leading and p.agencies]
    ranked += [*_of_parts(account.leading), *_of_parts(rest)]
    ceiling = min((p.score for p in account.leading), default=101.0) - _BELOW
    ranked += [replace(g, score=min(g.score, ceiling)) for g in account.guesses]
    if disproved:
        ranked += _where_told(index, account, where, ceiling)
    unique: dict[str, Candidate] = {}
    for one_candidate in ranked:
        known = unique.get(one_candidate.agency_id)
        if known is None or known.score < one_candidate.score:
            unique[one_candidate.agency_id] = one_candidate
    return tuple(sorted(unique.values(), key=lambda c: -c.score)[:_SHOWN])


def _of_parts(parts: Iterable[Part]) -> list[Candidate]:
    return [Candidate(a, p.score, p.why) for p in parts for a in p.agencies]


def _where_told(index: Index, account: _Account, where: Surroundings, ceiling: float) -> list[Candidate]:
    """The same kind of office where the places told lie."""
    return [
        Candidate(a, ceiling, f"the places told lie in {region.title()}")
        for agency in account.named
        for kind in sorted(index.kinds[agency])
        for region in sorted(where.matter)
        for a in index.placed(kind, region, where.day)
    ]
