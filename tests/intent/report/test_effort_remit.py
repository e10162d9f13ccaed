"""What is an effort towards the agency, and what is a matter for this office: one sentence each."""

from __future__ import annotations

import pytest

from maild.intent.report import assess
from tests.directory.invented import TODAY, mail

MATTER = "Yth Ombudsman. Air PDAM mati sejak Mei di rumah kami. "
EFFORTS = [
    ("Sudah kami tanyakan ke loket Disdukcapil, jawabannya tunggu.", True),
    ("Surat kami ke BPN tertanggal 3 Juni tidak berbalas.", True),
    ("Sudah 4x bolak balik kantor samsat.", True),
    ("Saya komplain lewat aplikasi PLN Mobile, tiket K123, tidak ada teknisi datang.", True),
    ("Kemarin sudah saya telpon 123 tidak nyambung.", True),
    ("Petugasnya saya tegur malah marah.", True),
    ("sy wa admin pdam cuma dibaca", True),
    ("Saya sudah menemui kabid, katanya tunggu anggaran.", True),
    ("I went to the office three times and was told to wait.", True),
    ("We emailed the agency on 3 May without reply.", True),
    ("Beta su pi dong pung kantor dua kali.", True),
    ("Tiang sampun ke kantor capil ping tiga.", True),
    ("Kami sudah audiensi dengan direksi.", True),
    ("Permohonan keberatan kami ditolak dinas.", True),
    ("Saya DM instagram dinas tidak dibalas.", True),
    ("Sudah lapor lewat LAPOR! dan dinas menutup laporan.", True),
    ("Waktu saya tanya di loket, petugas bilang server mati.", True),
    ("Sudah saya urus ke kantor imigrasi sejak Mei.", True),
    ("Saya mengisi kotak saran dan buku pengaduan puskesmas.", True),
    ("Kepala sekolah sudah kami temui bersama komite.", True),
    ("Saya belum pernah menanyakan ke dinas.", False),
    ("Baru kali ini saya lapor, langsung ke Ombudsman.", False),
    ("Tetangga bilang lapor saja ke Ombudsman.", False),
    ("Sudah lapor pak RT tapi tidak ada hasil.", False),
    ("Saya tanya tante saya, katanya memang begitu.", False),
    ("Rencananya minggu depan saya ke kantornya.", False),
    ("Saya mau lapor soal air mati di rumah saya sejak Mei.", False),
    ("Saya tidak tahu harus melapor ke mana.", False),
    ("Kami sudah rapat di banjar membahas ini.", False),
    ("Mohon Ombudsman menanyakan ke PDAM.", False),
    ("Air mati sudah tiga minggu di rumah kami.", False),
    ("Saya sudah kirim email ke Ombudsman bulan lalu.", False),
    ("Belum ada yang saya hubungi karena tidak punya nomornya.", False),
    ("Sudah saya posting di facebook, ramai komentar.", False),
    ("Saya sudah bayar pajak tepat waktu tapi ditagih lagi.", False),
    ("Kepala dusun sudah saya beri tahu.", False),
]


@pytest.mark.parametrize(("sentence", "counts"), EFFORTS)
def test_an_effort_is_what_was_tried_at_the_agency(sentence: str, counts: bool) -> None:
    assert ("upaya" not in assess(mail(MATTER + sentence), TODAY).missing) is counts


REMITS = [
    ("Sertifikat belum terbit di BPN Badung sejak Mei.", "yes"),
    ("Kasus kami sudah diputus PN Denpasar dan kami tidak puas.", "no"),
    ("Perkara cerai saya sedang disidangkan di Pengadilan Agama.", "no"),
    ("Saya menggugat ke PTUN soal SK pemberhentian.", "no"),
    ("Panitera PN tidak memberikan salinan putusan padahal sudah sebulan.", "yes"),
    ("Teman saya pinjam uang 20 juta tidak dikembalikan.", "no"),
    ("Toko online tidak mengirim barang saya.", "no"),
    ("Mantan suami tidak memberi nafkah anak.", "no"),
    ("Majikan saya tidak membayar gaji, perusahaan swasta.", "no"),
    ("Upah saya tidak dibayar perusahaan, Disnaker Badung tidak menindaklanjuti laporan saya.", "yes"),
    ("Kejadian tahun 2019: tanah saya diukur salah oleh BPN.", "no"),
    ("Tahun 2021 saya ditolak jadi PNS, baru lapor sekarang.", "no"),
    ("Sejak 2020 sampai sekarang sertifikat belum selesai, terakhir saya tanya bulan lalu.", "yes"),
    ("Pengembang perumahan tidak menyerahkan sertifikat.", "no"),
    ("Arisan online saya dibawa kabur admin.", "no"),
    ("Warisan kami dikuasai kakak.", "no"),
    ("Ombudsman Bali yth, RSUD Mataram menolak klaim saya.", "other_office"),
    ("Kepada Ombudsman NTT: Dinas Pendidikan Kota Surabaya belum membayar honor kami.", "other_office"),
    ("Yth Ombudsman Bali. KTP saya di Disdukcapil Badung belum jadi, saya pindahan dari Surabaya.", "yes"),
    ("Bank swasta memotong saldo saya, OJK tidak menjawab.", "yes"),
    ("Leasing menarik motor saya di jalan.", "no"),
    ("Hakim PN memihak lawan saya.", "no"),
    ("Polisi belum menindaklanjuti laporan saya atas penipuan arisan.", "yes"),
    ("Tetangga memelihara ayam, Satpol PP tidak menindak laporan kami.", "yes"),
    ("Putusan inkracht tahun lalu, tetapi BPN tidak mau melaksanakan balik nama.", "yes"),
    ("Saya dipecat dari hotel tempat saya bekerja.", "no"),
    ("Kontraktor rumah saya kabur.", "no"),
]


@pytest.mark.parametrize(("sentence", "remit"), REMITS)
def test_courts_and_private_quarrels_are_not_for_us(sentence: str, remit: str) -> None:
    text = sentence + " Mohon bantuan Ombudsman, kami sudah menunggu lama."
    assert assess(mail(text), TODAY).remit == remit
