"""Delivery status groups (RFC 3464 section 2.3) -> failed recipients, from parts or from words with them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from maild.message import headers
from maild.message.body import payload
from maild.message.bounce_causes import permanent
from maild.message.bounce_words import ATTACHED, FIELD, GROUP_END, REPLY, SPEC, STATUS
from maild.message.mime import Part
from maild.message.record import FailedRecipient

_RECIPIENT = re.compile(r"(?im)^((?:final|original)-recipient):")
_NAMED = 100  # recipients of one report whose words are looked for in the text
_EMBEDDED = 60_000  # characters of the text in which fields that lost their MIME part are looked for


def of_parts(reports: Iterable[Part]) -> tuple[list[FailedRecipient], str | None]:
    """Recipients and envelope id of message/delivery-status parts: a group per message, one per recipient."""
    found: list[FailedRecipient] = []
    envelope_id = None
    for part in reports:
        if "delivery-status" not in part.get_content_type():
            continue
        for group in _groups(part):
            fields = _fields(group)
            envelope_id = envelope_id or fields.get("original-envelope-id")
            recipient = _recipient(fields)
            if recipient:
                found.append(recipient)
    return found, envelope_id


def of_words(text: str) -> list[FailedRecipient]:
    """The same fields where a gateway or a broken boundary left them in the text."""
    if "inal-" not in text[:_EMBEDDED]:  # Final-Recipient, Original-Recipient
        return []
    found = (
        _recipient(_fields(group)) for group in GROUP_END.split(text[:_EMBEDDED]) if "ecipient:" in group
    )
    return [one for one in found if one]


def refused(reports: Iterable[Part]) -> list[FailedRecipient]:
    """A disposition notification by which a filter refuses the mail (RFC 5429 section 2.1.2).

    A receipt that its reader deleted is none: there the mode is manual (RFC 8098 section 3.2.6).
    """
    found = []
    for part in reports:
        if part.get_content_type() != "message/disposition-notification":
            continue
        for group in _groups(part):
            fields = _fields(group)
            mode, _, kind = fields.get("disposition", "").lower().partition(";")
            if "automatic-action" in mode and kind.strip().startswith(("deleted", "failed", "denied")):
                address = spec(fields.get("original-recipient", "") or fields.get("final-recipient", ""))
                found.append(FailedRecipient(address, "failed", None, True, fields.get("failure") or None))
    return found


def text_of(part: Part) -> str:
    """All that a report part holds, with the returned mail where its boundary was lost."""
    return payload(part).decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _groups(part: Part) -> list[str]:
    """One group a recipient; where the empty line between two is missing, the first name that comes again."""
    found: list[str] = []
    for group in GROUP_END.split(text_of(part)):
        names = _RECIPIENT.findall(group)
        twice = names and sum(name.lower() == names[0].lower() for name in names) > 1
        found += re.split(rf"(?im)(?=^{names[0]}:)", group) if twice else [group]
    return found


def _fields(group: str) -> dict[str, str]:
    """The first of each name: what follows under the same name belongs to a returned mail."""
    found: dict[str, str] = {}
    for name, value in FIELD.findall(group):
        found.setdefault(name.lower(), headers.clean(value))
    return found


def _recipient(fields: dict[str, str]) -> FailedRecipient | None:
    final = (
        fields.get("original-recipient")
        or fields.get("final-recipient")
        or fields.get("x-actual-recipient")
        or ""
    )
    last = fields.get("final-recipient") or final
    address = spec(final) or spec(last)  # the original one is what we wrote to (RFC 3464 section 2.3.1)
    action = fields.get("action", "").split(" ")[0].lower().strip("()")
    status = STATUS.search(fields.get("status", ""))
    if not (address or action) or not (action or status):
        return None
    diagnostic = fields.get("diagnostic-code") or None
    code = specific(status[1] if status else None, diagnostic or "")
    if not action:
        action = {"5": "failed", "4": "delayed"}.get(code[0] if code else "", "failed")
    action = _action(action)
    return FailedRecipient(address, action, code, permanent(action, code, diagnostic or ""), diagnostic)


def specific(status: str | None, diagnostic: str) -> str | None:
    """The code that the refusing server itself put behind its reply (RFC 2034) is nearer to the fact than the
    reporter's guess; any code is better than x.0.0."""
    written = ATTACHED.search(diagnostic)
    if written and not written[1].endswith(".0.0"):
        return written[1]
    loose = STATUS.search(diagnostic)
    if loose and (
        status is None
        or (status.endswith(".0.0") and loose[1][0] == status[0] and not loose[1].endswith(".0"))
    ):
        return loose[1]
    return status


def enriched(found: list[FailedRecipient], text: str) -> tuple[FailedRecipient, ...]:
    """What the fields leave out is taken from the words: an address if they name exactly one, and the
    server's reply where it stands in one line with the address."""
    named = (
        {one.lower() for one in SPEC.findall(text[:20_000])} if any(not o.address for o in found) else set()
    )
    only = named.pop() if len(named) == 1 else ""
    head = text[:20_000]
    return (*(_enriched(one, head, only) for one in found[:_NAMED]), *found[_NAMED:])


def _enriched(one: FailedRecipient, text: str, only: str) -> FailedRecipient:
    address = one.address or only
    if one.diagnostic or not address or (one.status and not one.status.endswith(".0.0")):
        return FailedRecipient(address, one.action, one.status, one.permanent, one.diagnostic)
    at = text.lower().find(address)
    line = text[max(0, at) : at + 400].partition("\n\n")[0] if at >= 0 else ""
    reply = REPLY.search(line)
    if not reply or (one.status and reply[1][0] != one.status[0]):
        return FailedRecipient(address, one.action, one.status, one.permanent, one.diagnostic)
    diagnostic = headers.clean(line[reply.start() : reply.start() + 300])
    code = specific(one.status, diagnostic)
    return FailedRecipient(address, one.action, code, permanent(one.action, code, diagnostic), diagnostic)


def _action(word: str) -> str:
    for known in ("failed", "delayed", "delivered", "relayed", "expanded"):
        if word.startswith(known[:5]):
            return known
    return "failed"


def spec(value: str) -> str:
    """The addr-spec in `rfc822; <a@b>`, also in X.400 forms (`dda:SMTP=a@b`)."""
    found = SPEC.search(value.partition(";")[2] or value) or SPEC.search(value)
    return plain_spec(found[0]) if found else ""


def plain_spec(written: str) -> str:
    """`SMTP=a@b` of an X.400 address, and a full stop behind it, are no part of the address."""
    local, _, domain = written.rpartition("@")
    if "smtp=" in local.lower():
        local = local[local.lower().rindex("smtp=") + 5 :]
    return f"{local}@{domain}".lower().rstrip(".")
