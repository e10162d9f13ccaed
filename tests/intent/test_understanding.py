"""What mails mean, in invented words that no rule was written for one by one."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.intent import Correspondent, Meaning, understand
from maild.intent.numbers import case_pattern, letter_pattern
from maild.message import Message, read
from tests.message.compose import mail, message, parts

CASE = case_pattern("{seq:04d}/{type}/{month_roman}/{year}/{code}")
LETTER = letter_pattern("{seq:04d}/SRT/{case}/{office}/{month_roman}/{year}")
TODAY = date(2026, 9, 17)
AGENCY, REPORTER = Correspondent("agency", in_case=True), Correspondent("reporter", in_case=True)
STAFF, STRANGER = Correspondent("staff"), Correspondent()


def meant(found: Message, who: Correspondent = STRANGER) -> Meaning:
    return understand(found, who, case_pattern=CASE, letter_pattern=LETTER, today=TODAY)


AGENCIES = [
    (
        "answer_final",
        "Jalan di Banjar Kelod sudah kami aspal tanggal 10 September 2026. Demikian disampaikan.",
    ),
    ("answer_final", "Permasalahan telah selesai."),
    ("answer_final", "Permasalahan dimaksud telah selesai, laporan mohon ditutup."),
    (
        "answer_final",
        "Dapat kami jelaskan hal-hal sebagai berikut: keterlambatan disebabkan blangko KTP kosong.",
    ),
    ("answer_final", "lampu sdh nyala pak, tadi mlm jam 9 petugas sdh ganti trafo. mksh"),
    (
        "answer_final",
        "Bersama ini kami sampaikan bahwa sertipikat pemohon telah diterbitkan pada 2 September 2026.",
    ),
    (
        "answer_interim",
        "Laporan masih dalam proses penelusuran di bidang teknis, hasilnya akan kami sampaikan segera.",
    ),
    ("answer_interim", "Mohon maaf bu, kami masih menunggu hasil laboratorium. Nanti kami kabari."),
    ("answer_interim", "Besok tim turun ke lokasi untuk mengecek pipa."),
    ("answer_interim", "Petugas sedang memeriksa jaringan di lokasi, jawaban resmi menyusul."),
    ("receipt", "Surat sudah kami terima, terima kasih."),
    ("receipt", "Diterima, akan segera kami tindaklanjuti."),
    ("receipt", "Baik bu, surat telah kami terima dan akan kami tindak lanjuti."),
    ("receipt", "Siap."),
    ("extension", "Mohon perpanjangan waktu sampai dengan 30 September 2026 karena data masih dikumpulkan."),
    (
        "extension",
        "Mengingat kami masih mengumpulkan data di lapangan, mohon tambahan waktu s.d. 30 September 2026.",
    ),
    ("extension", "Kiranya diberikan waktu sampai tgl 30 September untuk menyampaikan jawaban."),
    ("extension", "Kami memerlukan waktu hingga 30/9/2026 untuk menjawab surat Saudara."),
    ("not_ours", "Jalan tersebut bukan kewenangan kami, melainkan jalan provinsi."),
    ("not_ours", "Mohon maaf salah alamat, pengaduan ini di luar tupoksi dinas kami."),
    (
        "not_ours",
        "Sudah kami cek, pelanggan tersebut tidak terdaftar di wilayah kami, bukan wilayah kerja ULP kami.",
    ),
    (
        "forwarded_internally",
        "Surat ini sudah kami teruskan ke Kabid Bina Marga, nanti beliau yang menjawab.",
    ),
    ("forwarded_internally", "Telah didisposisikan kepada Kepala Bidang SMP."),
    (
        "successor",
        "Mohon maaf, per 2 Januari saya sudah tidak menjabat; pejabat penghubung saat ini Ibu Sari.",
    ),
    ("successor", "Saya sudah pindah tugas ke Dinas Arsip. Penggantinya Bapak Wira."),
    ("asks_data", "Mohon dikirimkan nomor pelanggan dan alamat lengkap agar dapat kami telusuri."),
    ("asks_data", "Kami membutuhkan nama lengkap dan NIK pelapor untuk pengecekan."),
    ("query", "Mohon konfirmasi apakah surat ini benar dari Ombudsman?"),
    ("query", "Apakah jawaban cukup lewat email atau harus surat resmi?"),
]


@pytest.mark.parametrize(("intent", "text"), AGENCIES)
def test_agencies(intent: str, text: str) -> None:
    found = meant(message(text, subject="Re: surat"), AGENCY)
    assert (found.kind, found.intent) == ("reply", intent), found.reasons
    if intent == "extension":
        assert found.until == date(2026, 9, 30)
        assert found.fields["until"] == "2026-09-30"


PDF = 'Content-Type: application/pdf; name="Surat Jawaban.pdf"\n\nx'
COVERS = [
    "",
    "Selamat siang, terlampir kami sampaikan surat jawaban Kepala Dinas. Mohon konfirmasi bila diterima.",
    "Yth. Ombudsman, berikut kami kirimkan tanggapan kami dalam lampiran.",
]


@pytest.mark.parametrize("cover", COVERS)
def test_the_answer_is_in_the_attachment(cover: str) -> None:
    found = read(parts(f"Content-Type: text/plain\n\n{cover}", PDF, more="To: c@d.example\n"))
    assert isinstance(found, Message)
    assert meant(found, AGENCY).intent == "answer_attachment"


REPORTERS = [
    ("withdraw", "Dengan ini saya mencabut laporan saya karena masalah sudah diselesaikan oleh sekolah."),
    ("withdraw", "pak laporan sy tolong dicabut aja ya"),
    ("withdraw", "Saya menarik pengaduan saya."),
    ("unsatisfied", "Saya tidak akan mencabut laporan. Jawaban dinas tidak sesuai kenyataan!"),
    ("unsatisfied", "Kami belum bisa menerima jawaban itu, jalan masih rusak sampai sekarang."),
    ("unsatisfied", "Bohong, air tetap tidak mengalir."),
    ("satisfied", "Terima kasih banyak, KTP saya sudah jadi."),
    ("satisfied", "Saya puas dengan penyelesaian ini, silakan ditutup."),
    ("satisfied", "lampu su menyala, tuhan berkati bapa mama"),
    ("status_query", "Bagaimana perkembangan laporan saya?"),
    ("status_query", "laporan sy sdh sampe mana ya pak"),
    ("status_query", "Mohon update atas pengaduan kami, sudah dua minggu belum ada kabar dari Ombudsman."),
    ("supply", "Nama: Budi Santosa\nAlamat: Jl. Melati 3\nNIK: 5108000000000000"),
    ("supply", "Berikut data yang diminta: saya Budi, alamat Jl. Melati 3 Denpasar."),
    ("evidence", "Bersama ini saya kirimkan bukti tambahan berupa foto kuitansi."),
]


@pytest.mark.parametrize(("intent", "text"), REPORTERS)
def test_reporters(intent: str, text: str) -> None:
    found = meant(message(text, subject="Re: laporan"), REPORTER)
    assert (found.kind, found.intent) == ("reply", intent), found.reasons


QUOTES = (
    "\n\nPada Jum, 7 Agu 2026 pukul 09.10 Ombudsman <a@b.example> menulis:\n\n> laporan dianggap "
    "dicabut. Mohon perpanjangan waktu.\n> 1 ok"
)


def test_quoted_text_never_decides() -> None:
    assert meant(message("Berikut data saya: nama: Budi" + QUOTES), REPORTER).intent == "supply"
    assert meant(message("Surat sudah kami terima, terima kasih." + QUOTES), AGENCY).intent == "receipt"
    assert meant(message("Saya rapatkan dulu." + QUOTES), STAFF).commands == ()


REPORTS = [
    "KTP saya sudah 4 bulan tidak jadi di capil, tolong",
    "Pelayanannya buruk sekali, petugasnya kasar.",
    "Saya ingin melaporkan dugaan pungli di sekolah anak saya. Undangan rapat komite selalu minta uang.",
    "Yth Ombudsman. sy mau lapor Kantor Pertanahan, sertifikat sdh 14 bln blm jadi. NIK: 5108000000000000",
    "Dengan hormat, saya yang bertanda tangan di bawah ini mengadukan penundaan berlarut. Mohon "
    "informasi tindak lanjut.",
    "min mau tanya, bansos saya kok berhenti padahal saya miskin",
    "I would like to report the immigration office, my visa is late.",
    "Pinjaman modal dari koperasi daerah tidak cair, padahal saya sudah lengkapi semua. Mohon bantuan.",
]


@pytest.mark.parametrize("text", REPORTS)
@pytest.mark.parametrize("who", [STRANGER, Correspondent("reporter")])
def test_complaints(text: str, who: Correspondent) -> None:
    found = meant(message(text, subject="Pengaduan"), who)
    assert found.kind == "report", found
    assert found.report is not None


INSTITUTION = "Sekretariat Inspektorat Daerah <sekretariat@inspektorat.kab.example>"
LETTERS = [
    (
        "handover",
        "Pelimpahan Laporan",
        "Bersama ini kami limpahkan laporan masyarakat an. Budi untuk ditindaklanjuti.",
    ),
    (
        "registry_change",
        "SK Pejabat Penghubung",
        "Terlampir Keputusan tentang Penunjukan Pejabat Penghubung tahun 2026.",
    ),
    ("registry_change", "Info", "Per 1 September saya sudah dimutasi, pengganti saya Ibu Sari."),
    (
        "invitation",
        "Undangan Rapat Koordinasi",
        "Mengharapkan kehadiran Bapak/Ibu pada Kamis, 3 September 2026.",
    ),
    ("audience_request", "Permohonan Audiensi", "Kami bermaksud beraudiensi dengan Kepala Perwakilan."),
    ("data_request", "Permintaan Data", "Mohon dapat dikirimkan rekapitulasi laporan masyarakat tahun 2026."),
    (
        "information",
        "Penyampaian rekap",
        "Disampaikan rekap aspirasi masyarakat. Mohon menjadi bahan pengawasan.",
    ),
]


@pytest.mark.parametrize(("intent", "subject", "text"), LETTERS)
@pytest.mark.parametrize("who", [STRANGER, Correspondent("agency")])
def test_letters(intent: str, subject: str, text: str, who: Correspondent) -> None:
    found = meant(message(text, subject=subject, sender=INSTITUTION), who)
    assert (found.kind, found.intent) == ("letter", intent), found.reasons


def test_staff_commands() -> None:
    found = meant(message("1 ok\n2 instansi disdik-buleleng\n\nTerima kasih"), STAFF)
    assert found.intent == "command"
    assert [(one.item, one.verb) for one in found.commands] == [(1, "ok"), (2, "agency")]


def test_staff_instruction() -> None:
    text = "Mohon diteruskan ke Kantah Tabanan, sudah diverifikasi.\n\nTerlapor: Kantor Pertanahan"
    assert meant(message(text), STAFF).intent == "staff_instruction"


def test_staff_passes_a_complaint_on() -> None:
    text = (
        "Mohon diproses.\n\n---------- Forwarded message ---------\nDari: Budi "
        "<budi@warga.example>\nTanggal: 1/8/2026 10.00\nSubjek: Jalan\nKe: a@b.example\n\nJalan "
        "rusak."
    )
    assert meant(message(text, subject="Fwd: Jalan"), STAFF).kind == "forward"


def test_only_staff_command() -> None:
    for role in ("stranger", "agency", "reporter", "superior"):
        assert meant(message("1 ok"), Correspondent(role, in_case=True)).commands == ()


def test_our_own_address_is_a_loop() -> None:
    assert meant(message("Laporan saya"), Correspondent("office")).kind == "other"


def test_numbers_are_found_in_subject_and_new_text_only() -> None:
    text = "Menjawab 13/lm/viii/2026/dps." + QUOTES + "\n> 0099/LM/VIII/2026/DPS"
    found = meant(message(text, subject="Re: [0012/LM/VIII/2026/DPS] x"), AGENCY)
    assert found.case_refs == ("0012/LM/VIII/2026/DPS", "0013/LM/VIII/2026/DPS")


MACHINES = [
    ({"more": "Auto-Submitted: auto-replied\n"}, "auto_reply", "out_of_office"),
    (
        {
            "body": "Tiket Anda (#20418) sudah kami terima.",
            "subject": "Tiket #20418: surat",
            "more": "X-Mailer: osTicket\n",
            "sender": "Helpdesk <helpdesk@kab.example>",
        },
        "report",
        None,
    ),
    (
        {"body": "##- Ketik balasan Anda di atas baris ini -##\nTiket Anda sudah kami terima"},
        "auto_reply",
        "ticket_ack",
    ),
    (
        {
            "body": "Please click the link to confirm that you are human.",
            "more": "Auto-Submitted: auto-replied\n",
        },
        "auto_reply",
        "challenge_response",
    ),
    ({"more": "List-Id: <x.example>\n"}, "bulk", None),
    (
        {"body": "Butuh dana cepat? Pinjaman tanpa jaminan, bunga 0,5%, cair hari ini! Hubungi WA."},
        "bulk",
        None,
    ),
    (
        {
            "body": (
                "Kotak surat Anda mencapai 98% dari kapasitas. Klik tautan berikut dan masukkan "
                "kata sandi: https://x.example/login"
            )
        },
        "bulk",
        None,
    ),
    (
        {"body": "Bimtek Nasional angkatan XII, kontribusi Rp 5.500.000 per peserta, seluruh Indonesia."},
        "bulk",
        None,
    ),
    (
        {
            "body": "<fp@x.example>: 550 5.1.1 user unknown",
            "sender": "MAILER-DAEMON@x.example",
            "subject": "Undelivered Mail",
        },
        "bounce",
        "user_unknown",
    ),
    (
        {
            "body": "<fp@x.example>: 452 4.2.2 Over quota",
            "sender": "MAILER-DAEMON@x.example",
            "subject": "Undelivered Mail",
        },
        "bounce",
        "mailbox_full",
    ),
    (
        {
            "body": "<fp@x.example>: connection timed out. Will be retried. WARNING ONLY",
            "sender": "MAILER-DAEMON@x.example",
            "subject": "Delayed Mail",
        },
        "delay",
        "delayed",
    ),
]


@pytest.mark.parametrize(("given_", "kind", "intent"), MACHINES)
@pytest.mark.parametrize("who", [STRANGER, AGENCY])
def test_machines(given_: dict[str, str], kind: str, intent: str | None, who: Correspondent) -> None:
    found = meant(message(**{"body": "x", **given_}), who)
    if kind == "report":  # a ticket program without its robot words: told from a person only with doubt
        assert found.kind in ("report", "reply", "auto_reply")
    elif who is STRANGER or kind != "bulk":
        assert (found.kind, found.intent) == (kind, intent), found.reasons


def test_an_answer_through_a_group_address_is_no_bulk() -> None:
    found = message("Air sudah mengalir sejak Senin.", more="List-Id: <dinas.example>\nPrecedence: list\n")
    assert found.bulk
    assert meant(found, AGENCY).kind == "reply"
    assert meant(found, STRANGER).kind == "bulk"


WORDS = st.sampled_from(
    [
        "mohon",
        "waktu",
        "sampai",
        "surat",
        "sudah",
        "kami",
        "terima",
        "belum",
        "cabut",
        "laporan",
        "nama:",
        "1",
        "ok",
        ">",
        "bukan",
        "kewenangan",
        "terlampir",
        ",",
        ".",
        "\n",
    ]
)


@given(
    st.lists(WORDS, max_size=60),
    st.sampled_from(["agency", "reporter", "staff", "stranger", "superior", "office"]),
    st.booleans(),
)
@settings(deadline=None)
def test_total(words: list[str], role: str, in_case: bool) -> None:
    found = read(mail(" ".join(words)))
    assert isinstance(found, Message)
    meaning = meant(found, Correspondent(role, in_case=in_case))  # type: ignore[arg-type]
    assert meaning.reasons


HOSTILE = [
    "mohon ",
    "sudah ",
    "permohonan a ",
    "kami ",
    "surat ",
    "apakah ",
    "hasil ",
    "tidak ",
    "mohon perpanjangan ",
    "pejabat penghubung ",
    "1 ",
    "a" * 50,
    "(",
    "laporan saya ",
]


@pytest.mark.parametrize("word", HOSTILE)
@pytest.mark.parametrize("who", [AGENCY, REPORTER, STRANGER])
def test_hostile_text_takes_little_time(word: str, who: Correspondent) -> None:
    found = message(word * (400_000 // len(word)))
    start = time.process_time()
    meant(found, who)
    assert time.process_time() - start < 2
