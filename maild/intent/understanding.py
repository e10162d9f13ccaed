"""What a mail is and wants. Pure; every rule that decided is named in `reasons`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from maild.intent import (
    answers,
    commands,
    correspondence,
    dates,
    enclosures,
    machines,
    numbers,
    parties,
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

if TYPE_CHECKING:
    from maild.intent.report.dictionary import Dictionaries

_MACHINES = ("bounce", "delay", "read_receipt", "auto_reply", "bulk")


def understand(
    message: Message,
    correspondent: Correspondent,
    *,
    case_pattern: re.Pattern[str],
    letter_pattern: re.Pattern[str],
    today: date,
    known: Dictionaries | None = None,
) -> Meaning:
    """Kind and intent of a mail, given what is known of its sender. Total: any Message gives a Meaning.

    Machines are told first, then commands of staff, then replies by role, then replies by their own marks,
    then letters, then complaints. What a mail quotes never decides. `known`: what the office calls places,
    offices and services.
    """
    mark = threads.continues(message, case_pattern, letter_pattern)
    meaning = (
        machines.reading(message, correspondent)
        or _own(correspondent)
        or _staff(message, correspondent, today, known)
        or parties.of_party(message, correspondent, today)
        or parties.continuing(message, correspondent, mark, today)
        or _unknown(message, correspondent, today, known)
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
    own = f"{message.subject}\n{message.new_text[: parties.REFERS]}"
    places = [own] if meaning.kind in _MACHINES else [own, *enclosures.texts(message)]
    cases = [found for place in places for found in numbers.find(case_pattern, place)]
    ours = [found for place in places for found in numbers.find(letter_pattern, place)]
    theirs = [found for place in places for found in numbers.letters_in(place)]
    known = {numbers.fold(one) for one in (*cases, *ours)}
    letters = [*ours, *(one for one in theirs if numbers.fold(one) not in known)]
    dated = message.new_text[: parties.REFERS] if meaning.kind in ("reply", "letter") else ""
    odd = dates.odd_weekdays(dated, today)
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


def _staff(
    message: Message, correspondent: Correspondent, today: date, known: Dictionaries | None
) -> Meaning | None:
    if correspondent.role != "staff":
        return None
    found = commands.parse(message.new_text)
    if found:
        return Meaning("other", "command", (f"{len(found)} command(s) by staff",), commands=found)
    text = plain(message.new_text)
    if message.forwarded is not None and len(text) < 200:
        return passed_on(message, "passed on by staff", today, known)
    if correspondent.in_case:
        return Meaning("other", "unknown", ("staff wrote on a case without a command",))
    if _dictated(text) or correspondence.personal_complaint(message):
        return _report(message, ("report entered by staff",), today, known)
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


def _unknown(
    message: Message, correspondent: Correspondent, today: date, known: Dictionaries | None
) -> Meaning:
    """No case: letter of an institution, advertising, or a complaint. In doubt a complaint."""
    text = plain(f"{message.subject}\n{message.new_text[:8000]}")
    nuisance = _nuisance(message, text)
    if nuisance:
        return Meaning("bulk", None, (nuisance,))
    agency = correspondent.role in ("agency", "superior")
    personal = correspondence.personal_complaint(message)
    if agency and not personal and cues.ANSWERS_US.search(text):
        found = parties.agency_without_case(message, today)
        if found.kind == "reply":
            return found
    letter = correspondence.of_institution(message, enclosures.subjects(message))
    if letter and (agency or (correspondence.believable(letter[0], message) and not personal)):
        fields = successor.named(message.new_text, parties.own_addresses(message)) if agency else {}
        changes = letter[0] == "registry_change"
        return Meaning("letter", letter[0], (letter[1],), fields=fields if changes else {})
    if agency and not personal:
        return parties.agency_without_case(message, today)
    return _complaint(message, text, today, known)


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


def _complaint(message: Message, text: str, today: date, known: Dictionaries | None) -> Meaning:
    own = plain(message.new_text)
    if message.forwarded is not None and len(own) < 40 and is_forward(message.subject):
        return passed_on(message, "passed on without own words", today, known)
    if not own and not message.attachments and not message.subject.strip():
        return Meaning("other", None, ("empty mail",))
    reason = (
        "words of a complaint" if cues.COMPLAINT.search(text) else "a person writes; taken for a complaint"
    )
    return _report(message, (reason,), today, known)


def _report(message: Message, reasons: tuple[str, ...], today: date, known: Dictionaries | None) -> Meaning:
    from maild.intent.report import assess  # lazy: replies and machines do not need its tables

    return Meaning("report", None, reasons, report=assess(message, today, known))
