"""The wall towards IMAP: mail comes in here as bytes, and is filed only after the store has it.

One thread owns a Mailbox; every wait in it ends. What fails is either MailboxUnavailable (try again
later, with Backoff) or MailboxRefused (a person has to change something first).
"""

from .faults import Backoff, MailboxRefused, MailboxUnavailable
from .record import Fetched, Listed, Opened, Settings
from .session import Mailbox

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
