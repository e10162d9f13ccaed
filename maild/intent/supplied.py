# ruff: noqa: E501 - the patterns read best on one line
"""What a reporter brings of what a report lacked, and whether the name may be told (UU 37/2008 art. 24).

Read in the light of what was asked: 'ni made cempaka, jl gatsu timur 5' is a name and a home when these were
missing. What is not plain is no data: a photo without a word may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from maild.intent.replies import said
from maild.intent.wording import plain
from maild.message.record import Message

Choice = Literal["secret", "open"]

_LONGEST = 12_000  # characters that are read: data stand at the top of an answer


@dataclass(frozen=True, slots=True)
class Supplied:
    """`brings`: of nama, alamat, terlapor, uraian, upaya, identitas, what stands in the mail for certain.

    `denies`: what the reporter says there is not ('belum pernah lapor ke dinas'). `perhaps`: what an
    attachment may be, for a person to look at. `account`: the words that belong into the account of the matter.
    """

    brings: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    choice: Choice | None = None
    account: str = ""


# --- Secrecy: what the reporter chooses, in `plain` words ----------------------------------------------------
_NO = r"(?:tidak|jangan|jgn|janganlah|jangan2|bukan|belum|sing|ten|don't|do not|not)"
_WHO = r"(?:nama|namanya|identitas|identitasnya|data|jati diri|diri|alamat|kontak|name|identity)"
# 'tidak perlu dirahasiakan', 'tidak usah disembunyikan': words of secrecy that ask for none.
_NEED_NOT = re.compile(
    rf"\b{_NO} (?:perlu |usah |harus |mesti |need to |have to |be )*(?:di|me)?(?:rahasia(?:kan)?|sembunyi(?:kan)?|tutup(?:i|-tutupi)?|samar(?:kan)?|keep(?: \w+){{0,3}} secret)\w*"
    rf"|\b(?:not|no need to)(?: \w+){{0,4}} (?:secret|confidential|anonymous)|rahasia\w* ?[:?=]{{1,3}} ?(?:tidak|no|bukan)\b"
)
# Without one of these nothing is said about secrecy: most mails end here.
_MAY_CHOOSE = re.compile(
    r"rahasia|sebut|identitas|nama|anonim|anonym|secret|confiden|sembunyi|samar|ungkap|buka|takut|\bname|disclos|reveal|private|bocor|jaga|lindung|silak|silah|boleh|sampaikan|keberatan|gpp|gapapa|apa2|apa-apa|tahu|\btau|ketau|dikenal|diam-diam|tanpa |tidak me|jangan|curiga|dengar|\bknow|anyone|\btell|\btold|\blearn",
    re.IGNORECASE,
)
# What our own letters say, sent back without a mark of quotation: nobody's choice.
_OUR_QUESTION = re.compile(
    r"Apakah\s+Saudara\s+menghendaki\s+identitas.{0,1200}?Boleh\s+disampaikan\s+kepada\s+instansi"
    r"(?:[^\n]{0,40}balas.{0,160}?instansi\W{0,3})?",
    re.DOTALL,
)
_OURS = re.compile(r"\b(?:identitas|nama, alamat)\b.{0,200}\bsaudara\b|\bsaudara menghendaki\b")
# Notices that programs put below a mail, and other secrets than a person's.
_BOILERPLATE = re.compile(
    r"\b(?:surel|pesan|message|information|informasi|communication)\b[^.]{0,120}\b(?:confidential|rahasia|privileged|intended)\b[^.]*"
    r"|\b(?:pin|kode|nomor|password|sandi) rahasia\b|\bdokumen rahasia negara\b"
)
_SECRET = re.compile(
    rf"\b(?:di|me|me?)?rahasia(?:kan|in)?\b|\bsecret\b|\bconfidential\b|\banonim\w*|\banonymous\w*"
    rf"|\b(?:{_NO})(?: (?:sampai|boleh|mau|ingin|usah|sebut|di))*(?: \w+)? ?(?:di)?(?:sebut(?:kan)?|buka|ungkap(?:kan)?|sampaikan|cantumkan|tulis|bocor(?:kan)?|kasih tahu|beritahu(?:kan)?|tampilkan|reveal|disclose|mention)(?: \w+){{0,2}} {_WHO}"
    rf"|\b{_WHO}(?: \w+){{0,3}} (?:{_NO})(?: (?:boleh|usah|sampai|mau|ingin|bersedia))* (?:di)?(?:sebut(?:kan)?|buka|ungkap(?:kan)?|sampaikan|cantumkan|tulis|bocor(?:kan)?|ketahui|kasih)"
    rf"|\b(?:di)?(?:sembunyi|samar)kan\b|\btidak (?:mau|ingin|bersedia) (?:di)?(?:ketahui|sebut|kenal)\w*|\bkeep(?: \w+){{0,3}} (?:secret|private|confidential)"
    rf"|\bkerahasiaan(?:nya)?\b|\b{_WHO}(?: \w+){{0,3}} (?:di)?(?:jaga|lindungi|amankan)\b"
    rf"|\btakut (?:ketahuan|diketahui|dipersulit|dibalas|diintimidasi)"
)
_OPEN = re.compile(
    rf"\b(?:boleh|silakan|silahkan|monggo|dapat|izin(?:kan)?|diizinkan|bersedia|setuju|you may|may|can|allow\w*)(?: \w+){{0,5}}?[ ,]{{0,2}}(?:di)?(?:sebut(?:kan)?|buka|ungkap(?:kan)?|sampaikan|cantumkan|ketahui|teruskan|tulis|disclos\w+|reveal\w*|mention\w*|named?)\b"
    rf"|\b{_WHO}(?: \w+){{0,2}} (?:boleh|dapat|silakan|silahkan|terbuka)\b|\b(?:boleh|silakan|silahkan)(?: \w+){{0,3}} {_WHO}\b"
    rf"|\b(?:sebut|sampaikan|cantumkan|tulis)(?:kan)? saja\b|\bboleh(?: kok| ya)?,? (?:silakan|silahkan)\b"
)
_FINE = re.compile(
    rf"\b{_NO} (?:apa-apa|apa2|apa|papa|masalah|keberatan|mengapa|kenapa|soal)\b|\b(?:gapapa|gpp|gak papa|no problem)\b"
)
_MINDS = re.compile(rf"\bkeberatan\b(?: \w+){{0,4}} (?:{_WHO}|disebut\w*|dibuka)\b")
_YES = re.compile(r"\W*(?:ya|iya+|yes|inggih|nggih|enggih|tolong|mohon|benar|betul|setuju)\b[\w ,.!]{0,30}")
_NOPE = re.compile(
    r"\W*(?:boleh(?: pak| bu| saja)?|tidak(?: perlu| usah)?|no|not? needed)\b[ .!]{0,4}(?:terima beri|terima kasih)?\W*"
)


def chosen(text: str, *, asked: bool = False) -> Choice | None:
    """What a text says of secrecy; in doubt the safe one. `asked`: it answers our question 'dirahasiakan?', so
    that a bare 'ya' is a wish for secrecy."""
    if not asked and not _MAY_CHOOSE.search(text[:_LONGEST]):
        return None
    own = (one for one in said(_OUR_QUESTION.sub(" ", text[:_LONGEST])).sentences if not _OURS.search(one))
    words = _BOILERPLATE.sub(" ", " ".join(own))
    rest = " ".join(_NEED_NOT.sub(" ", _FINE.sub(" boleh ", words)).split())
    if _SECRET.search(rest) or _MINDS.search(rest):
        return "secret"
    if not _NEED_NOT.search(words) and _fears_to_be_known(rest):
        return "secret"
    if _NEED_NOT.search(words) or _OPEN.search(rest):
        return "open"
    bare = " ".join(said(text[:400]).core.split()) if asked else ""
    if _YES.fullmatch(bare):
        return "secret"
    return "open" if _NOPE.fullmatch(bare) else None


def _fears_to_be_known(text: str) -> bool:
    """'jangan sampai sekolah tahu saya yang lapor': by the ideas with which a complaint is read."""
    from maild.intent.report.concepts import ideas  # lazy, as elsewhere: its tables are large
    from maild.intent.report.sensitive import asks_secrecy
    from maild.intent.report.text import words

    return asks_secrecy(ideas(words(text)))


# --- Data ---------------------------------------------------------------------------------------------------
_HOME = re.compile(
    r"\b(?:jl|jln|jalan|gang|gg|banjar|br|desa|ds|kelurahan|kel|rt|rw|dusun|dsn|lingkungan|lingk|perum\w*|komplek|kompleks|blok|kampung|kp|btn)\b[ .:]",
    re.IGNORECASE,
)
_LIVES = re.compile(r"alamat|tinggal|domisili|rumah|address|live in", re.IGNORECASE)
_PERSONAL = re.compile(
    r"^[\W\d]{0,6}(?:nama|n\.?i\.?k|no\.? ?(?:ktp|hp|wa|telp\w*|identitas)|nomor (?:ktp|hp|wa|telepon|identitas|induk)|ktp|hp|wa|telp\w*|telepon|alamat|almt|tempat|tgl lahir|ttl|umur|pekerjaan|email|e-mail|surel|domisili|identitas)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?:\d[ .\-]?){9,}")
_NO_EFFORT = re.compile(
    rf"\b(?:belum|{_NO})(?: (?:pernah|sempat|ada|juga|saya|kami|sama sekali|berani|sampai)){{0,3}} (?:me|ber|di)?(?:lapor|adu|ngadu|tanya|nanya|komplain|sampai|nyampai|hubung|datang|upaya|surat|protes|keluh|tegur|kontak)\w*"
    r"|\blangsung (?:lapor |melapor |mengadu |saja )?ke ombudsman\b|\bbelum (?:pernah )?ke (?:kantor|dinas|sana|instansi)\w*|\bhave not (?:yet )?(?:complained|asked|contacted|reported)"
)
_EFFORT = re.compile(
    r"\b(?:sudah|telah|pernah|sempat|terakhir|tadi|tanggal|\d+ ?(?:x|kali)|dua kali|tiga kali|berkali-kali|berulang kali|su|i (?:have|already|did)|already)\b[^.\n]{0,80}?\b(?:lapor\w*|melapor\w*|mengadu\w*|adukan|tanya\w*|bertanya|menanyakan|nanya\w*|komplain|datang\w*|telepon|telpon|menelepon|wa|surat\w*|surati|ke (?:kantor|loket|dinas|sana|petugas|cs)|menghadap|menemui|bilang|sampaikan|menyampaikan|hubungi|menghubungi|chat|email|protes|asked|complained|called|wrote|visited)\b"
)
_DENIES_ID = re.compile(
    r"\b(?:belum|tidak) (?:punya|ada|memiliki|bawa) (?:ktp|identitas|nik)\b|\bktp(?: saya)? (?:hilang|belum jadi)\b"
)
_CARD = re.compile(
    r"\b(?:ktp|e-ktp|ektp|kartu (?:identitas|tanda penduduk)|identitas|suket|surat keterangan|paspor|passport|id card|sim)\b",
    re.IGNORECASE,
)
_CARD_FILE = re.compile(r"ktp|identitas|paspor|passport|nik|suket|id[ _-]?card", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:nanti|menyusul|besok|akan|segera saya|usahakan|nyusul|susulkan)\b")
_SCAN = ("image/", "application/pdf")
_BARE_NAME = re.compile(r"[A-Za-z][a-z'’.]{1,20}(?: [A-Za-z][a-z'’.]{0,20}){1,5}")
_COMMON = """
    saya sy kami yang di ke dari dan ini itu ada sudah belum tidak mau mohon tolong terima kasih makasih baik pak bu bapak ibu
    ya iya siap selamat pagi siang sore malam hormat salam untuk dengan kepada karena juga tapi akan nanti ombudsman berikut data
    lengkap lengkapi kelengkapan laporan lampiran terlampir foto ktp alamat dinas kantor jalan jl desa banjar br gang dikirim sent
    my the is are for mas mbak balasan surel kabupaten kota kab kec kelurahan rt rw segera boleh bisa
"""
_FUNCTION = frozenset(_COMMON.split())  # no part of a name


def may_supply(message: Message, asked: Collection[str]) -> bool:
    """A cheap look whether an answer can bring any of it: to read it as a report takes milliseconds."""
    own = message.new_text[:_LONGEST]
    looks = {
        "identitas": bool(message.attachments) or bool(_DIGITS.search(own)) or bool(_CARD.search(own)),
        "alamat": bool(_HOME.search(own)) or bool(_LIVES.search(own)),
    }
    return any(looks.get(code, True) for code in asked)


def supplied(
    message: Message, asked: Collection[str], today: date, *, about_secrecy: bool = False
) -> Supplied:
    """What an answer of the reporter brings of `asked` (codes of Report.missing). Total."""
    from maild.intent.report import assess  # lazy, as elsewhere: its tables are large

    own = _own_words(message)
    report = assess(replace(message, new_text=own, text=own, forwarded=None), today)
    words = plain(own)
    found = {"terlapor"} - set(report.missing)
    found |= {"alamat"} if "address" in report.fields or _home_line(own) else set()
    name = _name(own, report.fields) if "nama" in asked else ""
    if name and "terlapor" not in assess(replace(message, new_text=name, text=name), today).missing:
        name = ""  # 'Betul kantornya Dukcapil Badung.' names an office, and nobody
    found |= {"nama"} if name else set()
    found |= {"identitas"} if "nik" in report.fields or _card_enclosed(message, words) else set()
    account = _account(own)
    if (
        "uraian" in asked
        and "uraian" not in assess(replace(message, new_text=account, text=account), today).missing
    ):
        found |= {"uraian"} if len(account.split()) >= 10 else set()
    denied = bool(_NO_EFFORT.search(words))
    if not denied and ("upaya" not in report.missing or _EFFORT.search(words)):
        found.add("upaya")
    fields = dict(report.fields)
    fields.pop("reporter_name", None)
    if name:
        fields["reporter_name"] = name
    if "alamat" in found:
        fields["address"] = _home_line(own) or fields["address"].splitlines()[0][:160]
    brings = tuple(code for code in asked if code in found)
    perhaps = tuple(c for c in ("identitas",) if c in asked and c not in found and _scans(message))
    denies = tuple(
        c
        for c, said_so in (("upaya", denied), ("identitas", bool(_DENIES_ID.search(words))))
        if said_so and c in asked and c not in brings
    )
    return Supplied(brings, denies, perhaps, fields, chosen(own, asked=about_secrecy), account)


def not_told(text: str) -> bool:
    """Whether the reporter says that the agency has not been told yet."""
    return _NO_EFFORT.search(plain(text[:_LONGEST])) is not None


def _own_words(message: Message) -> str:
    return message.new_text[:_LONGEST]


def _name(own: str, fields: Mapping[str, str]) -> str:
    """The name as told; else a line, or the beginning of one, of nothing but a name."""
    told = fields.get("reporter_name", "")
    if len(told.split()) > 1:
        return told
    for line in own.splitlines()[:12]:
        head = re.split(
            r"[,;:(/]|\bnik\b|\balamat\b|\bjl\b|\d", line.strip(" -*•.\t"), maxsplit=1, flags=re.I
        )[0].strip()
        parts = head.lower().replace(".", "").split()
        if _BARE_NAME.fullmatch(head) and not set(parts) & _FUNCTION and len(parts) <= 5:
            return head.title() if head.islower() else head
    return told if _labelled_name(own) else ""


def _labelled_name(own: str) -> bool:
    """'nama: Sutrisno' – many Indonesians have but one name."""
    return re.search(r"(?im)^[\W\d]{0,6}nama(?: lengkap)?(?: saya)?\s*[:=]\s*\w{3,}", own) is not None


def _home_line(own: str) -> str:
    """A line, or a part of one, with a street or a village."""
    for line in own.splitlines()[:20]:
        for part in re.split(r"[;.](?=\s)|\bnik\b|\bno\.? ?(?:hp|ktp|wa)\b", line, flags=re.IGNORECASE):
            found = _HOME.search(part + " ")
            if (
                found
                and len(part[found.start() :].split()) >= 2
                and not re.search(r"\b(?:kantor|loket|dinas)\b", part[: found.start()], re.I)
            ):
                return part[found.start() :].strip(" ,.-")[:160]
    return ""


def _scans(message: Message) -> bool:
    return any(a.content_type.lower().startswith(_SCAN) for a in message.attachments)


def _card_enclosed(message: Message, words: str) -> bool:
    """An attachment that its name or the mail's words call an identity card; not one promised for later."""
    if any(_CARD_FILE.search(a.filename) for a in message.attachments if a.filename):
        return True
    spoken = _CARD.search(words)
    if spoken is None or not _scans(message):
        return False
    return not _TO_COME.search(words[max(0, spoken.start() - 40) : spoken.end() + 40])


def _account(own: str) -> str:
    """The words about the matter: without personal data, greetings and thanks, and without what was tried."""
    lines = (ln for ln in own.splitlines() if not (_PERSONAL.match(ln) and len(ln.split()) < 14))
    return "\n".join(one for one in said("\n".join(lines)).raw if not _beside(one)).strip()


def _beside(sentence: str) -> bool:
    """A sentence of personal data, or one that only tells of an effort."""
    words = plain(sentence)
    short = len(words.split()) < 14
    return short and bool(
        _PERSONAL.match(sentence)
        or _DIGITS.search(sentence)
        or _HOME.search(sentence + " ")
        or _EFFORT.search(words)
    )
