"""What attached documents say: the sender's words like the mail, of no more authority, and never"
" commands."""

from __future__ import annotations

import re
from datetime import date

from maild.intent import answers
from maild.intent.replies import Reading, said
from maild.message.record import Message

_MOST = 20_000  # characters of one document
# A letter begins below its head, and ends above its copies and signature (domain.md 4.1).
_BEGINS = re.compile(
    r"(?:dengan hormat|menindaklanjuti|sehubungan dengan|memperhatikan|menunjuk|menanggapi|menjawab"
    r"|berdasarkan surat"
    r"|bersama ini|om swastiastu|assalamu|mengacu|terkait (?:dengan )?surat)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"^\s*(?:tembusan|a\.n\.|an\.|kepala (?:dinas|kantor|badan)|demikian|nip\b|ttd)", re.I | re.M
)
_SUBJECT = re.compile(r"^\s*(?:hal|perihal)\s*[:\t]\s*(\S[^\n]{2,160})", re.IGNORECASE | re.MULTILINE)


def texts(message: Message) -> list[str]:
    """The text of each attached document that has one, the beginning of it."""
    return [
        one.extract.text[:_MOST]
        for one in message.attachments
        if one.extract is not None and one.extract.state == "text"
    ]


def subjects(message: Message) -> str:
    """What attached letters give as their matter: the lines 'Hal' or 'Perihal'."""
    return "\n".join(found[1] for text in texts(message) if (found := _SUBJECT.search(text)))


def unread(message: Message) -> tuple[str, ...]:
    """Reasons for a person to open an attachment: a scan, a damaged or locked document."""
    states = (one.extract.state for one in message.attachments if one.extract is not None)
    return tuple(f"an attached document is {state}" for state in states if state != "text")


def answer(message: Message, today: date) -> Reading | None:
    """What the first attached letter of an agency says."""
    for text in texts(message):
        begins = _BEGINS.search(text)
        body = text[begins.start() :] if begins else text
        ends = _ENDS.search(body)
        words = said(body[: ends.start()] if ends and ends.start() > 60 else body)
        if len(words.core) > 40:
            return answers.of_words(words, today)
    return None
