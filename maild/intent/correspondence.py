"""Letters of institutions that are no complaint: handover, focal points, invitation, request for data."""

from __future__ import annotations

import re

from maild.intent import cues_letters as cues
from maild.intent.wording import plain
from maild.message.record import Message

_SENT_BY_INSTITUTION = re.compile(
    r"\b(?:sekretariat|inspektorat|dinas|badan|kantor|komisi|kementerian|pemerintah|pemkab|pemkot|pemprov"
    r"|setda|dprd|dpr\b|biro|bagian|keasistenan|yayasan|lembaga|universitas|ombudsman|polda|polres"
    r"|kejaksaan|pengadilan|bpjs|pln|pdam|rsud|lsm|organisasi|perkumpulan|sekolah|bupati|walikota"
    r"|gubernur)\b",
    re.IGNORECASE,
)
_INSTITUTION_SIGNS = re.compile(
    r"(?:kepada )?(?:yth|yang terhormat)\b|kepala perwakilan|dengan hormat|nomor\s*:", re.IGNORECASE
)
_PERSONAL = re.compile(
    r"\b(?:saya|kami|mau|ingin|hendak) (?:ingin |mau |hendak |bermaksud |akan )?(?:melaporkan|melapor"
    r"|lapor\b"
    r"|mengadukan|mengadu|mengeluh)|mohon bantuan|minta tolong|tolong (?:saya|kami)"
    r"|yang bertanda tangan di bawah|\bnik\b ?:? ?\d|(?:anak|istri|suami|ibu|bapak|rumah"
    r"|tanah) (?:saya|kami)",
)
_DECLARED = re.compile(
    r"\b(?:saya|kami) (?:\w+ ){0,2}?(?:melaporkan|mengadukan|mau lapor"
    r"|ingin melapor)\b(?! (?:sebelumnya|kemarin))"
    r"|yang bertanda tangan di bawah|\b(?:mau|ingin|hendak) (?:melapor|lapor|melaporkan|mengadu"
    r"|mengadukan)\b"
)
_IN_SUBJECT = (
    ("registry_change", cues.REGISTRY),
    ("handover", cues.HANDOVER),
    ("audience_request", cues.AUDIENCE),
    ("data_request", cues.DATA_REQUEST),
    ("invitation", cues.INVITATION),
    ("information", cues.INFORMATION),
)


def of_institution(message: Message, enclosed: str = "") -> tuple[str, str] | None:
    """Intent and reason, from the subject first, then the text; None when nothing speaks for a letter.

    `enclosed` are the matters ('Hal') of attached letters, which count like the subject.
    """
    subject, text = plain(f"{message.subject}\n{enclosed}"), plain(message.new_text[:6000])
    if any("calendar" in one.content_type for one in message.attachments) and cues.INVITATION.search(
        f"{subject} {text}"
    ):
        return "invitation", "an invitation with a calendar entry"
    if cues.RESEARCH.search(text):
        return "data_request", "asks for data for research"
    for where, words in (("subject", subject), ("text", text)):
        for intent, table in _IN_SUBJECT:
            if table.search(words) and not _doubtful(intent, text):
                return intent, f"{intent.replace('_', ' ')} in the {where}"
    return None


def _doubtful(intent: str, text: str) -> bool:
    """A pledge of information is thin; the words of a complaint beat it."""
    return intent in ("information", "data_request") and bool(_PERSONAL.search(text))


def believable(intent: str, message: Message) -> bool:
    """Whether a stranger's mail may be taken for such a letter: people who write 'saya' mostly complain."""
    if intent in ("registry_change", "audience_request") or from_institution(message):
        return True
    if intent in ("information", "data_request"):
        return bool(cues.RESEARCH.search(plain(message.new_text[:6000])))
    return len(re.findall(r"\bsaya\b", plain(message.new_text[:4000]))) < 2


def from_institution(message: Message) -> bool:
    """Whether name, address or form speak of an institution rather than of a person with a complaint."""
    if sent_by_institution(message):
        return True
    signed = " ".join(message.new_text.strip().split("\n")[-4:])
    return bool(_SENT_BY_INSTITUTION.search(signed) and _INSTITUTION_SIGNS.search(message.new_text[:400]))


def sent_by_institution(message: Message) -> bool:
    """Whether the sender's name or address is that of an institution."""
    sender = message.sender
    return bool(sender and _SENT_BY_INSTITUTION.search(f"{sender.name} {sender.address}"))


def declares_complaint(message: Message) -> bool:
    """A new complaint says that it is one, also when its writer has a case already."""
    return bool(_DECLARED.search(plain(message.new_text[:3000])))


_LABELS = re.compile(
    r"^[ \t]*(?:\d[.)] ?)?(terlapor|instansi|kronologi\w*|uraian|upaya|harapan|tuntutan|identitas"
    r" dirahasiakan|nik)\b"
    r"[^:\n]{0,30}:",
    re.IGNORECASE | re.MULTILINE,
)


def complaint_form(message: Message) -> bool:
    """A form filled in (domain.md 5.2): what happened, by whom, what is hoped for."""
    return len({one.lower()[:6] for one in _LABELS.findall(message.new_text[:8000])}) >= 3


def personal_complaint(message: Message) -> bool:
    """Words by which a person complains for himself."""
    text = plain(message.new_text[:8000])
    return bool(_PERSONAL.search(text)) and not cues.RESEARCH.search(text)
