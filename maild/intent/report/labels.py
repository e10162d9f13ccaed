# ruff: noqa: E501 - data: one field a line reads best
"""Data: labels of the complaint form (formulir penerimaan laporan) and how addresses are told in prose."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Labels of the intake form and their synonyms; '/' and blanks may be set in any way (`fields` sees to that).
LABELS: Mapping[str, tuple[str, ...]] = {
    "reporter_name": ("nama/nik", "nama/no ktp", "nama lengkap pelapor", "nama lengkap saya", "nama lengkap", "nama pelapor", "nama pengadu", "nama pemohon", "nama saya", "nama sy", "nama sesuai ktp",
                      "nama kepala keluarga", "nama pengirim", "nama jelas", "nama terang", "nama", "identitas pelapor", "pelapor", "pengadu", "pemberi kuasa", "wastan", "jeneng",
                      "nama pemilik", "reporter", "complainant", "name of complainant", "full name", "your name", "name", "nama/name"),
    "nik": ("nomor induk kependudukan", "nik/no ktp", "no ktp/nik", "nik/ktp", "ktp/nik", "nik pelapor", "no nik", "nomor nik", "nik", "nomor ktp", "no ktp", "no e-ktp", "nomor identitas (ktp)",
            "nomor identitas", "no identitas", "no id", "nomor id", "identitas (ktp)", "nomor kartu tanda penduduk", "ktp", "id number", "id card number", "national id"),
    "passport": ("nomor paspor", "no paspor", "paspor", "passport no", "passport number", "passport"),
    "address": ("alamat lengkap", "alamat rumah", "alamat pelapor", "alamat tinggal", "alamat domisili", "alamat sekarang", "alamat sesuai ktp", "alamat ktp", "alamat surat", "alamat saya", "alamat pengadu",
                "tempat tinggal", "domisili", "bertempat tinggal", "alamat", "almt", "alm", "alamat/domisili", "address", "home address"),
    "phone": ("nomor telepon/hp", "no telp/hp", "no telepon/hp", "no telp/wa", "no hp/wa", "no wa/hp", "no hp/telp", "nomor telepon", "nomor hp", "nomor wa", "nomor whatsapp", "nomor handphone", "nomor kontak", "no telepon", "no telpon",
              "no telp", "no tlp", "no tel", "no hp", "no wa", "no whatsapp", "no handphone", "no kontak", "nope", "telepon/wa", "telepon/hp", "telp/hp", "telp/wa", "hp/wa", "wa/hp", "telepon", "telpon", "telp", "tlp", "tel", "handphone", "hp",
              "wa", "whatsapp", "kontak", "kontak saya", "phone", "phone number", "mobile", "telephone"),
    "agency": ("nama instansi terlapor", "nama instansi yang dilaporkan", "instansi yang dilaporkan", "instansi yang dilapor", "instansi yg dilaporkan", "instansi terlapor", "instansi/pejabat terlapor", "instansi/unit terlapor", "pihak yang dilaporkan", "pihak yg dilaporkan", "pihak terlapor",
               "unit terlapor", "unit kerja terlapor", "lembaga terlapor", "lembaga yang dilaporkan", "penyelenggara terlapor", "nama terlapor", "yang dilaporkan", "yg dilaporkan", "yang diadukan", "instansi tujuan", "instansi", "terlapor", "teradu", "dinas/instansi", "nama instansi", "unit layanan", "agency", "agency complained about", "institution", "respondent"),
    "matter": ("uraian peristiwa", "uraian laporan", "uraian pengaduan", "uraian kejadian", "uraian singkat", "uraian masalah", "uraian permasalahan", "kronologis kejadian", "kronologi kejadian", "kronologi peristiwa", "kronologi singkat", "kronologi masalah",
               "kronologis", "kronologi", "isi laporan", "isi pengaduan", "isi aduan", "isi keluhan", "pokok laporan", "pokok pengaduan", "pokok permasalahan", "pokok masalah", "permasalahan", "ringkasan laporan", "ringkasan", "deskripsi kejadian", "deskripsi",
               "uraian", "masalah", "keluhan", "substansi laporan", "substansi", "hal yang dilaporkan", "hal yang diadukan", "peristiwa", "duduk perkara", "details", "details of complaint", "complaint", "description", "what happened"),
    "prior_complaint": ("upaya yang sudah dilakukan", "upaya yang telah dilakukan", "upaya yang pernah dilakukan", "upaya yg sudah dilakukan", "upaya yg telah dilakukan", "upaya yang sudah ditempuh", "upaya yang telah ditempuh", "upaya ke terlapor", "upaya kepada terlapor", "upaya ke instansi",
                        "upaya penyelesaian", "upaya sebelumnya", "upaya pelapor", "upaya kami", "upaya saya", "upaya", "sudah mengadu ke", "sudah melapor ke", "pernah melapor ke", "pernah mengadu ke", "pengaduan ke instansi", "pengaduan sebelumnya", "laporan sebelumnya", "tindakan yang sudah dilakukan", "langkah yang sudah ditempuh",
                        "previous efforts", "previous complaint", "steps taken", "prior complaint"),
    "wish": ("harapan pelapor", "harapan kami", "harapan saya", "harapan pengadu", "harapan", "tuntutan", "permintaan", "keinginan pelapor", "keinginan", "permohonan", "hal yang diminta", "penyelesaian yang diharapkan", "penyelesaian yg diharapkan", "yang diharapkan", "wish", "request", "remedy sought", "outcome wanted"),
    "secrecy": ("apakah identitas dirahasiakan", "apakah identitas pelapor dirahasiakan", "apakah identitas ingin dirahasiakan", "apakah nama dirahasiakan", "identitas dirahasiakan", "identitas ingin dirahasiakan", "identitas pelapor dirahasiakan", "identitas mohon dirahasiakan", "nama dirahasiakan",
                "kerahasiaan identitas", "kerahasiaan", "rahasiakan identitas", "rahasiakan nama", "data dirahasiakan", "dirahasiakan", "rahasia", "keep identity secret", "confidential", "confidentiality"),
    "external_ref": ("nomor laporan lapor", "no laporan lapor", "no lapor", "nomor lapor", "id lapor", "tracking id", "id tracking", "no tiket lapor", "nomor tiket lapor", "tracking id lapor", "nomor laporan sp4n", "no tiket sp4n"),
}  # fmt: skip

# Labels that end the value before them, without being of use themselves.
OTHER = ("tempat/tgl lahir", "tempat, tgl lahir", "tempat, tanggal lahir", "tempat tgl lahir", "tempat tanggal lahir", "tempat/tanggal lahir", "ttl", "tempat lahir", "tanggal lahir", "tgl lahir",
         "jenis kelamin", "kelamin", "agama", "pekerjaan", "status pernikahan", "status perkawinan", "status", "pendidikan", "umur", "usia", "email", "e-mail", "alamat email", "alamat e-mail", "surel",
         "pejabat/petugas", "nama pejabat", "nama petugas", "jabatan terlapor", "jabatan", "lampiran", "bukti", "bukti pendukung", "data pendukung", "no kk", "nomor kk", "kk", "nip", "perihal", "hal", "nomor", "no", "alamat terlapor", "alamat instansi", "telepon instansi",
         "tanggal kejadian", "waktu kejadian", "tempat kejadian", "lokasi kejadian", "lokasi", "tanggal", "kewarganegaraan", "warga negara", "tembusan", "no rekening", "nomor rekening", "npwp", "nib", "sifat", "no pelanggan", "nomor pelanggan", "id pelanggan", "no langganan",
         "nomor meter", "no berkas", "nomor berkas", "kepada", "dari", "penerima kuasa", "kuasa hukum", "nama kuasa", "hubungan dengan pelapor", "kecamatan", "kelurahan", "desa/kelurahan", "kabupaten", "kabupaten/kota", "provinsi", "kode pos", "rt/rw", "jenis laporan", "cara penyampaian", "tanda tangan", "date", "place of birth", "occupation", "attachments", "evidence", "subject")  # fmt: skip

# A heading between labels tells whose data follow.
THEIRS = re.compile(
    r"^[ \t*#>]{0,10}(?:[ivx]{1,4}[.)]|[a-h][.)]|\d{1,2}[.)])?[ \t*]{0,5}(?:data|identitas|informasi|keterangan|pihak|profil|tentang)[ \t]{1,3}"
    r"(?:diri[ \t]{1,3}|mengenai[ \t]{1,3})?(?:terlapor|teradu|pejabat|petugas|instansi|penerima kuasa|kuasa hukum|kuasa|yang dilaporkan|yg dilaporkan|saksi|korban|anak|pasien)\b[^\n:]{0,40}:?[ \t]{0,5}$",
    re.IGNORECASE | re.MULTILINE,
)
OURS = re.compile(
    r"^[ \t*#>]{0,10}(?:[ivx]{1,4}[.)]|[a-h][.)]|\d{1,2}[.)])?[ \t*]{0,5}(?:data|identitas|informasi|keterangan|pihak|profil)[ \t]{1,3}"
    r"(?:diri[ \t]{1,3})?(?:pelapor|pengadu|pemohon|pemberi kuasa|saya|kami|diri)\b[^\n:]{0,40}:?[ \t]{0,5}$",
    re.IGNORECASE | re.MULTILINE,
)

STREET = re.compile(
    r"\b(?:jalan|jl\.?|jln\.?|gang|gg\.?|perum(?:ahan)?|btn|blok|rt\.?\s*0?\d+|rw\.?\s*0?\d+|dusun|dsn\.?|lingkungan|kampung|kp\.?|lorong|lrg\.?"
    r"|(?<!kepala )(?<!pemerintah )(?<!perangkat )(?<!kantor )(?<!otonomi )(?<!dana )(?<!kas )desa|(?<!kantor )kelurahan|kel\.|br\.|banjar(?: dinas)?|komplek|kompleks)"
    r"\s+[A-Z0-9][^\n;]{2,90}",
    re.IGNORECASE,
)
# A road that is itself the matter is nobody's address.
ROAD_TOLD = re.compile(
    r"\b(?:badan|balai|ruas|kondisi|kerusakan|perbaikan|lubang di|sepanjang|bahu|drainase|lampu|trotoar|jembatan|proyek|pohon di)\s{1,3}(?:di\s)?$",
    re.IGNORECASE,
)
ROAD_BAD = re.compile(
    r"\bkm\.?\s?\d|\b(?:rusak|berlubang|putus|longsor|ambl[ae]s|gelap|macet|mangkrak|ditutup|retak|hancur)\b",
    re.IGNORECASE,
)
LIVES = re.compile(
    r"\b(?:tinggal(?: (?:saya|kami))?(?: sekarang)?(?: di)?|alamat(?: rumah)?(?: saya| kami)?(?: di)?|beralamat(?:kan)?(?: di)?|berkedudukan di|(?:ber)?domisili(?: di)?|bertempat tinggal di|menetap di|mengontrak di|kos di|ngekos di|mengungsi di"
    r"|almt|rumah(?: (?:saya|kami|kaka|kakak|orang ?tua|mertua|adik|ibu|bapak|sy|beta))?(?: ada)? di|(?:i |we )?live (?:in|at)|residing (?:in|at)|address is)"
    r"\s*:?\s*([^\n.;]{3,100})",
    re.IGNORECASE,
)
NOT_A_HOME = re.compile(
    r"^(?:rumah\s+)?(?:tidak|belum|sudah|kantor|dinas|kami tidak|saya tidak|loket|e-?mail|surel|web|situs|http|yang|menunggu|di atas|tersebut|bawah)\b",
    re.IGNORECASE,
)
