"""What gives a person away by its form alone: form lines, addresses, phones, numbers, plates."""

from __future__ import annotations

import re

NAME, MAIL, LINK = "[nama disamarkan]", "[surel disamarkan]", "[tautan disamarkan]"
PHONE, IDENTITY, NUMBER = "[telepon disamarkan]", "[nomor identitas disamarkan]", "[nomor disamarkan]"
ADDRESS, PLATE, PART = "[alamat disamarkan]", "[nomor kendaraan disamarkan]", "[bagian ini disamarkan]"

BULLET = r"\s*(?:\d{1,2}\s*[.)]\s*|[-*•–]\s*)?"
_LABELS = (
    r"nama(?: lengkap| pelapor| saya| ibu kandung)?|n\.?i\.?k\.?|nim|npwp|"
    r"no(?:mor|\.)?\s*(?:ktp|identitas|nik|kk|hp|telp(?:on)?|telepon|tlp|wa|whatsapp|handphone)\.?(?:\s*/\s*wa)?|"
    r"(?:tempat\s*(?:[,/&]|dan)?\s*)?(?:tgl|tanggal)\.?\s*lahir|t\.?t\.?l\.?|umur|usia|jenis kelamin|"
    r"agama|pekerjaan|pendidikan(?: terakhir)?|status(?: (?:perkawinan|pernikahan|kawin))?|kewarganegaraan|"
    r"warga negara|alamat(?: lengkap| rumah| pelapor| domisili| saya| ktp| sesuai ktp| tinggal)?|almt|"
    r"domisili|telp(?:on)?\.?|telepon|tlp\.?|hp|h\.p\.|wa|whatsapp|e-?mail|surel|ktp|kk"
)
_LINE_LABELS = (
    r"(?:apakah )?(?:identitas )?dirahasiakan|identitas(?: pelapor)?|pelapor|kontak(?: person| kami| saya)?|"
    r"contact person|cp|hubungan dengan korban"
)
_FORM_LINE = re.compile(
    rf"^{BULLET}(?:{_LABELS}|{_LINE_LABELS})(?:\s*/\s*[\w. ]{{1,20}})?\s*[:=\t?].*$", re.IGNORECASE
)
_ABBREVIATION = r"\b(?:jl|jln|no|gg|br|bnr|kec|kab|kel|ds|dsn|rt|rw|km|prov|st|dr|drs|ir)\."
_INLINE_FORM = re.compile(
    rf"(?<![\w-])(?:{_LABELS})\s*[:=]\s*"
    rf"(?:(?!\b(?:{_LABELS})\s*[:=])(?:{_ABBREVIATION}|[^.;\n\[\]])){{0,120}}",
    re.IGNORECASE,
)
_SIGNED_BELOW = re.compile(
    r"^\s*(?:saya )?yang bertanda ?tangan(?: di)? ?bawah(?: ini)?\s*:?\s*$", re.IGNORECASE
)

_NOT_HOME = "kantor|instansi|email|surel|tujuan|surat|lokasi|yang|tersebut|palsu"
_VERB = (
    r"\s(?:dengan ini|meng\w+|menyampaikan|melapor\w*|ingin|mau|hendak|telah|sudah|saya|kami|mohon|untuk|"
    r"sejak|adalah|nik|hp|wa|telp|telepon|nomor hp)\b"
)
_PLACE_WORD = r"(?i:jl|jln|jalan|desa|ds|kel|kec|kab|kota|rt|rw|br|banjar|gang|gg|dusun|blok|no)\b"
_IN_PLACE = rf"(?:(?!(?i:{_VERB}))(?:(?i:{_ABBREVIATION})|[^,.;\n()\[\]]))"
_HOME = re.compile(
    r"(?<!\w)((?i:(?:ber)?alamat(?: rumah)?(?: saya)?|almt|domisili(?: saya)?)(?: di)?)\s+"
    rf"(?!(?i:{_NOT_HOME})\b)({_IN_PLACE}{{3,70}}(?:,\s?(?=[A-Z0-9]|{_PLACE_WORD}){_IN_PLACE}{{2,50}}){{0,5}})"
)

_MAIL = re.compile(r"[\w.+'-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_LINK = re.compile(
    r"\b(?:https?://|www\.)\S+|\b(?:wa\.me|bit\.ly|t\.me|goo\.gl|maps\.app\.goo\.gl)/\S+", re.IGNORECASE
)
_PLATE = re.compile(  # the letters of the registration areas, so that RT 05 RW stays
    r"\b(?:[ABDEFGHKLMNPRSTWZ]|A[ABDEG]|B[ABDEGHKLMNP]|D[ABCDEGHKLMNPRSTW]|E[ABD]|K[BHTU]|P[ABGST])"
    r" \d{1,4} (?!RT\b|RW\b)[A-Z]{1,3}\b"
)
_DATE = r"(?:\d{1,2}([-/.])\d{1,2}\1(?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
_MONEY = r"(?:rp\.?|idr)\s?\d+(?:[.,]\d+)*|[1-9]\d{0,2}(?:\.\d{3}){1,3}(?:,\d\d)?(?![.\d]*\d)"
_CLOCK = r"\d{1,2}[.:]\d\d(?=\s?(?:s\.?/?d\.?|-|–|wib|wita|wit)\b)"
_SPARED = re.compile(
    rf"(?<!\w){_DATE}|(?<![\w.])(?:{_MONEY})|\b(?:19|20)\d\d/(?:19|20)\d\d\b|{_CLOCK}", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?<![\w.])(?:\(0[2-9]\d{1,2}\)|(?:\+\s?62|62|0)[\s.\-]{0,2}[2-9])(?:[\s.\-]{0,2}\d){5,12}(?!\d)"
)
_NOT_PHONE = re.compile(
    r"(?:pelanggan|langganan|rekening|rek|npwp|nim|nip|nib|kpj|polis|berkas|laporan|tiket|register|id)\.?"
    r"(?: no(?:mor)?\.?)?[\s:]{0,3}$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<!\d)\d(?:[ .\-_]{0,2}\d)*(?!\d)")


def without_form(text: str) -> str:
    """Without the lines and fields of an intake form that say who the reporter is."""
    kept = [line for line in text.split("\n") if not (_FORM_LINE.match(line) or _SIGNED_BELOW.match(line))]
    return _INLINE_FORM.sub("", "\n".join(kept))


def masked(text: str) -> str:
    """Addresses, links, plates, phones and long numbers replaced; dates, money, clock times stay."""
    text = _MAIL.sub(MAIL, text)
    text = _LINK.sub(LINK, text)
    text = _HOME.sub(lambda m: f"{m[1]} {ADDRESS}", text)
    text = _PLATE.sub(PLATE, text)
    text = _PHONE.sub(_phone, text)
    out, last = [], 0
    for spared in _SPARED.finditer(text):
        out += [_DIGITS.sub(_digits, text[last : spared.start()]), spared[0]]
        last = spared.end()
    out.append(_DIGITS.sub(_digits, text[last:]))
    return "".join(out)


def _phone(match: re.Match[str]) -> str:
    return NUMBER if _NOT_PHONE.search(match.string, 0, match.start()) else PHONE


def _digits(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match[0])
    count = sum(map(len, groups))
    if count == 16:
        return IDENTITY
    return NUMBER if max(map(len, groups)) >= 5 or count >= 8 else match[0]
