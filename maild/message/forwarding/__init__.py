"""A mail that somebody passed on: inline below an announcement or a header, or attached whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, timedelta, timezone, tzinfo

from maild.message.body import Body
from maild.message.forwarding.attached import attached
from maild.message.forwarding.inline import SURMISED, Envelope, Passed, find
from maild.message.forwarding.original import Original, original
from maild.message.record import Address, Forwarded
from maild.message.subjects import kind_of

__all__ = [
    "SURMISED",
    "Envelope",
    "Original",
    "Passed",
    "around",
    "attached",
    "find",
    "forwarded",
    "is_forward",
    "original",
]

_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)\b")


def is_forward(subject: str) -> bool:
    """Fwd:, FW:, Trs: (Indonesian Yahoo and others)."""
    return kind_of(subject) == "forward"


def around(
    table: Mapping[str, tuple[str, ...]], subject: str, senders: Iterable[Address], to: Iterable[Address]
) -> Envelope:
    """What the mail itself says about passing on: its subject, its writer, whom it is written to."""
    sender = next(iter(senders), None)
    return Envelope(
        subject=subject,
        sender=sender.address if sender else "",
        addressed=frozenset(one.address for one in to if one.address),
        zone=_zone((table.get("date") or ("",))[0]),
    )


def _zone(date: str) -> tzinfo:
    """The zone of the forwarder's clock: programs show the dates of quoted mails in it."""
    offset = _OFFSET.search(date)
    if offset is None or int(offset[2]) > 14:
        return UTC
    hours = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
    return timezone(hours if offset[1] == "+" else -hours)


def forwarded(passed: Passed | None, body: Body, html_limit: int) -> Forwarded | None:
    """What the mail passes on: inline where the text shows it, else attached."""
    if passed is None:
        return attached(body.inner, html_limit)
    return replace(passed.mail, attachments=tuple(body.attachments))
