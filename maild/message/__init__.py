"""message (pure): raw bytes -> Message. The only room that uses mail-parser."""

from maild.message.limits import LIMITS, Limits
from maild.message.reading import read
from maild.message.record import (
    Address,
    Attachment,
    Bounce,
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
    "FailedRecipient",
    "Forwarded",
    "Limits",
    "Message",
    "Unreadable",
    "read",
]
