"""What waits for a person: open questions, and letters that are held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, exists, select

from maild.cases.case import Suggestion
from maild.config import Config
from maild.store.schema import case, inbox, outbox, question
from maild.store.views.desk import Desk, Document, desks_of, mailbox


def held(connection: Connection, config: Config) -> Iterator[Document]:
    """Open questions, urgent first; then letters that staff hold without a question about them.

    The id of a question is its number in the lists to staff; that of a letter is `L` and its outbox id, so
    that the two can never be taken for each other.
    """
    desks = desks_of(config)
    letter_columns = [outbox.c.subject.label("letter"), outbox.c.message_id.label("letter_id")]
    query = (
        select(
            question,
            inbox.c.sender,
            inbox.c.sender_name,
            inbox.c.subject,
            inbox.c.message_id,
            case.c.number,
            *letter_columns,
        )
        .outerjoin(inbox, inbox.c.id == question.c.inbox_id)
        .outerjoin(case, case.c.id == question.c.case_id)
        .outerjoin(outbox, outbox.c.id == question.c.outbox_id)
        .where(question.c.office.in_(desks), question.c.state == "open")
        .order_by(question.c.urgent.desc(), question.c.id)
    )
    for row in connection.execute(query):
        yield _question(row, desks[row.office])
    for row in connection.execute(_held_letters(desks)):
        yield _held_letter(row, desks[row.office])


def _question(row: Row[Any], desk: Desk) -> Document:
    about_mail = row.inbox_id is not None
    return {
        "id": row.id,
        "since": desk.at(row.since),
        "reason": row.reason,
        "message_id": row.message_id if about_mail else row.letter_id,
        "from": mailbox(row.sender_name, row.sender),
        "subject": row.subject if about_mail else row.letter,
        "suggestions": [_suggestion(one) for one in row.suggestions],
        "why": row.why,
        "case": row.number,
        "office": row.office,
        "urgent": row.urgent,
    }


def _suggestion(stored: Mapping[str, Any]) -> Document:
    one = Suggestion(**stored)
    return {
        "action": one.action,
        "case": one.case,
        "agency_id": one.agency_id,
        "why": one.why,
        "command": one.command,
    }


def _held_letters(offices: Iterable[str]) -> Any:
    asked = exists().where(question.c.outbox_id == outbox.c.id, question.c.state == "open")
    return (
        select(
            outbox.c.id,
            outbox.c.office,
            outbox.c.queued_at,
            outbox.c.message_id,
            outbox.c.subject,
            outbox.c.kind,
            outbox.c.urgent,
            outbox.c.last_reply,
            case.c.number,
        )
        .outerjoin(case, case.c.id == outbox.c.case_id)
        .where(outbox.c.office.in_(list(offices)), outbox.c.state == "held", ~asked)
        .order_by(outbox.c.id)
    )


def _held_letter(row: Row[Any], desk: Desk) -> Document:
    release = Suggestion("release", "kirim surat ini")
    return {
        "id": f"L{row.id}",
        "since": desk.at(row.queued_at),
        "reason": "letter",
        "message_id": row.message_id,
        "from": None,
        "subject": row.subject,
        "suggestions": [
            {
                "action": release.action,
                "case": None,
                "agency_id": None,
                "why": release.why,
                "command": "release",
            }
        ],
        "why": f"{row.kind}: {row.last_reply or 'ditahan'}",
        "case": row.number,
        "office": row.office,
        "urgent": row.urgent,
    }


def office_of_question(connection: Connection, config: Config, question_id: int) -> str | None:
    where = (question.c.id == question_id, question.c.office.in_(desks_of(config)))
    return connection.scalar(select(question.c.office).where(*where))


def open_question_about(connection: Connection, outbox_id: int) -> tuple[int, str] | None:
    """Id and reason of an open question about this letter."""
    where = (question.c.outbox_id == outbox_id, question.c.state == "open")
    row = connection.execute(select(question.c.id, question.c.reason).where(*where)).first()
    return None if row is None else (row.id, row.reason)
