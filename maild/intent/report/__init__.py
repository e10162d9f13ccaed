"""What a complaint (laporan masyarakat) says and lacks, and why a person may have to look first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from maild.intent.meaning import Remit, Report
from maild.intent.report import cues
from maild.intent.report.bodies import Body, bodies, services
from maild.intent.report.dates import older_than_two_years
from maild.intent.report.fields import (
    address_in,
    external_ref_in,
    labelled,
    nik_in,
    phone_in,
    without_labels,
)
from maild.intent.report.names import name_in
from maild.intent.report.places import Gazetteer, gazetteer, place_at
from maild.intent.report.text import READ_AT_MOST, sentences, word_set, words
from maild.message.html import ACTIVE
from maild.message.record import Message

_FORWARD_MARK = re.compile(
    r"^[ \t>]{0,40}(?:-{3,60}\s{0,5}(?:forwarded message|pesan (?:terusan|diteruskan|asli)|original message)"
    r"|begin forwarded)"
    r".*",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)


def assess(message: Message, today: date) -> Report:
    """Read a complaint. Total: every message gives a report; `today` is the day of receipt.

    Requirements: UU 37/2008 art. 24 (name, address, account, prior effort); urgency: PO 26/2017 art. 26.
    Where a rule is unsure it adds a reason to `needs_eyes` rather than staying silent.
    """
    text = complaint_text(message)
    flat = " ".join(text.lower().split())
    said = " ".join((message.subject[:1000] + ". " + text).lower().split())
    fields = _fields(message, text)
    gaz = gazetteer()
    named = bodies(gaz, words(message.subject[:1000] + "\n\n" + text))
    urgent = _urgent(said)
    secret = _confidential(said, fields)
    missing = _missing(message, text, fields, named)
    remit, why = _remit(text, said, named, today, gaz)
    return Report(
        fields=fields,
        missing=missing,
        urgent=urgent is not None,
        urgent_reason=urgent,
        confidential=secret is not None,
        confidential_reason=secret,
        remit=remit,
        remit_reason=why,
        needs_eyes=_needs_eyes(message, text, flat, said, urgent is not None),
    )


def complaint_text(message: Message) -> str:
    """What the sender wrote; where that is nothing, the mail passed on. Boiler-plate is left out."""
    text = message.new_text if message.new_text.strip() else message.text
    text = _FORWARD_MARK.sub("", text)
    if len(text.split()) < 5 and message.forwarded is not None:
        text = text + "\n\n" + message.forwarded.text
    paragraphs = re.split(r"\n[ \t]*\n", text[:READ_AT_MOST])
    kept = [p for p in paragraphs if not cues.DISCLAIMER.match(" ".join(p.lower().split()))]
    return "\n\n".join(kept)


def _fields(message: Message, text: str) -> dict[str, str]:
    labels = labelled(text)
    sender = message.sender.name if message.sender else ""
    address = message.sender.address if message.sender else ""
    read: Mapping[str, str | None] = {
        **labels,
        "reporter_name": name_in(text, sender, address, labels),
        "nik": nik_in(text, labels),
        "phone": phone_in(text, labels),
        "address": address_in(text, labels),
        "external_ref": external_ref_in(message.subject + "\n" + message.text[:READ_AT_MOST]),
    }
    return {name: value for name, value in read.items() if value}


def _first(found: Iterable[cues.Cue], text: str) -> str | None:
    return next((name for name, pattern in found if pattern.search(text)), None)


def _urgent(said: str) -> str | None:
    reason = _first(cues.URGENT, said)
    if reason is None and cues.HAZARD.search(said) and cues.CRY.search(said):
        return "hazard and a call for help at once"
    return reason


def _confidential(said: str, fields: Mapping[str, str]) -> str | None:
    answer = fields.get("secrecy", "").lower().lstrip("[](. ")
    if re.match(r"(?:ya|iya|yes|mohon|benar|dirahasiakan|rahasia|setuju|v\b|x\b)", answer):
        return "secrecy asked in the form"
    return _first(cues.SECRET, cues.NOT_SECRET.sub(" ", said))


def effort_sentences(text: str) -> frozenset[int]:
    """Numbers of the sentences that tell of an attempt at the agency itself, as `words` counts them.

    An attempt at a neighbour, the village or the Ombudsman is none.
    """
    return frozenset(i for i, s in enumerate(sentences(without_labels(text))) if _is_effort(s.lower()))


def _is_effort(low: str) -> bool:
    if cues.ANSWERED_IN_LAPOR.search(low):
        return True
    if cues.NOT_DONE.search(low) or not cues.DONE.search(low):
        return False
    for match in cues.EFFORT.finditer(low):
        near = low[max(0, match.start() - 25) : match.end() + 70]
        aside = cues.NO_AGENCY.search(low[match.start() : match.end() + 30])
        if aside is None and (cues.AN_OFFICE.search(near) or not cues.NO_AGENCY.search(near)):
            return True
    return False


def _missing(
    message: Message, text: str, fields: Mapping[str, str], named: tuple[Body, ...]
) -> tuple[str, ...]:
    """Of nama, alamat, terlapor, uraian, upaya, identitas, in this order."""
    lacks = {
        "nama": "reporter_name" not in fields,
        "alamat": "address" not in fields,
        "terlapor": "agency" not in fields and not any(b.scope != "unit" for b in named),
        "uraian": not _tells_facts(text, named),
        "upaya": "prior_complaint" not in fields and not effort_sentences(text),
        "identitas": "nik" not in fields and not _identity_enclosed(message, text),
    }
    return tuple(name for name, absent in lacks.items() if absent)


def _tells_facts(text: str, named: tuple[Body, ...]) -> bool:
    """An account names a service, an office or figures; anger alone is none."""
    if len(text.split()) < 8:
        return False
    return bool(re.search(r"\d", text)) or bool(services(words(text))) or bool(named)


def _identity_enclosed(message: Message, text: str) -> bool:
    if any(cues.NAMES_A_PAPER.search(a.filename) for a in message.attachments):
        return True
    if cues.COMPANY_ID.search(text):
        return True
    low = text.lower()
    enclosed = re.search(
        r"\b(?:ktp|identitas|paspor|passport)\b.{0,60}\b(?:ter)?lampir|\blampir\w*.{0,60}\b(?:ktp|paspor)",
        low,
    )
    return bool(message.attachments) and enclosed is not None


def _remit(
    text: str, said: str, named: tuple[Body, ...], today: date, gaz: Gazetteer
) -> tuple[Remit, str | None]:
    if cues.COURT.search(said):
        return "no", "the matter is or was before a court"
    if older_than_two_years(text, today):
        return "no", "the event seems older than two years (art. 24(3) UU 37/2008)"
    elsewhere = _other_province(said, named, gaz)
    if elsewhere:
        return "other_office", f"the agency is in {elsewhere.title()}"
    officials = [b for b in named if b.scope not in ("unit",) and b.kind not in _NO_PROVIDER]
    if not officials and cues.PRIVATE.search(said) and not services(words(text)):
        return "no", "a dispute between private persons"
    if cues.HANDLED.search(said):
        return "unclear", "an Inspektorat seems to deal with it already"
    if not officials and len(text.split()) < 8:
        return "unclear", "too little is said"
    return "yes", None


_NO_PROVIDER = frozenset({"desa", "kecamatan", "pengadilan", "kepala_daerah"})


def _other_province(said: str, named: tuple[Body, ...], gaz: Gazetteer) -> str | None:
    """The province of the agencies named, when the mail addresses the office of another one."""
    home = set()
    for match in re.finditer(r"ombudsman(?: ri| republik indonesia)?(?: perwakilan)?(?: provinsi)?", said):
        for place in _places_of(gaz, said[match.end() : match.end() + 30]):
            home |= {gaz.provinces.get(r, "") for r in place}
    wheres = [{gaz.provinces.get(r, "") for r in b.regions} for b in named if b.regions]
    if not home or not wheres or any(w & home for w in wheres):
        return None
    return next(iter(sorted(wheres[0] - {""})), None)


def _places_of(gaz: Gazetteer, tail: str) -> list[frozenset[str]]:
    tail_words = words(tail)
    place = place_at(gaz, tail_words, 0) if tail_words else None
    return [place.regions] if place else []


def _needs_eyes(message: Message, text: str, flat: str, said: str, urgent: bool) -> tuple[str, ...]:
    """Why a person has to look before anything leaves; empty when nothing speaks against a machine."""
    reasons = [name for name, pattern in cues.EYES if pattern.search(said)]
    reasons += [name for name, pattern in cues.VICTIM if pattern.search(said)]
    if urgent and cues.HAZARD_PATIENT.search(said):
        reasons.append("patient data in an urgent report")
    if cues.AGAIN.search(said):
        reasons.append("written to the Ombudsman before")
    if cues.HANDLED.search(said):
        reasons.append("an Inspektorat deals with it")
    if cues.ELSEWHERE.search(said):
        reasons.append("another authority is mentioned")
    if len(text.split()) < 15:
        enclosed = "only an attachment tells the matter" if message.attachments else "too short to judge"
        reasons.append(enclosed)
    if message.new_text.strip() == "" and message.forwarded is not None:
        reasons.append("told in a forwarded mail only")
    if _foreign_language(flat):
        reasons.append("not in Indonesian")
    if message.sender is None:
        reasons.append("no single sender")
    if ACTIVE in message.defects:
        reasons.append("the mail carries active content")
    if len(message.text) > READ_AT_MOST:
        reasons.append("very long")
    return tuple(dict.fromkeys(reasons))


_INDONESIAN = word_set(
    "yang dan di saya sudah tidak dari ke untuk dengan ini itu kami ada sampai mohon tanggal belum sy yg "
    "tdk sdh pada oleh karena lagi juga atau hanya akan bisa telah nama tapi kalau jadi sejak"
)
_ENGLISH = word_set("the and of to was is have my that for not with they i on")


def _foreign_language(flat: str) -> bool:
    """English, or so much of a local language that the rules may have missed what is asked.

    Function words make a tenth to a third of every Indonesian complaint seen, local greetings included.
    """
    tokens = re.findall(r"[a-z]+", flat)
    english = sum(t in _ENGLISH for t in tokens)
    indonesian = sum(t in _INDONESIAN for t in tokens)
    return (english > 5 and english > indonesian) or indonesian < 0.09 * len(tokens)
