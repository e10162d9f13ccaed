"""One mail that answers several cases: each case gets its own part, or a person divides the mail."""

from __future__ import annotations

from dataclasses import replace

from maild.cases.answers import party_writes
from maild.cases.arrivals import Arrival, held
from maild.cases.case import Case, Party, Suggestion
from maild.cases.effects import Decision
from maild.daemon.desk import Desk, standing_of
from maild.daemon.keys import Found
from maild.intent import Part
from maild.store import casebook

SHOWN = 5  # cases that a question names


def several(desk: Desk, arrival: Arrival, found: Found) -> Decision:
    """Divided by itself only if every case is named with words of its own, and a registered address of an
    agency that is a party in all of them wrote it: half an answer in the wrong case stops the wrong clock."""
    assert found.case is not None
    cases = [found.case, *(casebook.load(desk.tx, case_id) for case_id in found.others)]
    parts = {case.id: _part(case, arrival.meaning.parts) for case in cases}
    parties = {case.id: _party(desk, arrival, found, case) for case in cases}
    if not all(parts.values()) or not all(parties.values()) or len(cases) != len(arrival.meaning.parts):
        return _for_a_person(arrival, cases)
    first, *others = (_answers_one(desk, arrival, case, parts[case.id], parties[case.id]) for case in cases)
    for case, decision in zip(cases[1:], others, strict=True):
        book = desk.ledger()
        # Letters about each case are events of their own: their Message-IDs must not repeat (R7).
        book.event += f"/{case.id}"
        book.carry_out(decision)
    return first


def _part(case: Case, parts: tuple[Part, ...]) -> Part | None:
    """The one part whose number is that of the case, whole or its first field alone."""
    own = [part for part in parts if part.case in (case.number, case.number.split("/")[0])]
    return own[0] if len(own) == 1 else None


def _party(desk: Desk, arrival: Arrival, found: Found, case: Case) -> Party | None:
    """The writer as an agency of this case; what a colleague or a reporter writes is divided by a person."""
    here = found if case is found.case else Found(case)
    standing = standing_of(desk, here, arrival.dmarc)
    known = standing.party is not None and standing.party.role == "agency" and not standing.colleague
    return standing.party if known else None


def _answers_one(
    desk: Desk, arrival: Arrival, case: Case, part: Part | None, party: Party | None
) -> Decision:
    assert part is not None and party is not None
    meaning = replace(arrival.meaning, intent=part.intent, until=part.until, reasons=part.reasons)
    return party_writes(replace(arrival, meaning=meaning), case, party, desk.room.world)


def _for_a_person(arrival: Arrival, cases: list[Case]) -> Decision:
    numbers = [case.number for case in cases[:SHOWN]]
    suggestions = tuple(Suggestion("case", "lampirkan ke perkara ini", case=number) for number in numbers)
    return held(arrival, "several", f"menyebut beberapa perkara: {', '.join(numbers)}", suggestions)
