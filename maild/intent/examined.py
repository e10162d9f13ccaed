# ruff: noqa: E501 - the patterns read best on one line
"""What an inspectorate (Inspektorat, APIP) says when it is asked whether it has examined a matter already.

Answers are short and untidy: 'sudah kami LHP-kan nomor 700/12/ITKAB/2026', 'blm pernah masuk ke kami', 'tdk ada'.
Whatever is not plainly one of three is unclear, and a person reads it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from maild.intent import dates
from maild.intent.numbers import fold, letters_in
from maild.intent.wording import plain

Verdict = Literal["examined", "in progress", "not examined", "unclear"]
_READ = 4000


@dataclass(frozen=True, slots=True)
class Examined:
    verdict: Verdict
    number: str | None = None  # of the report of the audit (LHP), as written
    on: date | None = None


_WORK = r"(?:periksa|pemeriksaan|audit|telaah|penelaahan|investigasi|klarifikasi|reviu|riksus|proses|tangani|dalami)"
_DONE = r"(?:di|men)?(?:periksa|audit|telaah|tangani|tindak ?lanjuti|proses|investigasi|klarifikasi|reviu|selesaikan|lhp)\w*"
_IN_PROGRESS = re.compile(
    rf"\b(?:masih|sedang|tengah|baru|lagi)\b(?:(?!\bbelum\b|\btidak\b)[^.;!?]){{0,30}}\b(?:di)?{_WORK}\w*"
    rf"|\b(?:masih|sedang) (?:kami )?(?:berjalan|berlangsung)\b|\bdalam (?:tahap |proses )?{_WORK}\w*"
    r"|\bdiperiksa\b[^.;]{0,40}\bbelum (?:selesai|tuntas|final|terbit)|\b(?:lhp|laporan hasil)\b[^.;]{0,25}\bbelum (?:terbit|selesai|final)"
    r"|\bbelum (?:selesai|tuntas|rampung)\b|\bon ?going\b|\bin progress\b|\bstill (?:being|under)\b"
)
_NOT = re.compile(
    r"\b(?:belum|tidak) pernah\b"
    r"|\bbelum (?:ada|masuk|kami|menerima|terima|diterima|sampai|tercatat|terdaftar|di(?:periksa|tangani|audit|proses|laporkan|adukan))"
    r"|\btidak (?:ada(?! (?:temuan|masalah|kendala|pelanggaran|penyimpangan|kerugian|unsur|indikasi))|terdapat(?! (?:temuan|penyimpangan|pelanggaran))"
    r"|tercatat|terdaftar|masuk|menerima|ditemukan (?:laporan|data|pengaduan|catatan|berkas)|kami (?:temukan|terima))"
    r"|^(?:maaf,? )?(?:belum|tidak|nihil|no|not yet)\b\W{0,3}(?:pak|bu|bapak|ibu|ada|terima kasih|mas|mbak)?\W{0,3}$"
    r"|\bnihil\b|\bno (?:record|report|such)\b|\bnot (?:yet )?(?:been )?(?:examined|received|reported)\b|\bnever\b"
)
_YES = re.compile(
    rf"(?<!belum )(?<!tidak )\b(?:sudah|telah|pernah|selesai)\b(?:[^.;!?]{{0,40}})\b{_DONE}"
    r"|\b(?:sudah|telah|pernah)\b[^.;!?]{0,20}\b(?:di|me)?(?:lakukan|adakan|laksanakan)\b[^.;!?]{0,25}\b(?:pemeriksaan|audit|investigasi|riksus)"
    r"|\b(?:lhp|laporan hasil (?:pemeriksaan|audit)|hasil (?:pemeriksaan|audit))\b[^.;]{0,60}(?:\bnomor\b|\bno\b|\bterbit|\bterlampir|\btelah\b|\bsudah\b|\d)"
    r"|\b(?:tidak ada|tidak terdapat|tidak ditemukan) (?:temuan|penyimpangan|pelanggaran|kerugian|unsur|indikasi)"
    r"|^(?:ya,? )?(?:sudah|pernah|benar|yes)\b\W{0,3}(?:pak|bu|bapak|ibu|pernah|terima kasih|mas|mbak)?\W{0,3}$"
    r"|\balready (?:been )?(?:examined|audited|investigated|handled)\b|\bdihentikan\b[^.;]{0,40}\bpemeriksaan"
)
# Only that the letter is there, a promise, a guess: no answer.
_NO_ANSWER = re.compile(
    r"\bakan (?:kami|segera|di)|\bmohon waktu\b|\b(?:kami|saya) (?:cek|periksa|cari|telusuri|koordinasikan|pelajari) (?:dulu|dahulu|lebih dulu|terlebih)"
    r"|\b(?:sepertinya|kayaknya|mungkin|setahu saya|seingat|kalau tidak salah|barangkali|kurang tahu|tidak tahu|belum tahu|tidak yakin)\b"
)
_RECEIVED_ONLY = re.compile(
    r"\b(?:surat|surel)\w*\b[^.;]{0,30}\b(?:sudah|telah)\b[^.;]{0,20}\b(?:di)?terima\b"
)


def examined(text: str, today: date, ours: Collection[str] = ()) -> Examined:
    """Reads the new text of an answer. `ours`: numbers of our own letters and cases, which it may repeat."""
    said = _verdict(plain(text[:_READ]))
    known = {fold(one) for one in ours}
    numbers = [one for one in letters_in(text[:_READ]) if fold(one) not in known]
    if said == "unclear" and numbers and re.search(r"\blhp\b|hasil (?:pemeriksaan|audit)", plain(text)):
        said = "examined"
    if said != "examined":
        return Examined(said, numbers[0] if numbers and said == "in progress" else None)
    past = [day for day in dates.every(text[:_READ], today) if day <= today]
    return Examined(said, numbers[0] if numbers else None, past[0] if past else None)


def _verdict(said: str) -> Verdict:
    doubtful = _NO_ANSWER.search(said) is not None
    if _IN_PROGRESS.search(said):
        return "unclear" if doubtful and not re.search(r"\b(?:sedang|masih)\b", said) else "in progress"
    if doubtful:
        return "unclear"
    no, yes = _NOT.search(said), _YES.search(said)
    if no and yes and not _checked(yes.group()):
        return "unclear"
    if no:
        return "not examined"
    return "examined" if yes and not _RECEIVED_ONLY.fullmatch(said) else "unclear"


def _checked(words: str) -> bool:
    """'sudah kami cek, belum pernah masuk': what has been done is the looking."""
    return bool(
        re.search(r"\b(?:cek|cari|telusuri|lihat|buka|periksa di|periksa pada|periksa dalam)\b", words)
    )


_TOLD = re.compile(r"[^.!?\n]{0,200}\binspektorat\b[^!?\n]{0,200}", re.IGNORECASE)


def told_number(text: str) -> str | None:
    """The number that a reporter gives for what he has at the inspectorate; None when he gives none."""
    for match in _TOLD.finditer(text[:_READ]):
        found = letters_in(match.group())
        if found:
            return found[0]
    return None
