# ruff: noqa: E501 - data: one field a line reads best
"""Data: labels of the complaint form (formulir penerimaan laporan) and how addresses are told in prose."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Labels of the intake form and their synonyms (formulir penerimaan laporan); longest spelling first wins.
LABELS: Mapping[str, tuple[str, ...]] = {
    "reporter_name": ("nama lengkap pelapor", "nama lengkap", "nama pelapor", "nama saya", "nama sy", "nama",
                      "identitas pelapor", "pelapor", "reporter", "full name", "name"),
    "nik": ("nomor induk kependudukan", "nik/no ktp", "nik / no ktp", "no ktp/nik", "no nik", "nik",
            "nomor ktp", "no ktp", "nomor identitas", "no identitas", "ktp"),
    "address": ("alamat lengkap", "alamat rumah", "alamat pelapor", "alamat tinggal", "alamat domisili",
                "tempat tinggal", "domisili", "alamat", "almt", "address"),
    "phone": ("nomor telepon/hp", "no telp/hp", "no hp/wa", "nomor telepon", "nomor hp", "nomor wa", "no telepon",
              "no telp", "no tlp", "no hp", "no wa", "telepon/wa", "telepon", "telp", "tlp", "hp/wa", "hp",
              "wa", "whatsapp", "kontak", "phone"),
    "agency": ("nama instansi terlapor", "instansi yang dilaporkan", "instansi yang dilapor", "instansi terlapor",
               "pihak yang dilaporkan", "pihak terlapor", "unit terlapor", "nama terlapor", "yang dilaporkan",
               "instansi", "terlapor", "teradu", "agency"),
    "matter": ("uraian peristiwa", "uraian laporan", "uraian kejadian", "uraian singkat", "uraian masalah",
               "kronologis kejadian", "kronologi kejadian", "kronologis", "kronologi", "isi laporan",
               "isi pengaduan", "isi aduan", "pokok laporan", "pokok permasalahan", "permasalahan", "ringkasan",
               "deskripsi", "uraian", "masalah", "keluhan", "substansi"),
    "prior_complaint": ("upaya yang sudah dilakukan", "upaya yang telah dilakukan", "upaya yang pernah dilakukan",
                        "upaya penyelesaian", "upaya sebelumnya", "upaya pelapor", "upaya kami", "upaya",
                        "sudah mengadu ke", "pernah melapor ke"),
    "wish": ("harapan pelapor", "harapan kami", "harapan", "tuntutan", "permintaan", "keinginan pelapor"),
    "secrecy": ("apakah identitas dirahasiakan", "identitas dirahasiakan", "identitas pelapor dirahasiakan",
                "kerahasiaan identitas", "kerahasiaan", "rahasiakan identitas"),
    "external_ref": ("nomor laporan lapor", "no laporan lapor", "tracking id", "no tiket lapor", "id lapor"),
}  # fmt: skip

# Labels that end the value before them, without being of use themselves.
OTHER = ("tempat/tgl lahir", "tempat tgl lahir", "tempat tanggal lahir", "ttl", "tempat lahir", "tanggal lahir",
          "jenis kelamin", "agama", "pekerjaan", "status pernikahan", "status", "pendidikan", "umur", "usia", "email", "e-mail",
          "pejabat/petugas", "jabatan", "lampiran", "bukti", "no kk", "nomor kk", "nip", "perihal", "hal", "nomor",
          "tanggal kejadian", "tanggal", "kewarganegaraan", "warga negara", "tembusan", "no rekening", "sifat")  # fmt: skip

STREET = re.compile(
    r"\b(?:jalan|jl\.?|jln\.?|gang|gg\.?|perum(?:ahan)?|btn|blok|rt\.?\s*0?\d+|rw\.?\s*0?\d+|dusun|dsn|lingkungan"
    r"|(?<!kepala )(?<!pemerintah )(?<!perangkat )(?<!kantor )(?<!otonomi )desa|kelurahan|kel\.|br\.|banjar(?: dinas)?|komplek|kompleks)"
    r"\s+[A-Z0-9][^\n;]{2,90}",
    re.IGNORECASE,
)
LIVES = re.compile(
    r"\b(?:tinggal(?: di)?|alamat(?: saya| kami)?(?: di)?|beralamat(?: di)?|berkedudukan di|domisili(?: di)?|bertempat tinggal di|almt|rumah(?: saya)? di)"
    r"\s*:?\s*([^\n.;]{4,100})",
    re.IGNORECASE,
)
