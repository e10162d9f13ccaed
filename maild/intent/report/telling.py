"""Where a complaint is told: in the mail, in the mail passed on, or in a document that came along."""

from __future__ import annotations

import re

from maild.intent.report import cues
from maild.intent.report.text import READ_AT_MOST
from maild.message.record import Address, Message

_FORWARD_MARK = re.compile(
    r"^[ \t>]{0,40}(?:-{3,60}\s{0,5}(?:forwarded message|pesan (?:terusan|diteruskan|asli)|original message)"
    r"|begin forwarded)"
    r".*",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
# What programs set for looks: blanks that do not break, soft hyphens, marks without width.
_TYPESET = {ord(c): " " for c in "\xa0\u2007\u2009\u202f\u3000"} | {
    ord(c): None for c in "\xad\u200b\u200c\u200d\u2060\ufeff"
}
_A_FEW = 5  # words: less is a greeting, and the mail passed on tells the matter
_COVER = 25  # words of a cover note ('terlampir formulir …'): the document tells the matter
# A document is a complaint, and no evidence or power of attorney, by its heading or its labels.
_A_COMPLAINT = re.compile(
    r"\b(?:pengaduan|laporan masyarakat|aduan|ombudsman|terlapor|uraian|kronologi\w{0,2})\b", re.IGNORECASE
)
_NO_COMPLAINT = re.compile(
    r"\b(?:surat kuasa|pemberi kuasa|notula|daftar hadir|nota dinas|kwitansi|invoice)\b", re.IGNORECASE
)


def complaint_text(message: Message) -> str:
    """What the sender wrote; where that is nothing, the mail passed on or the form enclosed."""
    text = own_text(message)
    if len(text.split()) < _A_FEW and message.forwarded is not None:
        text = text + "\n\n" + message.forwarded.text
    if len(text.split()) < _COVER:
        text = "\n\n".join([text, *(d for d in documents(message) if is_complaint(d))])
    paragraphs = re.split(r"\n[ \t]*\n", text[:READ_AT_MOST].translate(_TYPESET))
    kept = [p for p in paragraphs if not cues.DISCLAIMER.match(" ".join(p[:400].lower().split()))]
    return "\n\n".join(kept)


def own_text(message: Message) -> str:
    """The new text, up to a mail passed on below it."""
    text = message.new_text if message.new_text.strip() else message.text
    return _FORWARD_MARK.sub("", text)


def documents(message: Message) -> tuple[str, ...]:
    """The text of every document enclosed that could be read as text; a scan tells nothing to a machine."""
    return tuple(
        a.extract.text[:READ_AT_MOST] for a in message.attachments if a.extract and a.extract.state == "text"
    )


def is_complaint(document: str) -> bool:
    head = document[:1500]
    return bool(_A_COMPLAINT.search(head)) and not _NO_COMPLAINT.search(head)


def scanned(message: Message) -> bool:
    """A document that only a person can read."""
    return any(a.extract is not None and a.extract.state != "text" for a in message.attachments)


def teller(message: Message) -> Address | None:
    """Whose words they are: of a mail passed on without own words, its first sender."""
    if message.forwarded is not None and len(own_text(message).split()) < _COVER:
        return message.forwarded.sender
    return message.sender
