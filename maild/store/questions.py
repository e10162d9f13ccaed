"""What waits for a person. The number of a question is what staff answer, for ever the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from maild.cases.case import Question, Suggestion
from maild.cases.effects import Ask
from maild.store.schema import case, inbox, question

_ASK = insert(question)  # ready made, as it is part of nearly every mail


def ask(
    tx: Connection,
    office: str,
    new: Ask,
    case_id: int | None,
    outbox_id: int | None,
    now: datetime,
    *,
    announced: bool = False,
) -> int:
    """Its number. `announced`: the letter that carries the question makes a list of it needless."""
    suggestions = [
        {"action": s.action, "why": s.why, "case": s.case, "agency_id": s.agency_id, "argument": s.argument}
        for s in new.suggestions
    ]
    values = {
        "office": office,
        "reason": new.reason,
        "why": new.why,
        "audience": new.audience,
        "since": now,
        "suggestions": suggestions,
        "facts": dict(new.facts),
        "urgent": new.urgent,
        "case_id": case_id,
        "inbox_id": new.inbox_id,
        "outbox_id": outbox_id if outbox_id is not None else new.outbox_id,
        "agency_id": new.agency_id,
        "state": "open",
        "announced_at": now if announced else None,
    }
    row = tx.execute(_ASK, values).inserted_primary_key
    assert row is not None
    return int(row[0])


def settle(tx: Connection, question_id: int, by: str, how: str, now: datetime) -> None:
    query = update(question).where(question.c.id == question_id, question.c.state == "open")
    tx.execute(query.values(state="settled", settled_at=now, settled_by=by, settled_how=how))


def settle_all(
    tx: Connection, case_id: int, by: str, how: str, now: datetime, reasons: Collection[str] = ()
) -> None:
    """Every open question of a case, or those that were asked for one of these reasons."""
    query = update(question).where(question.c.case_id == case_id, question.c.state == "open")
    if reasons:
        query = query.where(question.c.reason.in_(reasons))
    tx.execute(query.values(state="settled", settled_at=now, settled_by=by, settled_how=how))


def load(connection: Connection, office: str, question_id: int) -> Question | None:
    row = connection.execute(
        select(question).where(question.c.office == office, question.c.id == question_id)
    ).first()
    return None if row is None else _question(row)


def _question(row: Row[Any]) -> Question:
    return Question(
        row.id,
        row.reason,
        row.why,
        row.audience,
        row.since,
        tuple(Suggestion(**s) for s in row.suggestions),
        row.case_id,
        row.inbox_id,
        row.outbox_id,
        row.agency_id,
        dict(row.facts),
        row.state,
    )


def open_ones(
    connection: Connection, office: str, *, unannounced: bool = False, limit: int = 500
) -> list[Row[Any]]:
    """Open questions with the mail they are about and its case: columns of question plus sender, sender_name,
    subject, about (Message-ID), internaldate; case_number and owner (address), None without a case."""
    query = (
        select(
            question,
            inbox.c.sender,
            inbox.c.sender_name,
            inbox.c.subject,
            inbox.c.message_id.label("about"),
            inbox.c.internaldate,
            case.c.number.label("case_number"),
            case.c.owner,
        )
        .outerjoin(inbox, inbox.c.id == question.c.inbox_id)
        .outerjoin(case, case.c.id == question.c.case_id)
        .where(question.c.office == office, question.c.state == "open")
        .order_by(question.c.urgent.desc(), question.c.id)
        .limit(limit)
    )
    if unannounced:
        query = query.where(question.c.announced_at.is_(None))
    return list(connection.execute(query))


def as_question(row: Row[Any]) -> Question:
    return _question(row)


def announced(tx: Connection, ids: Sequence[int], now: datetime) -> None:
    tx.execute(update(question).where(question.c.id.in_(list(ids))).values(announced_at=now))


def open_about(connection: Connection, office: str, outbox_id: int, reasons: Collection[str]) -> bool:
    """Whether a person is already asked about this letter for one of these reasons."""
    query = select(func.count()).where(
        question.c.office == office,
        question.c.state == "open",
        question.c.outbox_id == outbox_id,
        question.c.reason.in_(reasons),
    )
    return bool(connection.scalar(query))


def same_open(
    connection: Connection, office: str, case_id: int | None, reason: str, agency_id: str | None
) -> bool:
    """An open question about the same thing: a second absence notice needs no second number."""
    query = select(func.count()).where(
        question.c.office == office,
        question.c.state == "open",
        question.c.reason == reason,
        question.c.case_id == case_id if case_id is not None else question.c.case_id.is_(None),
        question.c.agency_id == agency_id if agency_id is not None else question.c.agency_id.is_(None),
    )
    return bool(connection.scalar(query))
