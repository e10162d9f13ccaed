"""Words by which mail servers say that a mail did not arrive, in the languages of the servers that "
"say it (data)."""

from __future__ import annotations

import re

GROUP_END = re.compile(r"\r?\n[ \t]*\r?\n")
FIELD = re.compile(
    r"^[ \t]{0,8}([A-Za-z][A-Za-z-]{2,60})[ \t]*:[ \t]*((?:[^\r\n]|\r?\n[ \t]+(?=\S))*)", re.MULTILINE
)
_LOCAL_PART = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,120}@"
# ASCII domains first: Chinese and Japanese write on behind an address without a blank.
SPEC = re.compile(
    _LOCAL_PART
    + r"(?:[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?![A-Za-z0-9\u00c0-\u024f-])"
    + r"|[A-Za-z0-9\u00a1-\uffff-]{1,63}(?:\.[A-Za-z0-9\u00a1-\uffff-]{1,63}){1,8}"
    + r"|[A-Za-z0-9-]{2,63})"
)
STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
REPLY = re.compile(r"(?<![\d.,:/-])([45]\d\d)(?=[ \-#(:])(?:[ -]{1,2}#?\(?([45]\.\d{1,3}\.\d{1,3}))?")
# A reply code in other clothes: 'ERROR_CODE :550,', 'SMTP error 421.'
CODE = re.compile(r"\b(?:error(?:[ _]code)?|smtp(?: error| code)?) ?[:=]? ?([45]\d\d)\b", re.IGNORECASE)
# The enhanced code that a server puts behind its own reply (RFC 2034), or as qmail's kin write it: (#5.1.1).
ATTACHED = re.compile(r"(?:(?<![\d.])[45]\d\d[- ]{1,2}['\"(#]{0,2}|\(#)([45]\.\d{1,3}\.\d{1,3})(?![\d.])")
# No person writes under these.
DAEMON = re.compile(
    r"\b(?:mailer[-_. ]?d(?:a?e|ae)mon|mail[-_.]?d(?:ae|e)mon|mail deliver(?:y)? (?:system|subsystem"
    r"|service|agent)"
    r"|delivery[-_.]?(?:status|subsystem|agent)|mdaemon|microsoftexchange[0-9a-f]{20,}"
    r"|mail transport agent|sistem pengiriman (?:surat|surel|pesan)|courier mail server"
    r"|internet mail delivery"
    r"|automated response from \S{1,40} postmaster)",
    re.IGNORECASE,
)
# Mostly machines, but the people who keep them answer here too.
KEEPER = re.compile(
    r"post_?master|content[- ]filter"
    r"|\b(?:mail administrator|bounces?[-+=@]|mail (?:router|system|gateway|server)"
    r"|exchange administrator"
    r"|system administrator|microsoft exchange|microsoft outlook|mailadmin|mailsweeper|smtp[-_. ]?gateway"
    r"|sistem surat|smail|email delivery|mailmaster|nobody@|mail[-_]?system|administrator sistem)",
    re.IGNORECASE,
)
ROBOT = re.compile(
    r"no-?_?reply|do-?not-?reply|\bimss@|\bantivirus@|\bgateway@|\bsystem@|\brobot@", re.IGNORECASE
)
SUBJECT = re.compile(
    r"undeliver|returned mail|returned e-?mail|mail returned|return(?:ed)? to sender|deliver(?:y"
    r"|ed) (?:status|failure|failed|problem|error|report|notification|has failed|delay)"
    r"|failure notice|failed mail|fail(?:ed|ure) (?:to )?deliver|mail (?:system )?(?:error|delivery"
    r"|failure"
    r"|could not)|message (?:could not|status|not delivered|delayed|you sent blocked)"
    r"|non[- ]?deliver|nondeliver|rejected mail|mail rejected|unknown (?:user|recipient|address)"
    r"|user unknown|could not (?:send|be delivered|deliver)|unable to deliver|warning: (?:could not"
    r"|message)|delayed mail|delay(?:ed)? notif|loop alert"
    r"|bounce|invalid (?:user|recipient|address)|permanent|address (?:error|not found)|ndn:"
    r"|not delivered|problem delivering|was not delivered|quota|mailbox (?:full|is full)"
    r"|unzustellbar|nicht zugestellt|zustellung|nachricht|échec|echec|non remis|error de|devuelto"
    r"|no se (?:pudo|puede|ha podido) entregar|fallo (?:en|de) la entrega|falha (?:na|de) entrega"
    r"|n[aã]o entregue"
    r"|mancata consegna|non recapit|onbestelbaar|niet bezorgd|недостав|не доставл|niedor[eę]cz"
    r"|teslim edile"
    r"|配信(?:不能|エラー|でき|失敗)|送信でき|送信エラー|メールエラー|エラー通知|退信|退回|无法(?:送达|投递|投送|传递)"
    r"|無法(?:傳遞|送達|投遞)|(?:投递|投遞|传输|傳輸|发送|發送|传送)失[败敗]"
    r"|반송|(?:전송|발송) ?실패|전송되지"
    r"|(?:unsolicited|banned|infected|virus)[^\n]{0,60}from you\b"
    r"|error sending|tidak (?:dapat|bisa|berhasil) (?:di)?(?:kirim|sampaikan|terkirim|antar)"
    r"|tidak terkirim"
    r"|gagal (?:di|ter)?kirim|pengiriman (?:gagal|tertunda|ditunda)|surat gagal|pesan gagal"
    r"|tidak tersampaikan"
    r"|kegagalan pengiriman|alamat tidak ditemukan|dikembalikan|kotak (?:surat|masuk) penuh"
    r"|pemberitahuan status pengiriman|notifikasi status pengiriman|surat (?:anda )?kembali",
    re.IGNORECASE,
)
PHRASE = re.compile(
    r"(?:could not|cannot|couldn'?t|can'?t|unable to|not able to|failed to|was not|wasn'?t|not|did not"
    r"|has not been|have not been) (?:be )?(?:successfully )?(?:deliver|sent\b|send\b|reach|complet"
    r"|locate|relay|forward|match|exactly match)"
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
    r"|invalid (?:\w+ ){0,3}user|retry timeout|too large|message size|blocked|rejected (?:your|this"
    r"|the|by)|duplicated message-id"
    r"|tidak (?:dapat|bisa|berhasil|terkirim|ditemukan|dikenal|ada|tersampaikan)[^\n]{0,80}(?:kirim"
    r"|sampai|alamat"
    r"|penerima|email|surel|surat|pesan|kotak|terkirim|antar)|(?:alamat|penerima|pengguna|kotak (?:surat"
    r"|masuk)|akun|email|surel|pesan anda)[^\n]{0,80}(?:tidak (?:ditemukan|dikenal|ada|terkirim"
    r"|valid|dapat|bisa|aktif)|penuh|melebihi|ditolak)|melebihi kuota|gagal (?:di|ter)?kirim"
    r"|pengiriman[^\n]{0,30}gagal|kegagalan permanen|surat gagal|(?:the|that|this) mail system"
    r"|mail delivery|nicht zugestellt|konnte nicht|unzustellbar|n'a pas (?:pu )?[eê]tre|n'ont pas pu"
    r"|no (?:se )?(?:pudo|ha podido|puede) (?:ser )?entrega|n[aã]o (?:p[oôu]de|foi poss[ií]vel"
    r"|foi) (?:ser )?entreg"
    r"|impossibile (?:consegnare|recapitare)|kon niet (?:worden )?(?:bezorgd|afgeleverd)"
    r"|не (?:может быть|был[ао]?)"
    r" доставлен|не удалось доставить"
    r"|配信でき|送信でき|届けられ|お届けでき|お届けすることができ|无法(?:送达|投递|投送|传递)|無法(?:傳遞|送達|投遞)"
    r"|(?:投递|投遞|传输|傳輸|发送|發送|传送)失[败敗]|退信|被退回"
    r"|전송(?:하지|되지) ?못|배달(?:하지|되지) ?못",
    re.IGNORECASE,
)
DELAY = re.compile(
    r"warning only|still being retried|will (?:be retried|retry|keep trying|continue (?:to try"
    r"|trying))|do not need to re-?send|(?:delivery|message|mail) (?:has been |is |was )?delayed"
    r"|delayed mail|not yet been delivered|yet to be delivered|delivery attempts will continue"
    r"|still trying|temporary failure report|delivery is delayed|temporarily delayed"
    r"|status notification \(delay"
    r"|postponed|will be attempted|has not (?:yet )?been (?:delivered|collected)|we'll (?:keep"
    r"|continue) trying"
    r"|could not be delivered for more than|akan (?:terus )?(?:dicoba|mencoba)|terus mencoba"
    r"|masih (?:akan )?(?:dicoba|mencoba)"
    r"|(?:pengiriman|pesan|surat|surel|email)[^\n.]{0,40}(?:tertunda|ditunda)"
    r"|tidak perlu (?:mengirim|dikirim) ulang|belum (?:dapat |bisa )?(?:terkirim|dikirim)"
    r"|warning: (?:could not send|message)|verz[oö]gert|retrasad|atrasad|en retard",
    re.IGNORECASE,
)
ORIGINAL_BELOW = re.compile(
    r"(?im)^[ \t>*|]*(?:-{2,200}[^\n]{0,12}(?:original|returned|unsent|undelivered|below|copy|here"
    r"|header|forwarded|included|salinan|pesan asli|surat asli"
    r"|di bawah)[^\n]{0,90}|(?:below this line|here is (?:a|your) copy|the (?:first|header"
    r"|following is)|your original message|original (?:message|mail)|the (?:original|body of the"
    r"|text of your) |message header|a copy of (?:the|your)|received:[ \t]?from|return-path:"
    r"|di bawah ini salinan|salinan (?:kepala|pesan|surat)|pesan asli|surat asli)[^\n]{0,120})"
)
GAVE_UP = re.compile(
    r"gave up|giving up|given up|permanent (?:\w+ )?(?:error|fail|problem|reject)|failed permanently"
    r"|will not be retried|returned to you|menyerah|no longer be retried|stopped trying|berhenti mencoba",
    re.IGNORECASE,
)
MESSAGE_ID = re.compile(
    r"^[ \t>|]*Message-Id:[ \t]*(?:\r?\n[ \t]+)?<?([^<>\s]{3,900})>?", re.IGNORECASE | re.MULTILINE
)
OUT = re.compile(
    r"\b(?:vacation|out of (?:the )?office|autoreply|auto(?:matic)?[- ]reply|sedang cuti"
    r"|balasan otomatis)\b",
    re.IGNORECASE,
)
# An address alone on a line, or after To:, is more surely the failed one than others.
_WHOLE = r"(?![A-Za-z0-9-]|\.[A-Za-z0-9])"  # not the beginning of a longer address
SURE = re.compile(
    r"(?m)^[ \t>*|-]{0,8}"
    + r"(?:(?:to|recipient|(?:original|recipient|failed) (?:address|recipient)|rcpt to):[ \t]*)?<?("
    + SPEC.pattern
    + f"){_WHOLE}"
    + r"(?:>|[ \t]*(?:[:;,.\[<(-]|\.\.\.|\bon\b|\binvalid\b|\berror\b|$|\r))",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"<(" + SPEC.pattern + ")>")
# Postfix names the address that we wrote to behind the one it became.
EXPANDED = re.compile(r">? \((?:expanded from:?|originally to) <?(" + SPEC.pattern + ")>?\\)", re.IGNORECASE)
# What precedes an address that is the sender's, or a helper's: never the one that failed.
BLAMELESS = re.compile(
    r"(?:mail from|\bfrom|sender|sent by|reply[- ]to|contact|assistance|please (?:e-?mail|send)|hubungi"
    r"|envelope-from)[\s:=<(]{0,12}(?:mail to |at |us at )?<?$",
    re.IGNORECASE,
)
# Old servers name their own users without a domain: 'anon' under 'following recipients'.
LOCAL = re.compile(
    r"(?m)^(?:[ \t]{1,8}|[ \t]*<)([A-Za-z0-9][\w.+-]{1,40})>?(?:[ \t]*[;:(]|[ \t]{2,}|[ \t]*$)"
)
LISTED = re.compile(
    r"following (?:recipient|address|user)|following addresses?\b|delivered to the following"
    r"|to the following",
    re.IGNORECASE,
)
