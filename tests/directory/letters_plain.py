"""Complaints that name their office in many ways, and mails that are no complaint."""

from __future__ import annotations

from tests.directory.told import told

PASSING = (
    told(
        "the hospital wrote a paper",
        "bali",
        """Saya Ni Wayan Contoh Murni, Jl. Contoh 4 Tabanan. Akta kematian bapak di Disdukcapil Tabanan belum terbit sejak
Juni, surat keterangan dari RSUD Tabanan sudah saya serahkan tanggal 3 Juni. Sudah saya tanyakan ke loket 2 Juli dan 4
Agustus 2026, jawabannya menunggu pejabat.""",
        "disdukcapil-tabanan",
        alone=True,
    ),
    told(
        "a neighbour's office is only the place",
        "bali",
        """Saya Made Contoh Wirawan. Got di depan kantor Polres Gianyar mampet, Dinas PUPR Gianyar sudah saya datangi tanggal 3
Juli dan 8 Juli 2026, disuruh menunggu, belum dikerjakan.""",
        "pupr-gianyar",
        alone=True,
    ),
    told(
        "the brother works elsewhere",
        "ntt",
        """Saya Dominggus Contoh Taek. Kakak saya bekerja di Dinas Kesehatan Belu. Sertifikat tanah saya di BPN Belu belum jadi
sejak Maret padahal sudah lunas, saya sudah ke loket tanggal 4 Mei dan 9 Juni 2026, jawabannya tunggu.""",
        "kantah-belu",
        alone=True,
    ),
    told(
        "kota against kabupaten, a place settles it for a person",
        "ntt",
        """Saya Nelci Contoh Ludji, tinggal di Kelurahan Liliba. KK saya di Dukcapil Kupang sudah 4 bulan belum jadi, saya
sudah 3 kali ke kantor.""",
        "disdukcapil-kota-kupang",
    ),
    told(
        "two offices deny",
        "ntt",
        """Saya Adrianus Contoh Bria. Tanah saya di perbatasan. BPN Belu bilang masuk Malaka, BPN Malaka bilang masuk Belu,
saya dilempar ke sana ke mari sudah 6 kali sejak Februari, tidak ada yang mau terima berkas.""",
        "kantah-belu kantah-malaka",
    ),
    told(
        "licence asked of the wrong regency",
        "bali",
        """Saya Kevin Contoh Tanoto. Izin PBG untuk rumah di Canggu sudah 8 bulan di Perizinan Denpasar, sudah saya tanya 5
kali, dijawab menunggu verifikasi. Saya tinggal di Renon.""",
        near="dpmptsp-badung dpmptsp-denpasar",
    ),
    told(
        "an official's title",
        "bali",
        """Saya Ida Ayu Contoh Dewi, Jl. Contoh 9 Bangli. Kadisdikpora Bangli tidak menjawab surat kami tanggal 4 Juni dan 7
Juli 2026 tentang pungutan di SD. Sudah kami tanyakan ke kantornya dua kali, disuruh menunggu.""",
        "disdik-bangli",
        alone=False,
    ),
    told(
        "the head of a police resort",
        "ntt",
        """Saya Stefanus Contoh Pawe. Laporan polisi saya bulan Maret di Polres Ende tidak ada SP2HP, sudah saya tanyakan ke
Kapolres Ende lewat surat 4 Mei 2026 dan datang 3 Juni, tidak dijawab.""",
        "polres-ende",
        alone=True,
    ),
)

NO_REPORTS = (
    told(
        "a letter of an institution that passes a complaint on",
        "bali",
        """Dengan hormat, bersama ini kami teruskan pengaduan warga mengenai pelayanan Disdukcapil Jembrana yang belum menerbitkan
akta sejak Mei, untuk ditindaklanjuti sesuai kewenangan.""",
        "disdukcapil-jembrana",
    ),
    told(
        "a question about one's case",
        "bali",
        """Selamat pagi, menanyakan kembali laporan saya bulan lalu soal klaim JHT di BPJS Ketenagakerjaan Gianyar, sampai
sekarang belum ada kabar.""",
        "bpjstk-gianyar",
    ),
    told(
        "taken down from WhatsApp",
        "ntt",
        """Dari WA pengaduan: "siang kk, sy pu KTP hilang, capil atambua suru tunggu blangko, sy su pi 3x, nama Rosalinda Contoh
Mau" mohon diregister.""",
        "disdukcapil-belu",
    ),
)
