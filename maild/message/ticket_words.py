"""Words and marks of ticket programs: how they acknowledge a mail, Indonesian and English first (data)."""

from __future__ import annotations

import re

TICKET_HEADERS = (
    "x-loop-prevention",
    "x-rt-loop-prevention",
    "rt-ticket",
    "x-otrs-loop",
    "x-otrs-followup-id",
    "x-zammad-ticket-id",
    "x-zendesk-from-account-id",
    "x-freshdesk-ticket-id",
    "x-fd-ticket-id",
    "x-jira-fingerprint",
    "x-glpi-ticket-id",
    "x-osticket-ticket-id",
    "x-servicenow-generated",
)
TICKET_MAILER = re.compile(
    r"\b(?:osticket|otrs|znuny|zammad|freescout|freshdesk|freshservice|zendesk|helpdesk|ticket|glpi|hesk"
    r"|request tracker|rt \d|jira|service ?desk|servicenow|kayako|zoho desk|hubspot|helpscout|uvdesk)",
    re.IGNORECASE,
)
# Nobody reads these; whether a machine writes from them is said by the words.
NO_REPLY = re.compile(
    r"\b(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|tidak[-_.]?dibalas|jangan[-_.]?balas"
    r"|auto[-_.]?(?:reply|mail|responder|message)|notif(?:ikasi|ication)?s?)\b[^@]{0,40}@",
    re.IGNORECASE,
)
DESK = re.compile(
    r"\b(?:help[-_.]?desk|service[-_.]?desk|tiket|ticket(?:ing)?|support|layanan|pelayanan|pengaduan"
    r"|halo|call[-_.]?"
    r"center|contact[-_.]?center|customer[-_.]?(?:care|service)|cs|ppid|lapor)[^@\s]{0,40}@",
    re.IGNORECASE,
)
MARKER = re.compile(
    r"^\W{0,8}(?:##-|(?:mohon |silakan |please )?(?:ketik|tulis|type|write|reply)\b[^\n]{0,60}"
    r"(?:di atas (?:baris|garis)|above this line))",
    re.IGNORECASE | re.MULTILINE,
)
TICKET = re.compile(
    r"##-|(?:ketik|tulis)(?:kan)? balasan (?:anda )?di atas (?:baris|garis)|(?:please )?(?:type"
    r"|write|reply) (?:your )?(?:reply )?above this line|\b(?:tiket|ticket|kasus|case|permintaan"
    r"|permohonan"
    r"|request|laporan|aduan|pengaduan|keluhan|email|surel|pesan|pertanyaan) (?:anda|bapak/ibu|saudara"
    r"|your|baru|#|no)?"
    r"[^.\n]{0,60}\b(?:sudah|telah|has been|have been|was|berhasil)(?: kami"
    r"| kita)? (?:kami )?(?:terima|diterima|terdaftar"
    r"|dicatat|tercatat|masuk|received|created|registered|logged|opened|dibuat|diteruskan|didaftarkan"
    r"|diregistrasi)"
    r"|your (?:support )?(?:ticket|request|case|message|e-?mail|inquiry"
    r"|enquiry) (?:\S{1,30} )?(?:has been|was"
    r"|is being) (?:received|created|registered|logged|submitted|opened)|(?:nomor|no\.?|kode) (?:tiket"
    r"|pelacakan|tracking"
    r"|registrasi|aduan|laporan)\b|ticket (?:id|number|no)|tracking id"
    r"|we have received your (?:e-?mail|message"
    r"|request|ticket|inquiry)|(?:new|a) (?:support )?ticket (?:has been|was) (?:created|opened)"
    r"|automatically generated in response to the creation of",
    re.IGNORECASE,
)
TICKET_SUBJECT = re.compile(
    r"\[(?:#|ticket|tiket|case|request|glpi)?\s?#?:?\s?[A-Z]{0,8}-?\d{4,}\]|\[ticket ?#\s?\d"
    r"|\[\S{2,40} #\d+\]"
    r"|\b(?:tiket|ticket)\s*(?:#|no|id|:|received|created|opened|baru|diterima)|\[?request received\]?"
    r"|support ticket opened|nomor (?:tiket|laporan|aduan)|autoreply",
    re.IGNORECASE,
)
TICKET_NUMBER = re.compile(
    r"(?:tiket|ticket|nomor|no\.|number|id|kode|request|permintaan"
    r"|#)\W{0,4}(?:\w{0,12}\W{0,3}){0,2}[A-Z]{0,10}[-/#]?\d{3,}",
    re.IGNORECASE,
)
ROBOT_CLAUSE = re.compile(
    r"(?:mohon|harap|jangan|tidak perlu) (?:untuk )?(?:tidak )?(?:di)?(?:membalas|balas)"
    r"|do not (?:reply|respond)"
    r"|\d\s?x\s?24 jam|waktu (?:tanggapan|respons?)|hari kerja|(?:sedang )?(?:ditinjau|diproses|ditelaah)"
    r"|akan (?:segera )?(?:kami )?(?:ditindaklanjuti|diproses|proses|tindak|dihubungi|menghubungi"
    r"|merespon|ditangani"
    r"|diverifikasi)|working days|business days|will (?:be )?(?:review|respond|reply|get back|contact"
    r"|answer)"
    r"|being reviewed|(?:pantau|cek|lacak|lihat|track|view|check)[^.\n]{0,40}(?:status|tiket|ticket"
    r"|laporan)"
    r"|response time",
    re.IGNORECASE,
)
# Who waits for an answer of his own writes of tickets too.
WAITS = re.compile(
    r"sampai (?:sekarang|saat ini|kini)|\bbelum\b|\btidak ada\b|katanya|kecewa|kenapa|mengapa"
    r"|\bkapan\b|\bsaya\b|perpanjangan"
    r"|\bmy\b|\bstill\b|since (?:january|february|march|april|may|june|july|august|last)",
    re.IGNORECASE,
)
# Something was done: an answer that a person gave through a ticket program is no acknowledgement.
DONE = re.compile(
    r"\b(?:sudah|telah|has been|have been|we have|hasil)\b (?:kami |selesai |juga "
    r"|tuntas )?(?:\w+ ){0,2}?"
    r"(?:di)?(?:perbaiki|ganti|selesai\w*|terbit\w*|cetak|bayar\w*|aktif\w*|kunjungi|cek lapangan"
    r"|periksa|koreksi|tangani"
    r"|pasang|sambung|resolv\w+|fixed|complet\w+|repl(?:ied|aced)|clos\w+|ditutup)"
    r"|berdasarkan (?:hasil|pemeriksaan|pengecekan)"
    r"|dapat kami (?:jelaskan|sampaikan)|solution|solusi\b",
    re.IGNORECASE,
)
