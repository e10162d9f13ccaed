"""The reporter chooses whether the agency may know who reports (UU 37/2008 art. 24(2)).

A wish for secrecy holds at once. A permission discloses nothing: only a person does.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from maild.cases import wording
from maild.cases.case import FIRST_LETTERS, Case, Suggestion
from maild.cases.effects import Ask, Effect, Note, Stop
from maild.cases.referral import refer
from maild.cases.standins import post_of
from maild.cases.world import Numbers, World

CONSENT = "consent"  # the reason of the question whether the identity is disclosed
_OURS = ("ready", "deferred")


def keep_secret(case: Case, now: datetime, world: World, numbers: Numbers) -> tuple[Case, list[Effect]]:
    """From now on nothing of the case leaves for an agency unread. What has not left yet stays here: a first
    letter is written anew without the name and read by an officer, anything else is held for one."""
    waiting = [d for d in case.dispatches if d.state in _OURS and d.role in ("agency", "superior")]
    case = replace(case, confidential=True, disclosed=False)
    effects: list[Effect] = [Note("secrecy asked", "reporter")]
    if not case.open:
        return case, effects
    first = [d for d in waiting if d.kind in FIRST_LETTERS and d.agency_id in world.directory.agencies]
    copies = [d for d in waiting if d.kind.endswith("T")]  # made anew with their letter, if there is one
    for letter in (*first, *copies):
        effects.append(Stop(letter.id, "failed", "superseded: the reporter asks for secrecy"))
    for letter in waiting:
        if letter not in first and letter not in copies:
            effects += [Stop(letter.id, "held", "the reporter asks for secrecy"), _review(letter.id, case)]
    for agency_id, address in {d.agency_id: d.to for d in first}.items():
        to = post_of(world.directory.agencies[agency_id or ""], address)
        ids = (agency_id or "",)
        case, more = refer(
            case, ids, now, world, numbers, by="reporter", hold=timedelta(0), review=True, to=to
        )
        effects += more
    return case, effects


def _review(outbox_id: int, case: Case) -> Ask:
    why = f"{case.number}: Pelapor meminta identitas dirahasiakan; surat ditahan sampai dibaca"
    suggestions = (Suggestion("ok", "kirim surat ini"), Suggestion("ignore", "jangan kirim"))
    return Ask("review", why, "examiner", suggestions, outbox_id=outbox_id)


def consent(case: Case, received_at: datetime, inbox_id: int, world: World) -> list[Effect]:
    """'Boleh disebut': put to the officer as one line."""
    if case.disclosed or not case.open:
        return []
    day = wording.day(world, world.date_of(received_at))
    ways = (
        Suggestion("disclose", "identitas boleh disebut", argument=f"diizinkan Pelapor melalui surel {day}"),
        Suggestion("ignore", "identitas tetap tidak disebut"),
    )
    why = f"{case.number}: Pelapor mengizinkan identitasnya disampaikan kepada instansi"
    return [
        Note("may be named", "reporter"),
        Ask(CONSENT, why, "examiner", ways, inbox_id=inbox_id),
    ]


def sent_before(case: Case) -> str:
    """For the officer: which letters had left before the wish came; '' for none."""
    left = [
        d for d in case.dispatches if d.role in ("agency", "superior") and d.state in ("sent", "uncertain")
    ]
    return f"{len(left)} surat sudah terkirim kepada instansi sebelum permintaan ini" if left else ""
