"""Delivery reports (RFC 3464), and the plain-text forms of servers that never heard of it.

A report is believed only as a hint: whether it concerns one of our letters is decided elsewhere (R30, T34).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from maild.message import bounce_plain, bounce_ses, bounce_status, headers
from maild.message.body import Body, payload, walk
from maild.message.bounce_evidence import Evidence, evidence_of
from maild.message.bounce_words import MESSAGE_ID
from maild.message.limits import LIMITS
from maild.message.mime import Part
from maild.message.record import Bounce, FailedRecipient


def read(table: dict[str, tuple[str, ...]], root: Part, text: str, body: Body) -> Bounce | None:
    """The delivery report that a mail is, or None. A delay has recipients with action 'delayed' only.

    Our letters have one recipient each; a report that names thousands is cut as any list of addresses (T22).
    """
    found = _read(table, root, text, body)
    return replace(found, recipients=found.recipients[: LIMITS.addresses]) if found else None


def _read(table: dict[str, tuple[str, ...]], root: Part, text: str, body: Body) -> Bounce | None:
    evidence = evidence_of(table, root, text, body)
    if evidence.by_a_person:
        return None  # a person who passes a bounce on, or asks about one, is a person
    found, envelope_id = bounce_status.of_parts(body.reports)
    found = found or bounce_status.refused(body.reports) or (_lost(evidence) if evidence.machine else [])
    if found:
        return Bounce(bounce_status.enriched(found, text), _original_id(evidence, root), envelope_id)
    told = bounce_ses.notification(text)
    if told is not None:
        return told
    recipients = bounce_plain.announced(evidence) or bounce_plain.told(evidence)
    return Bounce(recipients, _original_id(evidence, root)) if recipients else None


def _lost(evidence: Evidence) -> list[FailedRecipient]:
    """Delivery status that lost its MIME part, or that a gateway wrapped into a mail of its own."""
    found = bounce_status.of_words(evidence.text)
    for inner in evidence.body.inner if not found else ():
        if inner.get_content_type() == "multipart/report":
            found, _ = bounce_status.of_parts(walk(inner).reports)
    return found


def _returned(evidence: Evidence, root: Part) -> Iterator[Part]:
    """The mails that came back, the innermost first; also one that lacks the label message/rfc822."""
    for inner in evidence.body.inner:
        if inner.get_content_type() == "multipart/report":
            yield from walk(inner).inner
    yield from evidence.body.inner
    for part in root.walk():
        if part is not root and "message-id" in part:
            yield part


def _original_id(evidence: Evidence, root: Part) -> str | None:
    """Message-ID of the mail that came back: from the returned mail or header, or the report's references."""
    for one in _returned(evidence, root):
        found = headers.message_id(tuple(headers.decoded(str(v)) for v in one.get_all("message-id", [])))
        written = None if found or one.keys() else MESSAGE_ID.search(payload(one)[:10_000].decode("latin-1"))
        if found or written is not None:
            return found or (written[1] if written else None)
    for text in _where_headers_stand(evidence):
        written = MESSAGE_ID.search(text)
        if written:
            return written[1]
    for name in ("in-reply-to", "references"):
        ids = headers.message_ids(evidence.table.get(name, ()))
        if ids:
            return ids[-1]
    return None


def _where_headers_stand(evidence: Evidence) -> Iterator[str]:
    """The returned header: a part of its own, in the words, behind a broken boundary, an attached text."""
    yield from evidence.body.headers_only
    yield evidence.text
    for part in evidence.body.reports:
        yield bounce_status.text_of(part)
    for one in evidence.body.attachments:
        if one.content_type.startswith(("text/", "message/")):
            yield one.content[:60_000].decode("latin-1")


def delayed_only(bounce: Bounce) -> bool:
    """Nothing failed yet: the report only warns."""
    return bool(bounce.recipients) and all(one.action == "delayed" for one in bounce.recipients)


def harmless(bounce: Bounce) -> bool:
    """A report of success (delivered, relayed, expanded): nobody has to act."""
    return bool(bounce.recipients) and all(
        one.action in ("delivered", "relayed", "expanded") for one in bounce.recipients
    )
