"""Reports are remembered by their words and marks when they are opened, those of before bit by bit."""

from __future__ import annotations

import logging
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Connection

from maild.cases.case import Case
from maild.cases.effects import Join, Link, Remember
from maild.likeness import READ, Portrait, bands_of, portrait
from maild.store import Store, casebook, likeness

log = logging.getLogger(__name__)

AT_ONCE = 500  # cases of before in one round: half a second, and mail does not wait for more


def remember(tx: Connection, key: bytes, office: str, case: Case) -> None:
    """The words and marks of a new case; it is found by them from now on."""
    told, bands = told_by(key, office, case.subject, case.text, case.hidden, case.reporter_name)
    likeness.remember(tx, case.id, bands, told.marks)


def remember_more(tx: Connection, key: bytes, office: str, case: Case, text: str) -> None:
    """Numbers that the reporter brings later: of the file, of the family card, of LAPOR!."""
    told, _ = told_by(key, office, "", text[:READ], (), "")
    if told.marks:
        likeness.remember_too(tx, case.id, (), told.marks)


def told_by_staff(
    tx: Connection, office: str, key: bytes, case: Case, effect: Link | Join | Remember, now: datetime
) -> None:
    """What a merge, a separation or a second look leaves behind."""
    match effect:
        case Link():
            (other,) = casebook.by_numbers(tx, office, [effect.other], [])
            if effect.kind == "none":
                likeness.unlink(tx, case.id, other)
            else:
                likeness.link(tx, case.id, other, effect.kind, effect.by, now)
        case Join() if effect.leaves:
            casebook.leave(tx, case.id, effect.party)
        case Join():
            casebook.join(tx, key, case.id, effect.party)
        case Remember():
            text = effect.text[:READ]
            told, bands = told_by(key, office, effect.subject, text, effect.hidden, effect.name)
            likeness.remember_too(tx, case.id, bands, told.marks)


@lru_cache(maxsize=32)
def told_by(
    key: bytes, office: str, subject: str, text: str, hidden: tuple[tuple[str, str], ...], name: str
) -> tuple[Portrait, tuple[int, ...]]:
    """Portrait and bands. A report is looked up and a moment later remembered: the second time is free."""
    told = portrait(f"{subject}\n{text}", hidden, name, key=key, scope=office)
    return told, bands_of(told, office)


def begin(store: Store, office: str) -> None:
    with store.transaction() as tx:
        likeness.begin(tx, office)


def catch_up(store: Store, key: bytes, office: str, at_once: int = AT_ONCE) -> int:
    """Some cases of before, the newest first; returns how many. A crash repeats none: one transaction."""
    with store.transaction() as tx:
        rows = likeness.waiting(tx, office, at_once)
        for row in rows:
            hidden = tuple((kind, text) for kind, text in row.hidden)
            told, bands = told_by(key, office, row.subject, row.text, hidden, row.reporter_name)
            likeness.remember(tx, row.id, bands, told.marks)
        if rows:
            likeness.reached(tx, office, rows[-1].id if len(rows) == at_once else None)
    if rows:
        log.info("office %s: %d cases of before can be found again", office, len(rows))
    return len(rows)
