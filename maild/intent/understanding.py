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
    machines,
    numbers,
    reactions,
    threads,
)
from maild.intent import cues_letters as cues
from maild.intent.meaning import Correspondent, Meaning
from maild.intent.replies import Reading
from maild.intent.wording import plain
from maild.message.forwarding import is_forward
from maild.message.record import Message

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
    where = f"{message.subject}\n{message.new_text[:_REFERS]}"
    meaning = (
        machines.reading(message, correspondent)
        or _own(correspondent)
        or _staff(message, correspondent, today)
        or _reply(message, correspondent, today)
        or _continuing(
            message, correspondent, threads.continues(message, case_pattern, letter_pattern), today
        )
        or _unknown(message, correspondent, today)
    )
    return replace(
        meaning,
        case_refs=numbers.find(case_pattern, where),
        letter_refs=tuple(numbers.fold(letter) for letter in numbers.find(letter_pattern, where)),
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
        return Meaning("forward", None, ("passed on by staff",))
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
        intent, reasons, until = answers.of_agency(message, today)
        fields = {"until": until.isoformat()} if until else {}
        return Meaning("reply", intent, ("agency in its case", *reasons), until=until, fields=fields)
    if role == "reporter":
        return _from_reporter(message, today, in_case=correspondent.in_case)
    if role == "stranger" and correspondent.in_case:
        intent, reasons, until = _either(message, today)
        fields = {"until": until.isoformat()} if until else {}
        return Meaning(
            "reply", intent, ("unknown sender with the keys of a case", *reasons), until=until, fields=fields
        )
    return None


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
        intent, reasons, until = answers.of_agency(message, today)
    elif correspondence.declares_complaint(message):
        return None
    else:
        intent, reasons, until = _either(message, today)
    if mark == "answers a mail" and intent == "unknown":
        return None  # of somebody else's, perhaps
    fields = {"until": until.isoformat()} if until else {}
    return Meaning("reply", intent, (mark, *reasons), until=until, fields=fields)


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


def _either(message: Message, today: date) -> Reading:
    """A stranger with the keys of a case: a colleague of the agency or somebody near the reporter."""
    side = threads.side(message)
    if side == "agency":
        return answers.of_agency(message, today)
    found = reactions.of_reporter(message, today)
    if side is None and found[0] in ("unknown", "supply", "evidence", "satisfied"):
        other = answers.of_agency(message, today)
        return other if other[0] != "unknown" else found
    return found


def _unknown(message: Message, correspondent: Correspondent, today: date) -> Meaning:
    """No case: letter of an institution, advertising, or a complaint. In doubt a complaint."""
    text = plain(f"{message.subject}\n{message.new_text[:8000]}")
    nuisance = _nuisance(message, text)
    if nuisance:
        return Meaning("bulk", None, (nuisance,))
    agency = correspondent.role in ("agency", "superior")
    personal = correspondence.personal_complaint(message)
    letter = correspondence.of_institution(message)
    if letter and (agency or (correspondence.believable(letter[0], message) and not personal)):
        return Meaning("letter", letter[0], (letter[1],))
    if agency and not personal:
        return _agency_without_case(message, today)
    return _complaint(message, text, today)


def _agency_without_case(message: Message, today: date) -> Meaning:
    """An agency that gives no key: perhaps the answer to one of our letters, under a subject of its own."""
    intent, reasons, until = answers.of_agency(message, today)
    fields = {"until": until.isoformat()} if until else {}
    if intent != "unknown" and (
        message.in_reply_to
        or re.search(r"\b(?:re|bls|balasan|tanggapan|jawaban|klarifikasi)\b", message.subject, re.IGNORECASE)
    ):
        return Meaning(
            "reply", intent, ("agency, answer without a key", *reasons), until=until, fields=fields
        )
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
        return Meaning("forward", None, ("passed on without own words",))
    if not own and not message.attachments and not message.subject.strip():
        return Meaning("other", None, ("empty mail",))
    reason = (
        "words of a complaint" if cues.COMPLAINT.search(text) else "a person writes; taken for a complaint"
    )
    return _report(message, (reason,), today)


def _report(message: Message, reasons: tuple[str, ...], today: date) -> Meaning:
    from maild.intent.report import assess  # lazy: replies and machines do not need its tables

    return Meaning("report", None, reasons, report=assess(message, today))
