"""Who complains, of whom and about what: form labels in any order, and the same facts told in prose."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Labels of the intake form and their synonyms (formulir penerimaan laporan); longest spelling first wins.
LABELS: Mapping[str, tuple[str, ...]] = {
    "reporter_name": ("nama lengkap pelapor", "nama lengkap", "nama pelapor", "nama saya", "nama sy", "nama",
                      "identitas pelapor", "pelapor", "reporter", "full name", "name"),
    "nik": ("nomor induk kependudukan", "nik/no ktp", "nik / no ktp", "no ktp/nik", "no nik", "nik",
            "nomor ktp", "no ktp", "nomor identitas", "no identitas", "ktp"),
    "address": ("alamat lengkap", "alamat rumah", "alamat pelapor", "alamat tinggal", "alamat domisili",
                "tempat tinggal", "domisili", "alamat", "almt", "address"),
    "phone": ("nomor telepon/hp", "no telp/hp", "no hp/wa", "nomor telepon", "nomor hp", "nomor wa", "no telepon",
              "no telp", "no tlp", "no hp", "no wa", "telepon/wa", "telepon", "telp", "tlp", "hp/wa", "hp",
              "wa", "whatsapp", "kontak", "phone"),
    "agency": ("nama instansi terlapor", "instansi yang dilaporkan", "instansi yang dilapor", "instansi terlapor",
               "pihak yang dilaporkan", "pihak terlapor", "unit terlapor", "nama terlapor", "yang dilaporkan",
               "instansi", "terlapor", "teradu", "agency"),
    "matter": ("uraian peristiwa", "uraian laporan", "uraian kejadian", "uraian singkat", "uraian masalah",
               "kronologis kejadian", "kronologi kejadian", "kronologis", "kronologi", "isi laporan",
               "isi pengaduan", "isi aduan", "pokok laporan", "pokok permasalahan", "permasalahan", "ringkasan",
               "deskripsi", "uraian", "masalah", "keluhan", "substansi"),
    "prior_complaint": ("upaya yang sudah dilakukan", "upaya yang telah dilakukan", "upaya yang pernah dilakukan",
                        "upaya penyelesaian", "upaya sebelumnya", "upaya pelapor", "upaya kami", "upaya",
                        "sudah mengadu ke", "pernah melapor ke"),
    "wish": ("harapan pelapor", "harapan kami", "harapan", "tuntutan", "permintaan", "keinginan pelapor"),
    "secrecy": ("apakah identitas dirahasiakan", "identitas dirahasiakan", "identitas pelapor dirahasiakan",
                "kerahasiaan identitas", "kerahasiaan", "rahasiakan identitas"),
    "external_ref": ("nomor laporan lapor", "no laporan lapor", "tracking id", "no tiket lapor", "id lapor"),
}  # fmt: skip

# Labels that end the value before them, without being of use themselves.
_OTHER = ("tempat/tgl lahir", "tempat tgl lahir", "tempat tanggal lahir", "ttl", "tempat lahir", "tanggal lahir",
          "jenis kelamin", "agama", "pekerjaan", "status pernikahan", "status", "pendidikan", "umur", "usia", "email", "e-mail",
          "pejabat/petugas", "jabatan", "lampiran", "bukti", "no kk", "nomor kk", "nip", "perihal", "hal", "nomor",
          "tanggal kejadian", "tanggal", "kewarganegaraan", "warga negara", "tembusan", "no rekening", "sifat")  # fmt: skip

_SPELLED = sorted(
    [(label, field) for field, labels in LABELS.items() for label in labels] + [(o, "") for o in _OTHER],
    key=lambda pair: -len(pair[0]),
)
_FIELD_OF = dict(reversed(_SPELLED))
_ALTERNATIVES = "|".join(re.escape(label).replace(r"\ ", r"\.?[ \t]+") for label, _ in _SPELLED)
_LABEL = re.compile(
    rf"^[ \t>*•\-–|]*(?:\d{{1,2}}[.)]|[a-z][.)])?[ \t*]*({_ALTERNATIVES})\.?[ \t]*(?:\([^)\n]{{0,60}}\))?[ \t*]*"
    r"(?:[:=?：\t|]+[ \t*:=|]*|[ \t]+[-–][ \t]+|(?=\n[ \t]*:)|$)",
    re.IGNORECASE | re.MULTILINE,
)
_EMPTY = re.compile(r"^(?:[-–—.…_\s]*|idem|sda|s\.d\.a\.?|tidak ada|n/?a|kosong|\(.*\))$", re.IGNORECASE)
_ONE_LINE = frozenset({"reporter_name", "nik", "phone", "secrecy", "external_ref"})

_TITLES = r"(?:Drs?|Dra|Ir|H|Hj|Prof|dr|Pdt|Ns|Rm|Romo|Sr|Bpk|Bapak|Ibu|Pak|Bu|Mbak|Mas|Kak|Bang|Om|Bli|Mbok|Sdri?|Tn|Ny|Nn|Mr|Mrs|Ms)\.?\s+"
_NAME = r"(?:[A-Z][\w’'`.\-]*\.?)(?:\s+(?:[A-Z][\w’'`.\-]*|(?:bin|binti|de|da|van)\b)){0,6}"
_SELF = re.compile(
    r"(?:\b(?i:nama (?:lengkap )?(?:saya|sy|kami|beta|tiang|lengkap\s+saya)(?: adalah| ini)?|saya yang bernama|saya bernama"
    r"|perkenalkan,?(?: nama)? (?:saya|kami)|perkenankan saya|diwakili oleh|atas nama klien kami(?: sdri?\.?)?"
    r"|pemilik\s*:|kontak person\s*:|contact person\s*:|kontak kami\s*:|narahubung\s*:|identitas(?: saya)?\s*:"
    r"|pelapor\s*:|my name is|i am|nama(?:ku)?|sy pu nama|saya pu nama|beta pu nama|an\.|a\.n\.|saya ini|sebut saja saya"
    r"|saya|kami|sy|beta|tiang|aku))[,:]?\s+"
    rf"(?:{_TITLES})*(?P<name>{_NAME})"
)
_SELF_LOWER = re.compile(
    r"\b(?P<sure>nama (?:saya|sy|beta|tiang)|(?:sy|saya|beta) pu nama)?(?(sure)|(?:saya|sy|beta|tiang))\s+"
    r"(?P<name>[a-z][a-z'’]+(?:\s+[a-z][a-z'’]+){1,3}?)"
    r"(?=\s*(?:[,.(\n]|$|\b(?:dari|di|alamat|tinggal|ketua|umur|warga|nik|rumah)\b))"
)
_OTHERS = re.compile(
    r"\b(?:bapak|bapa|ibu|mama|papa|ayah|anak|suami|istri|isteri|nenek|kakek|adik|kakak|kaka|keponakan|paman|tante|mertua|teman"
    r"|tetangga|klien|orang tua|almarhum|alm)\s*$",
    re.IGNORECASE,
)
_CLIENT = re.compile(
    rf"\b(?i:klien kami|klien saya|pemberi kuasa|diwakili oleh|pelapor\s*:|pemilik\s*:)[\s,:]*(?:{_TITLES})*(?P<name>{_NAME})"
)
_NOT_NAMES = frozenset(
    ["saya", "kami", "sudah", "telah", "mau", "ingin", "mohon", "dari", "di", "ke", "yang", "warga", "tinggal", "adalah", "orang", "ibu", "bapak", "anak", "guru", "bekerja", "kerja", "minta", "lapor", "melapor", "tidak", "belum", "sedang", "juga", "hanya", "ombudsman", "kepada", "pelanggan", "peserta", "alumni", "nasabah", "beli", "urus", "punya", "takut", "bingung", "datang", "pikir", "kira", "rasa", "harap", "tanya", "dengan", "ini", "itu", "sendiri", "ada", "baru", "lahir", "pu", "menyampaikan", "menanyakan", "melaporkan", "mengadukan", "asal", "dulu", "dikenakan", "pi", "disuruh", "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember", "berharap", "bersama", "sekeluarga", "sebagai", "selaku", "sekarang", "lalu", "nama", "dinas", "kantor", "gagal", "tertahan", "merasa", "sangat", "pernah", "masih", "akan", "bisa", "dapat", "harus", "perlu", "coba", "tunggu", "setiap", "tiap", "kalau", "karena"]
)
_ORGANISATION = re.compile(
    r"\b(?:pt|cv|ud|yayasan|kantor|forum|dinas|desa|sekretariat|penerimaan|asisten|finance|admin|warga|anonim\w*|guru"
    r"|paroki|koperasi|homestay|hotel|hukum|rekan|law|legal|nakes|pencari|kelompok|ikatan|aliansi|peduli|mama|oma|opa"
    r"|ombudsman|pvl|no-?reply|info|humas|tim|komunitas|toko|kerja|sma|smp|sd|banjar|lpm|lsm|ombudsmen|customer)\b",
    re.IGNORECASE,
)
_NIK = re.compile(r"(?:\bNIK\b|\bKTP\b|identitas|kependudukan)[^0-9\n]{0,25}\n?[^0-9\n]{0,10}((?:\d[ .]?){15}\d)(?!\d)", re.IGNORECASE)
_NOT_NIK = re.compile(r"\b(?:no\.?\s*kk|kartu keluarga|nip|rekening|npwp)\b", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\d)((?:\+?62|0)8\d{1,2}(?:[ \-.]?\d{3,4}){2,3}|\(?0\d{2,3}\)?[ \-]\d{6,8})(?!\d)")
_LAPOR = re.compile(r"(?:LAPOR!?|SP4N|S4PN|tracking id|lapor\.go\.id)[^\n]{0,60}?#?\b(\d{6,9})\b", re.IGNORECASE)
_STREET = re.compile(
    r"\b(?:jalan|jl\.?|jln\.?|gang|gg\.?|perum(?:ahan)?|btn|blok|rt\.?\s*0?\d+|rw\.?\s*0?\d+|dusun|dsn|lingkungan"
    r"|(?<!kepala )(?<!pemerintah )(?<!perangkat )(?<!kantor )(?<!otonomi )desa|kelurahan|kel\.|br\.|banjar(?: dinas)?|komplek|kompleks)"
    r"\s+[A-Z0-9][^\n;]{2,90}",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:tinggal(?: di)?|alamat(?: saya| kami)?(?: di)?|beralamat(?: di)?|berkedudukan di|domisili(?: di)?|bertempat tinggal di|almt|rumah(?: saya)? di)"
    r"\s*:?\s*([^\n.;]{4,100})",
    re.IGNORECASE,
)


def labelled(text: str) -> dict[str, str]:
    """Values behind form labels; a value may wrap, lists and paragraphs of the account are kept whole."""
    marks = list(_LABEL.finditer(text))
    found: dict[str, str] = {}
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        field = _FIELD_OF.get(_plain(mark.group(1)), "")
        value = _value(text[mark.end() : following.start() if following else len(text)], field)
        if field and value and field not in found:
            found[field] = value
    return found


def _plain(label: str) -> str:
    return re.sub(r"\.?\s+", " ", label.lower()).strip()


def _value(raw: str, field: str) -> str:
    raw = raw.lstrip(" \t:=|*").lstrip("\n").lstrip(" \t:=|*") if not raw[:2].strip() else raw
    if field in _ONE_LINE:
        raw = raw.split("\n", 1)[0]
    elif field != "matter" and field != "prior_complaint":
        raw = re.split(r"\n\s*\n", raw, maxsplit=1)[0]
    value = " ".join(raw.split()).strip(" *|,")
    return "" if _EMPTY.match(value) else value


def name_in(text: str, sender_name: str, sender_address: str, labels: Mapping[str, str]) -> str | None:
    """The person who complains, never the lawyer, clerk or company that sent the mail."""
    known = set(re.findall(r"[a-z]{3,}", f"{sender_name} {sender_address.partition('@')[0]}".lower()))
    text = _unwrapped(text)
    for candidate in (
        _clean(labels.get("reporter_name", "")),
        _matched(_CLIENT, text),
        _matched(_SELF, text),
        _lower_name(text, known),
        _signature(text),
    ):
        if candidate and _full(candidate):
            return candidate
    if _full(_clean(sender_name)) and not _ORGANISATION.search(sender_name):
        return _clean(sender_name)
    return None


def _unwrapped(text: str) -> str:
    """Lines that a mail program broke at its right edge, joined again."""
    joined: list[str] = []
    for line in text.splitlines():
        if joined and len(joined[-1].rsplit("\n", 1)[-1]) > 55 and line.strip() and joined[-1][-1:] not in ".:!?":
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
        if match.group("sure") or any(p in k or k in p for p in parts if len(p) > 2 for k in known):
            return match.group("name").title()
    return None


def _signature(text: str) -> str | None:
    """A line of nothing but a name near the end, or a name before ', Desa …' or behind a closing formula."""
    lines = [ln.strip() for ln in text.strip().splitlines() if ln.strip()][-9:]
    for line in reversed(lines):
        line = re.sub(r"^.*?(?i:terima kasih|makasih|salam|hormat saya|hormat kami|regards|suksma)[,.!]\s*(?=[A-Z])", "", line)
        head = re.split(r"[,(–]|\s-\s|\bNIK\b", line, maxsplit=1)[0].strip()
        head = re.split(r"(?<=[a-z]{3})[.!?]\s+", head)[-1].strip()
        if re.fullmatch(rf"(?:{_TITLES})*{_NAME}", head) and _full(_clean(head)) and not _ORGANISATION.search(head):
            return _clean(head)
    return None


def _clean(name: str) -> str:
    name = re.split(r"[,(;\n]|\s-\s|\s\d|\bNIK\b|\bumur\b|(?<=\w{4})\.\s", name, maxsplit=1)[0]
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


_NO_PERSON = frozenset(
    ["terima", "kasih", "hormat", "salam", "ombudsman", "ri", "yth", "kepada", "dengan", "selamat", "pagi", "siang", "sore", "malam", "demikian", "polres", "polresta", "kabupaten", "kota", "provinsi", "kecamatan", "kelurahan", "desa", "jalan", "jl", "kepala", "perwakilan", "dinas", "bpn", "pln", "pdam", "rsud", "bpjs", "bank", "om", "santih", "swastyastu", "swastiastu", "tuhan", "assalamualaikum", "wassalam", "regards", "dear", "kind", "best", "fakultas", "manager", "head", "kuasa", "dikirim", "sent", "iphone", "android", "samsung", "yahoo", "tembusan", "lampiran", "the", "of", "advocates", "tolong", "mohon"]
)


def nik_in(text: str, labels: Mapping[str, str]) -> str | None:
    """Sixteen digits behind a word that says identity card; not KK, NIP or account numbers."""
    labelled_digits = re.sub(r"\D", "", labels.get("nik", ""))
    if len(labelled_digits) == 16:
        return labelled_digits
    for match in _NIK.finditer(text):
        before = text[max(0, match.start() - 12) : match.start(1)]
        digits = re.sub(r"\D", "", match.group(1))
        if not _NOT_NIK.search(before) and len(digits) == 16:
            return digits
    return None


def phone_in(text: str, labels: Mapping[str, str]) -> str | None:
    match = _PHONE.search(labels.get("phone", "")) or _PHONE.search(text)
    return match.group(1) if match else None


def address_in(text: str, labels: Mapping[str, str]) -> str | None:
    """A street, village or kelurahan; a kecamatan alone is none."""
    if labels.get("address"):
        return labels["address"]
    lives = _LIVES.search(text)
    if lives:
        return lives.group(1).strip(" ,")
    street = _STREET.search(text)
    return " ".join(street.group().split()).strip(" ,") if street else None


def external_ref_in(text: str) -> str | None:
    match = _LAPOR.search(text)
    return match.group(1) if match else None
