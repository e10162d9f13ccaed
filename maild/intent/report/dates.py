# ruff: noqa: E501 - the patterns read best on one line
"""How old the event of a complaint is, by the dates it names (UU 37/2008 art. 24(3): two years)."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "pebruari": 2, "feb": 2, "peb": 2, "maret": 3, "mar": 3, "april": 4,
    "apr": 4, "mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "agustus": 8, "agt": 8, "ags": 8, "september": 9,
    "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nopember": 11, "nov": 11, "nop": 11,
    "desember": 12, "des": 12,
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH_YEAR = re.compile(rf"\b({_NAMES})\.? (\d{{4}})\b")
_NUMERIC = re.compile(r"\b\d{1,2}[/-](\d{1,2})[/-]((?:20|19)\d\d)\b")
_MONTH_ALONE = re.compile(rf"\b({_NAMES})\b(?! ?\d{{4}})")
_YEAR = re.compile(
    r"\b(?:tahun|sejak|thn|th|th\.|formasi|cpns|pppk|periode|masa|pada|dari|bulan|,)? ?\b((?:19|20)\d\d)\b(?![/.\-\d])"
)
_NOT_EVENT = re.compile(
    r"\b(?:lahir|kelahiran|born|ttl|tanggal lahir|uu|undang|peraturan|perpres|permen\w*|pp|pasal|nomor|no\.?|shm|sk|lulusan|dibeli|beli|dipasang|lulus|wisuda|pensiun|angkatan|kendaraan|motor|mobil|tahun pembuatan)\b[^.]{0,25}$"
)
_RECENT = re.compile(
    r"\b(?:kemarin|kmrn|tadi|minggu (?:ini|lalu|kemarin)|hari ini|bulan (?:ini|lalu|kemarin|depan)|barusan|baru saja|semalam|lusa|tahun ini"
    r"|(?:sudah|sdh|udah|su|selama|hampir|lebih dari|sejak) (?:\w+ )?(?:\d+|se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) ?(?:hari|minggu|bulan))\b|\bse(?:hari|minggu|bulan)\b"
)


def older_than_two_years(text: str, today: date) -> bool:
    """True when dates are named and none of them lies within the last two years.

    A month without a year and words such as 'bulan lalu' count as recent, so that the rule errs on the side
    of the citizen; a person decides in any case.
    """
    low = " ".join(text.lower().split())
    if _RECENT.search(low) or _MONTH_ALONE.search(_MONTH_YEAR.sub(" ", low)):
        return False
    days = [date(int(y), _MONTHS[m], 28) for m, y in _MONTH_YEAR.findall(low) if 1950 < int(y) < 2100]
    days += [date(int(y), int(m), 28) for m, y in _NUMERIC.findall(low) if 1 <= int(m) <= 12]
    days += [
        date(int(m.group(1)), 12, 31)
        for m in _YEAR.finditer(low)
        if not _NOT_EVENT.search(low[max(0, m.start(1) - 60) : m.start(1)])
    ]
    days = [d for d in days if d.year <= today.year]
    if not days:
        return False
    newest = max(days)
    return (today.year - newest.year) * 12 + today.month - newest.month > 24
