"""Who is named in an answer: a form filled in, a free sentence, the text of a decree (surat keputusan)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from maild.directory.people import is_free_mail
from maild.directory.roster import is_addr_spec, is_plain
from maild.intent import dates, successor

LIMIT = 20_000  # characters of one text


@dataclass(frozen=True, slots=True)
class Person:
    """What was read; '' where nothing was. Days are ISO. `several`: more than one person may be meant."""

    name: str = ""
    address: str = ""
    private: str = ""  # a second address, said to be private or one of free mail
    phone: str = ""
    role: str = ""
    decree_number: str = ""
    decree_date: str = ""
    since: str = ""
    until: str = ""
    deputy_name: str = ""
    deputy_address: str = ""
    several: str = ""

    def as_facts(self) -> dict[str, str]:
        """For a question or an inquiry, which hold plain text only."""
        return {f.name: str(v) for f in fields(self) if (v := getattr(self, f.name))}


def from_facts(facts: Mapping[str, str]) -> Person:
    return Person(**{f.name: facts.get(f.name, "") for f in fields(Person)})


def merged(first: Person, second: Person) -> Person:
    """`first` where it says something; two different addresses or names make it doubtful."""
    values = {f.name: getattr(first, f.name) or getattr(second, f.name) for f in fields(Person)}
    differ = first.address and second.address and first.address != second.address
    return replace(Person(**values), several="yes") if differ else Person(**values)


_MAIL = r"(?:surel|e-?mail|surat elektronik)"
_PAPER = r"(?:sk|surat keputusan|keputusan|surat tugas)"
_LABELS = (
    (
        "deputy_name",
        r"(?:nama )?(?:pejabat )?(?:pengganti|wakil)(?: sementara| saat berhalangan)?|substitute|deputy",
    ),
    ("deputy_address", rf"(?:alamat )?{_MAIL} (?:pejabat )?(?:pengganti|wakil)"),
    ("private", rf"(?:alamat )?{_MAIL} (?:pribadi|cadangan|lain|kedua)|private e-?mail"),
    ("address", rf"(?:alamat )?{_MAIL}(?: (?:dinas|kantor|aktif|resmi|kedinasan))?"),
    (
        "phone",
        r"(?:no(?:mor)?\.? ?)?(?:hp|wa|whatsapp|telepon|telp|tlp|handphone|ponsel|kontak)\b[ ./&,a-z]{0,25}",
    ),
    ("decree_date", rf"(?:tanggal|tgl\.?) (?:{_PAPER}|penetapan)"),
    ("decree_number", rf"(?:no(?:mor)?\.? )?{_PAPER}(?: no(?:mor)?\.?)?(?: penunjukan)?"),
    (
        "until",
        r"masa (?:tugas|berlaku|penugasan|jabatan)(?: sampai| s\.?d\.?)?"
        r"|berlaku(?: sampai| s\.?d\.?| hingga)?|sampai dengan",
    ),
    ("role", r"jabatan|unit(?: kerja)?|bagian"),
    (
        "name",
        r"nama(?: lengkap)?(?: (?:pejabat(?: penghubung)?|narahubung|dan gelar|yang benar))?(?: baru)?|name",
    ),
)
_FORM = [
    (
        field,
        re.compile(
            rf"^[\s>*•\d.)a-e-]{{0,8}}(?:{label})[ \t]{{0,30}}[:=][ \t]{{0,10}}(\S[^\n]{{0,200}})",
            re.I | re.M,
        ),
    )
    for field, label in _LABELS
]
_EMPTY = re.compile(r"[\s._…:-]*(?:\([^)]*\))?[\s._…-]*")
_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_PHONE = re.compile(r"(?<![\d@./])(?:\+62|62|0)[ -]?8[\d -]{7,14}\d(?!\d)")
_PRIVATE = re.compile(r"(?:pribadi|cadangan|gmail|private)[^@\n]{0,25}$", re.I)

_STOP = (  # words that may stand behind a name, with a capital as well
    r"(?!(?:NIP|Nip|HP|Hp|WA|Wa|Email|E-mail|Surel|Telp|Telepon|No|Nomor|Jabatan|Selaku|Sebagai|Kepala|Kasubag"
    r"|Kabid|Sekretaris|Inspektur|Pejabat|Penghubung|Narahubung|Dinas|Kantor|SK|Dengan|Focal|Alamat|Yang|Untuk"
    r"|Terima|Demikian|Mohon|Tim|Staf|Pada|Mulai)\b)"
)
_WORD = rf"{_STOP}(?:[A-Z][\w'’-]*\.?(?:[A-Z][\w'’]*\.?){{0,3}})"
_DEGREE = rf"(?:, {{0,2}}{_STOP}\.?[A-Z][A-Za-z]{{0,6}}\.?(?: ?{_STOP}[A-Z][A-Za-z]{{0,5}}\.?){{0,3}})"
_TITLE = (
    r"(?:(?:[Bb]apak|[Ii]bu|[Bb]pk|[Ss]dri|[Ss]dr|[Ss]audar[ai]|[Pp]ak|[Bb]u|SDRI?|SAUDAR[AI])\b"
    r"\.?:? ?(?:[Nn]ama ?: ?)?)"
)
_CUE = (
    r"(?:(?:kami|telah|sudah|dengan ini|maka|bahwa|untuk) )?"
    r"(?:[Mm]enunjuk(?:kan)?|[Kk]ami tunjuk|[Tt]unjuk|[Dd]itunjuk(?:lah)?|[Mm]enugaskan|[Tt]ugaskan|"
    r"[Mm]engangkat|[Aa]dalah|[Yy]aitu|[Yy]akni"
    r"|[Aa]tas nama|[Aa]\.?n\.|[Dd]igantikan(?: oleh)?|[Dd]iganti(?: oleh)?|[Pp]engganti(?:nya| "
    r"saya)?(?: adalah)?|[Oo]leh|[Ss]ekarang"
    r"|[Mm]enghubungi|[Hh]ubungi|[Kk]ontak|[Nn]arahubung(?:nya)?(?: kami)?(?: baru)?|[Ff]ocal "
    r"point(?: kami)?(?: baru)?|appoint(?:ed)?|is)"
)
_BY_CUE = re.compile(
    rf"{_CUE}\s{{0,3}}:?\s{{0,3}}(?:\w{{2,12}} )?{_TITLE}?({_WORD}(?: {_WORD}){{0,5}}{_DEGREE}{{0,4}})"
)
_LOWER = re.compile(
    r"\b(?:bapak|ibu|bpk|sdri?|saudar[ai]|pak|bu|mas|mbak)\b\.? ((?!sudah|yang|di |ke |sekarang|ya\b|dan )"
    r"[a-z]{1,20}(?: [a-z]{1,20}){0,4})\s{0,2}(?=[,.;:(<\n]|$|\S+@)"
)
_BY_TITLE = re.compile(rf"\b{_TITLE}\s?({_WORD}(?: {_WORD}){{0,5}}{_DEGREE}{{0,4}})")

_DECREE = re.compile(
    r"\b(?:SK|[Ss]urat [Kk]eputusan|[Kk]eputusan|KEPUTUSAN|[Ss]urat (?:[Pp]erintah )?[Tt]ugas|SURAT "
    r"(?:PERINTAH )?TUGAS|SPT|ST)\b"
    r"[^\n:]{0,80}?(?:[Nn]omor|NOMOR|[Nn]o\.?)\s{0,5}:?\s{0,5}([A-Z0-9][A-Za-z0-9.]{0,12}(?: ?[/–-] "
    r"?[A-Za-z0-9.]{1,16}){1,8})"
)
_NUMBER = re.compile(
    r"^\s*NOMOR\s{0,5}:?\s{0,5}([A-Z0-9][A-Za-z0-9.]{0,12}(?: ?[/–-] ?[A-Za-z0-9.]{1,16}){1,8})", re.M | re.I
)
_DATED = re.compile(r"(?:tanggal|tgl\.?|tertanggal|dated)\s{0,5}:?\s{0,5}", re.I)
_UNTIL = re.compile(
    r"\b(?:sampai(?: dengan)?(?: tanggal)?|s\.?/?d\.?|hingga|berakhir(?: pada)?|berlaku sampai|until)\s{0,3}",
    re.I,
)
_SINCE = re.compile(
    r"(?:terhitung(?: mulai)?(?: tanggal)?|\bTMT\b|mulai(?: tanggal)?|per tanggal|sejak)\s{0,3}", re.I
)


def named(text: str, own: Collection[str], today: date, writer: str = "") -> Person:
    """Whom a text of somebody else names. `own`: addresses that are nobody new (ours, recipients, held ones).

    `writer` may name themselves in a form; in sentences their address is a signature.
    """
    text = text[:LIMIT]
    form = _form(text, own, today)
    free = _free(text, {*own, writer}, today)
    if form.name or form.address:
        # A form speaks for itself; of the sentences around it only what it leaves open is taken.
        return merged(
            form,
            replace(free, name="" if form.name else free.name, address="" if form.address else free.address),
        )
    return free


def _form(text: str, own: Collection[str], today: date) -> Person:
    found: dict[str, str] = {}
    for field, pattern in _FORM:
        for match in pattern.finditer(text):
            value = match[1].strip(" \t*;,")
            if not _EMPTY.fullmatch(value) and field not in found:
                found[field] = value
    person = Person(role=_plain(found.get("role", ""))[:80])
    for field in ("name", "deputy_name"):
        person = replace(person, **{field: _name_cell(found.get(field, ""))})
    for field in ("address", "private", "deputy_address"):
        one = next(iter(_addresses(found.get(field, ""), own)), "")
        person = replace(person, **{field: one})
    if person.deputy_name and not person.deputy_address:
        person = replace(person, deputy_address=next(iter(_addresses(found["deputy_name"], own)), ""))
    phone = _PHONE.search(found.get("phone", ""))
    number = re.match(r"[A-Za-z0-9][\w./ –-]{2,50}", _DATED.split(found.get("decree_number", ""))[0])
    return replace(
        person,
        phone=_phone(phone[0]) if phone else "",
        decree_number=_number(number[0]) if number and re.search(r"\d", number[0]) else "",
        decree_date=_day(found.get("decree_date", ""), today)
        or _after(_DATED, found.get("decree_number", ""), today),
        until=_last_day(found.get("until", ""), today),
    )


def _name_cell(value: str) -> str:
    """'Ni Luh Sari, S.Sos (sari@…)' -> 'Ni Luh Sari, S.Sos'."""
    name = re.split(r"[<(;/|]|\bNIP\b|\s-\s|\S+@", value)[0]
    name = re.sub(rf"^{_TITLE}", "", name.strip()).strip(" ,:-")
    name = _ended(name)
    return name if 2 <= len(name) <= 120 and is_plain(name) and not re.search(r"\d{4}", name) else ""


def _free(text: str, own: Collection[str], today: date) -> Person:
    known = successor.named(text, frozenset(own))
    addresses = list(_addresses(text, own))
    private = next((a for a in addresses[1:] if _is_private(text, a)), "")
    if len(addresses) > 1 and not private and _is_private(text, addresses[0]):
        private = addresses.pop(0)
    rest = [a for a in addresses if a != private]
    name = _name(text) or known.get("successor_name", "")
    phone = _PHONE.search(text)
    number = _DECREE.search(text)
    return Person(
        name=name if is_plain(name) else "",
        address=rest[0] if rest else "",
        private=private,
        phone=_phone(phone[0]) if phone else "",
        decree_number=_number(number[1]) if number else "",
        decree_date=_after(_DATED, text[number.end() :][:120], today) if number else "",
        since=_after(_SINCE, text, today),
        until=_after(_UNTIL, text, today),
        several="yes" if len(rest) > 1 else "",
    )


def in_document(text: str, own: Collection[str], today: date) -> Person:
    """The text of a decree: numbers stand in its head, the day where it was signed."""
    text = text[:LIMIT]
    person = named(text, own, today)
    number = _NUMBER.search(text) or _DECREE.search(text)
    signed = list(re.finditer(r"(?:pada tanggal|tanggal|pada)\s{0,5}:?\s{0,5}", text, re.I))
    days = [d for m in reversed(signed) if (d := _day(text[m.end() :][:40], today))]
    if re.search(r"penghubung|narahubung|focal point", text, re.I) is None:
        return Person(name=person.name, address=person.address)  # some other paper: no decree of this post
    return replace(
        person,
        decree_number=_number(number[1]) if number else person.decree_number,
        decree_date=days[0] if days else person.decree_date,
    )


def _name(text: str) -> str:
    for pattern in (_BY_CUE, _BY_TITLE):
        for found in pattern.finditer(text):
            before = text[: found.start()].rstrip().lower()
            name = _ended(" ".join(found[1].split()))
            if before.endswith(("yth.", "yth", "dari", "kepada yth.", "menggantikan")) or len(name) < 3:
                continue
            return name
    found_low = _LOWER.search(text)
    return found_low[1].title() if found_low else ""


def _ended(name: str) -> str:
    """Without what ends the sentence; the dot of a degree ('S.H.') belongs to the name."""
    name = name.strip(" ,;:")
    return name if re.search(r"[.,] ?[A-Z][A-Za-z]{0,4}\.$", name) else name.rstrip(" .")


def _addresses(text: str, own: Collection[str]) -> Iterator[str]:
    seen = set()
    for found in _ADDRESS.findall(text):
        address = found.lower().rstrip(".")
        if address not in own and address not in seen and is_addr_spec(address):
            seen.add(address)
            yield address


def _is_private(text: str, address: str) -> bool:
    at = text.lower().find(address)
    return is_free_mail(address.rpartition("@")[2]) or bool(_PRIVATE.search(text[max(0, at - 40) : at]))


def _phone(written: str) -> str:
    return " ".join(written.split())


def _number(written: str) -> str:
    return re.sub(r"\s*([/–-])\s*", r"\1", written.strip(" .,;"))[:80]


def _plain(value: str) -> str:
    value = " ".join(value.split())
    return value if is_plain(value) else ""


def _day(text: str, today: date) -> str:
    found = dates.every(text, today)
    return found[0].isoformat() if found else ""


def _last_day(text: str, today: date) -> str:
    found = dates.every(text, today)
    return max(found).isoformat() if found else ""


def _after(cue: re.Pattern[str], text: str, today: date) -> str:
    """The first complete date right behind such a word."""
    for found in cue.finditer(text):
        day = _day(text[found.end() :][:30], today)
        if day:
            return day
    return ""
