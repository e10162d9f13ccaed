"""Names that a complaint itself introduces: the writer's own, and those of relatives."""

from __future__ import annotations

import re
from collections.abc import Iterable

from maild.letters.identity import wordset

_CAPITAL = r"(?:[A-Z][a-z]{0,3}\.(?! [A-Z][a-z]+ )|[A-Z][\w'’`-]*|bin\b|binti\b)"
_CAPITALS = rf"{_CAPITAL}(?:[ ]{_CAPITAL}){{0,5}}"
_OWN = re.compile(
    r"(nama(?: lengkap)? (?:saya|sy)|(?:saya|sy) bernama|perkenalkan,? (?:nama )?(?:saya|sy))\b\s*"
    r"(?:adalah\b|ialah\b|:|,)?\s*((?:[^\W\d_][\w'’`-]*\.?[ ]?){1,6})",
    re.IGNORECASE,
)
_KIN = (
    r"(?:istri|isteri|suami|anak|putra|putri|ibu|ayah|bapak|kakak|adik|adek|mertua|orang ?tua|keponakan|cucu|"
    r"nenek|kakek|paman|bibi|ipar|sepupu|klien)"
    r"(?: (?:kandung|perempuan|laki-laki|pertama|kedua|ketiga|bungsu|sulung))?"
)
_RELATIVE = re.compile(
    rf"\b(?i:{_KIN}(?: (?:saya|sy|kami|dari)|nya)),?\s*"
    rf"(?i:(?:yang )?bernama|a\.?n\.?|:)?,?\s*\(?({_CAPITALS})"
)
_ON_BEHALF = re.compile(
    rf"\b(?i:a\.n\.?|an\.?|atas nama|bernama|pasien|almarhum(?:ah)?|alm\.)\s*:?\s+({_CAPITALS})"
)
_CLAUSE_START = re.compile(r"(?:^|[.,;:(!?\n])\s*$")
_CLAUSE_END = re.compile(r"\s*(?:[.,;(!?\n]|$)")
# Where a name ends, when it is not written in capitals.
_NAME_ENDS = wordset(
    """dan dari mau ingin alamat almt tinggal umur usia warga asal dengan sudah yang di ke mengadukan
    melaporkan melapor lapor nik no nomor pekerjaan selaku sebagai adalah ini mohon hendak pelanggan karyawan
    guru petani pensiunan mahasiswa telah akan seorang hp wa tolong domisili beralamat bersama masih tidak
    belum dirahasiakan disebut disampaikan jangan salah tercatat terdaftar ada sama"""
)
NOT_NAMES = wordset(
    """dinas kantor badan kepala bupati gubernur wali walikota camat lurah kapolres kapolda ombudsman pt cv ud
    pemerintah pemkab pemkot pemprov kementerian presiden menteri direktur yayasan koperasi desa warga
    masyarakat sd sdn smp smpn sma sman smk smkn mi mts man paud tk rsud rsup rsu rs rumah puskesmas pustu
    polres polsek polda bpjs pln pdam perumda bpn kantah kab kabupaten kota provinsi kecamatan kelurahan senin
    selasa rabu kamis jumat sabtu minggu januari februari pebruari maret april mei juni juli agustus september
    oktober november desember negeri universitas fakultas sekolah bank indonesia negara jalan jl ktp kk stnk
    bpkb shm nik nip hp wa saya sy kami beta tiang bapak ibu ny pak bu sdr tapi namun jadi padahal mohon
    setelah sejak sampai pada dari ketika waktu kalau karena dan juga banjar br dusun beliau dia mereka
    tanggal istri suami anak"""
)


def shouted(text: str) -> bool:
    """Is the text written in capitals throughout, so that they tell nothing?"""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > len(letters) * 0.6


def introduced(text: str) -> list[str]:
    """Names found after 'nama saya', 'istri saya', 'a.n.' and the like, so that every mention can go."""
    loud = shouted(text)
    names = list(_own_names(text, loud))
    if not loud:
        found = (m[1] for pattern in (_RELATIVE, _ON_BEHALF) for m in pattern.finditer(text))
        names += map(_cut, found)
    return [name for name in names if len(name) >= 3]


def _own_names(text: str, loud: bool) -> Iterable[str]:
    """In small letters a name counts only as a clause of its own: 'nama saya masih dikunci' is none."""
    for match in _OWN.finditer(text):
        capitals = re.match(_CAPITALS, match[2])
        if capitals and not loud:
            yield _cut(capitals[0])
            continue
        name = _cut(match[2])
        rest = match[2][len(name) :].split() if name else []
        ended = not rest or rest[0].strip(".,").lower() in _NAME_ENDS
        if (
            ended
            and _CLAUSE_START.search(text, 0, match.start())
            and (rest or _CLAUSE_END.match(text, match.end()))
        ):
            yield name


def _cut(candidate: str) -> str:
    """The words of a candidate up to the first that cannot be part of a name."""
    kept = []
    for word in candidate.split():
        bare = word.strip(".,").lower()
        if bare in _NAME_ENDS or bare in NOT_NAMES:
            break
        kept.append(word)
    return " ".join(kept)
