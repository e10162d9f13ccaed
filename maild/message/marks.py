"""Line patterns by which mail programs mark what they quote or pass on (data; Indonesian, English, others).

Each is anchored to a line and bounded. Source: domain.md section 5.3, and labels of the programs themselves.
"""

from __future__ import annotations

import re

MONTH = r"(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|agt|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*"
WROTE = (
    r"(?:menulis|berkata|wrote|writes|écrit|a écrit|schrieb|escribió|schreef|scritto|scrisse|skrev"
    r"|napisał\(?a?\)?|escreveu"
    r"|kirjoitti|пишет|написал\(?а?\)?|写道|schreef op|geschreven)"
)
ATTRIBUTION_START = re.compile(
    r"^[\s\-–—*_>|]{0,12}(?:pada|on|at|tanggal|tgl|le|am|el|il|op|em|den|dne|w dniu|d\.|в"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"
    r"|\d{1,2} " + MONTH + r" \d{4})\b",
    re.IGNORECASE,
)
ATTRIBUTION_END = re.compile(
    r"\b" + WROTE + r"(?:\s+(?:the following|yang berikut|berikut ini))?\s*(?::|：)[\s*_\-–—]{0,12}$"
    r"|\bpukul \d{1,2}[.:]\d\d[^\n]{0,120}<[^<>@\s]{1,80}@[^<>@\s]{1,120}>:$",
    re.IGNORECASE,
)
# Any language: a date in front, an address and a colon at the end.
ATTRIBUTION_ADDRESS = re.compile(r"\d{1,2}[.:]\d\d\b[^\n]{0,300}<[^<>@\s]{1,80}@[^<>@\s]{1,120}>\s?:$")
ATTRIBUTION_GERMAN = re.compile(r"\bschrieb\b[^\n]{1,200}:$")
ABOVE_THIS = re.compile(
    r"(?:ketik|tulis|type|write|reply|enter)\b[^\n]{0,50}\b(?:di atas (?:baris|garis)|above this line)",
    re.IGNORECASE,
)
WHEN_OR_WHO = re.compile(
    r"<[^<>\s]{1,200}>|[^\s@]{1,100}@[^\s@]{1,100}|\b\d{1,2}[.:]\d\d\b|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b"
    r"|\b\d{1,2} " + MONTH + r" \d{4}\b|\b" + MONTH + r" \d{1,2}, ?\d{4}\b",
    re.IGNORECASE,
)
SHORT_ATTRIBUTION = re.compile(r"^[^:]{2,100}\b(?:menulis|wrote)(?: di [^:]{1,60})?:\s*$", re.IGNORECASE)

FORWARD_WORDS = (
    r"forwarded message|forwarded by|pesan terusan|pesan diteruskan|pesan yang diteruskan"
    r"|pesan terusan dimulai|meneruskan pesan"
    r"|mail transféré|message transféré|message transmis|weitergeleitete nachricht|mensaje reenviado"
    r"|messaggio inoltrato"
    r"|doorgestuurd bericht|mensagem encaminhada|vidarebefordrat meddelande|videresendt melding"
    r"|videresendt meddelelse"
    r"|пересылаемое сообщение|переадресованное сообщение|转发的?邮件|転送メッセージ"
)
ORIGINAL_WORDS = (
    r"original message|original mail|original email|original appointment|pesan asli|pesan orisinal"
    r"|pesan awal|email asli|surat asli"
    r"|message d'origine|message original|ursprüngliche nachricht|originalnachricht|mensaje original"
    r"|messaggio originale"
    r"|oorspronkelijk bericht|mensagem original|ursprungligt meddelande|opprinnelig melding"
    r"|oprindelig meddelelse"
    r"|исходное сообщение|reply message|balas pesan|reply separator"
)
SEPARATOR = re.compile(
    r"^[\s*>]{0,6}(?:[-–—_=]{2,40}\s{0,3}\*?(?P<kind>"
    + FORWARD_WORDS
    + "|"
    + ORIGINAL_WORDS
    + r")\b[^\n]{0,80}?[-–—_=]{2,40}"
    r"|-{2,40}\s{0,3}(?P<bare>" + FORWARD_WORDS + "|" + ORIGINAL_WORDS + r")\s*:?)\s*$",
    re.IGNORECASE,
)
FORWARD_LINE = re.compile(
    r"^[\s*>]{0,6}(?:begin forwarded message|start of forwarded message|awal pesan terusan"
    r"|awal pesan yang diteruskan|pesan yang diteruskan dimulai"
    r"|mulai pesan terusan|début du message (?:réexpédié|transféré)"
    r"|anfang der weitergeleiteten (?:nachricht|e-mail)|inizio messaggio inoltrato"
    r"|inicio del mensaje reenviado|vidarebefordrat brev|videresendt besked)\s*:?\s*\*?\s*$",
    re.IGNORECASE,
)
IS_FORWARD = re.compile(FORWARD_WORDS + r"|terusan|forward", re.IGNORECASE)

LABELS = {
    "from": "from|dari|pengirim|de|von|da|van|från|fra|lähettäjä|od|от",
    "date": "sent|date|dikirim|terkirim|tanggal|envoyé|gesendet|datum|fecha|enviado|data|inviato|verzonden"
    "|skickat|sendt|dato|date d'envoi|отправлено|дата|päivämäärä|lähetetty",
    "to": "to|kepada|ke|penerima|untuk|à|an|para|a|aan|till|til|кому|vastaanottaja|do",
    "cc": "cc|tembusan|copie à|kopie",
    "subject": "subject|subjek|perihal|judul|hal|objet|betreff|asunto|oggetto|onderwerp|assunto|ämne|emne"
    "|тема|aihe|temat",
    "other": "reply-to|balas ke|lampiran|attachments?|sisipan|importance|bcc|message-id|prioritas|priority",
}
LABEL_OF = {word: role for role, words in LABELS.items() for word in words.split("|")}
LABEL = re.compile(
    r"^[\s>*|]{0,8}\*{0,2}("
    + "|".join(sorted(map(re.escape, LABEL_OF), key=len, reverse=True))
    + r")\*{0,2}\s{0,8}:\*{0,2}\s?(.{0,2000})$",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b|@|\b\d{4}\b")

RULE = re.compile(r"^[\s]*(?:[-_=*#~•.–—]\s?){8,200}$")
# Cheap look at the whole text: without one of these no line can be anything but new text.
ANY = re.compile(
    r"(?im)^[ \t]*[>|]|above this line|di atas (?:baris|garis)|@[^\s<>@]{1,120}>[ \t]?:[ \t]*$"
    r"|^[ \t]*schrieb|"
    + WROTE
    + r"[ \t]*[:：]|:[ \t]*$\n[ \t]*>|^[ \t*>|]{0,8}(?:from|dari|pengirim|de|von|da|van|från"
    r"|fra)\*{0,2}\s{0,8}:"
    r"|^[\s*>]{0,6}[-–—_=]{2}|^[\s*>]{0,6}(?:begin|start|awal|mulai|pesan|début|anfang|inizio|inicio"
    r"|vidare|videre)\b|>:[ \t]*$"
)
