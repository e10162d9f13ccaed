"""What people write to the office, and what machines add to it."""

from __future__ import annotations

import base64
import html
import random
from datetime import datetime
from itertools import pairwise

from tests.bench.office import OWN, Agency, Filed

AWAY = """Terima kasih atas surel Saudara. Saya sedang dinas luar dan tidak berada di kantor sampai dengan \
Jumat, 18 September 2026. Untuk hal yang mendesak silakan menghubungi Subbagian Tata Usaha.

(balasan otomatis)"""
READ = "Surel Anda telah dibaca pada 14 September 2026."
RETURNED = """This is the mail system. I'm sorry to have to inform you that your message could not be \
delivered to one or more recipients."""

PAST = ("3 Maret", "17 Maret", "8 April", "21 April", "5 Mei", "19 Mei", "9 Juni", "23 Juni", "7 Juli")
HURDLES = (
    "blangko habis",
    "sistem sedang diperbaiki",
    "berkas belum naik ke meja pimpinan",
    "petugas sedang cuti",
    "data belum sinkron dengan pusat",
    "jaringan di kantor putus",
    "anggaran belum tersedia",
    "menunggu tanda tangan kepala bidang",
)
DETAILS = (
    "Tanda terima berkas masih saya simpan.",
    "Tetangga saya yang mengajukan belakangan sudah lebih dahulu selesai.",
    "Saya harus meminjam uang untuk ongkos bolak-balik.",
    "Anak saya membutuhkan surat itu untuk mendaftar sekolah.",
    "Di loket tidak ada papan yang menjelaskan lamanya pelayanan.",
    "Nomor telepon yang diberikan tidak pernah diangkat.",
    "Petugas yang kedua memberikan keterangan yang berbeda sama sekali.",
    "Saya diminta melengkapi fotokopi yang sebenarnya sudah saya serahkan.",
    "Akibatnya usaha saya tertunda dan pelanggan pergi.",
    "Kepala lingkungan sudah membantu menanyakan, hasilnya sama saja.",
    "Pada kunjungan ketiga, loket sudah tutup satu jam sebelum waktunya.",
    "Saya tidak pernah menerima pemberitahuan tertulis apa pun.",
)
FILLER = (
    "Pelayanan publik yang baik adalah hak setiap warga. Kami menghargai perhatian Saudara dan berharap kerja "
    "sama antarinstansi dapat terus ditingkatkan sesuai dengan ketentuan peraturan perundang-undangan. "
)


def report(rng: random.Random, agency: Agency, name: str, n: int) -> str:
    """With everything that a report needs; a machine may send it on."""
    day, first, second = rng.choice(PAST), *rng.sample(PAST, 2)
    details = " ".join(rng.sample(DETAILS, 4))
    village = f"Banjar {name.split()[1]} {n % 30 + 1}"
    return f"""Yth. Ombudsman RI Perwakilan Uji

Nama: {name}
NIK: 51030141{n % 90 + 10}900000
Alamat: Jalan Raya Uji {n}, {village}, {agency.district}
No HP: 0812 0000 {n % 9000 + 1000}

Terlapor: {agency.name}

Uraian: Permohonan {agency.thing} saya ajukan pada {day} 2026 dengan nomor berkas {rng.randrange(10**6)} dan \
sampai hari ini belum selesai, alasannya {rng.choice(HURDLES)}. {details}

Upaya: Saya sudah menanyakan langsung ke loket {agency.short} pada {first} dan {second} 2026, tetapi hanya \
diminta menunggu karena {rng.choice(HURDLES)}.

Harapan: {agency.thing} segera diselesaikan atau ada kepastian waktu secara tertulis.

Identitas saya boleh disampaikan kepada instansi. Terima kasih.

{name}"""


def unclear(rng: random.Random, agency: Agency, name: str) -> str:
    """Says neither whom it is about nor what was tried: a person has to look."""
    details = " ".join(rng.sample(DETAILS, 3))
    return f"""Selamat siang. Nama saya {name}. Urusan {agency.thing} saya sejak {rng.choice(PAST)} tidak \
jadi-jadi, katanya {rng.choice(HURDLES)}. {details} Tolong dibantu, saya mau melapor."""


def answer(rng: random.Random, letter: str, thing: str) -> str:
    """An agency: final, interim, receipt, extension or not ours, as often as in life."""
    day = rng.choice(PAST)
    final = f"""Yth. Ombudsman RI Perwakilan Uji

Menjawab surat Nomor {letter}, dapat kami jelaskan sebagai berikut.

1. Penyelesaian {thing} yang bersangkutan tertunda karena {rng.choice(HURDLES)}.
2. Kekurangan tersebut telah kami perbaiki pada 10 September 2026.
3. {thing} telah selesai dan diserahkan kepada pemohon pada 11 September 2026 dengan tanda terima.

{FILLER * rng.randrange(3)}
Demikian jawaban kami sampaikan."""
    interim = f"""Surat Nomor {letter} sudah kami terima dan sedang kami proses. Kami masih mengumpulkan data \
sejak {day} dan akan menyampaikan jawaban segera setelah lengkap."""
    receipt = "Terima kasih, surat Saudara telah kami terima."
    extension = f"""Sehubungan dengan surat Nomor {letter}, kami belum dapat menyampaikan jawaban. Mohon \
perpanjangan waktu sampai dengan tanggal 30 September 2026."""
    other = (
        f"""Menanggapi surat Nomor {letter}, permasalahan {thing} dimaksud bukan kewenangan instansi kami."""
    )
    return rng.choices((final, interim, receipt, extension, other), (45, 25, 12, 10, 8))[0]


def reporter(rng: random.Random, name: str) -> str:
    told = " ".join(rng.sample(DETAILS, 2))
    written = (
        f"Mohon info perkembangan laporan saya, sudah sampai mana? {told}",
        f"Berikut saya lengkapi data yang diminta: nomor berkas {rng.randrange(10**6)}. {told}",
        "Terima kasih banyak, urusan saya sudah selesai. Saya puas dengan penyelesaiannya.",
        f"Saya tidak puas dengan jawaban dinas, masalahnya belum selesai. {told}",
        "Dengan ini saya mencabut laporan saya. Masalah sudah selesai.",
    )
    return f"{rng.choices(written, (40, 30, 15, 10, 5))[0]}\n\n{name}"


def letter(rng: random.Random, agency: Agency) -> str:
    return f"""Nomor: 005/{rng.randrange(900)}/2026
Perihal: Undangan

Yth. Kepala Perwakilan Ombudsman RI

Dengan hormat, kami mengundang Saudara menghadiri rapat koordinasi pelayanan publik pada Kamis, 24 September \
2026 pukul 09.00 WITA di ruang rapat {agency.name}.

{FILLER * rng.randrange(1, 4)}
Demikian atas kehadirannya disampaikan terima kasih."""


def question(rng: random.Random) -> str:
    return f"Selamat pagi, kantor buka jam berapa ya? {rng.choice(DETAILS)}"


def newsletter(rng: random.Random) -> str:
    items = "\n\n".join(
        f"{n}. {rng.choice(DETAILS)} {FILLER * rng.randrange(1, 5)}" for n in range(1, rng.randrange(4, 9))
    )
    return f"Halo pembaca setia!\n\n{items}\n\nBerhenti berlangganan: https://warta.example/berhenti"


def our_letter(filed: Filed) -> str:
    """About what maild wrote; quoted in replies."""
    return f"""Kepada Yth. Pejabat Penghubung {filed.agency.name}

Nomor  : {filed.letter_number}
Perkara: {filed.number}
Hal    : Permintaan klarifikasi

Dengan hormat, Ombudsman Republik Indonesia menerima laporan masyarakat mengenai {filed.agency.thing}. \
Berdasarkan Undang-Undang Nomor 37 Tahun 2008 kami meminta penjelasan tertulis paling lambat 14 hari sejak \
surat ini diterima.

{FILLER}
Hormat kami,
Ombudsman RI Perwakilan Uji
{OWN}"""


def read_receipt(sender: str, message_id: str) -> tuple[str, str]:
    text = (
        f"Reporting-UA: mail.example; Mail\nFinal-Recipient: rfc822;{sender}\n"
        f"Original-Message-ID: <{message_id}>\nDisposition: manual-action/MDN-sent-manually; displayed\n"
    )
    return "message/disposition-notification", text


def delivery_report(to: str, action: str, status: str) -> tuple[str, str]:
    text = (
        "Reporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; {to}\nAction: {action}\nStatus: {status}\n"
        f"Diagnostic-Code: smtp; {'550 5.1.1 user unknown' if action == 'failed' else '451 4.4.1 timeout'}\n"
    )
    return "message/delivery-status", text


def returned(message_id: str) -> str:
    """The header of our letter, as machines send it back."""
    return f"From: ORI Uji <{OWN}>\nSubject: Permintaan klarifikasi\nMessage-ID: <{message_id}>\n"


def trace(rng: random.Random, domain: str, to: str, at: datetime) -> list[str]:
    """Received and signatures: two kilobytes of header, as mails have today."""
    when = at.strftime("%a, %d %b %Y %H:%M:%S +0000")
    hops = (f"mx.{domain}", "relay1.provider.example", "relay2.provider.example", "mx.kantor.example")
    lines = [
        f"Received: from {a} ({a} [192.0.2.{rng.randrange(250)}])\r\n\tby {b} (Postfix) with ESMTPS id "
        f"{rng.getrandbits(40):010X}\r\n\tfor <{to}>; {when}"
        for a, b in pairwise(hops)
    ]
    signature = base64.b64encode(rng.randbytes(256)).decode()
    folded = "\r\n\t".join(signature[i : i + 70] for i in range(0, len(signature), 70))
    lines.append(
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s=mail;\r\n"
        f"\th=from:to:subject:date:message-id; bh={base64.b64encode(rng.randbytes(32)).decode()};\r\n"
        f"\tb={folded}"
    )
    lines.append(f"X-Spam-Status: No, score={rng.random():.2f} required=5.0 tests=BAYES_00,DKIM_SIGNED")
    lines.append(f"X-Mailer: Mail {rng.randrange(9)}.{rng.randrange(9)}")
    return lines


def as_html(text: str) -> str:
    """What web mailers make of a text: the same again, wrapped in style."""
    paragraphs = "".join(
        f'<p class="MsoNormal" style="margin:0cm;font-size:11pt;font-family:Calibri,sans-serif">'
        f"{html.escape(line)}</p>\n"
        for line in text.splitlines()
    )
    style = "p.MsoNormal,li.MsoNormal,div.MsoNormal{margin:0cm;font-size:11.0pt}\n" * 24
    return f"<html><head><style>{style}</style></head><body>\n{paragraphs}</body></html>\n"


def part(kind: str, text: str) -> bytes:
    body = text.replace("\n", "\r\n")
    return f"Content-Type: {kind}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}\r\n".encode()
