"""The parties of a case, each with a private token; who joins it, and who leaves."""

from __future__ import annotations

import hashlib
import hmac

from sqlalchemy import Connection, bindparam, insert, select, update

from maild.cases.case import Party
from maild.store.schema import party

TOKEN_LETTERS = "bcdfghjklmnpqrstvwxz"  # noqa: S105 - an alphabet
TOKEN_LENGTH = 24


def token(key: bytes, case_id: int | None, role: str, agency_id: str | None, address: str) -> str:
    """The private token of one party: 103 bits of HMAC-SHA-256, bound to case, role and address (T1-T3).

    Consonants only: no token can spell a name, for which the egress scan would hold the letter.
    """
    text = f"{case_id}|{role}|{agency_id}|{address}".encode()
    number = int.from_bytes(hmac.new(key, text, hashlib.sha256).digest())
    letters = []
    for _ in range(TOKEN_LENGTH):
        number, rest = divmod(number, len(TOKEN_LETTERS))
        letters.append(TOKEN_LETTERS[rest])
    return "".join(letters)


_PARTY = select(party.c.id).where(party.c.token == bindparam("secret"))
_NEW_PARTY = insert(party)


def party_id(tx: Connection, key: bytes, case_id: int | None, who: Party) -> tuple[int, str]:
    """The stored party (made if new) and its token."""
    secret = token(key, case_id, who.role, who.agency_id, who.address)
    found = tx.scalar(_PARTY, {"secret": secret})
    if found is not None:
        return int(found), secret
    values = {
        "case_id": case_id,
        "role": who.role,
        "agency_id": who.agency_id,
        "name": who.name,
        "address": who.address,
        "token": secret,
    }
    row = tx.execute(_NEW_PARTY, values).inserted_primary_key
    assert row is not None
    return int(row[0]), secret


FORMER = "former"  # a reporter who was taken for one by mistake: no party, and his letters stay what they are


def join(tx: Connection, key: bytes, case_id: int, who: Party) -> None:
    """A further party of a stored case, or one that comes back."""
    stored, _ = party_id(tx, key, case_id, who)
    tx.execute(update(party).where(party.c.id == stored).values(role=who.role))


def leave(tx: Connection, case_id: int, who: Party) -> None:
    mine = (party.c.case_id == case_id, party.c.role == who.role, party.c.address == who.address)
    tx.execute(update(party).where(*mine).values(role=FORMER))
