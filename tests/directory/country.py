"""A larger invented register: every regency of two provinces with the usual offices, for mails of all classes."""

from __future__ import annotations

import random
from functools import cache

from maild.directory import Directory, Index, build, load
from maild.intent.report.text import word_set
from tests.directory.invented import HEADER, row

# short name of the region in ids | region | level | seat
_REGIONS = """
denpasar|Kota Denpasar|kota
badung|Kabupaten Badung|kabupaten
gianyar|Kabupaten Gianyar|kabupaten
tabanan|Kabupaten Tabanan|kabupaten
jembrana|Kabupaten Jembrana|kabupaten
buleleng|Kabupaten Buleleng|kabupaten
karangasem|Kabupaten Karangasem|kabupaten
klungkung|Kabupaten Klungkung|kabupaten
bangli|Kabupaten Bangli|kabupaten
kota-kupang|Kota Kupang|kota
kab-kupang|Kabupaten Kupang|kabupaten
tts|Kabupaten Timor Tengah Selatan|kabupaten
belu|Kabupaten Belu|kabupaten
malaka|Kabupaten Malaka|kabupaten
sikka|Kabupaten Sikka|kabupaten
ende|Kabupaten Ende|kabupaten
mabar|Kabupaten Manggarai Barat|kabupaten
manggarai|Kabupaten Manggarai|kabupaten
"""
# id | name | level, where it is not that of the region
_OFFICES = """
inspektorat|Inspektorat Daerah {region}|
disdik|Dinas Pendidikan {region}|
dinkes|Dinas Kesehatan {region}|
disdukcapil|Dinas Kependudukan dan Pencatatan Sipil {region}|
dinsos|Dinas Sosial {region}|
pupr|Dinas Pekerjaan Umum dan Penataan Ruang {region}|
dlhk|Dinas Lingkungan Hidup dan Kebersihan {region}|
dpmptsp|Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu {region}|
bpbd|Badan Penanggulangan Bencana Daerah {region}|
pdam|Perumda Air Minum {region}|bumd
kantah|Kantor Pertanahan {region}|vertikal
rsud|RSUD {region}|
"""
_ABSENT = {"dinsos-bangli", "pdam-malaka", "dlhk-malaka", "rsud-mabar"}
_FURTHER = """
disdik-bali,"Dinas Pendidikan, Kepemudaan dan Olahraga Provinsi Bali",Disdikpora Bali,bali,provinsi,Provinsi Bali
dinkes-bali,Dinas Kesehatan Provinsi Bali,Dinkes Bali,bali,provinsi,Provinsi Bali
dinsos-bali,Dinas Sosial Provinsi Bali,,bali,provinsi,Provinsi Bali
pupr-bali,Dinas Pekerjaan Umum dan Penataan Ruang Provinsi Bali,PUPR Provinsi Bali,bali,provinsi,Provinsi Bali
samsat-gianyar,Kantor Bersama Samsat Gianyar,Samsat Gianyar,bali,provinsi,Provinsi Bali
polres-gianyar,Kepolisian Resor Gianyar,Polres Gianyar,bali,vertikal,Kabupaten Gianyar
polresta-denpasar,Kepolisian Resor Kota Denpasar,Polresta Denpasar,bali,vertikal,Kota Denpasar
kanwil-bpn-bali,Kantor Wilayah Badan Pertanahan Nasional Provinsi Bali,Kanwil BPN Bali|BPN Bali,bali,vertikal,Provinsi Bali
bpjskes-denpasar,BPJS Kesehatan Cabang Denpasar,BPJS Kesehatan Denpasar,bali,vertikal,Kota Denpasar
bpjskes-buleleng,BPJS Kesehatan Cabang Singaraja,BPJS Kesehatan Singaraja,bali,vertikal,Kabupaten Buleleng
bpjstk-gianyar,BPJS Ketenagakerjaan Cabang Gianyar,BPJS Ketenagakerjaan Gianyar,bali,vertikal,Kabupaten Gianyar
imigrasi-singaraja,Kantor Imigrasi Kelas II TPI Singaraja,Imigrasi Singaraja,bali,vertikal,Kabupaten Buleleng
pln-uid-bali,PT PLN (Persero) Unit Induk Distribusi Bali,PLN UID Bali|PLN Bali,bali,bumn,Provinsi Bali
pln-ulp-gianyar,PT PLN (Persero) ULP Gianyar,PLN Gianyar|ULP Gianyar,bali,bumn,Kabupaten Gianyar
telkom-bali,PT Telkom Indonesia (Persero) Witel Bali,Telkom Bali,bali,bumn,Provinsi Bali
disdik-ntt,Dinas Pendidikan dan Kebudayaan Provinsi Nusa Tenggara Timur,Dinas P dan K NTT,ntt,provinsi,Provinsi Nusa Tenggara Timur
pupr-ntt,Dinas Pekerjaan Umum dan Penataan Ruang Provinsi Nusa Tenggara Timur,PUPR NTT,ntt,provinsi,Provinsi Nusa Tenggara Timur
dinsos-ntt,Dinas Sosial Provinsi Nusa Tenggara Timur,,ntt,provinsi,Provinsi Nusa Tenggara Timur
bpjn-ntt,Balai Pelaksanaan Jalan Nasional Nusa Tenggara Timur,BPJN NTT,ntt,vertikal,Provinsi Nusa Tenggara Timur
polres-ende,Kepolisian Resor Ende,Polres Ende,ntt,vertikal,Kabupaten Ende
bpjskes-kupang,BPJS Kesehatan Cabang Kupang,BPJS Kesehatan Kupang,ntt,vertikal,Kota Kupang
bpjskes-ende,BPJS Kesehatan Cabang Ende,BPJS Kesehatan Ende,ntt,vertikal,Kabupaten Ende
pln-uiw-ntt,PT PLN (Persero) Unit Induk Wilayah Nusa Tenggara Timur,PLN UIW NTT|PLN NTT,ntt,bumn,Provinsi Nusa Tenggara Timur
pln-ulp-kupang,PT PLN (Persero) ULP Kupang,PLN Kupang,ntt,bumn,Kota Kupang
bank-ntt,PT Bank Pembangunan Daerah Nusa Tenggara Timur,Bank NTT,ntt,bumd,Provinsi Nusa Tenggara Timur
"""


def country_list() -> str:
    """The register as CSV text."""
    lines = [HEADER]
    for region_line in _REGIONS.strip().splitlines():
        short, region, level = region_line.split("|")
        office = "ntt" if short in _NTT else "bali"
        for office_line in _OFFICES.strip().splitlines():
            prefix, name, own_level = office_line.split("|")
            agency_id = f"{prefix}-{short}"
            if agency_id not in _ABSENT:
                cells = f"{agency_id},{name.format(region=region)},,{office},{own_level or level},{region}"
                lines.append(row(cells))
    lines += [row(line) for line in _FURTHER.strip().splitlines()]
    return "\n".join(lines) + "\n"


_NTT = {"kota-kupang", "kab-kupang", "tts", "belu", "malaka", "sikka", "ende", "mabar", "manggarai"}


@cache
def country(office: str) -> Index:
    loaded = load(country_list(), "country.csv")
    assert isinstance(loaded, Directory), loaded
    return build(loaded, office)


_KINDS = (
    "Dinas Sosial", "Dinas Kesehatan", "Dinas Pendidikan", "RSUD", "Perumda Air Minum Tirta", "Kepolisian Resor",
    "Kantor Pertanahan", "PT PLN (Persero) ULP", "BPJS Kesehatan Cabang",
)  # fmt: skip
_SYLLABLES = sorted(word_set("ba ka ta wa la ra sa ma na ga da ja ha pa nu li to ri su"))


def crowded(agencies: int, seed: int = 1) -> str:
    """The same with `agencies` in all: look-alikes of every kind whose names differ by a letter or two."""
    chosen = random.Random(seed)
    known = country_list().strip().splitlines()
    lines = []
    for n in range(agencies - len(known) + 1):
        name = "".join(chosen.choice(_SYLLABLES) for _ in range(4)).title()
        like = name[:-1] + chosen.choice("aeiou")
        office = chosen.choice(("bali", "ntt"))
        lines.append(
            row(f"a{n},{chosen.choice(_KINDS)} {name},RS {like},{office},kabupaten,Kabupaten Uji{n % 500}")
        )
    return "\n".join([*known, *lines]) + "\n"
