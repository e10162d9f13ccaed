"""Who reports stays with us: the identity of a reporter, collected so that it can be kept out of letters."""

from __future__ import annotations

import re

from maild.intent import Report
from maild.letters import Identity
from maild.message import Message


def identity_in(message: Message, report: Report, name: str, by_staff: bool) -> tuple[tuple[str, str], ...]:
    """Everything that tells who reports: names, mail addresses, numbers, home (UU 37/2008 art. 24(2))."""
    found: list[tuple[str, str]] = [("name", name)]
    if not by_staff:
        for address in (*message.senders, *message.reply_to):
            found += [("name", address.name), ("address", address.address)]
    found += [("number", report.fields.get(key, "")) for key in ("nik", "phone")]
    found.append(("postal", report.fields.get("address", "")))
    return tuple(dict.fromkeys((kind, value) for kind, value in found if value))


_NAME = re.compile(r"[^\W\d_]+(?:[ .,'’-]{1,2}[^\W\d_]+){0,7}\.?")


def salutation(name: str) -> str:
    """The name as a letter may address it; '' for what is no person's name: links, numbers, slogans (T11)."""
    return name if len(name) <= 60 and _NAME.fullmatch(name) else ""


def identity_of(hidden: tuple[tuple[str, str], ...]) -> Identity:
    """The stored identity of a reporter as the egress scan wants it."""

    def of(kind: str) -> tuple[str, ...]:
        return tuple(value for found, value in hidden if found == kind)

    return Identity(of("name"), of("address"), of("number"), of("postal"))
