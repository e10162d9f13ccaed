"""Whether a report is one that we have: looked up for every new one. Looks only; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import cast

from maild.cases.arrivals import Arrival
from maild.cases.case import Case
from maild.cases.repeated import told_identity
from maild.daemon.desk import Desk
from maild.daemon.remembering import told_by
from maild.directory import Route, repeating
from maild.intent.report import complaint_text
from maild.likeness import READ, Found, Kind, Known, Portrait, choose, shingles_of
from maild.store import likeness

AGAIN = "written to the Ombudsman before"
LONG_CLOSED = 365  # days after which the same person at the same agency has a new matter
_COMPARED = 40


def with_repeats(desk: Desk, arrival: Arrival) -> Arrival:
    """The arrival with the earlier reports that it may repeat, its route knowing of them: whatever is like an
    earlier one does not go on unseen."""
    assert arrival.route is not None
    found = find(desk, arrival, arrival.route)
    if not found:
        return arrival
    repeats = tuple(one.number for one in found if one.likeness.duplicate)
    reasons = [*arrival.route.reasons] if arrival.route.decision != "forward" else []
    reasons += [
        f"perhaps the same as {one.number}" if one.likeness.duplicate else f"the same words as {one.number}"
        for one in found
    ]
    route = replace(arrival.route, decision="ask", reasons=tuple(reasons), duplicates=repeats)
    concerned = [(one.number, one.agency_ids) for one in found if one.likeness.duplicate]
    return replace(arrival, route=repeating(route, concerned), repeats=found)


def find(desk: Desk, arrival: Arrival, route: Route) -> tuple[Found, ...]:
    """Earlier reports, the likeliest first; cost is bounded whatever the number of cases."""
    report, office = arrival.meaning.report, desk.room.key
    assert report is not None
    new, bands = _told(desk, arrival, route)
    near = likeness.near(desk.tx, bands, new.marks)
    again = AGAIN in report.needs_eyes
    wanted = list(near.case_ids)
    if again:
        for agency_id in new.agency_ids:
            wanted += likeness.of_agency(desk.tx, agency_id)
    if not wanted:
        return ()
    stored = likeness.load(desk.tx, office, list(dict.fromkeys(wanted))[:_COMPARED])
    numbers = {one.id: one.number for one in stored}
    known = [_known(desk, one, numbers) for one in stored]
    new = replace(new, marks={m: kind for m, kind in new.marks.items() if m not in near.common})
    agencies = desk.room.world.directory.agencies
    about = {i for one in (new, *(each.portrait for each in known)) for i in one.agency_ids if i in agencies}
    names = [name for i in sorted(about) for name in (agencies[i].name, *agencies[i].aliases)]
    return choose(new, known, again=again, names=names)


def same_number(desk: Desk, case: Case) -> tuple[str, ...]:
    """Other cases that name a number which the mail on the desk names: of a report of the inspectorate."""
    told, _ = told_by(desk.key, desk.room.key, "", desk.message.new_text[:READ], (), "")
    ours, _ = told_by(desk.key, desk.room.key, case.subject, case.text, case.hidden, case.reporter_name)
    marks = {mark: kind for mark, kind in told.marks.items() if mark not in ours.marks}
    near = likeness.near(desk.tx, (), marks)
    return tuple(
        one.number for one in likeness.load(desk.tx, desk.room.key, near.case_ids) if one.id != case.id
    )


def _told(desk: Desk, arrival: Arrival, route: Route) -> tuple[Portrait, tuple[int, ...]]:
    message, report = arrival.message, arrival.meaning.report
    assert report is not None
    name, hidden = told_identity(message, report, desk.room.world)
    text = complaint_text(message)[:READ]
    told, bands = told_by(desk.key, desk.room.key, message.subject, text, hidden, name)
    agency_ids = route.agency_ids or tuple(c.agency_id for c in route.candidates[:3])
    return replace(told, agency_ids=agency_ids), bands


def _known(desk: Desk, one: likeness.Stored, numbers: dict[int, str]) -> Known:
    # Its marks are stored; of its text only the words are looked at again.
    words, marks = shingles_of(one.subject, one.text), cast("Mapping[int, Kind]", one.marks)
    told = Portrait(words, marks, one.reporter_name, one.agency_ids)
    apart = frozenset(numbers[other] for other in one.apart if other in numbers)
    gone = _long_ago(one.closed_at, desk.now)
    return Known(one.number, told, gone, one.closed_at is not None, apart)


def _long_ago(closed_at: datetime | None, now: datetime) -> bool:
    return closed_at is not None and (now - closed_at).days > LONG_CLOSED
