"""Who reports stays with us: the identity of a reporter, collected so that it can be kept out of letters."""

from __future__ import annotations

import re
from collections.abc import Mapping

from maild.intent import Report
from maild.letters import Identity
from maild.message import Message


def identity_in(message: Message, report: Report, name: str, by_staff: bool) -> tuple[tuple[str, str], ...]:
    """Everything that tells who reports: names, mail addresses, numbers, home (UU 37/2008 art. 24(2))."""
    found = (("name", name), *(() if by_staff else writers_of(message)), *identity_told(report.fields))
    return tuple(dict.fromkeys((kind, value) for kind, value in found if value))


def writers_of(message: Message) -> tuple[tuple[str, str], ...]:
    """Names and addresses that a mail gives for its writer."""
    told = ((a.name, a.address) for a in (*message.senders, *message.reply_to))
    pairs = (pair for name, address in told for pair in (("name", name), ("address", address)))
    return tuple((kind, value) for kind, value in pairs if value)


def identity_told(fields: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What the fields of a report say of a person: name, numbers, home."""
    kinds = {"reporter_name": "name", "nik": "number", "phone": "number", "address": "postal"}
    return tuple((kind, fields[key]) for key, kind in kinds.items() if fields.get(key))


_NAME = re.compile(r"[^\W\d_]+(?:[ .,'’-]{1,2}[^\W\d_]+){0,7}\.?")


def salutation(name: str) -> str:
    """The name as a letter may address it; '' for what is no person's name: links, numbers, slogans (T11)."""
    return name if len(name) <= 60 and _NAME.fullmatch(name) else ""


def identity_of(hidden: tuple[tuple[str, str], ...]) -> Identity:
    """The stored identity of a reporter as the egress scan wants it."""

    def of(kind: str) -> tuple[str, ...]:
        return tuple(value for found, value in hidden if found == kind)

    return Identity(of("name"), of("address"), of("number"), of("postal"))
