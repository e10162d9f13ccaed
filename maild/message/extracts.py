"""Which attachments are documents, and how their text comes back to the mail that carried them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from maild.message.record import Attachment, Extract, Message


def with_extracts(message: Message, extracts: Mapping[str, Extract]) -> Message:
    """The same mail, its attachments holding the extracts found under their sha256."""
    attachments = tuple(
        replace(one, extract=extracts[one.sha256]) if one.sha256 in extracts else one
        for one in message.attachments
    )
    return message if attachments == message.attachments else replace(message, attachments=attachments)


def readable(attachment: Attachment) -> bool:
    """Whether the wall `documents` may find text in it, told by its bytes: name and type are the sender's."""
    return attachment.content.startswith((b"%PDF-", b"PK\x03\x04"))
