"""Ways in which people name an office: titles, schools, roads, hospitals, twin regions, places longer than others.

Each with the agencies that it should lead to ('' for none), and whether a machine may be that certain.
"""

from __future__ import annotations

import pytest

from maild.directory import Route, route
from maild.intent.report import assess
from tests.directory.country import country
from tests.directory.invented import TODAY, mail

# Around the name: a person, an effort with days, and nothing that speaks of a service or a place.
TOLD = "Nama saya Wayan Contoh Sukadana. Saya sudah melapor ke {} tanggal 3 Juli dan 5 Agustus 2026, dijawab tunggu."

TITLES = (
    ("bali", "Kadis Dukcapil Buleleng", "disdukcapil-buleleng", True),
    ("bali", "Kadisdukcapil Kab. Buleleng", "disdukcapil-buleleng", True),
    ("bali", "Plt. Kepala Dinas Pendidikan Kabupaten Tabanan", "disdik-tabanan", True),
    ("bali", "Kepala Dinas Sosial Kab. Buleleng", "dinsos-buleleng", True),
    ("bali", "Kadiskes Klungkung", "dinkes-klungkung", True),
    ("bali", "Kapolres Gianyar", "polres-gianyar", True),
    ("bali", "Kasat Lantas Polres Gianyar", "polres-gianyar", True),
    ("bali", "Direktur RSUD Tabanan", "rsud-tabanan", True),
    ("bali", "Direktur PDAM Badung", "pdam-badung", True),
    ("bali", "Dirut Perumda Air Minum Kabupaten Badung", "pdam-badung", True),
    ("bali", "Kepala Kantor Pertanahan Bangli", "kantah-bangli", True),
    ("bali", "Kakantah Gianyar", "kantah-gianyar", True),
    ("bali", "Kepala BPN Gianyar", "kantah-gianyar", True),
    ("bali", "Kakanwil BPN Bali", "kanwil-bpn-bali", True),
    ("bali", "Sekretaris Dinas PUPR Kota Denpasar", "pupr-denpasar", True),
    ("bali", "Kepala Cabang BPJS Kesehatan Denpasar", "bpjskes-denpasar", True),
    ("bali", "Manajer PLN ULP Gianyar", "pln-ulp-gianyar", True),
    ("bali", "Kakanim Singaraja", "", False),  # shown to a person: an office of its own may have others there
    ("bali", "Inspektur Kabupaten Gianyar", "inspektorat-gianyar", None),
    ("bali", "Kapolresta Denpasar", "polresta-denpasar", True),
    ("bali", "Bupati Buleleng", "", False),
    ("bali", "Gubernur Bali", "", False),
    ("bali", "Camat Sukawati", "", False),
    ("bali", "Lurah Renon", "", False),
    ("bali", "Kapolsek Sukawati", "polres-gianyar", False),
    ("bali", "Kepala Puskesmas Ubud", "dinkes-gianyar", False),
)
SCHOOLS = (
    ("bali", "kepala SMAN 3 Denpasar", "disdik-bali", False),
    ("bali", "kepala SMK Negeri 1 Singaraja", "disdik-bali", False),
    ("bali", "SLB Negeri di Gianyar", "disdik-bali", False),
    ("bali", "kepala SMPN 4 Bangli", "disdik-bangli", False),
    ("bali", "kepala SDN 1 Seririt", "disdik-buleleng", False),
    ("bali", "TK Negeri Pembina Tabanan", "disdik-tabanan", False),
    ("bali", "kepala MTsN 1 Denpasar", "", False),
    ("ntt", "kepala SMA Negeri 1 Maumere", "disdik-ntt", False),
    ("ntt", "kepala SDN Nita, Kabupaten Sikka", "disdik-sikka", False),
    ("ntt", "Dinas P dan K Provinsi NTT soal SMA Negeri 2 Ende", "disdik-ntt", True),
    ("ntt", "Dinas Pendidikan Ende soal SMA Negeri 2", "disdik-ntt", False),
    ("ntt", "Dinas P dan K Provinsi NTT soal SD Inpres Nita", "", False),
)
ROADS = (
    ("bali", "Dinas PUPR Gianyar soal jalan kabupaten", "pupr-gianyar", True),
    ("bali", "Dinas PUPR Gianyar soal jalan provinsi", "pupr-bali", False),
    ("bali", "Dinas PUPR Gianyar soal jalan nasional", "", False),
    ("bali", "PUPR Provinsi Bali soal jalan provinsi", "pupr-bali", True),
    ("bali", "PUPR Provinsi Bali soal jalan kabupaten", "", False),
    ("ntt", "BPJN NTT soal jalan nasional", "bpjn-ntt", True),
    ("ntt", "BPJN NTT soal jalan kabupaten", "", False),
    ("ntt", "PUPR Sikka soal jalan desa", "", False),
)
HOSPITALS = (
    ("bali", "RS Umum Daerah Kabupaten Klungkung", "rsud-klungkung", True),
    ("bali", "rumah sakit umum Klungkung", "rsud-klungkung", True),
    ("ntt", "RSUD Ende", "rsud-ende", True),
    ("ntt", "RSU Kota Kupang", "rsud-kota-kupang", True),
    ("ntt", "RSUD Kupang", "", False),  # the city's or the regency's
    ("bali", "RS Kasih Contoh", "", False),  # a private one
)
TWINS = (
    ("ntt", "Dinas Sosial Kab Kupang", "dinsos-kab-kupang", True),
    ("ntt", "Dinsos Kabupaten Kupang", "dinsos-kab-kupang", True),
    ("ntt", "Dinsos Kota Kupang", "dinsos-kota-kupang", True),
    ("ntt", "Dinas Sosial Pemkot Kupang", "dinsos-kota-kupang", True),
    ("ntt", "Dinas Sosial Kupang", "", False),
    ("ntt", "PDAM Kupang", "", False),
    ("ntt", "Dukcapil Kupang", "", False),
)
LONGEST = (
    ("ntt", "BPN Manggarai Barat", "kantah-mabar", True),
    ("ntt", "BPN Mabar", "kantah-mabar", True),
    ("ntt", "BPN Manggarai", "kantah-manggarai", True),
    ("ntt", "BPN Manggarai Timur", "", False),
    ("ntt", "Disdukcapil Timor Tengah Selatan", "disdukcapil-tts", True),
    ("ntt", "Disdukcapil TTU", "", False),
    ("ntt", "Dinsos Sumba Barat Daya", "", False),
    ("bali", "Dinas Sosial Sleman", "", False),
    ("bali", "Disdukcapil Kota Mataram", "", False),
    ("bali", "BPN Kabupaten Bandung", "", False),
    ("ntt", "Disdukcapil Kota Gorontalo", "", False),
    ("bali", "Dinas Sosial Bangli", "", False),  # not in the register
)


def sent(office: str, name: str) -> Route:
    message = mail(TOLD.format(name))
    return route(country(office), message, assess(message, TODAY), today=TODAY)


@pytest.mark.parametrize(
    ("office", "name", "agency", "certain"),
    [*TITLES, *SCHOOLS, *ROADS, *HOSPITALS, *TWINS, *LONGEST],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_office_that_is_meant(office: str, name: str, agency: str, certain: bool | None) -> None:
    found = sent(office, name)
    assert found.agency_ids == ((agency,) if agency else ())
    # None: the words around it may forbid sending; True: of the agency itself nothing is doubtful.
    if certain is True:
        assert not [r for r in found.reasons if "agency" in r and "named" in r]
    if certain is False:
        assert found.decision == "ask"
