"""What stands below the words of a mail: signatures, trailers of telephones, disclaimers."""

from __future__ import annotations

import re

from maild.message.marks import RULE

_TRAILER = re.compile(
    r"^[\s>]{0,4}(?:(?:dikirim|terkirim|dikirimkan|diposting) (?:dari|melalui|menggunakan|via"
    r"|dengan)\b.{0,80}"
    r"|sent (?:from|via|with|using) (?:my|mail|outlook|yahoo|gmail|samsung|proton|iphone|ipad"
    r"|android|blackberry|a |the |an |aol|airmail|spark|mobile|whatsapp|hp|xiaomi|oppo|vivo|huawei"
    r"|windows)?.{0,80}"
    r"|(?:dapatkan|unduh) outlook untuk .{0,80}|get outlook for .{0,80}|kirim dari .{0,60}|sent from .{0,60}"
    r"|envoyé (?:de|depuis) .{0,60}|von meinem .{0,40} gesendet|enviado (?:desde|do) .{0,60}"
    r"|inviato da .{0,40}"
    r"|powered by telkomsel.{0,60}|yahoo mail: .{0,80})\s*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^(?:-- ?|--\s*|— ?|__ ?)$")
_DISCLAIMER = re.compile(
    r"^[\s*_\-=]{0,8}(?:"
    r"(?:peringatan|disclaimer|penafian|catatan kerahasiaan|pernyataan kerahasiaan|kerahasiaan"
    r"|confidentiality(?: notice| note)?|confidential|legal notice|legal disclaimer|perhatian"
    r"|important notice|notice of confidentiality)\s*[*_]{0,2}(?:$|[:.\-–])"
    r"|(?:this|the) (?:e-?mail|message|communication|transmission"
    r"|electronic)\b.{0,160}?(?:confidential|privileged|intended|private)"
    r"|(?:e-?mail|surel|pesan|surat elektronik|informasi|dokumen|isi)(?: (?:ini|dalam|di dalam|yang"
    r"|elektronik|surel|email)){1,5}\b.{0,160}?(?:rahasia|ditujukan|dimaksudkan|diperuntukkan"
    r"|confidential)"
    r"|(?:think|please think|please consider|consider) (?:green|the environment|before)\b|(?:jagalah"
    r"|selamatkan|pikirkan|pertimbangkan) (?:lingkungan|bumi|sebelum mencetak)"
    r"|if you (?:are not|have received this).{0,80}(?:intended recipient|in error)"
    r"|(?:apabila|jika|bila) (?:anda|saudara) bukan (?:penerima|orang|pihak)"
    r"|(?:email|e-mail|surel|pesan) ini (?:telah )?(?:dipindai|bebas virus)|(?:virus-free"
    r"|bebas virus)\b|this (?:e-?mail|message) (?:has been|was) (?:scanned|checked)"
    r")",
    re.IGNORECASE,
)
_PROOF = re.compile(
    r"confidential|privileged|intended (?:solely|only|recipient|for)|rahasia"
    r"|penerima yang (?:di)?(?:tuju|maksud)|bukan penerima"
    r"|unauthori[sz]ed|print|mencetak|virus|kertas|dilarang (?:membaca|menyalin|menyebar)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?i)dikirim|terkirim|sent |outlook|kirim dari|envoy|gesendet|enviado|inviato|powered by"
    r"|yahoo mail|disclaimer|penafian|peringatan|rahasia"
    r"|confidential|privileged|intended|virus|think|consider|print|lingkungan|perhatian|notice"
)


def may_have_tail(text: str) -> bool:
    """A cheap look at the whole text: without one of these words there is nothing to take away."""
    return bool(_TAIL.search(text))


def without_tail(lines: list[str]) -> list[str]:
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
            end = i - 1 if i and RULE.match(lines[i - 1]) else i
            break
    return [line for line in lines[:end] if not (len(line) < 120 and _TRAILER.match(line))]


def _starts_disclaimer(lines: list[str], i: int, later: bool) -> bool:
    """A disclaimer stands last, at the head of a paragraph, and its words prove it."""
    if not (_DISCLAIMER.match(lines[i].rstrip()) or _DISCLAIMER.match(" ".join(lines[i : i + 3]))):
        return False
    before = any(line.strip() for line in lines[:i])
    if not (before or later) or (i and lines[i - 1].strip() and not RULE.match(lines[i - 1])):
        return False
    return bool(_PROOF.search(" ".join(lines[i : i + 12])))
