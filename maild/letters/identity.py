"""Who must not be recognised in a letter, and the folding under which traces of them are looked for (P4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache


def wordset(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that stand in names or sender lines without identifying anybody.
_COMMON = wordset(
    """bapak bpk ibu sdr sdri saudara saudari tuan nyonya haji hajjah drs dra prof dokter bin binti alias dan
    yang dari untuk para warga masyarakat pelapor ketua kepala orang tua wali murid siswa mahasiswa kelompok
    forum keluarga pemohon pengadu hamba allah anonim dirahasiakan rahasia nama tanpa amd spd mpd msi pdt
    the and for desa kota kabupaten provinsi via
    mau dua tiga satu baru jadi sudah bisa ada juga itu ini lagi pada oleh akan saya kami"""
)
# A sender line with one of these names an institution: it gives away as a whole, not by the single word.
_INSTITUTION = wordset(
    """pt cv ud kantor forum yayasan dinas bank penerimaan ombudsman paroki perkumpulan koperasi paguyuban
    komunitas lsm lbh firma hukum toko klinik sekolah asisten piket pvl finance perusahaan admin tim
    sekretariat pencari kerja nakes guru kelompok warga banjar gereja masjid universitas rsud puskesmas"""
)
STREET = {"jl": "jalan", "jln": "jalan", "gg": "gang", "br": "banjar", "bnr": "banjar", "perum": "perumahan"}
_STREET_WORDS = wordset("jalan gang banjar perumahan dusun lingkungan komplek kompleks blok lorong dukuh")
_AREA_WORDS = wordset("desa kelurahan kel kecamatan kec kabupaten kab kota provinsi prov indonesia kode pos")
NOISE = wordset("no nomor nomer number kav")
_ROLE_BOXES = wordset(
    "pengaduan laporan sekretariat info admin humas kontak kantor office surat umum email surel"
)
WORD = re.compile(r"[^\W\d_]+(?:['’‘`´ʼ][^\W\d_]+)*|\d+")
_GLUE = str.maketrans("", "", "'’‘`´ʼ")
_APOSTROPHE = re.compile("['’‘`´ʼ]")
_SUFFIXES = ("nya", "lah", "kah", "pun", "ku", "mu")
_SUFFIX = re.compile(r"(?<=\w{3})(?:nya|lah|kah|pun|ku|mu)$")  # Budinya: that Budi
_DIGITS = re.compile(r"\d(?:[\s.\-/()_,:*·|]{0,8}\d)*")
_NOT_DIGIT = re.compile(r"\D+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NOT_ALNUM = re.compile(r"[\W_]+")
_PIECES = re.compile(r"[,;\n]|\b(?=(?:kel|kec|kab|kota|desa|prov|kelurahan|kecamatan|kabupaten)\b)")


@dataclass(frozen=True, slots=True)
class Identity:
    """What must not leave.

    Names as written, e-mail addresses, numbers (NIK, phones, file numbers), and postal addresses.
    """

    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    postal: tuple[str, ...] = ()


def fold(text: str) -> str:
    """NFKC, lower case, ASCII digits; accents and invisible signs removed."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return _NOT_ASCII.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    char = match[0]
    category = unicodedata.category(char)
    if category in ("Mn", "Cf", "Me"):
        return ""
    return str(unicodedata.digit(char)) if category == "Nd" else char


def words(folded: str) -> list[str]:
    """Words and numbers of folded text; apostrophes inside a word are dropped (Ma'ruf)."""
    found = WORD.findall(folded)
    return [word.translate(_GLUE) for word in found] if _APOSTROPHE.search(folded) else found


def is_name(word: str, sought: Traces) -> bool:
    """Is the folded word part of a name, perhaps with a possessive or particle attached?"""
    return word in sought.words or (word.endswith(_SUFFIXES) and _SUFFIX.sub("", word) in sought.words)


def squeezed(folded: str) -> str:
    """Letters and digits alone: finds `B u d i` and `budi_santoso`."""
    return _NOT_ALNUM.sub("", folded)


def digit_runs(folded: str) -> list[str]:
    """Groups of digits, with the separators people put between them removed."""
    return [_NOT_DIGIT.sub("", run) for run in _DIGITS.findall(folded)]


@dataclass(frozen=True, slots=True)
class Traces:
    """What to look for, folded. Built once per identity."""

    words: frozenset[str]  # single words of names
    short: frozenset[str]  # words of names too short to search alone: I, Ni, La
    glued: tuple[str, ...]  # names and long words without blanks
    addresses: tuple[str, ...]
    boxes: tuple[str, ...]  # local parts, squeezed
    digits: tuple[str, ...]
    codes: tuple[str, ...]  # numbers that hold letters, such as passports, squeezed
    titles: tuple[tuple[str, ...], ...]  # word sequences of the names of institutions
    phrases: tuple[tuple[str, ...], ...]  # word sequences of postal addresses


@lru_cache(maxsize=256)
def traces(identity: Identity) -> Traces:
    given = [[w for w in words(fold(name)) if not w.isdigit()] for name in identity.names]
    names = [name for name in given if not any(w in _INSTITUTION for w in name)]
    titles = [_title(name) for name in identity.names if any(w in _INSTITUTION for w in words(fold(name)))]
    single = {w for name in names for w in name if len(w) >= 3 and w not in _COMMON}
    short = {w for name in names for w in name if len(w) < 3}
    glued = {"".join(name) for name in names if not set(name) <= _COMMON}
    # Without word boundaries only long strings are sure not to be part of other words.
    glued = {g for g in glued if len(g) >= 7} | {w for w in single if len(w) >= 8}
    mails = tuple(sorted({fold(a).strip() for a in identity.addresses if "@" in a}))
    boxes = {squeezed(m.partition("@")[0].partition("+")[0]) for m in mails}
    return Traces(
        words=frozenset(single),
        short=frozenset(short),
        glued=tuple(sorted(glued)),
        addresses=mails,
        boxes=tuple(sorted(b for b in boxes if len(b) >= 6 and b not in _ROLE_BOXES)),
        digits=tuple(sorted(set(_numbers(identity.numbers)))),
        codes=tuple(sorted({c for c in map(squeezed, map(fold, identity.numbers)) if _is_code(c)})),
        titles=tuple(sorted({p for group in titles for p in group})),
        phrases=tuple(sorted({p for address in identity.postal for p in _postal(fold(address))})),
    )


def found(folded: str, sought: Traces) -> set[str]:
    """Which kinds of identity occur in folded text: name, address, number, postal."""
    hits = set()
    tokens = words(folded)
    tight = squeezed(folded)
    named = any(is_name(token, sought) for token in set(tokens)) or any(g in tight for g in sought.glued)
    if named or any(within(tokens, title) for title in sought.titles):
        hits.add("name")
    if sought.addresses or sought.boxes:
        solid = "".join(folded.split())
        if any(a in solid for a in sought.addresses) or any(b in tight for b in sought.boxes):
            hits.add("address")
    if sought.digits:
        runs = " ".join(digit_runs(folded))
        if any(d in runs for d in sought.digits):
            hits.add("number")
    if any(c in tight for c in sought.codes):
        hits.add("number")
    if sought.phrases:
        plain = _standard(tokens)
        if any(within(plain, phrase) for phrase in sought.phrases):
            hits.add("postal")
    return hits


def within(tokens: Sequence[str], phrase: tuple[str, ...]) -> bool:
    """Do the words of `phrase` stand in `tokens`, one after the other?"""
    return phrase[0] in tokens and f" {' '.join(phrase)} " in f" {' '.join(tokens)} "


def _title(name: str) -> Iterable[tuple[str, ...]]:
    """PT Samudra Jaya (Keuangan) -> the whole before the bracket, and samudra jaya."""
    whole = tuple(words(fold(name.partition("(")[0])))
    telling = tuple(w for w in whole if w not in _INSTITUTION and w not in _COMMON)
    if len(whole) >= 2 and telling:
        yield whole
    if len(telling) >= 2:
        yield telling


def _numbers(values: Iterable[str]) -> Iterable[str]:
    """Digits to look for: windows of ten of a NIK, the subscriber part of a phone, else the number itself."""
    for value in values:
        folded = fold(value)
        digits = _NOT_DIGIT.sub("", folded)
        if len(digits) < 5 or _is_code(squeezed(folded)):
            continue
        if len(digits) == 16:
            yield from (digits[start : start + 10] for start in range(7))
        elif digits.startswith("62") and len(digits) >= 10:
            yield digits[2:]
        elif digits.startswith("0") and len(digits) >= 9:
            yield digits.lstrip("0")
        else:
            yield digits


def _is_code(value: str) -> bool:
    return len(value) >= 5 and any(c.isalpha() for c in value) and any(c.isdigit() for c in value)


def _standard(tokens: Iterable[str]) -> list[str]:
    """Words of an address in one spelling: Jl. -> jalan, No. dropped, 012 -> 12."""
    return [STREET.get(t, t.lstrip("0") or t if t.isdigit() else t) for t in tokens if t not in NOISE]


def _postal(folded: str) -> Iterable[tuple[str, ...]]:
    """Sequences that give an address away; the names of districts alone do not."""
    whole = tuple(_standard(words(folded)))
    if len(whole) >= 4:
        yield whole
    for piece in re.split(
        r"[,;\n]|\b(?=(?:kel|kec|kab|kota|desa|prov|kelurahan|kecamatan|kabupaten)\b)", folded
    ):
        tokens = _standard(words(piece))
        if not tokens or tokens[0] in _AREA_WORDS:
            continue
        yield from _street(tokens)
        if "rt" in tokens and "rw" in tokens:
            start = tokens.index("rt")
            if len(tokens) >= start + 4:
                yield tuple(tokens[start : start + 4])


def _street(tokens: list[str]) -> Iterable[tuple[str, ...]]:
    start = next((n for n, t in enumerate(tokens) if t in _STREET_WORDS), None)
    body = tokens if start is None else tokens[start + 1 :]
    name: list[str] = []
    for token in body:
        if token in ("rt", "rw") or token in _STREET_WORDS:
            break
        name.append(token)
        if token.isdigit():
            break
    letters = [t for t in name if not t.isdigit()]
    if start is not None and letters:
        yield (tokens[start], *letters)
    if letters and len(name) > len(letters):
        yield tuple(name)
