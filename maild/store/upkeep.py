"""Inquiries into the register: begun once, found back by their letters, taken further one step at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, Row, String, bindparam, func, insert, select, update

from maild.store.schema import agency, inbox, inquiry, inquiry_letter, outbox, party, question
from maild.upkeep.inquiry import Inquiry


def begin(tx: Connection, office: str, new: Inquiry, now: datetime) -> int | None:
    """Its number; None when the same matter was begun before."""
    known = select(inquiry.c.id).where(inquiry.c.office == office, inquiry.c.key == new.key)
    if tx.scalar(known) is not None:
        return None
    row = tx.execute(
        insert(inquiry).values(office=office, key=new.key, **_values(new, now))
    ).inserted_primary_key
    assert row is not None
    return int(row[0])


def save(tx: Connection, changed: Inquiry, now: datetime) -> None:
    tx.execute(update(inquiry).where(inquiry.c.id == changed.id).values(**_values(changed, now)))


def conclude(tx: Connection, inquiry_id: int, outcome: str, now: datetime) -> None:
    """Staff have decided; nothing more leaves by itself."""
    values = {"state": "settled", "next_at": None, "outcome": outcome, "changed_at": now}
    tx.execute(update(inquiry).where(inquiry.c.id == inquiry_id).values(**values))


def _values(one: Inquiry, now: datetime) -> dict[str, Any]:
    names = (
        "kind",
        "agency_id",
        "occasion",
        "begun_at",
        "next_at",
        "by",
        "about",
        "rung",
        "batch",
        "state",
        "outcome",
    )
    plain = {name: getattr(one, name) for name in names}
    return {
        **plain,
        "also": list(one.also),
        "named": dict(one.named),
        "dead": list(one.dead),
        "changed_at": now,
    }


def _inquiry(row: Row[Any]) -> Inquiry:
    return Inquiry(
        row.kind,
        row.agency_id,
        row.occasion,
        row.key,
        row.begun_at,
        row.next_at,
        row.by,
        row.about,
        tuple(row.also),
        dict(row.named),
        tuple(row.dead),
        row.rung,
        row.batch,
        row.state,
        row.outcome,
        row.id,
    )


def load(connection: Connection, inquiry_id: int) -> Inquiry | None:
    row = connection.execute(select(inquiry).where(inquiry.c.id == inquiry_id)).first()
    return None if row is None else _inquiry(row)


def due(connection: Connection, office: str, now: datetime, limit: int = 200) -> list[Inquiry]:
    """Those whose next step has come; what staff wait for first, one of many last."""
    query = select(inquiry).where(
        inquiry.c.office == office, inquiry.c.state == "asked", inquiry.c.next_at <= now
    )
    rows = connection.execute(query.order_by(inquiry.c.batch, inquiry.c.next_at, inquiry.c.id).limit(limit))
    return [_inquiry(row) for row in rows]


def letters_since(connection: Connection, office: str, since: datetime) -> int:
    """Letters of inquiries that were written since then."""
    query = (
        select(func.count())
        .select_from(inquiry_letter)
        .join(inquiry, inquiry.c.id == inquiry_letter.c.inquiry_id)
        .where(inquiry.c.office == office, inquiry_letter.c.queued_at >= since)
    )
    return connection.scalar(query) or 0


def link(tx: Connection, inquiry_id: int, outbox_id: int, now: datetime) -> None:
    tx.execute(insert(inquiry_letter).values(inquiry_id=inquiry_id, outbox_id=outbox_id, queued_at=now))


# Asked about nearly every mail, so they stand ready made.
_OF_LETTER = (
    select(inquiry)
    .join(inquiry_letter, inquiry_letter.c.inquiry_id == inquiry.c.id)
    .where(inquiry_letter.c.outbox_id == bindparam("letter", type_=Integer))
)
_BY_TOKEN = (
    select(inquiry)
    .join(inquiry_letter, inquiry_letter.c.inquiry_id == inquiry.c.id)
    .join(outbox, outbox.c.id == inquiry_letter.c.outbox_id)
    .join(party, party.c.id == outbox.c.party_id)
    .where(inquiry.c.office == bindparam("of", type_=String))
    .where(party.c.token.in_(bindparam("some", type_=String, expanding=True)))
    .order_by((inquiry.c.state == "asked").desc(), inquiry.c.id.desc())
    .limit(1)
)
_ASKED_OF = (
    select(inquiry, func.max(outbox.c.number).label("number"))
    .join(inquiry_letter, inquiry_letter.c.inquiry_id == inquiry.c.id)
    .join(outbox, outbox.c.id == inquiry_letter.c.outbox_id)
    .where(inquiry.c.office == bindparam("of", type_=String), inquiry.c.state == "asked")
    .where(outbox.c.recipient == bindparam("address", type_=String))
    .group_by(inquiry.c.id)
)


def of_letter(connection: Connection, outbox_id: int) -> Inquiry | None:
    row = connection.execute(_OF_LETTER, {"letter": outbox_id}).first()
    return None if row is None else _inquiry(row)


def last_letter(connection: Connection, inquiry_id: int, recipient: str) -> int | None:
    """The outbox number of its last letter to this address."""
    query = select(func.max(outbox.c.id)).join(inquiry_letter, inquiry_letter.c.outbox_id == outbox.c.id)
    where = (inquiry_letter.c.inquiry_id == inquiry_id, outbox.c.recipient == recipient)
    found = connection.scalar(query.where(*where))
    return None if found is None else int(found)


def recipient(connection: Connection, outbox_id: int) -> str:
    """The address of the register that a letter was written to, whatever a rehearsal made of it."""
    return connection.scalar(select(outbox.c.recipient).where(outbox.c.id == outbox_id)) or ""


def message_ids(connection: Connection, inquiry_id: int, recipient: str) -> list[str]:
    """Our letters of this inquiry to this address, oldest first."""
    query = select(outbox.c.message_id).join(inquiry_letter, inquiry_letter.c.outbox_id == outbox.c.id)
    where = (inquiry_letter.c.inquiry_id == inquiry_id, outbox.c.recipient == recipient)
    return list(connection.scalars(query.where(*where).order_by(outbox.c.id)))


def by_tokens(connection: Connection, office: str, tokens: Sequence[str]) -> Inquiry | None:
    """The newest inquiry one of whose letters went to the party of such a token; open ones first."""
    if not tokens:
        return None
    row = connection.execute(_BY_TOKEN, {"of": office, "some": list(tokens)}).first()
    return None if row is None else _inquiry(row)


def asked_of(connection: Connection, office: str, address: str) -> list[tuple[Inquiry, str]]:
    """What this address is being asked, with the number of our last letter ('' where it has none)."""
    rows = connection.execute(_ASKED_OF, {"of": office, "address": address})
    return [(_inquiry(row), row.number or "") for row in rows]


def open_ones(
    connection: Connection, office: str, agency_ids: Collection[str] | None = None
) -> list[Inquiry]:
    """Inquiries whose ladder runs, or whose answer lies with staff; of some agencies, or of all."""
    query = select(inquiry).where(inquiry.c.office == office, inquiry.c.state.in_(("asked", "answered")))
    if agency_ids is not None:
        query = query.where(inquiry.c.agency_id.in_(list(agency_ids)))
    return [_inquiry(row) for row in connection.execute(query.order_by(inquiry.c.id))]


def latest(connection: Connection, office: str) -> dict[tuple[str, str], Inquiry]:
    """The newest inquiry by (kind, agency)."""
    rows = connection.execute(select(inquiry).where(inquiry.c.office == office).order_by(inquiry.c.id))
    return {
        (one.kind, agency_id): one for row in rows for one in (_inquiry(row),) for agency_id in one.agency_ids
    }


def begun(connection: Connection, office: str, keys: Sequence[str]) -> frozenset[str]:
    """Those of these matters that were begun at any time."""
    found: set[str] = set()
    for at in range(0, len(keys), 500):
        some = keys[at : at + 500]
        found |= set(
            connection.scalars(
                select(inquiry.c.key).where(inquiry.c.office == office, inquiry.c.key.in_(some))
            )
        )
    return frozenset(found)


def changed(connection: Connection, office: str) -> dict[str, datetime]:
    """When each agency of the register last changed."""
    query = select(agency.c.agency_id, agency.c.changed_at).where(agency.c.office == office)
    return {row[0]: row[1] for row in connection.execute(query)}


def unheard(
    connection: Connection, office: str, since: datetime, before: datetime, least: int
) -> dict[str, int]:
    """Addresses to which at least so many letters that want an answer went since then, the first of them
    before `before`, and from which no mail came after it: address -> number of the last one."""
    query = (
        select(outbox.c.recipient, func.max(outbox.c.id), func.min(outbox.c.sent_at))
        .where(outbox.c.office == office, outbox.c.kind.in_(("L05", "L06", "L10", "L11")))
        .where(outbox.c.queued_at >= since, outbox.c.state == "sent", outbox.c.role == "agency")
        .group_by(outbox.c.recipient)
        .having(func.count() >= least, func.min(outbox.c.sent_at) <= before)
    )
    rows = connection.execute(query).all()
    found = {recipient: (last, first) for recipient, last, first in rows}
    if not found:
        return {}
    heard = select(inbox.c.sender, func.max(inbox.c.received_at)).where(
        inbox.c.office == office, inbox.c.sender.in_(list(found)), inbox.c.received_at >= since
    )
    newest = {row[0]: row[1] for row in connection.execute(heard.group_by(inbox.c.sender))}
    return {
        address: last
        for address, (last, first) in found.items()
        if address not in newest or (first is not None and newest[address] < first)
    }


def asked_lately(connection: Connection, office: str, reason: str, agency_id: str, since: datetime) -> bool:
    """Whether staff were asked this about the agency since then, open or settled."""
    query = select(func.count()).where(
        question.c.office == office,
        question.c.reason == reason,
        question.c.agency_id == agency_id,
        question.c.since >= since,
    )
    return bool(connection.scalar(query))
