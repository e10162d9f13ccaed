"""What a complaint (laporan masyarakat) says and lacks, and why a person may have to look first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from maild.intent.meaning import Report
from maild.intent.report import cues
from maild.intent.report.bodies import bodies
from maild.intent.report.concepts import Ideas, ideas
from maild.intent.report.dictionary import Dictionaries, shipped
from maild.intent.report.eyes import needs_eyes
from maild.intent.report.fields import external_ref_in, labelled, secrecy_answer, without_labels
from maild.intent.report.figures import nik_in, phone_in
from maild.intent.report.home import address_in
from maild.intent.report.missing import effort_sentences, missing
from maild.intent.report.names import name_in
from maild.intent.report.remit import remit
from maild.intent.report.sensitive import sensitive
from maild.intent.report.telling import complaint_text, documents, teller
from maild.intent.report.text import READ_AT_MOST, words
from maild.intent.report.urgency import danger
from maild.message.record import Message

__all__ = ["assess", "complaint_text", "effort_sentences"]


def assess(message: Message, today: date, known: Dictionaries | None = None) -> Report:
    """Read a complaint. Total: every message gives a report; `today` is the day of receipt.

    `known` is what the office calls places and offices; the shipped words by default.

    Requirements: UU 37/2008 art. 24 (name, address, account, prior effort); urgency: PO 26/2017 art. 26.
    Where a rule is unsure it adds a reason to `needs_eyes` rather than staying silent.
    """
    text = complaint_text(message)
    subject = message.subject[:1000]
    flat = " ".join(text.lower().split())
    said = " ".join((subject + ". " + text).lower().split())
    known = known or shipped()
    told = words(subject + "\n\n" + text)
    named = bodies(known.gazetteer, known.vocabulary, told)
    fields, named_fully = _fields(message, text)
    urgent = _urgent(said, ideas(told))
    secret = _secret(message, subject, text, fields)
    where, why = remit(text, said, named, today, known)
    return Report(
        fields=fields,
        missing=missing(message, text, fields, named, known, named_fully=named_fully),
        urgent=urgent is not None,
        urgent_reason=urgent,
        confidential=secret is not None,
        confidential_reason=secret,
        remit=where,
        remit_reason=why,
        needs_eyes=needs_eyes(message, text, flat, said, urgent is not None),
    )


def _fields(message: Message, text: str) -> tuple[dict[str, str], bool]:
    """What is told, by its contract name; and whether the name is a full one."""
    labels = labelled(text)
    sender = teller(message)
    name = name_in(text, sender.name if sender else "", sender.address if sender else "", labels)
    enclosed = "\n\n".join(documents(message))[: 2 * READ_AT_MOST]
    known = name.text if name else None
    read: Mapping[str, str | None] = {
        **labels,
        "reporter_name": known,
        "nik": nik_in(text, labels) or nik_in(enclosed, {}, known),
        "phone": phone_in(text, labels),
        "address": address_in(text, labels),
        "external_ref": external_ref_in(message.subject + "\n" + message.text[:READ_AT_MOST]),
    }
    return {key: value for key, value in read.items() if value}, name is not None and name.complete


def _first(found: Iterable[cues.Cue], text: str) -> str | None:
    return next((name for name, pattern in found if pattern.search(text)), None)


def _urgent(said: str, thought: Ideas) -> str | None:
    """The RCO criterion met and why, as urgency.danger tells it."""
    reason = danger(thought) or _first(cues.URGENT, said)
    if reason is None and cues.HAZARD.search(said) and cues.CRY.search(said):
        return "emergency: a hazard and a call for help at once"
    return reason


def _secret(message: Message, subject: str, text: str, fields: Mapping[str, str]) -> str | None:
    """The form's own answer first, then every word that reached us, enclosed documents included."""
    answer = secrecy_answer(fields.get("secrecy", ""))
    if answer:
        return "secrecy asked in the form"
    said = without_labels("\n\n".join([subject, text, *documents(message)])[: 2 * READ_AT_MOST])
    said = cues.NOT_SECRET.sub(" ", said.lower())
    return sensitive(ideas(words(said)), allowed=answer is False)
