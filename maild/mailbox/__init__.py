"""The wall towards IMAP: mail comes in here as bytes, and is filed only after the store has it.

One thread owns a Mailbox; every wait in it ends. What fails is either MailboxUnavailable (try again
later, with Backoff) or MailboxRefused (a person has to change something first).
"""

from .batches import Listed
from .faults import Backoff, MailboxRefused, MailboxUnavailable
from .session import Fetched, Mailbox, Opened, Settings

__all__ = [
    "Backoff",
    "Fetched",
    "Listed",
    "Mailbox",
    "MailboxRefused",
    "MailboxUnavailable",
    "Opened",
    "Settings",
]
