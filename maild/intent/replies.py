"""What an agency or a reporter answers, from new text and attachment names; quoted text never decides."""

from __future__ import annotations

import re
from datetime import date

from maild.intent import cues, dates
from maild.intent.wording import plain
from maild.message.record import Message

Reading = tuple[str, tuple[str, ...], date | None]  # intent, reasons, date asked for

_OPENING = re.compile(
    r"^(?:(?:yth|yang terhormat|kepada)\b[^,.\n]{0,80}[,.]?|dear [^,\n]{0,40},|selamat (?:pagi|siang"
    r"|sore|malam)[^,.\n]{0,40}[,.]?|(?:assalamu\S*|ass|salam|shalom|syalom"
    r"|om swasti?y?astu)[^,.\n]{0,40}[,.]?|dengan hormat,?)\s*"
)
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")


def of_agency(message: Message, today: date) -> Reading:
    """The intent of an agency's reply. 'Permasalahan telah selesai' is an answer, never a closing."""
    text = plain(message.new_text)
    core = _core(text)
    named = [one for one in message.attachments if _substantive(one.content_type, one.filename)]
    if len(core) < 12:
        return _wordless(core, bool(named))
    return _asking(text, message, today) or _answering(text, core, bool(named))


def _core(text: str) -> str:
    """Text without greetings."""
    for _ in range(4):
        shorter = _OPENING.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text


def _substantive(content_type: str, filename: str) -> bool:
    """An attachment that can hold an answer: not a logo, a signature or a calendar."""
    if content_type in (
        "message/delivery-status",
        "text/calendar",
        "text/x-vcard",
        "application/pgp-signature",
        "application/pkcs7-signature",
    ):
        return False
    return not re.search(r"(?i)\b(?:logo|image0\d\d|banner|ttd|signature)\b", filename)


def _wordless(core: str, attached: bool) -> Reading:
    if attached:
        return "answer_attachment", ("no text, but an attachment",), None
    if cues.RECEIPT.search(core) or re.search(r"^\W*(?:ok|oke|siap|baik|terima kasih|diterima|noted)", core):
        return "receipt", ("a word of receipt",), None
    return "unknown", ("no text and no attachment",), None


def _asking(text: str, message: Message, today: date) -> Reading | None:
    """The reply wants something of us: time, another addressee, data, an explanation."""
    done = _done(text)
    if cues.EXTENSION.search(text) and not re.search(r"(?:sudah|telah) (?:\w+ )?(?:selesai|tuntas)", text):
        return "extension", ("asks for more time",), _until(message.new_text, today)
    if cues.SUCCESSOR.search(text) and done <= 2:
        return "successor", ("focal point has changed",), None
    elsewhere, first = cues.NOT_OURS.search(text), cues.DONE.search(text)
    if elsewhere and done < 2 and not (done and first and first.start() < elsewhere.start() - 60):
        return "not_ours", ("says that it is not theirs",), None
    if cues.ASKS_DATA.search(text) and done == 0:
        if cues.QUERY.search(text) and re.search(
            r"apakah (?:surel|surat|benar|pesan)|keaslian|ombudsman\?", text
        ):
            return "query", ("doubts or asks about our letter",), None
        return "asks_data", ("asks for data",), None
    if cues.QUERY.search(text) and done == 0 and not cues.EXPLAINS.search(text):
        return "query", ("asks a question",), None
    return None


def _done(text: str) -> int:
    """How often the text says that something was done."""
    return len(cues.DONE.findall(cues.CHECKED.sub(" ", text)))


def _until(text: str, today: date) -> date | None:
    """The date in the sentence that asks, else the one named anywhere in the new text."""
    sentences = _SENTENCES.split(" ".join(text.split()))
    for sentence in sentences:
        if cues.EXTENSION.search(plain(sentence)):
            after = re.split(
                r"\b(?:sampai(?: dengan)?|hingga|s\.?/?d\.?|paling lambat|until|till|by|menjadi"
                r"|ke tanggal)\b",
                sentence,
                flags=re.IGNORECASE,
            )
            for piece in [*reversed(after[1:]), sentence]:
                found = dates.named(piece, today)
                if found is not None:
                    return found
    if dates.working_days(text) is not None:
        return None
    return next((found for one in sentences if (found := dates.named(one, today)) and found >= today), None)


def _answering(text: str, core: str, attached: bool) -> Reading:
    done = _done(text)
    explains = bool(cues.EXPLAINS.search(text))
    if cues.FORWARDED.search(text) and done <= 2 and not explains:
        return "forwarded_internally", ("passed on inside the agency",), None
    if (
        attached
        and cues.IN_ATTACHMENT.search(text)
        and len(core) < 420
        and done <= 1
        and not _tells(text, done)
    ):
        return "answer_attachment", ("short cover mail, the answer is attached",), None
    if cues.RECEIPT.search(text) and len(core) < 260 and not explains and _only_receipt(text):
        return "receipt", ("confirms receipt only",), None
    if cues.INTERIM_SURE.search(text) and not _settled(text):
        return "answer_interim", ("says that more will follow",), None
    if done == 0 and cues.INTERIM.search(text):
        return "answer_interim", ("work goes on, nothing done yet",), None
    if done:
        return "answer_final", ("says what was done",), None
    if explains:
        return "answer_final", ("explains the matter",), None
    if attached:
        return "answer_attachment", ("unclear text with an attachment",), None
    return "unknown", ("no cue of an answer",), None


def _tells(text: str, done: int) -> bool:
    """The text itself says what was done, so the attachment only proves it."""
    return done >= 1 and bool(
        re.search(r"(?:foto|bukti|dokumentasi|berita acara|kwitansi|ba) (?:\w+ ){0,3}?terlampir", text)
        or not re.search(r"(?:tanggapan|jawaban|surat|klarifikasi|penjelasan|balasan)", text)
    )


def _only_receipt(text: str) -> bool:
    rest = cues.RECEIPT.sub(" ", text)
    return not cues.DONE.search(rest) and not cues.INTERIM_SURE.search(rest)


def _settled(text: str) -> bool:
    """Only a paper is still to come, or the agency calls the matter closed."""
    return bool(
        re.search(
            r"(?:kami anggap|dinyatakan|permasalahan|masalah|laporan"
            r"|pengaduan)(?: \w+){0,6} (?:telah |sudah )?(?:selesai|tuntas|ditutup)",
            text,
        )
        and not re.search(r"belum (?:\w+ ){0,3}(?:selesai|tuntas)", text)
    )


def of_reporter(message: Message) -> Reading:
    """The intent of a reporter's reply. A withdrawal is only reported: a person confirms it (letter L34)."""
    text = plain(message.new_text)
    attached = bool(message.attachments)
    if not text:
        return ("evidence" if attached else "unknown"), ("no text",), None
    if cues.WITHDRAW.search(text) and not cues.NOT_WITHDRAWN.search(text):
        return "withdraw", ("wishes to withdraw",), None
    unhappy = cues.UNSATISFIED.search(text)
    happy = cues.SATISFIED.search(text)
    asks = cues.STATUS.search(text)
    supplies = cues.SUPPLY.search(text)
    if supplies and not (unhappy and unhappy.start() < supplies.start()) and not cues.EVIDENCE.search(text):
        return "supply", ("brings the data asked for",), None
    if asks and not _strong(unhappy):
        return "status_query", ("asks how the case stands",), None
    evidence = cues.EVIDENCE.search(text)
    if evidence and (attached or not unhappy):
        return "evidence", ("brings evidence",), None
    if unhappy:
        return "unsatisfied", ("does not accept the result",), None
    if happy:
        return "satisfied", ("accepts the result",), None
    if supplies:
        return "supply", ("brings the data asked for",), None
    if attached:
        return "evidence", ("text without a cue, with an attachment",), None
    return _otherwise(text)


def _strong(found: re.Match[str] | None) -> bool:
    return found is not None and bool(re.search(r"puas|terima|tolak|keberatan|kecewa|bohong|tutup", found[0]))


def _otherwise(text: str) -> Reading:
    if len(text) > 80:
        return "supply", ("further words on the matter",), None
    return "unknown", ("no cue",), None
