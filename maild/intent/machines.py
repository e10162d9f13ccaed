"""Mail that no person wrote: told from the facts that reading the mail brought to light."""

from __future__ import annotations

from datetime import date

from maild.intent import absence, correspondence
from maild.intent.meaning import Correspondent, Meaning
from maild.message import automatic
from maild.message.bounce import delayed_only, harmless
from maild.message.bounce_causes import Cause, cause
from maild.message.record import Bounce, Message
from maild.message.ticket_words import NO_REPLY

# What the code itself says of the mailbox (RFC 3463 section 3.2 and 3.3), whatever the words beside it.
_FULL = frozenset({"5.2.2", "4.2.2"})
_UNKNOWN = frozenset(
    {"5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.310", "5.4.4", "4.1.1", "4.4.4"}
)
_WRITTEN = ("application/pdf", "msword", "officedocument", "opendocument", "message/rfc822", "image/tiff")


def reading(message: Message, correspondent: Correspondent) -> Meaning | None:
    """Bounce, delay, read receipt, automatic reply or bulk, with its intent; None for mail of people.

    The marks of a mailing list do not make a party's answer bulk: offices answer through group addresses.
    """
    if message.bounce is not None:
        return _bounce(message, message.bounce)
    if message.read_receipt:
        return Meaning("read_receipt", "read_receipt", ("disposition notification (RFC 8098)",))
    if message.auto_reply and not _passed_on(message):
        return _automatic(message)
    if message.bulk and not (correspondent.in_case or correspondent.role == "staff" or _in_person(message)):
        return Meaning("bulk", None, ("mailing list or newsletter",))
    return None


def _bounce(message: Message, bounce: Bounce) -> Meaning:
    if delayed_only(bounce):
        return Meaning("delay", "delayed", ("delivery delayed, nothing failed yet",))
    if harmless(bounce):
        return Meaning("other", None, ("delivery report of success",))
    status = {one.status for one in bounce.recipients if one.status and one.action == "failed"}
    if status & _FULL:
        return Meaning("bounce", "mailbox_full", ("delivery report", "mailbox full, by its status"))
    if status & _UNKNOWN:
        return Meaning("bounce", "user_unknown", ("delivery report", "address unknown, by its status"))
    return _by_words(_why(message, bounce))


def _why(message: Message, bounce: Bounce) -> Cause | None:
    """The server's diagnostic first; the words of the report where it gives none."""
    said = " ".join(one.diagnostic or "" for one in bounce.recipients)
    return (cause(said) if said.strip() else None) or cause(message.text[:3000])


def _by_words(why: Cause | None) -> Meaning:
    if why == "full":
        return Meaning("bounce", "mailbox_full", ("delivery report", "mailbox full, in the server's words"))
    if why in ("unknown", "no_host"):
        return Meaning(
            "bounce", "user_unknown", ("delivery report", "address unknown, in the server's words")
        )
    return Meaning("bounce", "unknown", ("delivery report", f"delivery failed: {why or 'no cause told'}"))


def _automatic(message: Message) -> Meaning:
    subject, text, headers = message.subject, message.new_text, message.headers
    told = automatic.why(headers, subject)
    if automatic.challenge(subject, text, machine=automatic.marked(headers)):
        return Meaning("auto_reply", "challenge_response", (told, "asks the sender to prove himself"))
    if automatic.ticket(headers, subject, text):
        return Meaning("auto_reply", "ticket_ack", (told, "acknowledgement of a ticket program"))
    if "report" in _type(message) or automatic.COMPLAINT_ABOUT.match(subject):
        return Meaning("auto_reply", None, ("a report by a machine (RFC 6522)",))
    if automatic.absent(subject, text):
        return _absence(message, told, "notice of absence")
    if automatic.acknowledges(text):
        return Meaning("auto_reply", "ticket_ack", (told, "acknowledges a mail by itself"))
    if automatic.submitted(headers) == "auto-generated" and not message.in_reply_to:
        return Meaning("auto_reply", "unknown", (told, "answers nothing"))
    return _absence(message, told)


def _absence(message: Message, *reasons: str) -> Meaning:
    """Out of office, and what it tells of the substitute: for staff to read, never an address to write to."""
    sender = message.sender.address if message.sender else ""
    today = message.date.date() if message.date else date.min
    fields = absence.facts(message.new_text, sender, today) if message.date else {}
    return Meaning("auto_reply", "out_of_office", reasons, fields=fields)


def _passed_on(message: Message) -> bool:
    """A program sent it, but people have to read it: a rule of Exchange that passes mail on, a web form, a
    scanner that mails a letter. All say auto-generated (RFC 3834 section 5.1), none has a responder's words.
    """
    if not automatic.marked(message.headers):  # by its subject alone, and it complains: a person's subject
        return correspondence.personal_complaint(message) and message.in_reply_to is None
    if automatic.submitted(message.headers) != "auto-generated":
        return False
    headers, subject, text = message.headers, message.subject, message.new_text
    if automatic.prefixed(headers, subject) or automatic.away(text, answers=True):
        return False
    if automatic.ticket(headers, subject, text) or "report" in _type(message):
        return False
    documents = any(kind in one.content_type for one in message.attachments for kind in _WRITTEN)
    return documents or message.forwarded is not None or correspondence.personal_complaint(message)


def _in_person(message: Message) -> bool:
    """A complaint that came through a group address of the office itself carries the marks of a list."""
    sender = f"{message.sender.name} {message.sender.address}" if message.sender else ""
    if not sender or NO_REPLY.search(sender) or automatic.unsubscribes(message.new_text):
        return False
    return "digest" not in message.subject.lower() and correspondence.personal_complaint(message)


def _type(message: Message) -> str:
    return (message.headers.get("content-type") or ("",))[0].lower().partition(";")[0]
