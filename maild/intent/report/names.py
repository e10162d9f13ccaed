# ruff: noqa: E501 - the patterns read best on one line
"""The name of the person who complains: form, prose, signature, or what the mail program says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from maild.intent.report.text import word_set

_TITLES = r"(?:Drs?|Dra|Ir|H|Hj|Prof|dr|Pdt|Ns|Rm|Romo|Sr|Bpk|Bapak|Ibu|Pak|Bu|Mbak|Mas|Kak|Bang|Om|Bli|Mbok|Sdri?|Tn|Ny|Nn|Mr|Mrs|Ms)\.?\s+"
_NAME = r"(?:[A-Z][\w’'`.\-]*\.?)(?:\s+(?:[A-Z][\w’'`.\-]*|(?:bin|binti|de|da|van)\b)){0,6}"
_SELF = re.compile(
    r"(?:\b(?i:nama (?:lengkap )?(?:saya|sy|kami|beta|tiang|lengkap\s+saya)(?: adalah| ini)?|saya yang bernama|yang bertanda ?tangan (?:di ?bawah ini|dibawah)|saya bernama"
    r"|perkenalkan,?(?: nama)? (?:saya|kami)|perkenankan saya|diwakili oleh|atas nama klien kami(?: sdri?\.?)?"
    r"|pemilik\s*:|kontak person\s*:|contact person\s*:|kontak kami\s*:|narahubung\s*:|identitas(?: saya)?\s*:"
    r"|pelapor\s*:|my name is|i am|nama(?:ku)?|sy pu nama|saya pu nama|beta pu nama|an\.|a\.n\.|saya ini|sebut saja saya"
    r"|(?:saya|kami|sy|beta|tiang|aku)(?: (?:anak|istri|suami|ibu|bapak|kakak|adik|cucu|menantu|keponakan|orang tua)(?:nya| kandungnya)?)?))[,:]?\s+"
    rf"(?:{_TITLES})*(?P<name>{_NAME})"
)
_SELF_LOWER = re.compile(
    r"\b(?P<sure>nama (?:lengkap )?(?:saya|sy|beta|tiang)(?: adalah)?,?|diwakili oleh|klien kami(?: sdri?\.?| bapak| ibu)?|(?:saya|sy|beta|tiang) bernama|(?:sy|saya|beta) pu nama)?(?(sure)|(?:saya|sy|beta|tiang))\s+"
    r"(?P<name>[a-z][a-z'’]+(?:\s+[a-z][a-z'’]+){1,3}?)"
    r"(?=\s*(?:[,.(\n]|$|\b(?:dari|di|alamat|tinggal|ketua|umur|usia|warga|nik|rumah|suami|istri|anak|anaknya|istrinya|suaminya|mau|ingin|hendak|dengan|peserta|pelanggan|lahir|hp|wa|tapi|melapor\w*|melaporkan|mengadu\w*)\b))"
)
_OTHERS = re.compile(
    r"\b(?:bapak|bapa|ibu|mama|papa|ayah|anak|suami|istri|isteri|nenek|kakek|adik|kakak|kaka|keponakan|paman|tante|mertua|teman"
    r"|tetangga|klien|orang tua|almarhum|alm)\s*$",
    re.IGNORECASE,
)
_CLIENT = re.compile(
    rf"\b(?i:klien kami|klien saya|pemberi kuasa|diwakili oleh|pelapor\s*:|pemilik\s*:)[\s,:]*(?:{_TITLES})*(?P<name>{_NAME})"
)
# Words with which a name begins and hardly a verb: birth-order names and titles of Bali, saints and prophets.
_FIRST_NAMES = word_set(
    "wayan made nyoman ketut putu kadek komang gede gde nengah luh ni ida gusti dewa cokorda desak anak sang iluh "
    "muhammad muhamad mohammad moh ahmad achmad abdul abdullah siti nur nurul agus dewi sri dwi tri eka budi bambang "
    "yohanes yohana yosef yoseph maria petrus paulus antonius fransiskus fransiska yakobus markus lukas stefanus "
    "martinus elisabet elisabeth kristina theresia agustinus benediktus hendrikus melkianus yulius yuliana baiq lalu"
) - {"anak"}
_KIN = re.compile(r"\b(?:mama|oma|opa|mamanya|papa|bunda|ummi|umi|abi|mbah|eyang)\b", re.IGNORECASE)
_NOT_NAMES = word_set(
    "saya kami sudah telah mau ingin mohon dari di ke yang warga tinggal adalah orang ibu bapak anak "
    "guru bekerja kerja minta lapor melapor tidak belum sedang juga hanya ombudsman kepada pelanggan "
    "peserta alumni nasabah beli urus punya takut bingung datang pikir kira rasa harap tanya dengan "
    "ini itu sendiri ada baru lahir pu menyampaikan menanyakan melaporkan mengadukan asal dulu "
    "dikenakan pi disuruh januari februari maret april mei juni juli agustus september oktober "
    "november desember berharap bersama sekeluarga sebagai selaku sekarang lalu nama dinas kantor "
    "gagal tertahan merasa sangat pernah masih akan bisa dapat harus perlu coba tunggu setiap tiap "
    "kalau karena"
)
_ORGANISATION = re.compile(
    r"\b(?:pt|cv|ud|yayasan|kantor|forum|dinas|desa|sekretariat|penerimaan|asisten|finance|admin|warga|anonim\w*|guru"
    r"|paroki|koperasi|homestay|hotel|hukum|rekan|law|legal|nakes|pencari|kelompok|ikatan|aliansi|peduli"
    r"|ombudsman|pvl|no-?reply|info|humas|tim|komunitas|toko|kerja|sma|smp|sd|banjar|lpm|lsm|ombudsmen|customer)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """`complete`: enough for a registration (UU 37/2008 art. 24(1)a); a first name or nickname is not."""

    text: str
    complete: bool


def name_in(text: str, sender_name: str, sender_address: str, labels: Mapping[str, str]) -> Name | None:
    """The person who complains, never the lawyer, clerk or company that sent the mail."""
    known = set(re.findall(r"[a-z]{3,}", f"{sender_name} {sender_address.partition('@')[0]}".lower()))
    text = _unwrapped(text)
    on_form = _clean(labels.get("reporter_name", ""))
    full = next((name for name in _told(text, on_form, known) if name and _full(name)), None)
    if full:
        return Name(full, True)
    shown = _clean(sender_name)
    person = bool(shown) and not _ORGANISATION.search(sender_name)
    if person and _full(shown) and not _KIN.search(shown):
        return Name(shown, True)
    if on_form and on_form.isalpha() and len(on_form) > 2:
        return Name(on_form, True)  # many Indonesians have but one name, and a form asks for all of it
    return Name(shown, False) if person and _nickname(shown) else None


def _nickname(name: str) -> bool:
    parts = {p.lower().strip(".") for p in name.split()}
    return (
        len(parts) <= 3
        and name.replace(" ", "").isalpha()
        and len(name) > 2
        and not parts & (_NO_PERSON | _NOT_NAMES)
    )


def _told(text: str, on_form: str, known: set[str]) -> Iterator[str | None]:
    """Names that the mail gives for its writer, the surest first."""
    yield on_form
    if _shouted(text):  # then case says nothing: only what a cue or the sender's own name bears out
        yield _lower_name(text.lower(), known)
        yield _borne_out(text, known)
        return
    yield _matched(_CLIENT, text)
    yield _matched(_SELF, text)
    yield _lower_name(text, known)
    yield _signature(text)


def _shouted(text: str) -> bool:
    letters = [c for c in text[:2000] if c.isalpha()]
    return len(letters) > 40 and sum(c.isupper() for c in letters) > 0.6 * len(letters)


def _borne_out(text: str, known: set[str]) -> str | None:
    """A last line of two to five words, one of which the sender's name or address holds as well."""
    for line in reversed([ln.strip(" -–.,") for ln in text.strip().splitlines() if ln.strip()][-6:]):
        parts = re.split(r"[,(]", line, maxsplit=1)[0].lower().split()
        if 2 <= len(parts) <= 5 and any(len(p) > 2 and (p in k or k in p) for p in parts for k in known):
            return _clean(" ".join(parts).title())
    return None


def _unwrapped(text: str) -> str:
    """Lines that a mail program broke at its right edge, joined again."""
    joined: list[str] = []
    for line in text.splitlines():
        if (
            joined
            and len(joined[-1].rsplit("\n", 1)[-1]) > 55
            and line.strip()
            and joined[-1][-1:] not in ".:!?"
        ):
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.rstrip())
    return "\n".join(joined)


def _matched(pattern: re.Pattern[str], text: str) -> str | None:
    for match in pattern.finditer(text):
        name = _clean(match.group("name"))
        others = _OTHERS.search(text[max(0, match.start() - 14) : match.start()])
        if _full(name) and not others and not _ORGANISATION.search(name):
            return name
    return None


def _lower_name(text: str, known: set[str]) -> str | None:
    """'saya yakoba adoe di …': a name in small letters counts when the sender's own name or address bears it out."""
    for match in _SELF_LOWER.finditer(text):
        parts = match.group("name").split()
        if set(parts) & _NOT_NAMES or _OTHERS.search(text[max(0, match.start() - 14) : match.start()]):
            continue
        if (
            match.group("sure")
            or parts[0] in _FIRST_NAMES
            or any(p in k or k in p for p in parts if len(p) > 2 for k in known)
        ):
            return match.group("name").title()
    return None


def _signature(text: str) -> str | None:
    """A line of nothing but a name near the end, or a name before ', Desa …' or behind a closing formula."""
    lines = [ln.strip() for ln in text.strip().splitlines() if ln.strip()][-9:]
    for line in reversed(lines):
        line = line.lstrip("-–—~*_ ")
        line = re.sub(
            r"^.*?(?i:terima kasih|makasih|salam|hormat saya|hormat kami|regards|suksma)[,.!]\s*(?=[A-Z])",
            "",
            line,
        )
        tail = re.split(r"(?<=[a-z]{3})[.!?]\s+", line)[-1].strip()
        head = re.split(r"[,(–]|\s-\s|\bNIK\b", tail, maxsplit=1)[0].strip()
        if (
            re.fullmatch(rf"(?:{_TITLES})*{_NAME}", head)
            and _full(_clean(head))
            and not _ORGANISATION.search(head)
        ):
            return _clean(head)
    return None


def _clean(name: str) -> str:
    name = re.split(r"[,(;/\n]|\s-\s|\s\d|\bNIK\b|\bumur\b|(?<=\w{4})\.\s", name, maxsplit=1)[0]
    name = re.sub(rf"^(?:{_TITLES})+", "", name.strip())
    parts = name.split()
    first = 2 if name.lower().startswith("anak agung") else 0  # a Balinese title, not a child
    stop = next((i for i, p in enumerate(parts) if i >= first and _stops(p)), len(parts))
    name = " ".join(parts[:stop]).strip(" .:-")
    return name.title() if name.isupper() or name.islower() else name


def _stops(word: str) -> bool:
    """A function word ends a name, unless written as one: 'Mau' is a name in Timor, 'mau' is 'to want'."""
    return word.lower().strip(".") in _NOT_NAMES and not word.istitle()


def _full(name: str) -> bool:
    """Two words at least; a first name or nickname does not count as a name."""
    parts = name.split()
    first = parts[0].lower().strip(".") if parts else ""
    if not 2 <= len(parts) <= 7 or (first in _NOT_NAMES and not name.lower().startswith("anak agung")):
        return False
    if _NO_PERSON & {p.lower().strip(".") for p in parts}:
        return False
    return sum(1 for p in parts if len(p.strip(".")) > 1) >= 2 or len(parts) > 2


_NO_PERSON = word_set(
    "terima kasih hormat salam ombudsman ri yth kepada dengan selamat pagi siang sore malam demikian "
    "polres polresta kabupaten kota provinsi kecamatan kelurahan desa jalan jl kepala perwakilan "
    "dinas bpn pln pdam rsud bpjs bank om santih swastyastu swastiastu tuhan assalamualaikum wassalam "
    "regards dear kind best fakultas manager head kuasa br jln gang gg pertanahan kantor dikirim sent iphone android samsung yahoo "
    "tembusan lampiran the of advocates tolong mohon"
)
