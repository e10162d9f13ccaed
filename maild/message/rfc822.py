"""The `read` document of the contract (section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maild.message.record import Address, Attachment, Bounce, Forwarded, Message

if TYPE_CHECKING:
    from maild.intent.meaning import Meaning, Part


def as_json(message: Message, meaning: Meaning, file: str) -> dict[str, Any]:
    """Message and Meaning as plain values for json.dumps; absent is null, times are ISO 8601 with offset."""
    return {
        "file": file,
        "kind": meaning.kind,
        "message_id": message.message_id,
        "in_reply_to": message.in_reply_to,
        "references": list(message.references),
        "date": message.date.isoformat() if message.date else None,
        "from": _address(message.sender or next(iter(message.senders), None)),
        "to": [_address(one) for one in message.to],
        "cc": [_address(one) for one in message.cc],
        "subject": message.subject,
        "text": message.text,
        "new_text": message.new_text,
        "quoted": message.quoted,
        "attachments": [_attachment(one) for one in message.attachments],
        "auto_reply": message.auto_reply,
        "bulk": message.bulk,
        "bounce": _bounce(message.bounce),
        "forwarded": _forwarded(message.forwarded),
        "case_refs": list(meaning.case_refs),
        "letter_refs": list(meaning.letter_refs),
        "intent": meaning.intent,
        "fields": {**(meaning.report.fields if meaning.report else {}), **meaning.fields},
        "defects": [*message.defects, *meaning.defects],
        "reasons": list(meaning.reasons),
        "parts": [_part(one) for one in meaning.parts],
    }


def _part(one: Part) -> dict[str, Any]:
    """What a mail says of one of several cases."""
    return {
        "case": one.case,
        "intent": one.intent,
        "until": one.until.isoformat() if one.until else None,
        "reasons": list(one.reasons),
    }


def _address(one: Address | None) -> dict[str, str] | None:
    return {"name": one.name, "address": one.address} if one else None


def _attachment(one: Attachment) -> dict[str, Any]:
    """Beyond the contract: what kind of words were found in a document (record.Extract), and the words."""
    found = one.extract
    return {
        "filename": one.filename,
        "content_type": one.content_type,
        "size": one.size,
        "sha256": one.sha256,
        "inline": one.inline,
        "state": found.state if found else None,
        "text": found.text if found else None,
        "reason": (found.reason or None) if found else None,
    }


def _bounce(one: Bounce | None) -> dict[str, Any] | None:
    if one is None:
        return None
    recipients = [
        {
            "address": failed.address,
            "action": failed.action,
            "status": failed.status,
            "permanent": failed.permanent,
            "diagnostic": failed.diagnostic,
        }
        for failed in one.recipients
    ]
    return {"recipients": recipients, "original_message_id": one.original_message_id}


def _forwarded(one: Forwarded | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "from": _address(one.sender),
        "date": one.date.isoformat() if one.date else None,
        "subject": one.subject,
        "text": one.text,
        "to": [_address(mailbox) for mailbox in one.to],
        "cc": [_address(mailbox) for mailbox in one.cc],
        "message_id": one.message_id,
        "attachments": [_attachment(each) for each in one.attachments],
        "inner": _forwarded(one.inner),
        "further": [_forwarded(each) for each in one.further],
        "why": one.why,
    }
