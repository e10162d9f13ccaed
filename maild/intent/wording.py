"""Text as cues see it: lower case, one kind of blank, common short forms and misspellings written out."""

from __future__ import annotations

import re

_SHORT = {
    "yg": "yang", "dgn": "dengan", "dg": "dengan", "sdh": "sudah", "udh": "sudah", "udah": "sudah", "dah": "sudah", "su": "sudah",
    "sampun": "sudah", "blm": "belum", "blum": "belum", "bln": "bulan", "thn": "tahun", "tdk": "tidak", "tak": "tidak", "gak": "tidak", "ga": "tidak",
    "nggak": "tidak", "ngga": "tidak", "sonde": "tidak", "tra": "tidak", "utk": "untuk", "u/": "untuk", "sy": "saya", "sya": "saya", "beta": "saya",
    "tiang": "saya", "kpd": "kepada", "krn": "karena", "karna": "karena", "tgl": "tanggal", "mhn": "mohon", "mhon": "mohon", "tlg": "tolong",
    "dpt": "dapat", "bisa": "dapat", "hrs": "harus", "jd": "jadi", "sdg": "sedang", "lg": "sedang", "lagi": "sedang", "msh": "masih", "trs": "terus",
    "klo": "kalau", "kalo": "kalau", "jg": "juga", "sbg": "sebagai", "ttg": "tentang", "tsb": "tersebut", "dlm": "dalam", "pd": "pada",
    "dr": "dari", "kmrn": "kemarin", "bgmn": "bagaimana", "gmn": "bagaimana", "gimana": "bagaimana", "knp": "kenapa", "sampe": "sampai",
    "smp": "sampai", "s.d.": "sampai", "s.d": "sampai", "s/d": "sampai", "sd": "sampai", "trims": "terima kasih", "makasih": "terima kasih",
    "mksh": "terima kasih", "tks": "terima kasih", "suksma": "terima kasih", "terimakasih": "terima kasih", "ijin": "izin", "email": "surel", "e-mail": "surel",
    "mail": "surel", "ombusman": "ombudsman", "ombusdman": "ombudsman", "obudsman": "ombudsman", "telpon": "telepon", "telp": "telepon",
    "perpanjang": "perpanjangan", "tindaklanjut": "tindak lanjut", "ditindak": "ditindak", "bkn": "bukan", "aja": "saja", "lampirkn": "lampirkan",
    "info": "informasi", "dikasih": "diberi", "kasih": "beri", "ndak": "tidak", "sampean": "bapak", "pengadun": "pengaduan", "lapran": "laporan",
    "srt": "surat", "lap": "laporan", "hr": "hari", "blom": "belum", "ktr": "kantor", "sblm": "sebelum", "stlh": "setelah", "skrg": "sekarang",
}  # fmt: skip
# 'smp' is also a school, 'sd' too: only before a date they mean 'sampai'.
_AMBIGUOUS = {"smp", "sd", "lap", "su", "trs", "lagi", "lg"}
_TOKEN = re.compile(
    r"(?<![\w.@/-])("
    + "|".join(sorted((re.escape(w) for w in _SHORT if w not in _AMBIGUOUS), key=len, reverse=True))
    + r")(?![\w@/-])"
)
_UNTIL = re.compile(r"(?<!\w)(?:sd|s\.d|smp)\.?(?= (?:tanggal |\d|hari |akhir ))")
_SU = re.compile(r"\bsu (?=[a-z])")  # Kupang Malay: sudah
_BLANK = re.compile(r"[\s\xa0\u200b\ufeff]+")
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "­": ""})
_LIMIT = 20_000  # characters: what a mail wants is said well before


def plain(text: str) -> str:
    """The form that all cue tables are written against."""
    text = _BLANK.sub(" ", text[:_LIMIT].translate(_FOLDED).lower()).strip()
    text = _SU.sub("sudah ", _UNTIL.sub("sampai", text))
    return _TOKEN.sub(lambda m: _SHORT[m[1]], text)
