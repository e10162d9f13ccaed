# ruff: noqa: E501 - the patterns read best on one line
"""What another office of the Ombudsman answers to a transfer (pelimpahan): taken over, sent back, or neither."""

from __future__ import annotations

import re
from typing import Literal

from maild.intent.replies import said
from maild.intent.wording import plain

Answer = Literal["accepted", "declined"]

_DECLINED = re.compile(
    r"\b(?:bukan|di luar|diluar|tidak (?:termasuk|masuk|dalam))(?: \w+){0,3} (?:wilayah|kewenangan|ranah|yurisdiksi)"
    r"|\b(?:tidak|belum|tak) (?:dapat|bersedia|mungkin|berwenang)(?: \w+){0,2} (?:terima|menerima|menindaklanjuti|menangani|diterima)\b"
    r"|\btidak berwenang\b|\b(?:kami )?(?:di|meng?)?kembalikan\b|\b(?:menolak|ditolak|tolak) \w*(?:pelimpahan|laporan|limpahan)?"
    r"|\bsalah (?:alamat|kirim|kantor)\b|\bnot (?:our|within)\b|\bwe (?:cannot|can't|decline)\b"
)  # fmt: skip
_ACCEPTED = re.compile(
    r"\b(?:sudah|telah|baik,?|siap,?)(?: \w+){0,3} (?:di)?(?:terima|catat|register|registrasi|regis|daftar(?:kan)?|agenda(?:kan)?)\b"
    r"|\b(?:kami|sdh) (?:terima|catat|registrasi|daftarkan)\b|\b(?:di)?terima (?:dengan baik|pelimpahan|laporan|berkas)"
    r"|\b(?:teregister|teregistrasi|terdaftar|tercatat|diregister|diregistrasi)\b|\bakan kami (?:tindak ?lanjuti|proses|tangani|periksa)"
    r"|\b(?:has been |have )?(?:received|registered|accepted)\b"
)  # fmt: skip
_NOT_YET = re.compile(r"\b(?:belum|tidak)(?: \w+){0,3} (?:di)?(?:terima|catat|register\w*|masuk|received)\b")
_NUMBER = re.compile(r"\b\d{1,5} ?[/.-] ?[A-Z]{2,6}(?: ?[/.-] ?[A-Z0-9-]{1,12}){1,5}")


def answered(new_text: str) -> Answer | None:
    """From the new words alone; a word against it always prevails, and what is not plain is for a person."""
    words = plain(said(new_text).text)
    if _DECLINED.search(words):
        return "declined"
    if _NOT_YET.search(words) or words.rstrip().endswith("?"):
        return None
    return "accepted" if _ACCEPTED.search(words) else None


def number_in(new_text: str, ours: str) -> str:
    """The other office's number of the report, '' for none; never our own."""
    found = (" ".join(one[0].split()).replace(" ", "") for one in _NUMBER.finditer(new_text[:20_000]))
    return next((one for one in found if one not in ours and ours not in one), "")
