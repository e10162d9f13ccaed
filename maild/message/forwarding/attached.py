"""Mails attached whole (message/rfc822, RFC 2046 section 5.2.1): own header, own text, own attachments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from maild.message import headers
from maild.message.body import walk
from maild.message.forwarding.inline import Envelope, find
from maild.message.mime import Part
from maild.message.record import Forwarded

ATTACHED = "attached"
_MOST = 20  # mails attached to one; more are kept as attachments all the same


def attached(inner: Sequence[Part], html_limit: int) -> Forwarded | None:
    """The first mail attached; the others, if any, are its `further`."""
    mails = [_one(part, html_limit, 2) for part in inner[:_MOST]]
    if not mails:
        return None
    return replace(mails[0], further=tuple(mails[1:]))


def _one(part: Part, html_limit: int, deepest: int) -> Forwarded:
    body = walk(part, html_limit)
    table = headers.table(part)
    senders, _ = headers.addresses(part.get_all("from", [])[:1])
    text = "\n\n".join(text for text in body.text if text.strip()).strip()
    mail = Forwarded(
        sender=senders[0] if senders else None,
        date=headers.date((table.get("date") or ("",))[0]),
        subject=(table.get("subject") or (None,))[0],
        text=text.replace("\r\n", "\n"),
        to=headers.addresses(part.get_all("to", []))[0],
        cc=headers.addresses(part.get_all("cc", []))[0],
        message_id=headers.message_id(table.get("message-id", ())),
        attachments=tuple(body.attachments),
        why=ATTACHED,
    )
    return replace(mail, inner=_deeper(mail, body.inner, html_limit, deepest))


def _deeper(mail: Forwarded, inner: Sequence[Part], html_limit: int, deepest: int) -> Forwarded | None:
    """What the attached mail itself passes on."""
    around = Envelope(
        subject=mail.subject or "",
        sender=mail.sender.address if mail.sender else "",
        addressed=frozenset(one.address for one in (*mail.to, *mail.cc) if one.address),
    )
    passed = find(mail.text, around, deepest=deepest)
    if passed is not None:
        return passed.mail
    return _one(inner[0], html_limit, deepest - 1) if inner and deepest > 1 else None
