"""message (pure): raw bytes -> Message. The only room that uses mail-parser."""

from maild.message.extracts import with_extracts
from maild.message.limits import LIMITS, Limits
from maild.message.reading import read, read_attached
from maild.message.record import (
    Address,
    Attachment,
    Bounce,
    Extract,
    FailedRecipient,
    Forwarded,
    Message,
    Unreadable,
)

__all__ = [
    "LIMITS",
    "Address",
    "Attachment",
    "Bounce",
    "Extract",
    "FailedRecipient",
    "Forwarded",
    "Limits",
    "Message",
    "Unreadable",
    "read",
    "read_attached",
    "with_extracts",
]
