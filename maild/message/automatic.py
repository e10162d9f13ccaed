"""Mail that no person wrote: automatic replies (RFC 3834), lists and newsletters, receipts (RFC 8098)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.message import Message as Part

from maild.message.body import children_of

_PREFIX = re.compile(
    r"^\s*(?:(?:re|bls|fwd?)\s*:\s*)?\W{0,3}(?:auto(?:matic(?:ally)?|mated)?[- ]?(?:re(?:ply|sponse"
    r"|sponder)|answer|generated)\b|automatic reply|autosvar|auto\s?:|autoreply|auto-?response"
    r"|(?:i am |i'm )?(?:currently )?out[- ]of[- ](?:the[- ])?office|ooo\b|away from (?:my"
    r"|the) (?:office|desk|mail)|on (?:vacation|leave|holiday)\b|vacation\b|vakansi|abwesenheit"
    r"|automatische antwort|abwesend|réponse automatique|absence du bureau|respuesta automática"
    r"|fuera de (?:la )?oficina|risposta automatica|automatisch antwoord"
    r"|balasan otomatis|jawaban otomatis|respon(?:s)? otomatis|pesan otomatis|email otomatis"
    r"|tidak (?:di|berada di|sedang di) (?:kantor|tempat)|di luar kantor|sedang (?:cuti|dinas luar"
    r"|tidak di)|cuti\s*:)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:saya |kami )?(?:sedang|lagi|masih|tengah) (?:dalam (?:masa )?|menjalani |melaksanakan "
    r"|mengambil |menjalankan )?(?:cuti|dinas luar|perjalanan dinas|tugas (?:belajar|luar)|diklat"
    r"|umrah|umroh|ibadah haji|berhaji|naik haji|libur|sakit|izin|ijin|rawat inap|bepergian)"
    r"|\b(?:saya|kami) (?:cuti|dinas luar|libur|tidak (?:masuk|bekerja|ngantor))\b|(?:sedang "
    r"|saat ini )?tidak (?:berada|sedang berada|ada) (?:di (?:tempat|kantor|ruang)|di tempat)"
    r"|(?:sedang )?(?:berada )?di luar (?:kantor|kota|negeri|daerah)|akses (?:email|e-mail|surel"
    r"|internet) (?:saya |yang |sangat ){0,3}terbatas"
    r"|(?:pesan|email|e-mail|surel|surat) (?:anda|bapak/ibu|bapak|ibu|saudara"
    r"|ini) (?:akan )?(?:saya |kami )?(?:akan )?(?:saya |kami )?(?:baca|balas|jawab|tanggapi|dibaca"
    r"|dibalas|respon)[^.\n]{0,40}(?:setelah|sekembali|sepulang|begitu|saat|ketika|pada (?:jam"
    r"|hari) kerja)"
    r"|(?:email|kotak surat|pesan|surel) (?:ini )?(?:hanya )?(?:dibaca|dipantau|dimonitor"
    r"|dilayani) (?:pada|di|setiap) (?:jam|hari)|selama saya (?:cuti|tidak|pergi|dinas)"
    r"|(?:ini adalah|merupakan) (?:balasan|pesan|email|jawaban|surel) otomatis|(?:balasan|pesan"
    r"|email|jawaban|surel) (?:ini )?(?:dikirim(?:kan)? |dibuat )?(?:secara )?otomatis"
    r"|i (?:am|'m|will be|'ll be) (?:currently |presently )?(?:out of (?:the )?office|away"
    r"|on (?:vacation|leave|holiday|annual leave|maternity|business|a business|sick)|travell?ing"
    r"|not in the office|unable to (?:read|check|respond))|(?:currently|now|be) (?:out of (?:the"
    r"|my) office|on (?:annual |maternity |sick )?leave|away from (?:my|the))"
    r"|limited access to (?:my )?e-?mail|out[- ]of[- ](?:the[- ])?office|will (?:reply|respond"
    r"|answer|get back|read)[^.\n]{0,60}(?:when i (?:return|get back|am back)|upon my return"
    r"|on my return|as soon as i)|this is an? (?:automat|auto[- ])|automatic(?:ally)? (?:reply"
    r"|response|generated)|auto(?:mated)?[- ]?(?:reply|response|responder|generated)"
    r"|vacation (?:message|program|auto)",
    re.IGNORECASE,
)
_TICKET = re.compile(
    r"##-|(?:ketik|tulis)(?:kan)? balasan (?:anda )?di atas (?:baris|garis)|(?:please )?(?:type"
    r"|write|reply) (?:your )?(?:reply )?above this line|\b(?:tiket|ticket|kasus|case|permintaan"
    r"|request|laporan|aduan|pengaduan|keluhan|email|pesan) (?:anda|your|#|no)?[^.\n]{0,40}(?:sudah"
    r"|telah|has been|have been|was|berhasil)(?: kami)? (?:terima|diterima|terdaftar|dicatat"
    r"|tercatat|received|created|registered|logged|dibuat|diteruskan)"
    r"|your (?:ticket|request|case|message|e-?mail|inquiry|enquiry) (?:has been|was"
    r"|is being) (?:received|created|registered|logged|submitted)|(?:nomor|no\.?) tiket|ticket (?:id"
    r"|number|no)|we have received your (?:e-?mail|message|request|ticket)",
    re.IGNORECASE,
)
_ROBOT_CLAUSE = re.compile(
    r"(?:mohon|harap|jangan) (?:untuk )?(?:tidak )?(?:di)?(?:membalas|balas)"
    r"|tidak perlu (?:di)?balas|do not (?:reply|respond)|3\s?x\s?24 jam|waktu (?:tanggapan|respon)"
    r"|hari kerja|(?:sedang )?(?:ditinjau|diproses)|akan (?:segera )?(?:ditindaklanjuti|diproses"
    r"|kami proses|kami tindak|dihubungi)|working days|business days",
    re.IGNORECASE,
)
_NO_REPLY = re.compile(
    r"\b(?:no-?_?\.?reply|do-?not-?reply|noreply|tidak-?dibalas|jangan-?balas|auto-?(?:reply|mail"
    r"|responder)|helpdesk|tiket|ticket|notif(?:ikasi|ication)?s?)\b[^@]{0,40}@",
    re.IGNORECASE,
)
_TICKET_MAILER = re.compile(
    r"\b(?:osticket|otrs|zammad|freescout|freshdesk|zendesk|helpdesk|ticket|glpi|request tracker"
    r"|\brt \d|jira|servicedesk|kayako|znuny)",
    re.IGNORECASE,
)
_BULK_WORDS = re.compile(
    r"berhenti (?:ber)?langganan|unsubscribe|batal(?:kan)? langganan|berlangganan|opt[- ]out"
    r"|mengelola langganan|manage (?:your )?(?:subscription|preferences)|view (?:this"
    r"|it) in (?:your )?browser|lihat (?:email|surel|pesan) ini di (?:browser|peramban)"
    r"|anda menerima (?:email|buletin|surel|pesan) ini karena|you(?:'re| are) receiving this",
    re.IGNORECASE,
)
_LISTS = (
    "list-id",
    "list-unsubscribe",
    "list-post",
    "list-help",
    "list-archive",
    "list-subscribe",
    "list-owner",
    "feedback-id",
    "x-campaign-id",
    "x-mailchimp-id",
    "x-csa-complaints",
    "x-mc-user",
)
_VACATION_HEADERS = (
    "x-autoreply",
    "x-autorespond",
    "x-auto-reply",
    "x-autoresponder",
    "x-autoreply-from",
    "x-mail-autoreply",
    "x-vacation",
    "x-autogenerated",
    "autoreply",
    "auto-reply",
    "x-auto-respond",
    "x-ms-exchange-inbox-rules-loop",
)


def automatic(headers: Mapping[str, tuple[str, ...]], subject: str, new_text: str) -> bool:
    """An automatic reply: RFC 3834 header, one of its older kin, or the wording alone."""
    submitted = _first(headers, "auto-submitted").lower()
    if submitted and not submitted.startswith("no"):
        return True
    if any(_first(headers, name).strip().lower() not in ("", "no", "false") for name in _VACATION_HEADERS):
        return True
    precedence = _first(headers, "precedence").lower()
    if (
        "auto_reply" in precedence
        or "auto-reply" in precedence
        or "autoresponder" in _first(headers, "x-post-messageclass").lower()
    ):
        return True
    if "out-of-office" in _first(headers, "x-auto-response").lower() or _PREFIX.match(subject):
        return True
    return away(new_text) or ticket(headers, subject, new_text)


def away(new_text: str) -> bool:
    """Wording of an absence notice: short, and it says nothing else. Complaints mention leave too."""
    text = new_text.strip()
    if not text or len(text) > 900:
        return False
    found = _AWAY.search(text)
    return bool(found and _closing_or_short(text, found.start()))


# Something was told before the notice: then a person wrote. 'telah menghubungi kami' is the robot's thanks.
_TOLD = re.compile(r"\b(?:telah|sudah|sdh)\s+(?!menghubungi|mengirim|menyurati)\w", re.IGNORECASE)


def _closing_or_short(text: str, at: int) -> bool:
    """The notice comes first and fills the mail; a complaint about 'petugas sedang cuti' does not."""
    if at > 150 or _TOLD.search(text[:at]):
        return False
    if re.search(
        r"lapor|keluh|adu(?:an|kan)|ombudsman|tidak dilayani|petugas|loket|mohon bantuan|terlampir|\?",
        text,
        re.IGNORECASE,
    ):
        return False
    return bool(
        re.search(
            r"\b(?:saya|kami|i|i'm|i’m|my|me|otomatis|automat\w+|auto\w*)\b[^.\n]{0,80}",
            text[max(0, at - 120) : at + 160],
            re.IGNORECASE,
        )
        and re.search(
            r"hubungi|contact|sampai|until|hingga|kembali|return|back|setelah|baca|dibaca|s\.d"
            r"|otomatis|automat|reply|respond|terbatas|limited|jam kerja|selama|selanjutnya|urgent"
            r"|mendesak",
            text,
            re.IGNORECASE,
        )
    )


_MARKER = re.compile(
    r"^\W{0,8}(?:##-|(?:mohon |silakan |please )?(?:ketik|tulis|type|write"
    r"|reply)\b[^\n]{0,60}(?:di atas (?:baris|garis)|above this line))",
    re.IGNORECASE,
)


def ticket(headers: Mapping[str, tuple[str, ...]], subject: str, new_text: str) -> bool:
    """The acknowledgement of a ticket program: its words, and a robot's address, mailer or number."""
    text = new_text[:1500]
    words = _TICKET.search(text)
    if not words or len(new_text) > 2500:
        return False
    if _MARKER.search(text[:200]):
        return True
    sender = _first(headers, "from")
    mailer = _first(headers, "x-mailer") + _first(headers, "user-agent") + _first(headers, "x-powered-by")
    robot = bool(
        _NO_REPLY.search(sender)
        or _TICKET_MAILER.search(mailer)
        or "x-loop-prevention" in headers
        or _TICKET_SUBJECT.search(subject)
    )
    return robot and bool(_ROBOT_CLAUSE.search(text))


_TICKET_SUBJECT = re.compile(
    r"\[(?:#|ticket|tiket|case|request)?\s?#?[A-Z]{0,6}-?\d{4,}\]|\b(?:tiket|ticket)\s*(?:#|no|id|:)",
    re.IGNORECASE,
)


def bulk(headers: Mapping[str, tuple[str, ...]], new_text: str) -> bool:
    """Lists and newsletters: List-* (RFC 2369, 2919), Precedence, or an unsubscribe clause at the end."""
    if any(name in headers for name in _LISTS):
        return True
    precedence = _first(headers, "precedence").strip().lower()
    if precedence in ("bulk", "list", "junk"):
        return True
    tail = new_text[-700:]
    return len(new_text) > 80 and bool(_BULK_WORDS.search(tail))


def receipt(root: Part, headers: Mapping[str, tuple[str, ...]]) -> bool:
    """A message disposition notification, or Outlook's plain form with its own message class."""
    if (
        root.get_content_type() == "multipart/report"
        and "disposition-notification" in str(root.get("content-type", "")).lower()
    ):
        return True
    if any(part.get_content_type() == "message/disposition-notification" for part in children_of(root)):
        return True
    subject = _first(headers, "subject")
    return bool(_READ.match(subject)) and root.get_content_type() in (
        "multipart/report",
        "application/ms-tnef",
    )


_READ = re.compile(
    r"^\s*(?:read|dibaca|dibaca:|not read|tidak dibaca|read receipt|tanda terima (?:baca|dibaca)"
    r"|gelesen|lu|leído)\s*(?::|\()",
    re.IGNORECASE,
)


def _first(headers: Mapping[str, tuple[str, ...]], name: str) -> str:
    values = headers.get(name)
    return values[0] if values else ""
