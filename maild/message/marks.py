"""Line patterns by which mail programs mark what they quote or pass on (data; Indonesian, English, others).

Each is anchored to a line and bounded. Source: domain.md section 5.3, and the programs themselves.
Labels of quoted headers stand in maild.message.labels, attributions in maild.message.attribution.
"""

from __future__ import annotations

import re

_FORWARDED = (
    r"forwarded (?:message|mail|email)|forwarded by|pesan (?:yang )?(?:terusan|diteruskan)"
    r"|pesan terusan dimulai"
    r"|meneruskan pesan|surat terusan|mesej dimajukan"
    r"|mail transféré|message transféré|message transmis|weitergeleitete nachricht|mensaje reenviado"
    r"|messaggio inoltrato|doorgestuurd bericht|mensagem encaminhada|vidarebefordrat meddelande"
    r"|videresendt melding"
    r"|videresendt meddelelse|пересылаемое сообщение|переадресованное сообщение|转发的?邮件|転送メッセージ"
)
_ORIGINAL = (
    r"original (?:message|mail|e-?mail|appointment|text)|(?:pesan|surat|e-?mail|surel) (?:asli|orisinal"
    r"|awal|asal)(?:nya)?"
    r"|mesej asal|pesan sebelumnya|previous message"
    r"|message d['’]origine|message original|message initial|courriel original"
    r"|ursprüngliche (?:nachricht|mail|e-mail)|originalnachricht|original-?nachricht|mensaje original"
    r"|correo original"
    r"|messaggio originale|oorspronkelijk(?:e)? (?:bericht|e-mail)|mensagem original|ursprungligt meddelande"
    r"|originalmeddelande|opprinnelig melding|oprindelig meddelelse|alkuperäinen viesti|wiadomość oryginalna"
    r"|oryginalna wiadomość|původní (?:zpráva|e-mail)|eredeti üzenet|orijinal mesaj|mesaj original"
    r"|исходное сообщение|оригинальное сообщение|пересланное сообщение|首个邮件|原始邮件|原始郵件"
    r"|邮件原件|元のメッセージ"
    r"|원본 메시지|reply message|balas pesan|reply separator"
)
_NAMED = re.compile(rf"(?:{_FORWARDED}|{_ORIGINAL})(?!\w)", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:begin forwarded message|start of forwarded message|awal pesan terusan"
    r"|awal pesan yang diteruskan|pesan yang diteruskan dimulai|mulai pesan terusan"
    r"|mulai pesan yang diteruskan"
    r"|début du message (?:réexpédié|transféré)|anfang der weitergeleiteten (?:nachricht|e-mail)"
    r"|inizio messaggio inoltrato|inicio del mensaje reenviado|vidarebefordrat brev|videresendt besked)\s?:?",
    re.IGNORECASE,
)
_STROKES = "-–—_=*#~"


def separates(line: str) -> bool:
    """`-------- Pesan Asli --------`, `-----Original Message-----`, `Begin forwarded message:`."""
    core = line.strip(_STROKES + "> \t\xa0")
    if not 4 <= len(core) <= 120:
        return False
    drawn = sum(map(line.partition(core)[0].count, _STROKES))
    if drawn < 2:
        return _BEGINS.fullmatch(core) is not None
    if core.lower() == "original" and drawn >= 10:  # WPS and QQ Mail
        return True
    named = _NAMED.match(core)
    closed = line.rstrip(" \t\xa0>")[-1] in _STROKES
    return named is not None and (closed or core[named.end() :].strip(" :") == "")


# Discourse and ticket systems put the earlier mails below their own words.
EARLIER = re.compile(
    r"^[\s*_#]{0,6}(?:previous replies|earlier replies|balasan sebelumnya)[\s*_:]{0,6}$", re.IGNORECASE
)
ABOVE_THIS = re.compile(
    r"(?:ketik|tulis|balas|type|write|reply|enter)\b[^\n]{0,50}\b(?:di atas (?:baris|garis)|above this line)",
    re.IGNORECASE,
)
# The initials of the one who is quoted before each line, as older programs put them ('JD> text').
INITIALS = re.compile(r"^\s{0,3}[A-Za-z]{1,4}>(?:\s|$)")
RULE = re.compile(r"^[\s]*(?:[-_=*#~•.–—]\s?){8,200}$")
STROKES = re.compile(r"^\s*[-_=*#~–—]{3,200}\s*$")
