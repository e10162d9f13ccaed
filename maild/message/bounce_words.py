"""Words by which mail servers say that a mail did not arrive, English, Indonesian and some others (data)."""

from __future__ import annotations

import re

GROUP_END = re.compile(r"\r?\n[ \t]*\r?\n")
FIELD = re.compile(r"^([A-Za-z][A-Za-z-]{2,60})[ \t]*:[ \t]*((?:[^\r\n]|\r?\n[ \t]+(?=\S))*)", re.MULTILINE)
SPEC = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{"
    r"|}~.-]{1,120}@[A-Za-z0-9\u00a1-\uffff-]{1,63}(?:\.[A-Za-z0-9\u00a1-\uffff-]{1,63}){1,8}"
    r"|[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,120}@[A-Za-z0-9-]{2,63}"
)
STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
REPLY = re.compile(r"(?<![\d.,:/-])([45]\d\d)(?=[ \-#(:])(?:[ -]{1,2}#?\(?([45]\.\d{1,3}\.\d{1,3}))?")
DAEMON = re.compile(
    r"\b(?:mailer[-_. ]?daemon|mail[-_.]?daemon|postmaster|mail delivery (?:system|subsystem|service"
    r"|agent)|mail administrator|bounces?[-+=@]"
    r"|delivery[-_.]?(?:status|subsystem|agent)|mail (?:router|system|gateway|server)|mdaemon"
    r"|exchange administrator|system administrator"
    r"|microsoft exchange|mailadmin|mailsweeper|smtp[-_. ]?gateway|mail transport agent|sistem surat"
    r"|sistem pengiriman|smail|courier mail server|email delivery|mailmaster|nobody@)",
    re.IGNORECASE,
)
ROBOT = re.compile(r"post_?master|no-?_?reply|donotreply|\bimss@|\bantivirus@|\bgateway@", re.IGNORECASE)
SUBJECT = re.compile(
    r"undeliver|returned mail|returned e-?mail|mail returned|return(?:ed)? to sender|deliver(?:y"
    r"|ed) (?:status|failure|failed|problem|error|report|notification|has failed|delay)"
    r"|failure notice|fail(?:ed|ure) (?:to )?deliver|mail (?:system )?(?:error|delivery|failure"
    r"|could not)|message (?:could not|status|not delivered|delayed|you sent blocked)"
    r"|non[- ]?deliver|nondeliver|rejected mail|mail rejected|unknown (?:user|recipient|address)"
    r"|user unknown|could not (?:send|be delivered|deliver)|unable to deliver|warning: (?:could not"
    r"|message)|delayed mail|delay(?:ed)? notif"
    r"|bounce|invalid (?:user|recipient|address)|permanent|address (?:error|not found)|ndn:"
    r"|not delivered|problem delivering|was not delivered|quota|mailbox (?:full|is full)|nachricht"
    r"|unzustellbar|echec|échec|non remis|error sending|error de|devuelto"
    r"|tidak (?:dapat|bisa|berhasil) (?:di)?(?:kirim|sampaikan|terkirim)|tidak terkirim"
    r"|gagal (?:di)?kirim|pengiriman (?:gagal|tertunda|ditunda)|surat gagal|pesan gagal"
    r"|kegagalan pengiriman|alamat tidak ditemukan|dikembalikan|kotak (?:surat|masuk) penuh"
    r"|pemberitahuan status pengiriman|notifikasi status pengiriman",
    re.IGNORECASE,
)
PHRASE = re.compile(
    r"(?:could not|cannot|couldn'?t|can'?t|unable to|not able to|failed to|was not|wasn'?t|not"
    r"|has not been|have not been) (?:be )?(?:successfully )?(?:deliver|sent\b|send\b|reach|complet"
    r"|locate|relay|forward)"
    r"|deliver(?:y|ing)[^\n]{0,60}(?:fail|error|problem|unsuccessful|impossible|permanent|abort"
    r"|gave up|giving up)|permanent (?:fatal )?error|fatal error|undeliver|returned (?:to (?:you"
    r"|sender)|mail|message)|following (?:list of )?(?:recipient|address|user)|envelope expired"
    r"|error has occurred while attempting to deliver"
    r"|(?:user|recipient|account|mailbox|address|addressee|host|domain|login)[^\n]{0,60}(?:unknown"
    r"|not found|not exist|n'existe|not known|no longer|unavailable|disabled|full|exceed|over"
    r"|invalid|inactive|rejected|denied|not listed|not recognized|doesn'?t exist|suspended|isn'?t)"
    r"|(?:unknown|invalid|no such|bad|unrouteable|unroutable|illegal|non-?existent"
    r"|not a valid) (?:local |mail |e-?mail |virtual |smtp )?(?:user|recipient|address|mailbox"
    r"|account|domain|host|alias|name)|no mailbox|quota|over ?quota|mailbox (?:is )?full"
    r"|retry timeout|too large|message size|blocked|rejected (?:your|this|the|by)"
    r"|tidak (?:dapat|bisa|berhasil|terkirim|ditemukan|dikenal|ada)[^\n]{0,80}(?:kirim|sampai|alamat"
    r"|penerima|email|surel|surat|pesan|kotak|terkirim)|(?:alamat|penerima|pengguna|kotak (?:surat"
    r"|masuk)|akun|email|surel|pesan anda)[^\n]{0,80}(?:tidak (?:ditemukan|dikenal|ada|terkirim"
    r"|valid|dapat|bisa|aktif)|penuh|melebihi|ditolak)|melebihi kuota|gagal (?:di)?kirim"
    r"|pengiriman[^\n]{0,30}gagal|kegagalan permanen|surat gagal|(?:the|that|this) mail system"
    r"|mail delivery",
    re.IGNORECASE,
)
DELAY = re.compile(
    r"warning only|still being retried|will (?:be retried|retry|keep trying|continue (?:to try"
    r"|trying))|do not need to resend|(?:delivery|message|mail) (?:has been |is |was )?delayed"
    r"|delayed mail|not yet been delivered|yet to be delivered|delivery attempts will continue"
    r"|still trying"
    r"|will be attempted|has not (?:yet )?been (?:delivered|collected)"
    r"|could not be delivered for more than|akan (?:terus )?(?:dicoba|mencoba)"
    r"|masih (?:akan )?(?:dicoba|mencoba)|pengiriman (?:tertunda|ditunda)|tertunda"
    r"|tidak perlu mengirim ulang|warning: (?:could not send|message)",
    re.IGNORECASE,
)
ORIGINAL_BELOW = re.compile(
    r"(?im)^[ \t>*|]*(?:-{2,}[^\n]{0,12}(?:original|returned|unsent|undelivered|below|copy|here"
    r"|header|forwarded|included|returned|transcript of|salinan|pesan asli|surat asli"
    r"|di bawah)[^\n]{0,90}|(?:below this line|here is (?:a|your) copy|the (?:first|header"
    r"|following is)|your original message|original (?:message|mail)|the (?:original|body of the"
    r"|text of your) |message header|a copy of (?:the|your)|received:[ \t]from|return-path:"
    r"|di bawah ini salinan|salinan (?:kepala|pesan|surat)|pesan asli|surat asli)[^\n]{0,120})"
)
GAVE_UP = re.compile(r"gave up|giving up|given up|permanent|menyerah|no longer be retried", re.IGNORECASE)
MESSAGE_ID = re.compile(
    r"^[ \t>|]*Message-Id:[ \t]*(?:\r?\n[ \t]+)?<?([^<>\s]{3,900})>?", re.IGNORECASE | re.MULTILINE
)
OUT = re.compile(
    r"\b(?:vacation|out of (?:the )?office|autoreply|auto[- ]reply|sedang cuti|balasan otomatis)\b",
    re.IGNORECASE,
)
# An address alone on a line, or after To:, is more surely the failed one than others.
SURE = re.compile(
    r"(?m)^[ \t>*|-]{0,8}(?:<|to:[ \t]*<?|recipient:[ \t]*<?|rcpt to:[ \t]*<?|\.\.\. while talking.*)?("
    + SPEC.pattern
    + r")>?[ \t]*(?:[:;,.]|\.\.\.|\(|-|$|\r)",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"<(" + SPEC.pattern + ")>")
