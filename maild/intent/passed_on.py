"""A mail passed on: what the first writer's report says, for staff to open a case by.

The tracking number of an SP4N-LAPOR! notification (`external_ref`) is among its fields (domain.md 5.1).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from maild.intent.meaning import Meaning
from maild.message.forwarding import original
from maild.message.record import Message

if TYPE_CHECKING:
    from maild.intent.report.dictionary import Dictionaries


def passed_on(message: Message, reason: str, today: date, known: Dictionaries | None = None) -> Meaning:
    """Kind forward. The fields are those of the mail passed on, not of the forwarder."""
    from maild.intent.report import assess  # lazy: most mails need none of its tables

    first = original(message, ())
    report = assess(first.message if first else message, today, known)
    why = message.forwarded.why if message.forwarded else ""
    return Meaning("forward", None, tuple(filter(None, (reason, why))), fields=report.fields)
