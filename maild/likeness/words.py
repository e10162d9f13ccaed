"""A complaint as the words that tell it apart: what every form, greeting and law says alike is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from maild.intent.report.text import fold, word_set

SHORT = 20  # words
READ = 4000  # characters, as many as a case keeps of its report
_WORD = re.compile(r"[^\W_]+")

# Short writing of telephones, so that 'blm jadi' and 'belum jadi' are the same words.
_SAME = {
    "sy": "saya", "sya": "saya", "yg": "yang", "tdk": "tidak", "tak": "tidak", "gak": "tidak", "ga": "tidak",
    "nggak": "tidak", "ndak": "tidak", "sdh": "sudah", "udah": "sudah", "dah": "sudah", "blm": "belum",
    "blum": "belum", "dgn": "dengan", "utk": "untuk", "krn": "karena", "karna": "karena", "bln": "bulan",
    "thn": "tahun", "tgl": "tanggal", "hr": "hari", "jg": "juga", "dr": "dari", "kpd": "kepada",
    "pd": "pada", "skrg": "sekarang", "skg": "sekarang", "bs": "bisa", "dpt": "dapat", "org": "orang",
    "bnyk": "banyak", "klo": "kalau", "kalo": "kalau", "tp": "tapi", "sm": "sama", "lg": "lagi",
    "capil": "dukcapil", "disdukcapil": "dukcapil", "ektp": "ktp", "bpn": "pertanahan",
    "sertif": "sertifikat",
}  # fmt: skip
# Words without which every complaint would still be the same one: function words, labels of the form,
# greetings, the words of the law. They make strangers alike and tell nobody apart.
_COMMON = word_set("""
yang dan di ke dari untuk dengan ini itu ada pada oleh karena lagi juga atau hanya akan bisa telah tapi
kalau jadi sejak saya kami kita aku beta tiang sa dia mereka nya sudah belum tidak sampai agar supaya serta
dalam bahwa adalah sebagai para per secara tersebut hal lain sama saja sangat masih sekarang hari kepada
atas bagi terhadap antara maupun namun tetapi maka apabila bila jika setelah sebelum ketika saat waktu
tanggal bulan tahun pukul jam pak bu bapak ibu bpk sdr sdri saudara om min admin yth terhormat hormat salam
selamat pagi siang sore malam assalamualaikum wassalam swastyastu shalom terima kasih makasih trims demikian
sekian mohon tolong harap kiranya bantuan dibantu bantu ombudsman ri republik indonesia perwakilan kepala
kantor provinsi kabupaten kota nama lengkap nik nomor no ktp hp wa telp telepon alamat tempat lahir tgl ttl
jenis kelamin agama pekerjaan email surel terlapor pelapor instansi dilaporkan uraian kronologi kronologis
upaya dilakukan harapan tuntutan perihal lampiran bukti identitas dirahasiakan boleh disampaikan disebutkan
laporan lapor melaporkan melapor pengaduan mengadukan mengadu aduan keluhan dugaan maladministrasi penundaan
berlarut pelayanan publik undang uu pasal ayat peraturan tentang bertanda tangan bawah dibuat sebenarnya
benar sebagaimana mestinya perhatian kerja samanya
""") - {"ktp"}  # fmt: skip


def telling_words(text: str) -> tuple[str, ...]:
    """The words that tell a complaint apart, in order; linear in the text, of which the beginning is read."""
    return tuple(word for word in map(_plain, _WORD.findall(text[:READ])) if word and word not in _COMMON)


def _plain(written: str) -> str:
    word = fold(written[:40])
    return _SAME.get(word, word)


def shingles(words: Iterable[str]) -> frozenset[str]:
    """Pairs of neighbours: edited here and there a text keeps most of them, and strangers share few. Of a
    short text the single words count as well: it has too few pairs to lose any."""
    row = tuple(words)
    pairs = {f"{one} {other}" for one, other in pairwise(row)}
    return frozenset(pairs | set(row)) if len(row) <= SHORT else frozenset(pairs)
