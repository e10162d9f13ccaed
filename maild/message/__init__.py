"""message (pure): raw bytes -> Message. The only room that uses mail-parser."""

from maild.message.record import (
    Address,
    Attachment,
    Bounce,
    FailedRecipient,
    Forwarded,
    Message,
    Unreadable,
)

__all__ = ["Address", "Attachment", "Bounce", "FailedRecipient", "Forwarded", "Message", "Unreadable"]
