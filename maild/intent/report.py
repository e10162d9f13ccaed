"""What a complaint (laporan masyarakat) says and lacks, and why a person may have to look first."""

from __future__ import annotations

from datetime import date

from maild.intent.meaning import Report
from maild.message.record import Message


def assess(message: Message, today: date) -> Report:
    """Read a complaint. Total: every message gives a report; `today` is the day of receipt."""
    sender = message.sender
    fields = {"reporter_name": sender.name} if sender and " " in sender.name else {}
    return Report(
        fields=fields,
        missing=(),
        urgent=False,
        urgent_reason=None,
        confidential=False,
        confidential_reason=None,
        remit="unclear",
        remit_reason=None,
        needs_eyes=("not assessed",),
    )
