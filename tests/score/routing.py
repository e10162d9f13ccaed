"""Where the reports of the Indonesian set would go, in the order of their arrival, earlier ones being open cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from maild.cases.secrecy import identity_in
from maild.directory import Route, as_json, concerned, repeating, route
from maild.directory.thresholds import THRESHOLDS, Thresholds
from maild.intent import Report
from maild.intent.report import complaint_text
from maild.likeness import Known, Portrait, choose, portrait
from maild.message import Message, Unreadable
from tests.score.figure import Figure, Verdict, right_share, wrong_share
from tests.score.readings import Readings
from tests.score.shared import Entry, accepted

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Routed:
    """`document` is what `maild route --json` prints; a mail that was taken for no report has no `report`."""

    file: str
    gold: Entry
    report: Report | None
    document: dict[str, Any]

    @property
    def agency_right(self) -> bool:
        return any(set(ids) == set(self.document["agency_ids"]) for ids in accepted(self.gold, "agency_id"))

    @property
    def misled(self) -> str:
        """Which rule said what it said: the reasons of the decision, and the candidates with theirs."""
        shown = [f"{c['agency_id']} {c['score']:.0f} ({c['why']})" for c in self.document["candidates"][:3]]
        decision, ids = self.document["decision"], ", ".join(self.document["agency_ids"]) or "nobody"
        rules = "; ".join(self.document["reasons"])
        return f"{decision} {ids}; by the rules: {rules} | {', '.join(shown) or 'no candidate'}"


def routed(readings: Readings) -> tuple[Routed, ...]:
    """Every report of gold, routed once."""
    return readings.once(_each)


def _each(readings: Readings) -> Iterator[Routed]:
    return routed_with(readings, THRESHOLDS)


def routed_with(readings: Readings, limits: Thresholds) -> Iterator[Routed]:
    """The same with other thresholds."""
    cases: dict[str, list[Known]] = {office: [] for office in readings.officials.index}
    for gold in readings.shared.gold:
        if gold["kind"] != "report":
            continue
        reading = readings.indonesian(gold)
        message = reading.message
        assert not isinstance(message, Unreadable)
        meaning = readings.understood(reading)
        index, known = readings.officials.index[gold["office"]], cases[gold["office"]]
        index = replace(index, thresholds=limits)
        if meaning.report is None:
            assert message.date is not None
            found = concerned(index, message, meaning, today=message.date.date())
            told = None
        else:
            assert message.date is not None
            found = route(index, message, meaning.report, today=message.date.date())
            told = _portrait(message, meaning.report, found, gold["office"])
            found = _with_repeats(found, meaning.report, told, known)
        yield Routed(reading.file, gold, meaning.report, as_json(found, meaning.report, reading.file))
        if not gold["duplicates_of"] and told is not None:
            known.append(Known(gold["id"], replace(told, agency_ids=tuple(gold["agency_id"]))))


def _portrait(message: Message, report: Report, found: Route, office: str) -> Portrait:
    """As the daemon takes it (maild.daemon.repeats), every earlier report of the office being looked at."""
    name = report.fields.get("reporter_name") or (message.sender.name if message.sender else "")
    ids = found.agency_ids or tuple(c.agency_id for c in found.candidates[:3])
    text = f"{message.subject}\n{complaint_text(message)}"
    return portrait(text, identity_in(message, report, name, False), name, ids, key=b"", scope=office)


def _with_repeats(found: Route, report: Report, told: Portrait, known: list[Known]) -> Route:
    again = "written to the Ombudsman before" in report.needs_eyes
    repeats = choose(told, known, again=again)
    if not repeats:
        return found
    numbers = tuple(one.number for one in repeats if one.likeness.duplicate)
    reasons = (*found.reasons, *(f"perhaps the same as {one.number}" for one in repeats))
    agencies = {one.number: one.portrait.agency_ids for one in known}
    found = repeating(found, [(one.number, agencies[one.number]) for one in repeats])
    return replace(found, decision="ask", reasons=reasons, duplicates=numbers)


def figures(readings: Readings) -> Iterator[Figure]:
    reports = routed(readings)
    went = [one for one in reports if one.document["decision"] == "forward"]
    yield wrong_share(
        "route.agency",
        "forwarded unseen to an agency that is not allowed",
        [_said(one, one.agency_right, one.gold["agency_id"]) for one in went],
    )
    yield wrong_share(
        "route.unseen",
        "forwarded unseen although staff must see it",
        [_said(one, True in accepted(one.gold, "may_auto_forward"), one.gold["notes"]) for one in went],
    )
    may = [one for one in reports if one.gold["may_auto_forward"]]
    yield right_share(
        "route.forwardable",
        "forwardable reports that go out unseen",
        [_said(one, one.document["decision"] == "forward", one.gold["agency_id"]) for one in may],
        85,
    )
    named = [one for one in reports if one.gold["agency_id"]]
    yield right_share(
        "route.first", "right agency (all of them) first", [_within(one, least=1) for one in named], 90
    )
    yield right_share(
        "route.three", "right agency (all of them) within three", [_within(one, least=3) for one in named], 98
    )
    yield right_share(
        "route.list", "agencies exactly as an officer would say", [_list(one) for one in reports]
    )
    yield from _duplicates(reports)


def _said(one: Routed, right: bool, wanted: Any) -> Verdict:
    return Verdict(one.file, right, wanted, one.misled)


def _within(one: Routed, *, least: int) -> Verdict:
    choices = [ids for ids in accepted(one.gold, "agency_id") if ids]
    return _said(one, within(one, least=least), choices)


def within(one: Routed, *, least: int) -> bool:
    """All agencies of gold (or of an alternative) among as many candidates, three where three are allowed."""
    ranked = [c["agency_id"] for c in one.document["candidates"]]
    choices = [ids for ids in accepted(one.gold, "agency_id") if ids]
    return any(set(ids) <= set(ranked[: max(least, len(ids))]) for ids in choices)


def _list(one: Routed) -> Verdict:
    return _said(one, one.agency_right, accepted(one.gold, "agency_id"))


def _duplicates(reports: tuple[Routed, ...]) -> Iterator[Figure]:
    repeats = [one for one in reports if one.gold["duplicates_of"]]
    yield right_share(
        "route.duplicates",
        "duplicates shown to staff",
        [_said(one, _shown(one), f"the same as {one.gold['duplicates_of']}") for one in repeats],
        95,
    )
    others = [one for one in reports if not one.gold["duplicates_of"]]
    yield wrong_share(
        "route.strangers",
        "different people flagged as the same",
        [_said(one, not one.document["duplicates"], "no duplicate") for one in others],
        2,
    )


def _shown(one: Routed) -> bool:
    found = one.document["duplicates"]
    return any(value in found if value else not found for value in accepted(one.gold, "duplicates_of"))
