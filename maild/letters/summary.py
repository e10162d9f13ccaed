"""A complaint retold for the agency: the facts stay, the person goes (UU 37/2008 art. 24(2); P2, P3)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from maild.letters.identity import (
    NOISE,
    STREET,
    WORD,
    Identity,
    Traces,
    fold,
    found,
    squeezed,
    traces,
    words,
    wordset,
)
from maild.letters.salutation import without_formalities

NAME, MAIL, LINK = "[nama disamarkan]", "[surel disamarkan]", "[tautan disamarkan]"
PHONE, IDENTITY, NUMBER = "[telepon disamarkan]", "[nomor identitas disamarkan]", "[nomor disamarkan]"
ADDRESS, PLATE, PART = "[alamat disamarkan]", "[nomor kendaraan disamarkan]", "[bagian ini disamarkan]"
NOTHING_LEFT = "[uraian disamarkan seluruhnya; mohon menghubungi kantor kami]"
_LIMIT = 6000

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_BULLET = r"\s*(?:\d{1,2}\s*[.)]\s*|[-*•–]\s*)?"
_LABELS = (
    r"nama(?: lengkap| pelapor| saya| ibu kandung)?|n\.?i\.?k\.?|nim|npwp|"
    r"no(?:mor|\.)?\s*(?:ktp|identitas|nik|kk|hp|telp(?:on)?|telepon|tlp|wa|whatsapp|handphone)\.?(?:\s*/\s*wa)?|"
    r"(?:tempat\s*(?:[,/&]|dan)?\s*)?(?:tgl|tanggal)\.?\s*lahir|t\.?t\.?l\.?|umur|usia|jenis kelamin|"
    r"agama|pekerjaan|pendidikan(?: terakhir)?|status(?: (?:perkawinan|pernikahan|kawin))?|kewarganegaraan|"
    r"warga negara|alamat(?: lengkap| rumah| pelapor| domisili| saya| ktp| sesuai ktp| tinggal)?|almt|"
    r"domisili|"
    r"telp(?:on)?\.?|telepon|tlp\.?|hp|h\.p\.|wa|whatsapp|kontak|e-?mail|surel|ktp|kk|"
    r"(?:identitas )?dirahasiakan|hubungan dengan korban"
)
_FORM_LINE = re.compile(rf"^{_BULLET}(?:{_LABELS})(?:\s*/\s*[\w. ]{{1,20}})?\s*[:=\t].*$", re.IGNORECASE)
_ABBREVIATED = r"(?:\b(?:jl|jln|no|gg|br|bnr|kec|kab|kel|ds|dsn|rt|rw|km|prov|st|dr|drs|ir)\.|[^.;\n\[\]])"
_INLINE_FORM = re.compile(
    rf"(?<![\w-])(?:{_LABELS})\s*[:=]\s*(?:(?!\b(?:{_LABELS})\s*[:=]){_ABBREVIATED}){{0,120}}", re.I
)
_NOT_HOME = "kantor|instansi|email|surel|tujuan|surat|lokasi|yang|tersebut|palsu"
_HOME = re.compile(
    r"(?<!\w)((?:ber)?alamat(?: rumah)?(?: saya)?|almt|domisili(?: saya)?)(?: di)?\s+"
    rf"(?!(?:{_NOT_HOME})\b)({_ABBREVIATED}{{3,120}})",
    re.IGNORECASE,
)
_SIGNED_BELOW = re.compile(
    r"^\s*(?:saya )?yang bertanda ?tangan(?: di)? ?bawah(?: ini)?\s*:?\s*$", re.IGNORECASE
)

_MAIL = re.compile(r"[\w.+'-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_LINK = re.compile(
    r"\b(?:https?://|www\.)\S+|\b(?:wa\.me|bit\.ly|t\.me|goo\.gl|maps\.app\.goo\.gl)/\S+", re.IGNORECASE
)
_PLATE = re.compile(r"\b[A-Z]{1,2} \d{1,4} [A-Z]{1,3}\b")
_DATE = r"(?:\d{1,2}([-/.])\d{1,2}\1(?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
_MONEY = r"(?:rp\.?|idr)\s?\d+(?:[.,]\d+)*"
_CLOCK = r"\d{1,2}[.:]\d\d(?=\s?(?:s\.?/?d\.?|-|–|wib|wita|wit)\b)"
_SPARED = re.compile(
    rf"(?<![\w]){_DATE}|(?<!\w){_MONEY}|\b(?:19|20)\d\d/(?:19|20)\d\d\b|{_CLOCK}", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\w])(?:\+\s?62|62|0)[\s.\-()]{0,2}\d(?:[\s.\-()]{0,2}\d){6,12}(?!\d)")
_DIGITS = re.compile(r"(?<!\d)\d(?:[ .\-_]{0,2}\d)*(?!\d)")

_CAP = r"(?:[A-Z][\w'’`-]*\.?|I\b|bin\b|binti\b)"
_CAPITALS = rf"{_CAP}(?:[ ]{_CAP}){{0,5}}"
_INTRODUCED = re.compile(
    r"\b(nama(?: lengkap)? (?:saya|sy)|(?:saya|sy) bernama|perkenalkan,? (?:nama )?(?:saya|sy))\s*"
    r"(?:adalah|ialah|:|,)?\s*((?:[^\W\d_][\w'’`-]*\.?[ ]?){1,6})",
    re.IGNORECASE,
)
_NAME_ENDS = wordset(
    """dan dari mau ingin alamat almt tinggal umur usia warga asal dengan sudah yang di ke mengadukan
    melaporkan melapor lapor nik no nomor pekerjaan selaku sebagai adalah ini mohon hendak pelanggan karyawan ibu guru
    petani pensiunan mahasiswa telah akan seorang hp wa tolong domisili beralamat bersama"""
)
_KIN = (
    r"(?:istri|isteri|suami|anak|putra|putri|ibu|ayah|bapak|kakak|adik|adek|mertua|orang ?tua|keponakan|cucu|"
    r"nenek|kakek|paman|bibi|ipar|sepupu|klien)"
    r"(?: (?:kandung|perempuan|laki-laki|pertama|kedua|ketiga|bungsu|sulung))?"
)
_KINSMAN = re.compile(
    rf"\b((?i:{_KIN}) (?i:saya|sy|kami)),?\s*(?i:(?:yang )?bernama|a\.?n\.?|:)?,?\s*({_CAPITALS})"
)
_ON_BEHALF = re.compile(
    rf"\b((?i:a\.n\.?|an\.?|atas nama|bernama|pasien|almarhum(?:ah)?|alm\.))\s*:?\s+({_CAPITALS})"
)
_NOT_NAMES = wordset(
    """dinas kantor badan kepala bupati gubernur wali walikota camat lurah kapolres kapolda ombudsman pt cv ud
    pemerintah pemkab pemkot pemprov kementerian presiden menteri direktur yayasan koperasi desa warga
    masyarakat sd sdn smp smpn sma sman smk smkn mi mts man paud tk rsud rsup rs rumah puskesmas pustu polres
    polsek polda bpjs pln pdam perumda bpn kantah kab kabupaten kota provinsi kecamatan kelurahan senin selasa
    rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober
    november desember negeri universitas fakultas sekolah bank indonesia negara jalan jl ktp kk stnk bpkb shm"""
)


def summarise(text: str, identity: Identity) -> str:
    """The complaint without greeting, signature, form lines and whatever names the reporter or relatives.

    Neutral markers such as [nama disamarkan] stand where something was taken out. The result never contains a
    trace that `leaks` would find: what cannot be taken out word by word goes sentence by sentence.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text.replace("\r\n", "\n").replace("\r", "\n")))
    paragraphs = without_formalities(_reflowed(text))
    body = _without_form("\n".join(paragraphs))
    kin = _relatives(body)
    body = _masked_patterns(body)
    body = _masked_identity(body, traces(replace(identity, names=(*identity.names, *kin))))
    body = _tidy(body)
    return _surely_clean(_shortened(body), traces(identity))


def _reflowed(text: str) -> list[str]:
    """Lines as the writer meant them: what a mail program broke at some 72 columns is joined again."""
    lines: list[str] = []
    broken = False
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        starts_new = not line or re.match(
            rf"{_BULLET}[\w /.]{{2,30}}\s*[:=]|\s*(?:\d{{1,2}}\s*[.)]|[-*•–])\s", line
        )
        if broken and not starts_new:
            lines[-1] += f" {line}"
        else:
            lines.append(line)
        broken = 55 <= len(line) <= 100
    return lines


def _without_form(text: str) -> str:
    lines = [
        line for line in text.split("\n") if not _FORM_LINE.match(line) and not _SIGNED_BELOW.match(line)
    ]
    return _INLINE_FORM.sub("", "\n".join(lines))


def _name_of(candidate: str) -> str:
    """The words of a candidate up to the first that cannot be part of a name."""
    kept = []
    for word in candidate.split():
        bare = word.strip(".,").lower()
        if bare in _NAME_ENDS or bare in _NOT_NAMES:
            break
        kept.append(word)
    return " ".join(kept)


def _shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > len(letters) * 0.6


def _relatives(text: str) -> list[str]:
    """Names introduced in the text itself, so that later mentions go too."""
    patterns = [_INTRODUCED] if _shouted(text) else [_INTRODUCED, _KINSMAN, _ON_BEHALF]
    names = (_name_of(match[2]) for pattern in patterns for match in pattern.finditer(text))
    return [name for name in names if name and len(name) >= 3]


def _masked_patterns(text: str) -> str:
    text = _MAIL.sub(MAIL, text)
    text = _LINK.sub(LINK, text)
    text = _HOME.sub(lambda m: f"{m[1]} {ADDRESS}", text)
    text = _PLATE.sub(PLATE, text)
    out, last = [], 0
    for spared in _SPARED.finditer(text):
        out += [_masked_digits(text[last : spared.start()]), spared[0]]
        last = spared.end()
    out.append(_masked_digits(text[last:]))
    return "".join(out)


def _masked_digits(text: str) -> str:
    text = _PHONE.sub(PHONE, text)

    def mask(match: re.Match[str]) -> str:
        count = sum(c.isdigit() for c in match[0])
        longest = max(map(len, re.split(r"\D+", match[0])))
        if count == 16:
            return IDENTITY
        return NUMBER if longest >= 5 or count >= 8 else match[0]

    return _DIGITS.sub(mask, text)


def _masked_identity(text: str, sought: Traces) -> str:
    tokens = [(m.start(), m.end(), "".join(words(fold(m[0])))) for m in WORD.finditer(text)]
    spans = [(start, end, NAME) for start, end in _name_spans(text, tokens, sought)]
    spans += [(start, end, ADDRESS) for start, end in _address_spans(tokens, sought.phrases)]
    spans += [(m.start(), m.end(), NUMBER) for m in _runs(text) if _holds(m[0], sought)]
    out, last = [], 0
    for start, end, marker in sorted(spans):
        if start >= last:
            out += [text[last:start], marker]
            last = end
        else:
            last = max(last, end)
    return "".join([*out, text[last:]])


def _runs(text: str) -> Iterable[re.Match[str]]:
    return re.finditer(r"\w*\d(?:[\s.\-/()_,:*·|]{0,3}\w*\d\w*)*", text)


def _holds(run: str, sought: Traces) -> bool:
    folded = fold(run)
    digits = re.sub(r"\D+", "", folded)
    return any(d in digits for d in sought.digits) or any(c in squeezed(folded) for c in sought.codes)


def _name_spans(
    text: str, tokens: Sequence[tuple[int, int, str]], sought: Traces
) -> Iterable[tuple[int, int]]:
    hits = [
        word in sought.words or any(len(word) >= len(g) and g in word for g in sought.glued)
        for _, _, word in tokens
    ]
    for n in range(len(tokens)):  # I, Ni, La beside a name belong to it
        if not hits[n] and tokens[n][2] in sought.short:
            hits[n] = (n + 1 < len(tokens) and tokens[n + 1][2] in sought.words) or (n > 0 and hits[n - 1])
    start = None
    for n, hit in enumerate(hits):
        if hit and start is None:
            start = tokens[n][0]
        joined = (
            n + 1 < len(tokens) and hits[n + 1] and not text[tokens[n][1] : tokens[n + 1][0]].strip(" .'’-")
        )
        if hit and not joined and start is not None:
            yield start, tokens[n][1]
            start = None


def _address_spans(
    tokens: Sequence[tuple[int, int, str]], phrases: Iterable[tuple[str, ...]]
) -> Iterable[tuple[int, int]]:
    kept = [
        (start, end, STREET.get(word, (word.lstrip("0") or word) if word.isdigit() else word))
        for start, end, word in tokens
        if word not in NOISE
    ]
    plain = [word for _, _, word in kept]
    for phrase in phrases:
        size = len(phrase)
        for n in range(len(plain) - size + 1):
            if tuple(plain[n : n + size]) == phrase:
                yield kept[n][0], kept[n + size - 1][1]


def _tidy(text: str) -> str:
    text = re.sub(r"(\[[a-z ]+ disamarkan\])(?:[\s,]+\1)+", r"\1", text)
    lines = [re.sub(r"\s+([,.;])", r"\1", " ".join(line.split())).strip(" ,;") for line in text.split("\n")]
    lines = [line for line in lines if not _only_markers(line)]
    while lines and (not lines[-1] or (lines[-1].startswith(NAME) and len(lines[-1]) < 110)):
        lines.pop()  # what is left of a signature
    kept = lines[:1] + [b for a, b in pairwise(lines) if a or b]
    return "\n".join(kept).strip()


def _only_markers(line: str) -> bool:
    if "disamarkan]" not in line:
        return False
    rest = re.sub(r"\[[a-z ]+\]", " ", line)
    telling = [
        w
        for w in re.findall(r"\w+", rest)
        if w.lower() not in {"nik", "nim", "hp", "wa", "no", "telp", "nama"}
    ]
    return len(telling) < 2


def _shortened(text: str) -> str:
    if len(text) <= _LIMIT:
        return text
    cut = max(text.rfind(". ", 0, _LIMIT), text.rfind("\n", 0, _LIMIT), _LIMIT // 2)
    return text[: cut + 1].rstrip() + "\n\n[ringkasan dipotong; uraian lengkap ada pada kantor kami]"


def _surely_clean(text: str, sought: Traces) -> str:
    """The promise: `leaks` finds nothing in what is returned."""
    if found(fold(text), sought):
        sentences = re.split(r"(?<=[.?\n])", text)
        text = _tidy("".join(PART + s[len(s.rstrip()) :] if found(fold(s), sought) else s for s in sentences))
    return NOTHING_LEFT if not text or found(fold(text), sought) else text
