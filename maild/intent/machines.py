"""Mail that no person wrote: told from the facts that reading the mail brought to light."""

from __future__ import annotations

import re

from maild.intent.meaning import Correspondent, Meaning
from maild.message import automatic
from maild.message.bounce import delayed_only, harmless
from maild.message.record import Bounce, Message

_FULL = re.compile(
    r"quota|mailbox (?:is )?full|over ?quota|full mailbox|insufficient (?:disk|storage|space)"
    r"|exceed\w* (?:\w+ ){0,3}(?:quota|storage|limit)|penuh|kuota",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"user unknown|unknown user|no such (?:user|recipient|mailbox|person|address|account)"
    r"|does(?:n'?t| not) exist|not exist|unknown (?:recipient|address|mailbox|account|local)"
    r"|no mailbox|mailbox (?:not found|unavailable)|invalid (?:recipient|mailbox|user|address)"
    r"|(?:recipient|address|user|account)[^\n]{0,40}(?:not found|rejected|unknown|disabled|no longer"
    r"|invalid)|tidak (?:ditemukan|dikenal|ada|terdaftar|valid)|alamat (?:salah|tidak)"
    r"|bad destination|not a (?:known|valid)|host (?:or domain name )?not found|unrouteable",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"(?:confirm|verify|prove)[^.\n]{0,60}(?:you(?:'re| are)? (?:a )?(?:human|person|not a)"
    r"|your (?:message|e-?mail|address|identity))|challenge[- ]response|(?:sender"
    r"|spam) (?:verification|confirmation|arrest)|click[^.\n]{0,40}(?:to (?:confirm|deliver|verify))"
    r"|(?:konfirmasi|verifikasi)[^.\n]{0,60}(?:bukan robot|alamat (?:pengirim|email|surel) anda"
    r"|pengirim)|boxbe|tmda|mailblocks|spamarrest",
    re.IGNORECASE,
)


def reading(message: Message, correspondent: Correspondent) -> Meaning | None:
    """Bounce, delay, read receipt, automatic reply or bulk, with its intent; None for mail of people.

    The marks of a mailing list do not make a party's answer bulk: offices answer through group addresses.
    """
    if message.bounce is not None:
        return _bounce(message, message.bounce)
    if message.read_receipt:
        return Meaning("read_receipt", "read_receipt", ("disposition notification (RFC 8098)",))
    if message.auto_reply:
        return _automatic(message)
    if message.bulk and not (correspondent.in_case or correspondent.role == "staff"):
        return Meaning("bulk", None, ("mailing list or newsletter",))
    return None


def _bounce(message: Message, bounce: Bounce) -> Meaning:
    if delayed_only(bounce):
        return Meaning("delay", "delayed", ("delivery delayed, nothing failed yet",))
    if harmless(bounce):
        return Meaning("other", None, ("delivery report of success",))
    status = {one.status for one in bounce.recipients if one.status}
    words = " ".join(one.diagnostic or "" for one in bounce.recipients) + " " + message.text[:3000]
    if status & {"5.2.2", "4.2.2"} or (_FULL.search(words) and not status & {"5.1.1", "5.1.10"}):
        return Meaning("bounce", "mailbox_full", ("mailbox full",))
    if status & {"5.1.1", "5.1.10", "5.1.2", "5.1.3", "5.1.6", "5.2.1"} or _UNKNOWN.search(words):
        return Meaning("bounce", "user_unknown", ("address unknown",))
    return Meaning("bounce", "unknown", ("delivery failed",))


def _automatic(message: Message) -> Meaning:
    text = message.new_text
    if _CHALLENGE.search(f"{message.subject}\n{text[:2000]}"):
        return Meaning("auto_reply", "challenge_response", ("asks the sender to prove himself",))
    if automatic.ticket(message.headers, message.subject, text):
        return Meaning("auto_reply", "ticket_ack", ("acknowledgement of a ticket program",))
    return Meaning("auto_reply", "out_of_office", ("automatic reply (RFC 3834)",))
