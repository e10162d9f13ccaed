"""Mail of the parties of a case: agencies, reporters, and strangers who hold its keys."""

from __future__ import annotations

import re
from datetime import date

from maild.intent import (
    answers,
    correspondence,
    cues_reporters,
    dates,
    enclosures,
    numbers,
    reactions,
    successor,
    threads,
)
from maild.intent import cues_letters as cues
from maild.intent.meaning import Correspondent, Meaning
from maild.intent.replies import Reading
from maild.intent.wording import plain
from maild.message.record import Message

REFERS = 30_000  # characters of new text in which numbers are looked for


def of_party(message: Message, correspondent: Correspondent, today: date) -> Meaning | None:
    """Mail of the parties. Without a case, an agency writes a letter and a reporter may report anew."""
    role = correspondent.role
    if role in ("agency", "superior") and correspondent.in_case:
        return _answer(message, answers.of_agency(message, today), "agency in its case", today)
    if role == "reporter":
        return _from_reporter(message, today, in_case=correspondent.in_case)
    if role == "stranger" and correspondent.in_case:
        return _of_stranger(message, "unknown sender with the keys of a case", today)
    return None


def _answer(message: Message, found: Reading, why: str, today: date) -> Meaning:
    """A reply with everything that its intent brings: the day asked for, the successor, the letter's
    words.
    """
    intent, reasons, until = found
    fields: dict[str, str] = {}
    if intent == "extension":
        fields |= _time_asked(message, until)
    if intent == "successor":
        fields |= successor.named(message.new_text, own_addresses(message))
    if intent in answers.INTENTS:
        letter = enclosures.answer(message, today)
        if letter is not None:
            reasons = (*reasons, f"the attached letter: {letter[0]} ({letter[1][0]})")
            fields["letter_intent"] = letter[0]
            if letter[2] is not None:
                fields["letter_until"] = letter[2].isoformat()
        reasons = (*reasons, *enclosures.unread(message))
    return Meaning("reply", intent, (why, *reasons), until=until, fields=fields)


def _time_asked(message: Message, until: date | None) -> dict[str, str]:
    """The day asked for; working days are the calendar's to count."""
    fields = {"until": until.isoformat()} if until else {}
    days = dates.working_days(message.new_text[:REFERS])
    return {**fields, **({"working_days": str(days)} if days else {})}


def own_addresses(message: Message) -> frozenset[str]:
    return frozenset(one.address for one in (*message.senders, *message.to, *message.cc))


def _from_reporter(message: Message, today: date, *, in_case: bool) -> Meaning | None:
    intent, reasons, _ = reactions.of_reporter(message, today)
    if not in_case and intent != "withdraw" and correspondence.declares_complaint(message):
        return None
    if in_case or intent in ("withdraw", "status_query") or message.in_reply_to:
        return Meaning("reply", intent, ("reporter of a case", *reasons))
    if intent == "evidence" or re.search(
        r"(?:laporan|pengaduan) (?:saya|kami)\b", plain(message.new_text[:600])
    ):
        return Meaning("reply", intent, ("reporter of an open case writes about it", *reasons))
    return None


def continuing(
    message: Message, correspondent: Correspondent, mark: str | None, today: date
) -> Meaning | None:
    """A reply by its own marks, although the store knows no case of it: it waits for a person there."""
    if correspondent.role == "reporter" or message.forwarded is not None:
        return None
    if mark is None:
        return _asks_after(message, correspondent, today)
    if correspondent.role in ("agency", "superior"):
        found = _answer(message, answers.of_agency(message, today), mark, today)
    elif correspondence.declares_complaint(message):
        return None
    elif correspondence.complaint_form(message) and not (message.in_reply_to or message.quoted):
        return None  # a number alone makes no reply of a form: perhaps the case of a neighbour
    else:
        found = _of_stranger(message, mark, today)
    if mark == threads.ANSWERS and found.intent == "unknown":
        return None  # of somebody else's mail, perhaps
    return found


def _asks_after(message: Message, correspondent: Correspondent, today: date) -> Meaning | None:
    """'laporan saya bulan lalu sudah sampai mana?': about a case, though it names none."""
    if correspondent.role != "stranger" or len(message.new_text) > 700:
        return None
    if correspondence.declares_complaint(message) or not cues_reporters.OWN_CASE.search(
        plain(message.new_text)
    ):
        return None
    intent, reasons, _ = reactions.of_reporter(message, today)
    if intent not in ("status_query", "withdraw"):
        return None
    return Meaning("reply", intent, ("speaks of a report made before", *reasons))


def _of_stranger(message: Message, why: str, today: date) -> Meaning:
    """A stranger with the keys of a case: a colleague of the agency or somebody near the reporter.

    Who is nobody's colleague and asks for data of a case wants what is not his (P1): a letter for a person.
    """
    side = threads.side(message)
    if side == "reporter":
        return Meaning("reply", *_pair(reactions.of_reporter(message, today), why))
    agency = _answer(message, answers.of_agency(message, today), why, today)
    by_number_alone = not (message.in_reply_to or message.references or message.quoted)
    if by_number_alone and agency.intent == "asks_data" and not correspondence.sent_by_institution(message):
        return Meaning("letter", "data_request", (why, "a stranger asks for data of a case"))
    if side == "agency":
        return agency
    found = reactions.of_reporter(message, today)
    if found[0] in ("unknown", "supply", "evidence", "satisfied") and agency.intent != "unknown":
        return agency
    return Meaning("reply", *_pair(found, why))


def _pair(found: Reading, why: str) -> tuple[str, tuple[str, ...]]:
    return found[0], (why, *found[1])


def agency_without_case(message: Message, today: date) -> Meaning:
    """An agency that gives no key: perhaps the answer to one of our letters, under a subject of its own."""
    found = _answer(message, answers.of_agency(message, today), "agency, answer without a key", today)
    if found.intent != "unknown" and (
        message.in_reply_to
        or cues.ANSWER_SUBJECT.search(message.subject.lower())
        or cues.ANSWERS_US.search(plain(message.new_text[:4000]))
        or numbers.letters_in("\n".join(enclosures.texts(message))[:REFERS])
    ):
        return found
    return Meaning("letter", "unknown", ("agency, no case and no cue",))
