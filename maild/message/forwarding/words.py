"""How programs announce a mail that they pass on (data): a verb stem and a word for 'message', in any order.

`---------- Forwarded message ---------`, `-------- Pesan Diteruskan --------`, `Begin forwarded message:`.
Stems and nouns are those of the programs' translations; both have to stand in one short line of its own.
"""

from __future__ import annotations

import re

_STEMS = (
    r"forward|fwd|terus|lanjutan|dimajukan|majukan|weitergeleitet|weiterleitung|transf[eé]r|transmis|r[eé]exp[eé]di"
    r"|reenv|reencaminha|encaminhad|inoltrat|inoltro|doorgest|doorgezonden|doorstuur|vidarebefordra|videresend"
    r"|välitet|edelleen|edastatud|pārsūt|persi[uų]|przekaz|przesł|přepos|preposl|továbbít|redirec|redirijat|proslije"
    r"|prosle[dđ]|posredovan|пересл|пересыла|переадрес|перенаправ|препрат|проследен|προωθ|iletil|iletilen|áframsen"
    r"|转发|轉寄|轉發|転送|전달|ส่งต่อ|chuyển tiếp|ipinasa|अग्रेषित|موجه|توجيه|הועבר|מועבר|reenviat"
)
_NOUNS = (
    r"message|msg|mail|pesan|surel|surat|mesej|nachricht|mensaje|mensagem|mensahe|messaggio|bericht|meddelande"
    r"|brev|melding|meddelelse|besked|viesti|kiri|ziņ|laišk|wiadomo|zpráv|správ|üzenet|levél|mesaj|ileti|poruk|sporoč"
    r"|сообщ|письм|повідом|лист|съобщ|порак|порук|μήνυμα|μηνύμ|skeyti|邮件|郵件|メッセージ|メール|메시지|메일|จดหมาย|ข้อความ|อีเมล"
    r"|thư|संदेश|رسالة|الرسالة|הודעה|missatge|correo|e-?post"
)
_ORIGINAL = re.compile(
    r"original|origine|asli|orisinal|awal|semula|ursprünglich|oorspronkelijk|opprinnelig|oprindelig|ursprungl"
    r"|alkuperäi|oryginal|původní|pôvodn|eredeti|исходн|оригинал|початков|αρχικ|özgün|orijinal|元の|原始|原邮件|원본|ต้นฉบับ|gốc",
    re.IGNORECASE,
)
_STEM, _NOUN = re.compile(_STEMS, re.IGNORECASE), re.compile(_NOUNS, re.IGNORECASE)
# Lotus Notes puts who and when into the line itself; Apple Mail in Turkish says only that the mail begins.
_SPECIAL = re.compile(r"forwarded by|diteruskan oleh|ileti başlangıcı|^fwd?\.? ?msg", re.IGNORECASE)


def announces_forward(words: str) -> bool:
    """The line's words say that what follows was passed on."""
    return bool(_SPECIAL.search(words) or (_STEM.search(words) and _NOUN.search(words)))


def announces_original(words: str) -> bool:
    """`-----Original Message-----`: an older mail follows, passed on or answered."""
    return bool(_ORIGINAL.search(words))
