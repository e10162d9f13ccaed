"""Delivery reports (RFC 3464), and the plain-text forms of servers that never heard of it.

A report is believed only as a hint: whether it concerns one of our letters is decided elsewhere (R30, T34).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message as Part

from maild.message import headers
from maild.message.body import Body, children_of, payload
from maild.message.bounce_words import (
    BRACKETED,
    DAEMON,
    DELAY,
    FIELD,
    GAVE_UP,
    GROUP_END,
    MESSAGE_ID,
    ORIGINAL_BELOW,
    OUT,
    PHRASE,
    REPLY,
    ROBOT,
    SPEC,
    STATUS,
    SUBJECT,
    SURE,
)
from maild.message.record import Bounce, FailedRecipient


@dataclass(frozen=True, slots=True)
class _Evidence:
    table: dict[str, tuple[str, ...]]
    sender: str  # decoded From
    subject: str
    text: str
    body: Body
    own: frozenset[str]  # addresses the report was sent to: never the failed ones

    def first(self, name: str) -> str:
        return (self.table.get(name) or ("",))[0]


def read(table: dict[str, tuple[str, ...]], root: Part, text: str, body: Body) -> Bounce | None:
    """The delivery report that a mail is, or None. A delay has recipients with action 'delayed' only."""
    evidence = _Evidence(
        table,
        (table.get("from") or ("",))[0],
        (table.get("subject") or ("",))[0],
        text,
        body,
        frozenset(spec.lower() for value in table.get("to", ())[:2] for spec in SPEC.findall(value)),
    )
    reported, envelope_id = _reported(body.reports)
    if reported:
        return Bounce(_enriched(reported, text), _original_id(evidence), envelope_id)
    recipients = _announced(evidence) or _plain(evidence, root)
    return Bounce(recipients, _original_id(evidence)) if recipients is not None else None


def _reported(reports: list[Part]) -> tuple[list[FailedRecipient], str | None]:
    """Fields of message/delivery-status parts: first group per message, one more per recipient."""
    found: list[FailedRecipient] = []
    envelope_id = None
    for part in reports:
        if "delivery-status" not in part.get_content_type():
            continue
        for group in _groups(part):
            fields = {name.lower(): headers.clean(value) for name, value in FIELD.findall(group)}
            envelope_id = envelope_id or fields.get("original-envelope-id")
            recipient = _recipient(fields)
            if recipient:
                found.append(recipient)
    return found, envelope_id


def _groups(part: Part) -> list[str]:
    inner = children_of(part)
    if inner:
        text = "\n\n".join(
            "\n".join(f"{name}: {value}" for name, value in one.raw_items()) + "\n\n" + _string(one)
            for one in inner
        )
    else:
        text = payload(part).decode("utf-8", "replace")
    return GROUP_END.split(text)


def _string(part: Part) -> str:
    inner = part.get_payload()
    return inner if isinstance(inner, str) else ""


def _recipient(fields: dict[str, str]) -> FailedRecipient | None:
    final = (
        fields.get("original-recipient")
        or fields.get("final-recipient")
        or fields.get("x-actual-recipient")
        or ""
    )
    last = fields.get("final-recipient") or final
    address = _spec(final) or _spec(last)  # the original one is what we wrote to (RFC 3464 section 2.3.1)
    action = fields.get("action", "").split(" ")[0].lower().strip("()")
    status = STATUS.search(fields.get("status", ""))
    if not (address or action) or not (action or status):
        return None
    diagnostic = fields.get("diagnostic-code") or None
    code = _specific(status[1] if status else None, diagnostic or "")
    if not action:
        action = {"5": "failed", "4": "delayed"}.get(code[0] if code else "", "failed")
    return FailedRecipient(
        address, _action(action), code, _permanent(action, code, diagnostic or ""), diagnostic
    )


def _specific(status: str | None, diagnostic: str) -> str | None:
    """5.0.0 says nothing: where the server's own words are more precise, they win."""
    written = STATUS.search(diagnostic)
    if written and (status is None or (status.endswith(".0.0") and written[1][0] == status[0])):
        return written[1]
    return status


def _action(word: str) -> str:
    for known in ("failed", "delayed", "delivered", "relayed", "expanded"):
        if word.startswith(known[:5]):
            return known
    return "failed"


def _spec(value: str) -> str:
    """The addr-spec in `rfc822; <a@b>` (also X.400 and quoted forms: as they come)."""
    found = SPEC.search(value.partition(";")[2] or value)
    return found[0].lower().rstrip(".") if found else ""


def _permanent(action: str, status: str | None, diagnostic: str) -> bool | None:
    """Whether trying again is pointless. `failed` with a 4.x.x status means that the server gave up."""
    if action.startswith("delay"):
        return False
    code = status or ""
    reply = REPLY.search(diagnostic)
    if reply and (reply[2] or "")[:1] in ("4", "5"):
        return reply[2][0] == "5"
    if reply:
        return reply[1][0] == "5"
    if code[:1] in ("4", "5"):
        return code[0] == "5"
    return None


def _enriched(found: list[FailedRecipient], text: str) -> tuple[FailedRecipient, ...]:
    """An address missing in the report is taken from its words, if they name exactly one."""
    if all(one.address for one in found):
        return tuple(found)
    named = {spec.lower() for spec in SPEC.findall(text[:20_000])}
    only = named.pop() if len(named) == 1 else ""
    return tuple(
        one if one.address else FailedRecipient(only, one.action, one.status, one.permanent, one.diagnostic)
        for one in found
    )


def _announced(evidence: _Evidence) -> tuple[FailedRecipient, ...] | None:
    """X-Failed-Recipients (Exim, Gmail)."""
    values = evidence.table.get("x-failed-recipients", ())
    named = list(dict.fromkeys(spec.lower() for value in values for spec in SPEC.findall(value)))
    if not named:
        return None
    delayed = bool(DELAY.search(evidence.subject)) or bool(DELAY.search(evidence.text[:3000]))
    return tuple(_failed(address, evidence.text, delayed=delayed) for address in named)


def _plain(evidence: _Evidence, root: Part) -> tuple[FailedRecipient, ...] | None:
    """Words only: a daemon (or nobody) sends, and subject or text says that a mail did not arrive."""
    kind = str(root.get("content-type", "")).lower()
    report = root.get_content_type() == "multipart/report" and "delivery" in kind
    nobody = evidence.first("return-path") == "<>" or not evidence.sender
    sent_by_daemon = bool(DAEMON.search(evidence.sender))
    robot = bool(ROBOT.search(evidence.sender)) and _returns_mail(evidence)
    if not (sent_by_daemon or nobody or report or robot):
        return None
    head = _own_words(evidence.text)
    by_subject = bool(SUBJECT.search(evidence.subject))
    by_text = bool(PHRASE.search(head))
    coded = bool(REPLY.search(head) or STATUS.search(head))
    told = by_text and (by_subject or coded or report or robot or sent_by_daemon)
    if (
        not told
        and not (by_subject and (report or evidence.body.inner or sent_by_daemon))
        and not (robot and coded)
    ):
        return None
    if OUT.search(evidence.subject) and not by_subject:
        return None
    named = _named(head, evidence.own) or _named(_quoted_to(evidence), evidence.own)
    delayed = bool(DELAY.search(evidence.subject) or DELAY.search(head)) and not GAVE_UP.search(head)
    return tuple(_failed(address, head, delayed=delayed) for address in named) or (
        _failed("", head, delayed=delayed),
    )


def _returns_mail(evidence: _Evidence) -> bool:
    """A robot's word counts if it gives the mail back and the server's code."""
    returned = (
        evidence.body.inner or evidence.body.headers_only or "error message below" in evidence.text.lower()
    )
    return bool(returned and (REPLY.search(evidence.text) or STATUS.search(evidence.text)))


def _own_words(text: str) -> str:
    """The report itself, before the mail it returns."""
    below = ORIGINAL_BELOW.search(text, 1)
    while below and not text[: below.start()].strip(" \t\r\n-=*>"):
        below = ORIGINAL_BELOW.search(text, below.end())
    head = text[: below.start()] if below else text
    return head[:20_000] if len(head.strip()) > 20 else text[:20_000]


def _named(text: str, own: frozenset[str]) -> list[str]:
    """Addresses in the order of how surely they are the failed ones: alone on a line or in brackets first."""
    sure = SURE.findall(text)
    bracketed = BRACKETED.findall(text)
    for group in (sure, bracketed, SPEC.findall(text)):
        found = list(dict.fromkeys(one.lower().rstrip(".") for one in group))
        kept = [one for one in found if one not in own and not DAEMON.search(one)]
        if kept:
            return kept[:20]
    return []


def _quoted_to(evidence: _Evidence) -> str:
    """The To header of the returned mail, where the report names nobody."""
    for inner in evidence.body.inner:
        return str(inner.get("to", ""))[:2000]
    for text in [*evidence.body.headers_only, evidence.text]:
        found = re.search(r"(?im)^[ \t>]*to:[ \t]*([^\n]{1,300})", text)
        if found:
            return found[1]
    return ""


def _failed(address: str, text: str, *, delayed: bool) -> FailedRecipient:
    """Status and diagnostic are looked for close to the address first."""
    at = text.lower().find(address) if address else -1
    near = text[at : at + 600] if at >= 0 else ""
    for where in (near, text):
        status = STATUS.search(where)
        reply = REPLY.search(where)
        if status or reply:
            break
    code = status[1] if status else None
    diagnostic = headers.clean(where[max(0, reply.start()) : reply.start() + 300]) if reply else None
    action = "delayed" if delayed else "failed"
    permanent = _permanent(action, code, diagnostic or "")
    return FailedRecipient(address, action, code, permanent, diagnostic)


def _original_id(evidence: _Evidence) -> str | None:
    """Message-ID of the mail that came back: from the returned mail or header, or the report's references."""
    for inner in evidence.body.inner:
        found = headers.message_id(
            tuple(headers.decoded(str(value)) for value in inner.get_all("message-id", []))
        )
        if found:
            return found
    for text in [*evidence.body.headers_only, evidence.text]:
        written = MESSAGE_ID.search(text)
        if written:
            return written[1]
    for name in ("in-reply-to", "references"):
        ids = headers.message_ids(evidence.table.get(name, ()))
        if ids:
            return ids[-1]
    return None


def delayed_only(bounce: Bounce) -> bool:
    """Nothing failed yet: the report only warns."""
    return bool(bounce.recipients) and all(one.action == "delayed" for one in bounce.recipients)


def harmless(bounce: Bounce) -> bool:
    """A report of success (delivered, relayed, expanded): nobody has to act."""
    return bool(bounce.recipients) and all(
        one.action in ("delivered", "relayed", "expanded") for one in bounce.recipients
    )
