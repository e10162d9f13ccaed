# ruff: noqa: E501 - the patterns read best on one line
"""Where the reporter lives: a street, a village or a kelurahan; a kecamatan or a road complained of is none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from maild.intent.report.labels import LIVES, NOT_A_HOME, ROAD_BAD, ROAD_TOLD, STREET

# 'Maria Contoh, Camplong' as the last line: a letter's usual way to say from where.
_SIGNED = re.compile(
    r"(?:[A-Z][\w’'`.]{1,20} ?){1,5},\s{0,2}((?:[A-Z][\w’'`\-]{2,20} ?){1,4}(?:,\s?(?:[A-Z][\w’'`\-]{2,20} ?){1,3})?)"
)
_STORY = re.compile(
    r"(?<=[a-z0-9]{3})\.\s(?=[A-Z])"
    r"|,\s(?=[a-z])(?!(?:desa|ds|kel|kelurahan|kec|kecamatan|kab|kota|br|banjar|rt|rw|no|gg|gang|dusun|lingkungan|blok|jl)\b)"
)
# What else is told in one breath: 'tinggal di Desa Uji, NIK …, HP …'.
_FURTHER = re.compile(
    r",?\s(?:nik|ktp|hp|wa|no\.? ?(?:hp|wa|ktp|telp)|nomor|telp|telepon|umur|usia|pekerjaan)\b", re.IGNORECASE
)
# Where an office stands, nobody lives.
_OFFICE_AT = re.compile(
    r"\b(?:kantor|loket|gedung|cabang|simpang|pasar|toko|puskesmas|sekolah|rsud|bank|terminal)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"^(?:s\.?\w?\.?|m\.?\w{0,4}|sh|se|st|mm|drs|dr|ketua|kepala|direktur|manager|advokat|terima|salam|hormat|mahasiswa|pelapor|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b",
    re.IGNORECASE,
)


def address_in(text: str, labels: Mapping[str, str]) -> str | None:
    """The form's address, else what 'tinggal di' is followed by, else a street, else the place below the name."""
    if labels.get("address"):
        return labels["address"]
    for lives in LIVES.finditer(text):
        value = lives.group(1).strip(" ,")
        if not NOT_A_HOME.match(value) and len(value) > 3:
            return _cut(_FURTHER.split(value, maxsplit=1)[0])
    for street in STREET.finditer(text):
        visited = (
            text[max(0, street.start() - 3) : street.start()].lower() == "ke "
            and street.group()[:6].islower()
        )
        if visited and not re.match(r"\w+\s+[A-Z0-9]", street.group()):
            continue  # 'lapor ke desa tapi …'
        about = ROAD_TOLD.search(text[max(0, street.start() - 25) : street.start()])
        about = about or _OFFICE_AT.search(text[max(0, street.start() - 50) : street.start()])
        by_road = street.group()[:2].lower() == "jl" or street.group()[:5].lower() == "jalan"
        if not about and not (by_road and ROAD_BAD.search(street.group()[:60])):
            return _cut(street.group())
    return _signed(text)


def _cut(street: str) -> str:
    """Up to the end of the sentence, or the comma behind which the story goes on."""
    street = _STORY.split(" ".join(street.split()), maxsplit=1)[0]
    return street.strip(" ,.")


def _signed(text: str) -> str | None:
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()][-4:]
    for line in reversed(lines):
        match = _SIGNED.fullmatch(line.rstrip("."))
        if match and not _NO_PLACE.match(match.group(1)):
            return match.group(1).strip()
    return None
