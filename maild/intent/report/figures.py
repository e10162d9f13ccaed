# ruff: noqa: E501 - the patterns read best on one line
"""Numbers of a person in prose: identity card, telephone; and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SIXTEEN = re.compile(r"(?<![\d/])(?:\d[ .\-]?){15}\d(?!\d)(?![ .\-/]?\d)")
# The word nearest before a number says what it is.
_LABEL_BEFORE = re.compile(
    r"(?P<nik>\bnik\b|\bktp\b|identitas|kependudukan|\bn\.i\.k\b|id (?:card|number))"
    r"|(?P<other>\bkk\b|kartu keluarga|\bnip\b|rekening|\brek\b|npwp|\bnib\b|pelanggan|langganan|\bmeter|\bidpel|token|paspor|passport|\bsim\b"
    r"|kartu kredit|virtual account|\bva\b|\bbpjs\b|\bnop\b|berkas|resi|\bkode\b|kontrak|polis|sertifikat|\bnuptk\b|\bnisn\b|\bnis\b|tiket|invoice|billing|\bimei\b)",
    re.IGNORECASE,
)  # fmt: skip
_MOBILE = re.compile(
    r"(?<![\d.])(?:\(?\+?62\)?[ .\-]{0,2}(?:\(0\))?|\(?0)[ ]?8\d{1,2}\)?(?:[ .\-]{0,3}\d{2,4}){2,4}(?!\d)"
)
_LANDLINE = re.compile(
    r"(?<![\d.\-])(?:\(0\d{2,3}\)[ ]?|\(?\+?62\)?[ \-](?!8)\d{2,3}[ \-]|0\d{2,3}[ \-])\d{3,4}[ \-.]?\d{2,4}(?!\d)"
)
_CALLED = re.compile(
    r"\b(?:telp|tlp|telepon|telpon|tel|phone|fax|hubungi|kontak|hp|wa)\b(?:\.?\s(?:rumah|saya|kami|sy))?\W{0,6}$",
    re.IGNORECASE,
)
# Whose number it is, where not the reporter's.
_THEIRS = re.compile(
    r"\b(?:calo|penipu|pelaku|oknum|call ?cent(?:er|re)|hotline|nomor (?:pengaduan|layanan|darurat)|(?:wa|hp|telp\w*|nomor|no\.?|kontak) (?:\w+ ){0,1}(?:petugas|dinas|kantor|loket|penyidik|cs|pegawai|pejabat))\b[^.;\n]{0,25}$",
    re.IGNORECASE,
)  # fmt: skip


def nik_in(text: str, labels: Mapping[str, str], name: str | None = None) -> str | None:
    """Sixteen digits that are an identity number: by the nearest word before them, else by their make-up.

    A family card (KK) has the same make-up and is told by its label alone. Of a list, the line of `name`.
    """
    told = re.sub(r"^\D+|\D+$", "", labels.get("nik", ""))
    digits = re.sub(r"\D", "", told)
    if len(digits) == 16 and not any(map(str.isalpha, told)):  # words between are no part of a number
        return digits
    found: list[tuple[int, str]] = []
    for match in _SIXTEEN.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        said = [m.lastgroup for m in _LABEL_BEFORE.finditer(text[max(0, match.start() - 45) : match.start()])]
        if said and said[-1] == "other":
            continue
        line = text[max(0, match.start() - 120) : match.start()].rpartition("\n")[2].lower()
        if name and name.lower() in line and plausible(digits):
            return digits
        if said or plausible(digits):
            found.append((0 if said else 1, digits))
    return min(found, default=(0, ""), key=lambda pair: pair[0])[1] or None


def plausible(digits: str) -> bool:
    """Province 11-97, day 01-31 (women 41-71), month 01-12 (Permendagri on the NIK)."""
    day, month = int(digits[6:8]) % 40, int(digits[8:10])
    return 11 <= int(digits[:2]) <= 97 and 1 <= day <= 31 and int(digits[6:8]) <= 71 and 1 <= month <= 12


def phone_in(text: str, labels: Mapping[str, str]) -> str | None:
    """The reporter's number as written: the form's, else the first that is nobody else's; 9 to 13 digits."""
    told = labels.get("phone", "")
    for pattern in (_MOBILE, _LANDLINE):
        match = pattern.search(told)
        if match:
            return _tidy(match.group())
    for match in _MOBILE.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        said = [m.lastgroup for m in _LABEL_BEFORE.finditer(before[-25:])]
        if said[-1:] == ["other"] or _THEIRS.search(before):
            continue
        if 10 <= len(re.sub(r"\D", "", match.group())) <= 15:
            return _tidy(match.group())
    for match in _LANDLINE.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if (match.group().startswith("(") or _CALLED.search(before)) and not _THEIRS.search(before):
            return _tidy(match.group())
    return None


def _tidy(number: str) -> str:
    """As written, without a bracket that has no partner."""
    if number.count("(") != number.count(")"):
        number = number.replace("(", "").replace(")", "")
    return " ".join(number.split())
