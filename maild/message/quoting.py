"""What this sender newly wrote, apart from quotes, forwards, signatures and disclaimers (domain.md section 5.3).

Own line classifier: the libraries know no Indonesian and some take minutes on hostile text. Every pattern is
anchored to a line and bounded, so the whole is linear. The cut is for reading and matching only; the full text
stays with the message, and when in doubt a line is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LONGEST = 1_000_000  # characters looked at; beyond, lines are kept
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")

_MONTH = r"(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|agt|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*"
_WROTE = (
    r"(?:menulis|berkata|wrote|writes|écrit|a écrit|schrieb|escribió|schreef|scritto|scrisse|skrev|napisał\(?a?\)?|escreveu"
    r"|kirjoitti|пишет|написал\(?а?\)?|写道|schreef op|geschreven)"
)
_ATTRIBUTION_START = re.compile(
    r"^[\s\-–—*_>|]{0,12}(?:pada|on|tanggal|tgl|le|am|el|il|op|em|den|dne|w dniu|d\.|в|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"
    r"|\d{1,2} " + _MONTH + r" \d{4})\b",
    re.IGNORECASE,
)
_ATTRIBUTION_END = re.compile(
    r"\b" + _WROTE + r"(?:\s+(?:the following|yang berikut|berikut ini))?\s*(?::|：)[\s*_\-–—]{0,12}$"
    r"|\bpukul \d{1,2}[.:]\d\d[^\n]{0,120}<[^<>@\s]{1,80}@[^<>@\s]{1,120}>:$",
    re.IGNORECASE,
)
_WHEN_OR_WHO = re.compile(
    r"<[^<>\s]{1,200}>|[^\s@]{1,100}@[^\s@]{1,100}|\b\d{1,2}[.:]\d\d\b|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b"
    r"|\b\d{1,2} " + _MONTH + r" \d{4}\b|\b" + _MONTH + r" \d{1,2}, ?\d{4}\b",
    re.IGNORECASE,
)
_SHORT_ATTRIBUTION = re.compile(r"^[^:]{2,100}\b(?:menulis|wrote)(?: di [^:]{1,60})?:\s*$", re.IGNORECASE)

_FORWARD_WORDS = (
    r"forwarded message|forwarded by|pesan terusan|pesan diteruskan|pesan yang diteruskan|pesan terusan dimulai|meneruskan pesan"
    r"|mail transféré|message transféré|message transmis|weitergeleitete nachricht|mensaje reenviado|messaggio inoltrato"
    r"|doorgestuurd bericht|mensagem encaminhada|vidarebefordrat meddelande|videresendt melding|videresendt meddelelse"
    r"|пересылаемое сообщение|переадресованное сообщение|转发的?邮件|転送メッセージ"
)
_ORIGINAL_WORDS = (
    r"original message|original mail|original email|original appointment|pesan asli|pesan orisinal|pesan awal|email asli|surat asli"
    r"|message d'origine|message original|ursprüngliche nachricht|originalnachricht|mensaje original|messaggio originale"
    r"|oorspronkelijk bericht|mensagem original|ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse"
    r"|исходное сообщение|reply message|balas pesan|reply separator"
)
_SEPARATOR = re.compile(
    r"^[\s*>]{0,6}(?:[-–—_=]{2,40}\s{0,3}\*?(?P<kind>"
    + _FORWARD_WORDS
    + "|"
    + _ORIGINAL_WORDS
    + r")\b[^\n]{0,80}?[-–—_=]{2,40}"
    r"|-{2,40}\s{0,3}(?P<bare>" + _FORWARD_WORDS + "|" + _ORIGINAL_WORDS + r")\s*:?)\s*$",
    re.IGNORECASE,
)
_FORWARD_LINE = re.compile(
    r"^[\s*>]{0,6}(?:begin forwarded message|start of forwarded message|awal pesan terusan|awal pesan yang diteruskan|pesan yang diteruskan dimulai"
    r"|mulai pesan terusan|début du message (?:réexpédié|transféré)|anfang der weitergeleiteten (?:nachricht|e-mail)|inizio messaggio inoltrato"
    r"|inicio del mensaje reenviado|vidarebefordrat brev|videresendt besked)\s*:?\s*\*?\s*$",
    re.IGNORECASE,
)
_IS_FORWARD = re.compile(_FORWARD_WORDS + r"|terusan|forward", re.IGNORECASE)

_LABELS = {
    "from": "from|dari|pengirim|de|von|da|van|från|fra|lähettäjä|od|от",
    "date": "sent|date|dikirim|terkirim|tanggal|envoyé|gesendet|datum|fecha|enviado|data|inviato|verzonden|skickat|sendt|dato|date d'envoi|дата|päivämäärä|lähetetty",
    "to": "to|kepada|ke|penerima|untuk|à|an|para|a|aan|till|til|кому|vastaanottaja|do",
    "cc": "cc|tembusan|copie à|kopie",
    "subject": "subject|subjek|perihal|judul|hal|objet|betreff|asunto|oggetto|onderwerp|assunto|ämne|emne|тема|aihe|temat",
    "other": "reply-to|balas ke|lampiran|attachments?|sisipan|importance|bcc|message-id|prioritas|priority",
}
_LABEL_OF = {word: role for role, words in _LABELS.items() for word in words.split("|")}
_LABEL = re.compile(
    r"^[\s>*|]{0,8}\*{0,2}("
    + "|".join(sorted(map(re.escape, _LABEL_OF), key=len, reverse=True))
    + r")\*{0,2}\s{0,8}:\*{0,2}\s?(.{0,2000})$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b|@|\b\d{4}\b")

_TRAILER = re.compile(
    r"^[\s>]{0,4}(?:(?:dikirim|terkirim|dikirimkan|diposting) (?:dari|melalui|menggunakan|via|dengan)\b.{0,80}"
    r"|sent (?:from|via|with|using) (?:my|mail|outlook|yahoo|gmail|samsung|proton|iphone|ipad|android|blackberry|a |the |an |aol|airmail|spark|mobile|whatsapp|hp|xiaomi|oppo|vivo|huawei|windows)?.{0,80}"
    r"|(?:dapatkan|unduh) outlook untuk .{0,80}|get outlook for .{0,80}|kirim dari .{0,60}|sent from .{0,60}"
    r"|envoyé (?:de|depuis) .{0,60}|von meinem .{0,40} gesendet|enviado (?:desde|do) .{0,60}|inviato da .{0,40}"
    r"|powered by telkomsel.{0,60}|yahoo mail: .{0,80})\s*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^(?:-- ?|--\s*|— ?|__ ?)$")
_RULE = re.compile(r"^[\s]*(?:[-_=*#~•.–—]\s?){8,200}$")
_DISCLAIMER = re.compile(
    r"^[\s*_\-=]{0,8}(?:"
    r"(?:peringatan|disclaimer|penafian|catatan kerahasiaan|pernyataan kerahasiaan|kerahasiaan|confidentiality(?: notice| note)?|confidential|legal notice|legal disclaimer|perhatian|important notice|notice of confidentiality)\s*[*_]{0,2}(?:$|[:.\-–])"
    r"|(?:this|the) (?:e-?mail|message|communication|transmission|electronic)\b.{0,160}?(?:confidential|privileged|intended|private)"
    r"|(?:e-?mail|surel|pesan|surat elektronik|informasi|dokumen|isi)(?: (?:ini|dalam|di dalam|yang|elektronik|surel|email)){1,5}\b.{0,160}?(?:rahasia|ditujukan|dimaksudkan|diperuntukkan|confidential)"
    r"|(?:think|please think|please consider|consider) (?:green|the environment|before)\b|(?:jagalah|selamatkan|pikirkan|pertimbangkan) (?:lingkungan|bumi|sebelum mencetak)"
    r"|if you (?:are not|have received this).{0,80}(?:intended recipient|in error)"
    r"|(?:apabila|jika|bila) (?:anda|saudara) bukan (?:penerima|orang|pihak)"
    r"|(?:email|e-mail|surel|pesan) ini (?:telah )?(?:dipindai|bebas virus)|(?:virus-free|bebas virus)\b|this (?:e-?mail|message) (?:has been|was) (?:scanned|checked)"
    r")",
    re.IGNORECASE,
)
_DISCLAIMER_PROOF = re.compile(
    r"confidential|privileged|intended (?:solely|only|recipient|for)|rahasia|penerima yang (?:di)?(?:tuju|maksud)|bukan penerima"
    r"|unauthori[sz]ed|print|mencetak|virus|kertas|dilarang (?:membaca|menyalin|menyebar)",
    re.IGNORECASE,
)
# Cheap look at the whole text: without one of these no line can be anything but new text.
_ANY = re.compile(
    r"(?im)^[ \t]*[>|]|"
    + _WROTE
    + r"\s*[:：]|:\s*$[^\S\n]*\n[ \t]*>|^[ \t*>|]{0,8}(?:from|dari|pengirim|de|von|da|van|från|fra)\*{0,2}\s{0,8}:"
    r"|^[\s*>]{0,6}[-–—_=]{2}|^[\s*>]{0,6}(?:begin|start|awal|mulai|pesan|début|anfang|inizio|inicio|vidare|videre)\b|>:\s*$"
)
_TAIL = re.compile(
    r"(?i)dikirim|terkirim|sent |outlook|kirim dari|envoy|gesendet|enviado|inviato|powered by|yahoo mail|disclaimer|penafian|peringatan|rahasia"
    r"|confidential|privileged|intended|virus|think|consider|print|lingkungan|perhatian|notice"
)


@dataclass(frozen=True, slots=True)
class Split:
    """`new`: what the sender newly wrote; `forward_at`: line where a forwarded mail begins, or None."""

    new: str
    quoted: bool
    forward_at: int | None
    lines: tuple[str, ...]


def lines_of(text: str) -> list[str]:
    return _LINE_ENDS.sub("\n", text).split("\n")


def split(text: str, *, forwarding: bool = False) -> Split:
    """Part new text from the rest. `forwarding`: the subject says that the mail is passed on (Fwd, Trs)."""
    whole = _LINE_ENDS.sub("\n", text)
    head, rest = whole[:_LONGEST], whole[_LONGEST:]
    if not _ANY.search(head):
        new = _tidy(_without_tail(head.split("\n")) if _TAIL.search(head) else head.split("\n"))
        return Split(new + rest, quoted=False, forward_at=None, lines=())
    lines = head.split("\n")
    new_lines, quoted, forward_at, cut = _classify(lines, forwarding)
    new = _tidy(_without_tail(new_lines))
    if not new and not quoted:
        new = _tidy(lines)
    return Split(new if cut else new + rest, quoted, forward_at, tuple(lines))


def _classify(lines: list[str], forwarding: bool) -> tuple[list[str], bool, int | None, bool]:
    """Lines newly written; whether anything was quoted; where a forward begins; whether the rest was cut."""
    kept: list[str] = []
    quoted = False
    i, count = 0, len(lines)
    while i < count:
        line = lines[i]
        bare = line.lstrip(" \t\xa0")
        if bare.startswith(">"):
            quoted = True
            kept.append("\0")  # a quote ends the signature above it
            i += 1
            continue
        if not bare:
            kept.append(line)
            i += 1
            continue
        mark = _SEPARATOR.match(line) or _FORWARD_LINE.match(line)
        if mark:
            is_forward = bool(_IS_FORWARD.search(line))
            if _history_follows(lines, i + 1):
                return kept, quoted or not is_forward, i if is_forward or forwarding else None, True
        if (bare[0] in "*|_-" or bare[0].isalpha()) and header_block(lines, i) is not None:
            while kept and (not kept[-1].strip() or _RULE.match(kept[-1])):
                kept.pop()
            return kept, quoted or not forwarding, i if forwarding else None, True
        span = _attribution(lines, i)
        if span:
            quoted = True
            after = _next_text(lines, i + span)
            if after is not None and not lines[after].lstrip().startswith((">", "|")):
                return kept, True, None, True
            kept.append("\0")
            i += span
            continue
        kept.append(line)
        i += 1
    return kept, quoted, None, False


def _next_text(lines: list[str], start: int) -> int | None:
    for i in range(start, min(start + 6, len(lines))):
        if lines[i].strip():
            return i
    return None


def _history_follows(lines: list[str], start: int) -> bool:
    """A separator counts when labels of a mail header, a quote, or any text follow it."""
    return _next_text(lines, start) is not None


def _attribution(lines: list[str], start: int) -> int:
    """How many lines the 'X wrote:' line at `start` takes (mail programs wrap it), 0 for none.

    `Pada hari Selasa petugas menulis:` without a clock, a date or an address is prose.
    """
    line = lines[start].strip()
    if line.endswith(":") and len(line) <= 120 and _SHORT_ATTRIBUTION.match(line):
        after = _next_text(lines, start + 1)
        if after is not None and lines[after].lstrip().startswith(">"):
            return 1
    if not _ATTRIBUTION_START.match(line):
        return 0
    joined = ""
    for span in range(1, 5):
        if start + span > len(lines):
            break
        piece = lines[start + span - 1].strip()
        if not piece or (span > 1 and piece.startswith(">")):
            break
        joined = f"{joined} {piece}".strip()
        if len(joined) > 500:
            break
        if piece.endswith((":", "-", "*", "：", "_")) and _ATTRIBUTION_END.search(joined[-260:]):
            return span if _WHEN_OR_WHO.search(joined) else 0
    return 0


def header_block(lines: list[str], start: int) -> dict[str, str] | None:
    """The quoted header that begins at line `start` (Dari/From first), as role -> value; None if there is none.

    Three labels, one of them dated, timed or with an address: a memo `Dari: … Kepada: … Hal: …` is prose.
    """
    first = _LABEL.match(lines[start])
    if not first or _LABEL_OF[first[1].lower()] != "from":
        return None
    return fields_at(lines, start)


def fields_at(lines: list[str], start: int) -> dict[str, str] | None:
    """Labels of a mail header in the lines from `start` on, whatever their order."""
    found: dict[str, str] = {}
    role = ""
    for line in lines[start : start + 12]:
        label = _LABEL.match(line)
        if label:
            role = _LABEL_OF[label[1].lower()]
            found.setdefault(role, label[2].strip())
        elif not line.strip(" >\t*"):
            if len(found) >= 3:
                break
            role = ""
        elif role and len(line) < 200:
            found[role] = f"{found[role]} {line.strip(' >')}".strip()[:2000]
        else:
            break
    solid = "date" in found or "subject" in found
    dated = bool(_CLOCK.search(found.get("date", ""))) or any(
        "@" in found.get(key, "") for key in ("from", "to", "cc")
    )
    return found if len(found) >= 3 and solid and dated else None


def _without_tail(lines: list[str]) -> list[str]:
    """Without signature (RFC 3676 section 4.3), mobile trailers and disclaimers; quotes are marked by NUL."""
    out: list[str] = []
    segment: list[str] = []
    for line in [*lines, "\0"]:
        if line == "\0":
            out += _segment(segment, bool(out))
            segment = []
        else:
            segment.append(line)
    return out


def _segment(lines: list[str], later: bool) -> list[str]:
    """One run of new lines between two quotes."""
    end = len(lines)
    for i, line in enumerate(lines):
        if not line.strip():
            continue
        if _SIGNATURE.match(line.rstrip("\r\n")) and end - i <= 25:
            end = i
            break
        if _starts_disclaimer(lines, i, later):
            end = i - 1 if i and _RULE.match(lines[i - 1]) else i
            break
    return [line for line in lines[:end] if not (len(line) < 120 and _TRAILER.match(line))]


def _starts_disclaimer(lines: list[str], i: int, later: bool) -> bool:
    """A disclaimer stands last, at the head of a paragraph, and its words prove it."""
    if not _DISCLAIMER.match(" ".join(lines[i : i + 3])):
        return False
    before = any(line.strip() for line in lines[:i])
    if not (before or later) or (i and lines[i - 1].strip() and not _RULE.match(lines[i - 1])):
        return False
    return bool(_DISCLAIMER_PROOF.search(" ".join(lines[i : i + 12])))


def _tidy(lines: list[str]) -> str:
    text = "\n".join(line.rstrip() for line in lines if line != "\0")
    return re.sub(r"\n{3,}", "\n\n", text).strip()
