"""Cases by the keys of a mail: Message-IDs of ours, private tokens, numbers, the address of a party."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, String, bindparam, select

from maild.store.schema import case, outbox, party

_OFFICE = bindparam("office", type_=String)
_SOME = bindparam("some", type_=String, expanding=True)
_BY_MESSAGE_ID = select(outbox.c.message_id, outbox.c.id, outbox.c.case_id).where(
    outbox.c.office == _OFFICE, outbox.c.message_id.in_(_SOME)
)
_BY_TOKEN = (
    select(party.c.case_id)
    .join(case, case.c.id == party.c.case_id)
    .where(party.c.token.in_(_SOME), case.c.office == _OFFICE)
)
_BY_NUMBER = select(case.c.id).where(case.c.office == _OFFICE, case.c.number.in_(_SOME))
_BY_LETTER = select(outbox.c.case_id).where(outbox.c.office == _OFFICE, outbox.c.number_key.in_(_SOME))
_OPEN_OF = (
    select(party.c.case_id)
    .join(case, party.c.case_id == case.c.id)
    .where(case.c.office == _OFFICE, party.c.address == bindparam("address"), case.c.state != "TUTUP")
    .where(party.c.role != "staff", party.c.open.is_(True))
    .distinct()
    .order_by(party.c.case_id.desc())
    .limit(20)
)


def by_message_ids(connection: Connection, office: str, ids: Sequence[str]) -> list[tuple[int, int | None]]:
    """(outbox id, case id) of our letters that these Message-IDs name, in the order given."""
    if not ids:
        return []
    rows = connection.execute(_BY_MESSAGE_ID, {"office": office, "some": list(ids)})
    found = {message_id: (outbox_id, case_id) for message_id, outbox_id, case_id in rows}
    return [found[i] for i in ids if i in found]


def by_tokens(connection: Connection, office: str, tokens: Sequence[str]) -> list[int]:
    """Cases whose party tokens these are."""
    if not tokens:
        return []
    found = connection.scalars(_BY_TOKEN, {"office": office, "some": list(tokens)})
    return [c for c in found if c is not None]


def by_numbers(
    connection: Connection, office: str, numbers: Sequence[str], letters: Sequence[str]
) -> list[int]:
    """Cases by their own number, then by the number of a letter (folded)."""
    found: list[int] = []
    if numbers:
        found += connection.scalars(_BY_NUMBER, {"office": office, "some": list(numbers)})
    if letters:
        by_letter = connection.scalars(_BY_LETTER, {"office": office, "some": list(letters)})
        found += [c for c in by_letter if c is not None]
    return list(dict.fromkeys(found))


def open_cases_of(connection: Connection, office: str, address: str) -> list[int]:
    """Open cases in which this address is the reporter or the agency, the newest first."""
    found = connection.scalars(_OPEN_OF, {"office": office, "address": address})
    return [c for c in found if c is not None]
