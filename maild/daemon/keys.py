"""Which case a mail names: by token, by thread, by number. Keys only; whether the writer may act is asked
afterwards (maild.cases.standing)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from maild.cases.case import Case
from maild.cases.standing import Key
from maild.daemon.room import Room
from maild.intent.numbers import find, fold
from maild.message import Message
from maild.message.threading import answered
from maild.store import casebook

_TOKEN = re.compile(f"[{casebook.TOKEN_LETTERS}]{{{casebook.TOKEN_LENGTH}}}")
_REACHED = ("delivered-to", "x-original-to", "envelope-to", "x-delivered-to")


@dataclass(frozen=True, slots=True)
class Found:
    """The case that the keys of a mail point to, and the letter of ours that it answers, if known.

    `others` are further cases that it names: an answer to several cases waits for a person. `agency_id` is
    the agency whose letter it answers: one address may serve several.
    """

    case: Case | None = None
    key: Key = "number"
    outbox_id: int | None = None
    others: tuple[int, ...] = ()
    agency_id: str | None = None


def tokens(message: Message) -> tuple[str, ...]:
    """Tokens in the addresses that the mail was sent to, and in the Message-IDs that it answers."""
    places = [a.address for a in (*message.to, *message.cc)]
    places += [v for name in _REACHED for v in message.headers.get(name, ())]
    places += answered(message)
    return tuple(dict.fromkeys(t for place in places for t in _TOKEN.findall(place.lower())))


def secrets(room: Room, message: Message) -> tuple[str, ...]:
    """The tokens that a mail brings along. Without subaddresses the code also stands in the text of our
    letters, and comes back quoted; whoever may not know it is no party all the same."""
    found = tokens(message)
    if room.office.submission.subaddress is None:
        found = (*found, *dict.fromkeys(_TOKEN.findall(message.text[:60_000].lower())))[:50]
    return found


def look_up(connection: Connection, room: Room, message: Message) -> Found:
    """The strongest key wins: an id of ours, then a token, then a number (T1, T2)."""
    office = room.key
    letters = casebook.by_message_ids(connection, office, answered(message))
    threads = [case_id for _, case_id in letters if case_id is not None]
    found_tokens = secrets(room, message)
    by_token = casebook.by_tokens(connection, office, found_tokens)
    cases, letter_numbers = _numbers(room, message)
    by_number = casebook.by_numbers(connection, office, cases, letter_numbers)
    outbox_id = letters[0][0] if letters else None
    ranked: list[tuple[Key, list[int]]] = [("thread", threads), ("token", by_token), ("number", by_number)]
    for key, ids in ranked:
        if ids:
            others = [i for i in dict.fromkeys((*threads, *by_token, *by_number)) if i != ids[0]]
            case = casebook.load(connection, ids[0])
            agency_id = _answers(case, outbox_id, found_tokens, letter_numbers)
            return Found(case, key, outbox_id, tuple(others), agency_id)
    return Found(outbox_id=outbox_id)


def _answers(
    case: Case, outbox_id: int | None, secrets: Sequence[str], letter_numbers: Sequence[str]
) -> str | None:
    """The agency whose letter the mail answers: by its thread, its token, the number of the letter."""
    letters = [d for d in reversed(case.dispatches) if d.agency_id]
    keyed = (
        *(d for d in letters if d.id == outbox_id),
        *(d for d in letters if any(secret in d.message_id for secret in secrets)),
        *(d for d in letters if d.number and fold(d.number) in letter_numbers),
    )
    return keyed[0].agency_id if keyed else None


def _numbers(room: Room, message: Message) -> tuple[list[str], list[str]]:
    """Numbers in what the sender wrote anew; what is only quoted is no key."""
    text = f"{message.subject}\n{message.new_text[:20_000]}"
    letters = [fold(n) for n in find(room.letter_pattern, text)]
    return list(find(room.case_pattern, text)), letters
