"""The words of what stands below a mail: programs and telephones, disclaimers, footers of lists."""

from __future__ import annotations

import re

DEVICE = (
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
BY_DEVICE = re.compile(
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
NAMED_DEVICE = re.compile(DEVICE, re.IGNORECASE)
MY_DEVICE = re.compile(
    r"^[\s*_]{0,4}sent from (?:my|a|an)(?: [^\s,.;:!?]{1,20}){1,6}[\s*_]{0,4}$", re.IGNORECASE
)
SPEECH = re.compile(
    r"[.,;!?] (?!(?:please )?(?:excuse|forgive|apolog|maaf|mohon maaf|mohon dimaklumi|harap maklum|sorry))"
    r"\w+ \w+ \w+|\b\d{1,2}[.:]\d\d\b|\b\d{4}\b|\b(?:tanggal|kepada|tadi|kemarin|sudah|belum|aplikasi"
    r"|kantor|kurir|pos"
    r"|laporan|surat|berkas|dokumen|dinas|petugas|loket|portal|website|lapor|formulir)\b",
    re.IGNORECASE,
)
DEVICE_FROM_BEHIND = re.compile(
    r"^(?:This message was sent using IMP.{0,40}|.{0,30}から送信|나의 .{0,20}에서 보냄|ᐧ|发自我的.{0,30})$"
)
LINK = re.compile(r"\(?<?https?://[^\s<>()]{1,300}>?\)?|<mailto:[^<>]{1,120}>")
SIGNATURE = re.compile(r"^(?:-- ?|--\s*|—{1,2} ?|__ ?)$")
HEADED = re.compile(
    r"^[\s*_\-=#]{0,8}(?:peringatan|disclaimer|penafian|sanggahan|catatan kerahasiaan|pernyataan kerahasiaan"
    r"|kerahasiaan|confidentiality(?: notice| note)?|confidential|legal notice|legal disclaimer|perhatian"
    r"|important notice|notice of confidentiality|privacy notice|notice|please note)\s*[*_]{0,2}(?:$"
    r"|[:.\-–])",
    re.IGNORECASE,
)
OF_THE_MAIL = re.compile(
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
PROOF = re.compile(
    r"confidential|privileged|intended (?:solely|only|recipient|for)|rahasia|penerima|bukan pihak"
    r"|penerima yang (?:di)?(?:tuju|maksud)|ditujukan|diperuntukkan|dimaksudkan"
    r"|unauthori[sz]ed|before (?:you )?print|mencetak|virus|kertas|dilarang (?:membaca|menyalin|menyebar)"
    r"|monitored|automatically logged|necessarily (?:those|reflect|represent)|legally binding",
    re.IGNORECASE,
)
MAIL_ITSELF = re.compile(
    r"(?:e-?mails?|surel|surat elektronik|pesan|messages?|communications?|attachments?|transmission|penerima"
    r"|recipient|virus)\b",
    re.IGNORECASE,
)
MORE = re.compile(
    r"delete|hapus|notify|beri ?tahu|views?|opinions?|pendapat|pandangan|liab|tanggung jawab|copies|salin"
    r"|disclos|distribut|menyebar|secure|scan|logged|monitor|terima kasih atas (?:perhatian|kerja ?sama)",
    re.IGNORECASE,
)
# A person speaks: what follows is a request or a report, whatever words of secrecy it uses.
PERSON = re.compile(
    r"\b(?:I|my|me|(?i:saya|aku|sy|gue|beta|tiang|identitas|pelapor|laporan|pengaduan|aduan|complain\w*"
    r"|ombudsman))\b"
    r"|\b(?i:kami)\b(?!(?i:.{0,300}penerima))"
)
# It speaks of a mail and of whoever may get it: a person who asks for secrecy names the reader, or no mail.
OF_SECRETS = re.compile(
    r"rahasia|confidential|privileged|hanya|intended|ditujukan|diperuntukkan|dimaksudkan", re.IGNORECASE
)
OF_READERS = re.compile(
    r"penerima|yang (?:di)?tuju|berhak|recipient|addressee|named (?:person|individual)|individual"
    r"|entity|privileged"
    r"|confidential",
    re.IGNORECASE,
)
OF_PAPER = re.compile(
    r"virus|environment|lingkungan|\bbumi\b|kertas|print|mencetak|monitored|necessarily|logged", re.IGNORECASE
)
LIST_FOOTER = re.compile(
    r"\bmailing list\b|\bmilis\b|/mailman/listinfo/|groups\.(?:google|yahoo|io)", re.IGNORECASE
)
FRAME = re.compile(r"^\s{0,4}([*_=#~-])\1{19,}\s*$")
UNSEEN = "\u200b\u200e\u200f\u2060\u2063\ufeff"
TAIL_WORDS = (
    "dikirim|terkirim|dihantar|ditulis|sent |outlook|kirim |envoy|gesendet|von mein|enviado|inviato"
    "|verzonden|skickat"
    "|sendt|lähetetty|wysłan|отправлено|发自|から送信|에서 보냄|ᐧ|powered by|yahoo mail|mail for|--|—"
    "|__|disclaimer"
    "|penafian|sanggahan|peringatan|rahasia|confidential|privileged|intended|virus|think|consider|print"
    "|lingkungan"
    "|mencetak|kertas|dapatkan |unduh |get |perhatian|notice|monitored|necessarily|penerima"
    "|mailing list|milis|listinfo"
)
