"""Complaints made up from parts: whose matter it is, and what other office is named for some other reason."""

from __future__ import annotations

import random
from dataclasses import dataclass

# prefix of the id | what people call it | what they complain about
OFFICES = {
    "disdukcapil": (("Disdukcapil", "Dukcapil", "Capil"), ("akta kelahiran anak saya belum jadi", "KTP saya belum dicetak")),
    "dinsos": (("Dinsos", "Dinas Sosial"), ("bantuan PKH ibu saya dihentikan", "bansos kami dicoret tanpa penjelasan")),
    "pupr": (("Dinas PUPR", "PUPR", "Dinas PU"), ("drainase di depan rumah mampet", "jalan kabupaten berlubang")),
    "kantah": (("BPN", "Kantor Pertanahan", "ATR/BPN"), ("sertifikat tanah saya belum terbit", "balik nama sertifikat saya mandek")),
    "pdam": (("PDAM", "Perumda Air Minum"), ("air ledeng mati tiga minggu", "tagihan air naik tiga kali lipat")),
    "rsud": (("RSUD", "Rumah Sakit Umum Daerah"), ("antrean farmasi sampai lima jam", "pendaftaran rawat jalan tidak dilayani")),
    "dpmptsp": (("DPMPTSP", "Perizinan"), ("izin usaha saya belum terbit sejak Maret",)),
    "dlhk": (("DLHK", "Dinas Lingkungan Hidup"), ("sampah di gang kami tidak diangkut sebulan",)),
}  # fmt: skip
REGIONS = {
    "bali": {"denpasar": "Kota Denpasar", "badung": "Kabupaten Badung", "buleleng": "Kabupaten Buleleng",
             "karangasem": "Kabupaten Karangasem", "tabanan": "Kabupaten Tabanan"},
    "ntt": {"kota-kupang": "Kota Kupang", "kab-kupang": "Kabupaten Kupang", "tts": "Kabupaten Timor Tengah Selatan",
            "belu": "Kabupaten Belu", "mabar": "Kabupaten Manggarai Barat", "manggarai": "Kabupaten Manggarai"},
}  # fmt: skip
# {m}: what is wrong; {a}: whose matter it is; {b}: another office.
ABOUT_A = (
    "{m}. Saya sudah datang ke {a} tanggal 3 Juli dan 5 Agustus 2026, petugas menjawab masih proses.",
    "{m}. Sudah saya tanyakan ke {a} tiga kali sejak Juni 2026, selalu disuruh menunggu. Kakak saya bekerja di {b}.",
    "{m}. Surat saya kepada {a} tanggal 3 Mei 2026 tidak dijawab. Surat keterangan dari {b} sudah saya serahkan.",
    "{m}. Saya sudah melapor ke {a} tanggal 4 Juni 2026, tidak ada tanggapan. Di {b} semuanya lancar.",
    "{m}. Saya sudah melapor ke {a} tanggal 4 Juni 2026, tidak ada tanggapan. Bandingkan dengan {b} yang cepat.",
    "Saya bukan mengadukan {b}. {m}. Sudah saya tanyakan ke {a} tiga kali sejak Juni 2026.",
    "Petugas {a} minta berkas dari {b}. {m}. Sudah saya tanyakan ke {a} tiga kali sejak Juni 2026.",
    "{m}. Saya sudah melapor ke {a} tanggal 4 Juni 2026. Rumah saya di dekat kantor {b}.",
)
FOR_A_PERSON = (
    "{m}. Saya sudah ke {a} dan {b} berkali-kali sejak Juni 2026, tidak ada yang mau menerima.",
    "{m}. {a} menyuruh saya ke {b}, {b} menyuruh saya kembali ke {a}. Sudah 4 kali sejak Mei 2026.",
    "{m}. Sudah saya adukan ke {b} tanggal 5 Juni 2026, dijawab bukan kewenangannya.",
    "{m}. Saya sudah tiga kali ke kantor sejak Mei 2026, kantornya di sebelah {b}.",
    "{m}. Saya sudah tiga kali bertanya ke loket sejak Mei 2026. Suami saya pegawai {b}.",
    "{m}. Saya sudah menanyakan ke petugas tanggal 4 Juni 2026. Dulu saya urus di {b} lancar.",
    "{m}. Kata tetangga harus ke {b}. Saya sudah tanya dua kali ke kelurahan sejak Mei 2026.",
)


@dataclass(frozen=True, slots=True)
class Made:
    office: str
    text: str
    meant: str  # agency id
    alone: bool  # it is plain whose matter it is


def made(seed: int) -> Made:
    chosen = random.Random(seed)
    office = chosen.choice(("bali", "ntt"))

    def one(other_than: str = "") -> tuple[str, str, str]:
        prefix, short = chosen.choice(list(OFFICES)), chosen.choice(list(REGIONS[office]))
        names, matters = OFFICES[prefix]
        region = REGIONS[office][short]
        bare = region.split(" ", 1)[1]
        place = (
            region if bare == "Kupang" else chosen.choice((region, bare, region.replace("Kabupaten", "Kab.")))
        )
        if f"{prefix}-{short}" == other_than:
            return one(other_than)
        return f"{prefix}-{short}", f"{chosen.choice(names)} {place}", chosen.choice(matters).capitalize()

    meant, a, matter = one()
    _, b, _ = one(meant)
    alone = chosen.random() < 0.5
    story = chosen.choice(ABOUT_A if alone else FOR_A_PERSON).format(m=matter, a=a, b=b)
    text = f"Saya Wayan Contoh Sukadana. {story}"
    return Made(office, text.lower() if chosen.random() < 0.2 else text, meant, alone)
