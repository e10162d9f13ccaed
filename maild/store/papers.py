"""The mails of a case: what it was opened from and what has come since."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Integer, Row, bindparam, select

from maild.store.schema import inbox

_OF_CASE = (
    select(
        inbox.c.id,
        inbox.c.disposition,
        inbox.c.sender,
        inbox.c.received_at,
        inbox.c.size,
    )
    .where(inbox.c.case_id == bindparam("case_id", type_=Integer), inbox.c.truncated.is_(False))
    .order_by(inbox.c.received_at, inbox.c.id)
)


def of_case(connection: Connection, case_id: int) -> list[Row[Any]]:
    """Every stored mail of a case, oldest first: id, disposition, sender, received_at, size."""
    return list(connection.execute(_OF_CASE, {"case_id": case_id}))


def opened_from(connection: Connection, case_id: int) -> int | None:
    """The mail that the case was opened from."""
    return next((row.id for row in of_case(connection, case_id) if row.disposition == "opened"), None)
