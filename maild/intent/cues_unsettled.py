"""What keeps an act from settling the matter although it is said to be done, as data on one sentence.

Passed on inside the house, put on a list, a paper that only orders the work, paid by the applicant himself,
done in part, done for the time being, due by a day to come. For `wording.plain` text. Whatever is found here
makes an answer an interim one at most: wrongly final stops a legal period, wrongly interim asks once more.
"""

from __future__ import annotations

import re

from maild.intent.cues import table

_UNITS = (
    r"(?:bidang|bagian|seksi|subbag\w*|sub bagian|loket|pusat|meja\w*|unit|tim|regu|kabid|kasi|kasubag|kabag"
    r"|kepala (?:bidang|seksi|bagian|upt\w*)|b?pkad|bkad|bkd|bkpsdm|kementerian|kanwil|bank|provinsi"
    r"|satreskrim|teknisi|pimpinan|operator|upt\w*|vendor|penyedia|kontraktor)"
)
_APPLICANTS = r"(?:pelapor|pemohon|pelanggan|peserta|nasabah|wajib pajak|yang bersangkutan|pengadu)(?:nya)?"
_ON_THE_WAY = (
    r"(?:verifikasi|survei|survey|rapat|pertemuan|pengukuran|perencanaan|telaah\w*|pemeriksaan"
    r"|pengecekan|pendataan"
    r"|kajian|koordinasi|musyawarah|pengujian|audit|klarifikasi|mediasi|penelitian|lelang|tender|proses \w+"
    r"|penyelidikan|penyidikan|pemberkasan|diskusi|gelar perkara|peninjauan|identifikasi"
    r"|inventarisasi)(?:nya)?"
)
# (the verb that is claimed, what stands around it)
_STEPS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"\w*(?:serah|limpah|kembali|kirim|terbit|antar|alih|sambung)(?:kan)?"),
        table(
            r"\w*(?:serah|limpah|kembali|kirim|terbit|antar|alih|sambung)(?:kan)? (?:\w+ ){0,3}?(?:ke"
            r"|kepada|pada)"
            rf" (?:pihak )?(?:\w+ )?{_UNITS}\b"
        ),
    ),
    (
        re.compile(r"\w*transfer\w*"),
        table(
            r"\w*transfer\w* (?:\w+ ){0,3}?(?:ke|kepada) (?:rekening |kas )?(?:sekolah|desa|dinas"
            r"|bendahara|komite|rkud"
            r"|provinsi|pusat|penyedia|kontraktor|vendor)\b"
        ),
    ),
    (re.compile(r"\w*putuskan"), table(r"\w*putuskan (?:bahwa|untuk|agar|akan)\b")),
    (
        re.compile(r"issued?|sent|paid|made"),
        table(
            r"(?:order|instruction|notice|ticket|memo|letter)\b|to the (?:contractor|vendor|supplier|bank)"
        ),
    ),
    (
        re.compile(r"\w*masuk(?:kan)?"),
        table(
            r"\w*masuk(?:kan)? (?:\w+ ){0,4}?(?:daftar|prioritas|rencana|usulan|program|jadwal|antre\w*"
            r"|rkpd|renja"
            r"|dpa|rka|apbd\w*|musrenbang|anggaran|agenda|sistem|aplikasi)\b"
        ),
    ),
    (
        re.compile(r"\w*(?:terbit|keluar|tangan|cetak|kirim|layang|serah|antar|selesai|batal|ubah|jadi)\w*"),
        table(
            r"(?:surat (?:perintah|tugas|edaran|undangan|permintaan|permohonan|pengantar|usulan|instruksi"
            r"|panggilan|jawaban|pemberitahuan)|jawaban|tanggapan|balasan|spk|spmk|sprin\w*|nota dinas"
            r"|undangan|kontrak|perjanjian|jadwal|draf\w*|usulan"
            r"|tiket|spm|sp2d|rab|memo|disposisi|pesanan|tender|lelang|anggaran|(?:surat keputusan|sk)"
            r" (?:pembentukan )?(?:tim|panitia|satgas))(?:nya)?\b"
        ),
    ),
    (
        re.compile(r"\w*(?:selesai|tuntas|rampung|beres|kelar)\w*|completed|finished|done"),
        table(
            rf"{_ON_THE_WAY}(?: \w+){{0,3}}? (?:(?:sudah|telah|juga|baru) )?(?:di|ter)?(?:selesai|tuntas"
            rf"|rampung|beres|kelar)",
            rf"(?:selesai|tuntas|rampung|beres|kelar) (?:kami )?(?:di)?(?:{_ON_THE_WAY}|ukur|telaah"
            rf"|proses|periksa|cek"
            r"|survei|teliti|kaji|bahas|klarifikasi|rapatkan)",
            r"(?:review|inspection|survey|meeting|check|measurement|audit)(?: \w+){0,4} (?:completed"
            r"|finished|done)",
        ),
    ),
    (
        re.compile(r"\w*(?:pasang|beri|letak)(?:kan)?"),
        table(
            r"\w*(?:pasang|beri|letak)(?:kan)? (?:\w+ )?(?:garis|rambu|tanda|spanduk|police line"
            r"|pembatas|barikade)"
        ),
    ),
    (
        re.compile(r"me(?:lunasi|mbayar\w*|lengkapi|nyerahkan)|di(?:bayar|lunasi|lengkapi)"),
        table(
            rf"{_APPLICANTS}(?: \w+)? (?:sudah|telah|baru|juga|pernah) (?:juga )?me(?:lunasi|mbayar"
            rf"|lengkapi|nyerahkan)",
            rf"di(?:bayar|lunasi|lengkapi)(?: oleh)? {_APPLICANTS}",
        ),
    ),
)
PARTLY = table(
    r"sebagian|separuh|separo|sepertiga|seperempat|setengah(?:nya)?(?! (?:hari|jam|satu|dua|tiga|empat"
    r"|lima|enam"
    r"|tujuh|delapan|sembilan|sepuluh))\b",
    r"\d{1,2} ?(?:%|persen)(?: \w+)? (?:selesai|rampung|jadi|terpasang|terbayar|done|complete\w*)",
    r"(?:sudah|mencapai|capai|baru|sekitar|progres\w*)(?: \w+){0,2} \d{1,2} ?(?:%|persen)",
    r"(\d+) ?(?:meter|m|km|titik|unit|orang|rumah|kk|siswa|desa|tiang)? dari (?:total |jumlah |sekitar "
    r"|rencana )?"
    r"(?!\1\b)\d+\b",
    r"tahap (?:pertama|awal|satu|i|1)\b|(?:termin|gelombang|angsuran|cicilan) (?:pertama|kedua|ketiga"
    r"|satu|dua|tiga|i{1,3}|\d)\b|bergilir\w*|belum merata|half (?:of|the)\b|part(?:ly|ial|ially)\b|some"
    r" of the",
)
FOR_NOW = table(
    r"(?:untuk|secara|bersifat|solusi|penanganan|perbaikan|penambalan|pemasangan|sambungan|ditambal"
    r"|diperbaiki"
    r"|dipasang|disambung|tambalan) sementara\b(?! (?:itu|dapat|kami))",
    r"sementara (?:waktu|dengan|pakai|menggunakan|memakai|dulu|dahulu|ini)\b|(?:sambil|seraya|selagi)"
    r" (?:menunggu|menanti|tunggu|nunggu)|(?:di|ter|me)\w+ sementara\b(?! (?:itu|dapat|kami))|suket\b"
    r"|pengganti sementara",
    r"surat keterangan (?:\w+ ){0,3}pengganti|sampai (?:\w+ ){1,3}(?:selesai|terbit|keluar|tersedia)\b",
    r"(?:perbaikan|penanganan|tindakan|penambalan|pemasangan) darurat|temporar\w+|for now\b|for the time"
    r" being",
)
DUE = table(
    r"paling lambat|selambat-?lambatnya|sebelum (?:akhir|tanggal \d|hari raya|lebaran|natal|galungan"
    r"|tahun baru"
    r"|(?:minggu|pekan|bulan) depan)|no later than|before the end|by the end"
)


def short(word: str, sentence: str) -> bool:
    """Whether a verb said to be done settles nothing in this sentence."""
    if PARTLY.search(sentence) or FOR_NOW.search(sentence) or DUE.search(sentence):
        return True
    return any(verb.fullmatch(word) and around.search(sentence) for verb, around in _STEPS)
