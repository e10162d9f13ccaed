"""What stands below the words of a mail: signatures, trailers of telephones, disclaimers, footers of lists.

A closing name, an address or a telephone number without a signature mark stays: in a report they are data.
So does everything that speaks as a person does ('identitas saya rahasia' is a request, not a disclaimer).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from maild.message.marks import RULE

_DEVICE = (
    r"iphone|ipad|ipod|android|samsung|galaxy|xiaomi|redmi|poco|oppo|vivo|realme|huawei|honor|infinix"
    r"|tecno|itel"
    r"|nokia|sony|xperia|lg\b|htc|asus|zenfone|lenovo|evercoss|advan|motorola|pixel|oneplus|blackberry"
    r"|aquos|wiko"
    r"|hp\b|handphone|ponsel|telepon|gawai|tablet|laptop|smartphone|perangkat|mobile|phone|komputer|device"
    r"|yahoo|outlook|\bimp\b|horde|webmail|gmail|windows|\bmail\b|proton|\baol\b|airmail|\bspark\b|k-9"
    r"|thunderbird|zimbra|roundcube"
    r"|mailbird|em client|blue ?mail|aqua mail|nine\b|canary|sparrow|mailspring|newton|fairemail"
    r"|tutanota|tuta\b"
    r"|hotmail|mail\.ru|yandex|telkomsel|indosat|im3|smartfren|axis\b|3g\b|4g\b|5g\b|\bmac\b|macbook"
    r"|zoho|fastmail"
)
_BY_DEVICE = re.compile(
    r"^[\s>*_~\[(-]{0,6}(?:this (?:message|e-?mail) was |(?:pesan|e-?mail|surel) ini )?(?:(?:dikirim"
    r"|terkirim|dikirimkan|diposting|ditulis|dihantar|kirim) "
    r"(?:dari|melalui|menggunakan|via|dengan|lewat|daripada|pakai)\b|sent (?:from|via|with|using)\b"
    r"|(?:dapatkan|unduh|get|download) (?:outlook|yahoo|proton|\w{0,12}mail)|envoyé (?:de|depuis|à partir)\b"
    r"|obtenir outlook|outlook (?:für|para|per|voor|pour)|holen sie sich outlook"
    r"|von mein|gesendet (?:von|mit|aus)\b|gesendet:? von|enviado (?:desde|do|da|de|via)\b"
    r"|obtener outlook|inviato da"
    r"|verzonden (?:vanaf|met|via)|skickat från|sendt fra|lähetetty|wysłan[eo] z|отправлено (?:с|из"
    r"|от)\b|发自"
    r"|powered by (?:telkomsel|indosat|smartfren)|yahoo mail: |mail for windows|get the all.new)",
    re.IGNORECASE,
)
_NAMED_DEVICE = re.compile(_DEVICE, re.IGNORECASE)
_MY_DEVICE = re.compile(
    r"^[\s*_]{0,4}sent from (?:my|a|an)(?: [^\s,.;:!?]{1,20}){1,6}[\s*_]{0,4}$", re.IGNORECASE
)
_SPEECH = re.compile(
    r"[.,;!?] (?!(?:please )?(?:excuse|forgive|apolog|maaf|mohon maaf|mohon dimaklumi|harap maklum|sorry))"
    r"\w+ \w+ \w+|\b\d{1,2}[.:]\d\d\b|\b\d{4}\b|\b(?:tanggal|kepada|tadi|kemarin|sudah|belum|aplikasi"
    r"|kantor|kurir|pos"
    r"|laporan|surat|berkas|dokumen|dinas|petugas|loket|portal|website|lapor|formulir)\b",
    re.IGNORECASE,
)
_DEVICE_FROM_BEHIND = re.compile(
    r"^(?:This message was sent using IMP.{0,40}|.{0,30}から送信|나의 .{0,20}에서 보냄|ᐧ|发自我的.{0,30})$"
)
_LINK = re.compile(r"\(?<?https?://[^\s<>()]{1,300}>?\)?|<mailto:[^<>]{1,120}>")
_SIGNATURE = re.compile(r"^(?:-- ?|--\s*|—{1,2} ?|__ ?)$")
_HEADED = re.compile(
    r"^[\s*_\-=#]{0,8}(?:peringatan|disclaimer|penafian|sanggahan|catatan kerahasiaan|pernyataan kerahasiaan"
    r"|kerahasiaan|confidentiality(?: notice| note)?|confidential|legal notice|legal disclaimer|perhatian"
    r"|important notice|notice of confidentiality|privacy notice|notice|please note)\s*[*_]{0,2}(?:$"
    r"|[:.\-–])",
    re.IGNORECASE,
)
_OF_THE_MAIL = re.compile(
    r"^[\s*_\-=#]{0,8}(?:"
    r"(?:this|the|any|all) (?:information|contents?|opinions|views|e-?mail|message|communication|transmission"
    r"|electronic)\b.{0,160}?(?:confidential|privileged|intended|private|monitored|necessarily)"
    r"|(?:e-?mail|surel|pesan|surat elektronik|informasi|dokumen|isi)(?: (?:ini|dalam|di dalam|yang"
    r"|elektronik|surel|email|dan|beserta|lampirannya?|terdapat|terkandung|pada)){1,6}\b"
    r".{0,160}?(?:rahasia|ditujukan|dimaksudkan|diperuntukkan|confidential)"
    r"|(?:think|please think|please consider|consider) (?:green|the environment|before)\b|(?:jagalah"
    r"|selamatkan|pikirkan|pertimbangkan|hemat) (?:lingkungan|bumi|kertas|sebelum mencetak)"
    r"|if you (?:are not|have received this).{0,80}(?:intended recipient|in error)"
    r"|(?:apabila|jika|bila) (?:anda|saudara) (?:bukan (?:penerima|orang|pihak)|menerima (?:e-?mail"
    r"|surel|pesan))"
    r"|(?:e-?mail|surel|pesan) ini (?:telah )?(?:dipindai|bebas virus)|(?:virus-free|bebas virus)\b"
    r"|(?:this|the original of this) (?:e-?mail|message|footnote).{0,20}(?:scanned|checked|swept|confirms)"
    r"|(?:incoming|outgoing|all) .{0,40}(?:e-?mails?|messages).{0,60}(?:monitored|logged)"
    r")",
    re.IGNORECASE,
)
_PROOF = re.compile(
    r"confidential|privileged|intended (?:solely|only|recipient|for)|rahasia|penerima|bukan pihak"
    r"|penerima yang (?:di)?(?:tuju|maksud)|ditujukan|diperuntukkan|dimaksudkan"
    r"|unauthori[sz]ed|before (?:you )?print|mencetak|virus|kertas|dilarang (?:membaca|menyalin|menyebar)"
    r"|monitored|automatically logged|necessarily (?:those|reflect|represent)|legally binding",
    re.IGNORECASE,
)
_MAIL_ITSELF = re.compile(
    r"(?:e-?mails?|surel|surat elektronik|pesan|messages?|communications?|attachments?|transmission|penerima"
    r"|recipient|virus)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"delete|hapus|notify|beri ?tahu|views?|opinions?|pendapat|pandangan|liab|tanggung jawab|copies|salin"
    r"|disclos|distribut|menyebar|secure|scan|logged|monitor|terima kasih atas (?:perhatian|kerja ?sama)",
    re.IGNORECASE,
)
# A person speaks: what follows is a request or a report, whatever words of secrecy it uses.
_PERSON = re.compile(
    r"\b(?:I|my|me|(?i:saya|aku|sy|gue|beta|tiang|identitas|pelapor|laporan|pengaduan|aduan|complain\w*"
    r"|ombudsman))\b"
    r"|\b(?i:kami)\b(?!(?i:.{0,300}penerima))"
)
# It speaks of a mail and of whoever may get it: a person who asks for secrecy names the reader, or no mail.
_OF_SECRETS = re.compile(
    r"rahasia|confidential|privileged|hanya|intended|ditujukan|diperuntukkan|dimaksudkan", re.IGNORECASE
)
_OF_READERS = re.compile(
    r"penerima|yang (?:di)?tuju|berhak|recipient|addressee|named (?:person|individual)|individual"
    r"|entity|privileged"
    r"|confidential",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(
    r"virus|environment|lingkungan|\bbumi\b|kertas|print|mencetak|monitored|necessarily|logged", re.IGNORECASE
)
_LIST_FOOTER = re.compile(
    r"\bmailing list\b|\bmilis\b|/mailman/listinfo/|groups\.(?:google|yahoo|io)", re.IGNORECASE
)
_FRAME = re.compile(r"^\s{0,4}([*_=#~-])\1{19,}\s*$")
_FRAME_LINES = 30
_WORDS_OF_PROSE = 25
_FULL_LINE = 55
_UNSEEN = "\u200b\u200e\u200f\u2060\u2063\ufeff"
_TAIL_WORDS = (
    "dikirim|terkirim|dihantar|ditulis|sent |outlook|kirim |envoy|gesendet|von mein|enviado|inviato"
    "|verzonden|skickat"
    "|sendt|lähetetty|wysłan|отправлено|发自|から送信|에서 보냄|ᐧ|powered by|yahoo mail|mail for|--|—"
    "|__|disclaimer"
    "|penafian|sanggahan|peringatan|rahasia|confidential|privileged|intended|virus|think|consider|print"
    "|lingkungan"
    "|mencetak|kertas|dapatkan |unduh |get |perhatian|notice|monitored|necessarily|penerima"
    "|mailing list|milis|listinfo"
)


def may_have_tail(text: str) -> bool:
    """A cheap look at the whole text: without one of these words there is nothing to take away."""
    lower = text.lower()
    return any(word in lower for word in _TAIL_WORDS.split("|"))


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
    if not any(line.strip() for line in lines):
        return lines
    kept = _without_disclaimers(_without_frames(lines[: _signature_at(lines)]), later)
    return _without_trailers(kept)


def _signature_at(lines: list[str]) -> int:
    """Where the signature begins. Prose below the mark is no signature: a kept one is the smaller error."""
    count = len(lines)
    for i in range(max(0, count - 40), count):
        if _SIGNATURE.match(lines[i]) and not any(
            is_prose(lines[i + 1 :][first:last]) for first, last in _paragraphs(lines[i + 1 :])
        ):
            return i
    return count


def is_prose(paragraph: list[str]) -> bool:
    """A person tells something: too many words for a signature."""
    joined = " ".join(paragraph)
    full = len(joined) >= _FULL_LINE * max(1, len(paragraph) - 1)  # lines of a signature are short
    return full and len(joined.split()) >= _WORDS_OF_PROSE and not _PROOF.search(joined)


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Runs of lines between blank lines and ruled lines, as (first, last + 1)."""
    start: int | None = None
    for i, line in enumerate(lines):
        if not line.strip() or RULE.match(line):
            if start is not None:
                yield start, i
            start = None
        elif start is None:
            start = i
    if start is not None:
        yield start, len(lines)


def _without_frames(lines: list[str]) -> list[str]:
    """Footers between two ruled lines, and those of mailing lists below one; what stands below them stays."""
    out: list[str] = []
    i = 0
    while i < len(lines):
        frame = _FRAME.match(lines[i])
        end = _frame_end(lines, i, frame[1]) if frame and any(line.strip() for line in out) else 0
        if end:
            i = end
            _without_title(out)
        else:
            out.append(lines[i])
            i += 1
    return out


def _without_title(out: list[str]) -> None:
    """'Disclaimer' alone above the frame goes with it."""
    while out and not out[-1].strip():
        out.pop()
    if out and len(out[-1].split()) <= 3 and _HEADED.match(out[-1].rstrip()):
        out.pop()
    out.append("")


def _frame_end(lines: list[str], start: int, stroke: str) -> int:
    """Line after the footer that begins with the rule at `start`, or 0."""
    inside: list[str] = []
    for i in range(start + 1, min(start + _FRAME_LINES, len(lines))):
        frame = _FRAME.match(lines[i])
        if frame and frame[1] == stroke:
            again = i + 1 < len(lines) and lines[i + 1].strip()  # this rule opens the next footer as well
            return (i if again else i + 1) if _footer(inside) else 0
        inside.append(lines[i])
    short = [line for line in inside if line.strip()]
    if start + 1 + len(inside) == len(lines) and len(short) <= 5 and _LIST_FOOTER.search(" ".join(short)):
        return len(lines)
    return 0


def _footer(inside: list[str]) -> bool:
    joined = " ".join(inside)
    return not _PERSON.search(joined) and _MAIL_ITSELF.search(joined) is not None and _proves(joined)


def _without_disclaimers(lines: list[str], later: bool) -> list[str]:
    """A disclaimer stands last, at the head of a paragraph, and its words prove it."""
    dropped: set[int] = set()
    running = False
    before = later
    for first, last in _paragraphs(lines):
        joined = " ".join(lines[first:last])[:3000]
        running = (
            not _PERSON.search(joined)
            and before
            and (_disclaims(lines, first, joined) or (running and _goes_on(joined)))
        )
        if running:
            ruled = next((i for i in range(max(0, first - 3), first) if RULE.match(lines[i])), first)
            dropped.update(range(ruled, last))
        before = True
    if dropped:
        first = min(dropped)
        rest = (line for i, line in enumerate(lines[first:], first) if i not in dropped)
        if not any(line.strip() and not RULE.match(line) for line in rest):
            return lines[:first]
    return [line for i, line in enumerate(lines) if i not in dropped]


def _disclaims(lines: list[str], first: int, joined: str) -> bool:
    if not _HEADED.match(lines[first].rstrip()):
        return _OF_THE_MAIL.match(joined) is not None and _proves(joined)
    following = " ".join(lines[first : first + 8])
    return _proves(following) and not _PERSON.search(following)


def _proves(joined: str) -> bool:
    """Secrets and unnamed readers of a mail, or paper and viruses."""
    about_mail = _MAIL_ITSELF.search(joined) is not None
    secret = _OF_SECRETS.search(joined) is not None and _OF_READERS.search(joined) is not None
    return _OF_PAPER.search(joined) is not None or (about_mail and secret)


def _goes_on(joined: str) -> bool:
    return bool(_MAIL_ITSELF.search(joined) and (_PROOF.search(joined) or _MORE.search(joined)))


def _without_trailers(lines: list[str]) -> list[str]:
    """Trailers stand alone in their paragraph, or last."""
    shown = [i for i, line in enumerate(lines) if line.strip()]
    gone: set[int] = set()
    for place, i in reversed(list(enumerate(shown))):
        if len(lines[i]) > 320 or not _is_trailer(lines[i]):
            continue
        last = len(shown) - place <= 6 and all(other in gone for other in shown[place + 1 :])
        if last or _alone(lines, i, gone):
            gone.add(i)
    kept = [line for i, line in enumerate(lines) if i not in gone]
    while gone and kept and (not kept[-1].strip() or RULE.match(kept[-1])):
        kept.pop()  # the line drawn above the trailer
    return kept


def _alone(lines: list[str], i: int, gone: set[int]) -> bool:
    return all(
        at < 0 or at >= len(lines) or at in gone or not lines[at].strip() or RULE.match(lines[at])
        for at in (i - 1, i + 1)
    )


def _is_trailer(line: str) -> bool:
    bare = _LINK.sub("", line).strip(" \t\xa0*_[]()<>|" + _UNSEEN)
    if _DEVICE_FROM_BEHIND.match(bare):
        return True
    if _BY_DEVICE.match(bare):
        words = bare.split()
        return (
            len(words) <= 14 and bool(_NAMED_DEVICE.search(bare)) and not _SPEECH.search(bare.rstrip("."))
        ) or bool(_MY_DEVICE.match(bare))
    return False
