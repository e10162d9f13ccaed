"""What a mail is and wants. Pure; every rule that decided is named in `reasons`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from maild.intent import (
    answers,
    commands,
    correspondence,
    cues_reporters,
    dates,
    enclosures,
    machines,
    numbers,
    reactions,
    several,
    successor,
    threads,
)
from maild.intent import cues_letters as cues
from maild.intent.meaning import Correspondent, Meaning
from maild.intent.passed_on import passed_on
from maild.intent.replies import Reading, Said
from maild.intent.wording import plain
from maild.message.forwarding import is_forward
from maild.message.record import Message

_MACHINES = ("bounce", "delay", "read_receipt", "auto_reply", "bulk")
_REFERS = 30_000  # characters of new text in which numbers are looked for


def understand(
    message: Message,
    correspondent: Correspondent,
    *,
    case_pattern: re.Pattern[str],
    letter_pattern: re.Pattern[str],
    today: date,
) -> Meaning:
    """Kind and intent of a mail, given what is known of its sender. Total: any Message gives a Meaning.

    Machines are told first, then commands of staff, then replies by role, then replies by their own marks,
    then letters, then complaints. What a mail quotes never decides.
    """
    mark = threads.continues(message, case_pattern, letter_pattern)
    meaning = (
        machines.reading(message, correspondent)
        or _own(correspondent)
        or _staff(message, correspondent, today)
        or _reply(message, correspondent, today)
        or _continuing(message, correspondent, mark, today)
        or _unknown(message, correspondent, today)
    )
    if meaning.kind == "reply":
        meaning = _by_case(meaning, message, case_pattern, today)
    return _with_numbers(meaning, message, case_pattern, letter_pattern, today)


def _with_numbers(
    meaning: Meaning,
    message: Message,
    case_pattern: re.Pattern[str],
    letter_pattern: re.Pattern[str],
    today: date,
) -> Meaning:
    """The numbers of the mail's own words, then those that stand in its documents only."""
    own = f"{message.subject}\n{message.new_text[:_REFERS]}"
    places = [own] if meaning.kind in _MACHINES else [own, *enclosures.texts(message)]
    cases = [found for place in places for found in numbers.find(case_pattern, place)]
    ours = [found for place in places for found in numbers.find(letter_pattern, place)]
    theirs = [found for place in places for found in numbers.letters_in(place)]
    known = {numbers.fold(one) for one in (*cases, *ours)}
    letters = [*ours, *(one for one in theirs if numbers.fold(one) not in known)]
    odd = dates.odd_weekdays(message.new_text[:_REFERS], today) if meaning.kind in ("reply", "letter") else ()
    return replace(
        meaning,
        case_refs=tuple(dict.fromkeys(cases)),
        letter_refs=tuple(dict.fromkeys(letters)),
        defects=(*meaning.defects, *odd),
    )


def _by_case(meaning: Meaning, message: Message, case_pattern: re.Pattern[str], today: date) -> Meaning:
    """Where a mail speaks of several cases, each has its own intent, and that of the subject's case
    leads.
    """

    def read(words: Said) -> Reading:
        return answers.of_words(words, today)

    parts = several.parts(message.subject, message.new_text, case_pattern, read)
    if not parts or meaning.intent not in answers.INTENTS:
        return meaning
    first = parts[0]
    return replace(
        meaning,
        intent=first.intent,
        reasons=(*meaning.reasons[:1], f"speaks of {len(parts)} cases", *first.reasons),
        until=first.until,
        fields={"until": first.until.isoformat()} if first.until else {},
        parts=parts,
    )


def _own(correspondent: Correspondent) -> Meaning | None:
    if correspondent.role != "office":
        return None
    return Meaning("other", None, ("our own address: a loop or a copy",))


def _staff(message: Message, correspondent: Correspondent, today: date) -> Meaning | None:
    if correspondent.role != "staff":
        return None
    found = commands.parse(message.new_text)
    if found:
        return Meaning("other", "command", (f"{len(found)} command(s) by staff",), commands=found)
    text = plain(message.new_text)
    if message.forwarded is not None and len(text) < 200:
        return passed_on(message, "passed on by staff", today)
    if correspondent.in_case:
        return Meaning("other", "unknown", ("staff wrote on a case without a command",))
    if _dictated(text) or correspondence.personal_complaint(message):
        return _report(message, ("report entered by staff",), today)
    if cues.INSTRUCTION.search(text):
        return Meaning("letter", "staff_instruction", ("instruction by staff",))
    return Meaning("other", "unknown", ("staff, without a command",))


_TAKEN_DOWN = re.compile(
    r"walk[- ]?in|datang langsung|datang ke (?:kantor|ruang)|pelapor datang|(?:di"
    r"|mohon )(?:registrasi|daftarkan)"
    r"|(?:dari|via|lewat|melalui) (?:wa|whatsapp|telepon)\b|disalin"
)
_VERIFIED = re.compile(r"(?:sudah|telah) (?:di)?verifikasi")


def _dictated(text: str) -> bool:
    """Staff took down a report at the counter, by telephone or from WhatsApp, to be registered."""
    complaint = re.search(r"pelapor|terlapor|kronologi", text) or cues.COMPLAINT.search(text)
    return bool(complaint and _TAKEN_DOWN.search(text) and not _VERIFIED.search(text))


def _reply(message: Message, correspondent: Correspondent, today: date) -> Meaning | None:
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
        fields |= successor.named(message.new_text, _own_addresses(message))
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
    days = dates.working_days(message.new_text[:_REFERS])
    return {**fields, **({"working_days": str(days)} if days else {})}


def _own_addresses(message: Message) -> frozenset[str]:
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


def _continuing(
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


def _unknown(message: Message, correspondent: Correspondent, today: date) -> Meaning:
    """No case: letter of an institution, advertising, or a complaint. In doubt a complaint."""
    text = plain(f"{message.subject}\n{message.new_text[:8000]}")
    nuisance = _nuisance(message, text)
    if nuisance:
        return Meaning("bulk", None, (nuisance,))
    agency = correspondent.role in ("agency", "superior")
    personal = correspondence.personal_complaint(message)
    if agency and not personal and cues.ANSWERS_US.search(text):
        found = _agency_without_case(message, today)
        if found.kind == "reply":
            return found
    letter = correspondence.of_institution(message, enclosures.subjects(message))
    if letter and (agency or (correspondence.believable(letter[0], message) and not personal)):
        fields = successor.named(message.new_text, _own_addresses(message)) if agency else {}
        changes = letter[0] == "registry_change"
        return Meaning("letter", letter[0], (letter[1],), fields=fields if changes else {})
    if agency and not personal:
        return _agency_without_case(message, today)
    return _complaint(message, text, today)


def _agency_without_case(message: Message, today: date) -> Meaning:
    """An agency that gives no key: perhaps the answer to one of our letters, under a subject of its own."""
    found = _answer(message, answers.of_agency(message, today), "agency, answer without a key", today)
    if found.intent != "unknown" and (
        message.in_reply_to
        or cues.ANSWER_SUBJECT.search(message.subject)
        or cues.ANSWERS_US.search(plain(message.new_text[:4000]))
        or numbers.letters_in("\n".join(enclosures.texts(message))[:_REFERS])
    ):
        return found
    return Meaning("letter", "unknown", ("agency, no case and no cue",))


def _nuisance(message: Message, text: str) -> str | None:
    if cues.MASS_EVENT.search(text) and len(cues.MASS_TERMS.findall(text)) >= 2:
        return "invitation to a paid course, sent to everybody"
    if len(set(cues.PHISHING.findall(text))) >= 3 and ("http" in text or "tautan" in text or "klik" in text):
        return "phishing"
    if len({found[:6] for found in cues.SPAM.findall(text)}) >= 2 and not correspondence.personal_complaint(
        message
    ):
        return "advertising"
    return None


def _complaint(message: Message, text: str, today: date) -> Meaning:
    own = plain(message.new_text)
    if message.forwarded is not None and len(own) < 40 and is_forward(message.subject):
        return passed_on(message, "passed on without own words", today)
    if not own and not message.attachments and not message.subject.strip():
        return Meaning("other", None, ("empty mail",))
    reason = (
        "words of a complaint" if cues.COMPLAINT.search(text) else "a person writes; taken for a complaint"
    )
    return _report(message, (reason,), today)


def _report(message: Message, reasons: tuple[str, ...], today: date) -> Meaning:
    from maild.intent.report import assess  # lazy: replies and machines do not need its tables

    return Meaning("report", None, reasons, report=assess(message, today))
