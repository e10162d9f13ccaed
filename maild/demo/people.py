"""The cast: invented people of an invented island of mail, their mailboxes and their mail programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["citizen", "agency", "superior", "staff", "outsider", "office"]
Program = Literal["gmail", "outlook", "roundcube", "phone"]

OFFICE_ADDRESS = "pengaduan@ombudsman-bali.example"
OFFICE_KEY = "dps"  # the column `office` of the agency list: office.code in lower case
OFFICE_NAME = "Ombudsman RI Perwakilan Provinsi Bali"


@dataclass(frozen=True, slots=True)
class Person:
    key: str
    name: str
    address: str
    role: Role
    what: str  # who they are, for the pages; English
    program: Program = "gmail"


CAST: tuple[Person, ...] = (
    Person(
        "ketut", "Ketut Suartika", "ketut.suartika@surat.example", "citizen", "waits for his identity card"
    ),
    Person(
        "mirah", "Luh Putu Mirah Anjani", "mirah.anjani@surat.example", "citizen", "writes in haste", "phone"
    ),
    Person("redita", "I Wayan Redita", "wayan.redita@kilat.example", "citizen", "sees a live wire", "phone"),
    Person(
        "larasati", "Made Ayu Larasati", "m.ayu.larasati@surat.example", "citizen", "asks to stay unnamed"
    ),
    Person(
        "ardika",
        "I Komang Ardika",
        "komang.ardika@kilat.example",
        "citizen",
        "has had no water since January",
    ),
    Person(
        "safitri",
        "Dewi Safitri",
        "dewi.safitri@surat.example",
        "citizen",
        "waits for her deposit on a canteen",
    ),
    Person("rupa", "I Nyoman Rupa", "nyoman.rupa@kilat.example", "citizen", "changes his mind", "phone"),
    Person(
        "dukcapil",
        "Ni Luh Sekarini",
        "narahubung@disdukcapil.bulelengkab.example",
        "agency",
        "focal point, civil registry of Buleleng",
        "outlook",
    ),
    Person(
        "kantah",
        "I Gusti Ngurah Wiradana",
        "narahubung@kantah-gianyar.example",
        "agency",
        "focal point, land office of Gianyar; often travels",
        "roundcube",
    ),
    Person(
        "pln",
        "Agus Hermanto",
        "narahubung@pln-balitimur.example",
        "agency",
        "focal point, electricity",
        "phone",
    ),
    Person(
        "disdik",
        "Anak Agung Komala",
        "narahubung@disdik.denpasarkota.example",
        "agency",
        "focal point, schools of Denpasar",
    ),
    Person(
        "tirta",
        "I Gede Artana",
        "narahubung@tirtamangutama.example",
        "agency",
        "focal point, water company of Badung; silent for weeks",
        "outlook",
    ),
    Person(
        "rsud",
        "dr. Ni Kadek Widiastuti",
        "narahubung@rsud.tabanankab.example",
        "agency",
        "focal point, hospital of Tabanan; needs more time",
        "outlook",
    ),
    Person(
        "perizinan",
        "Gusti Made Pradnya",
        "narahubung@dpmptsp.karangasemkab.example",
        "agency",
        "focal point, permits of Karangasem; the mailbox is gone",
    ),
    Person(
        "inspektorat",
        "Ni Made Sukerti",
        "narahubung@inspektorat.karangasemkab.example",
        "agency",
        "focal point, inspectorate of Karangasem",
        "roundcube",
    ),
    Person(
        "direksi",
        "Direktur Utama Perumda Tirta Mangutama",
        "direksi@tirtamangutama.example",
        "superior",
        "head of the water company",
        "outlook",
    ),
    Person("intake", "Putu Eka Saraswati", "eka.saraswati@ombudsman-bali.example", "staff", "intake (PVL)"),
    Person(
        "officer", "Kadek Dwi Prayoga", "dwi.prayoga@ombudsman-bali.example", "staff", "examiner (asisten)"
    ),
    Person("head", "Ni Nyoman Adnyani", "adnyani@ombudsman-bali.example", "staff", "head of the office"),
    Person("admin", "Bagus Pratama", "admin@ombudsman-bali.example", "staff", "looks after maild"),
    Person(
        "stranger", "Rudi Hartawan", "rudi.hartawan@kilat.example", "outsider", "wants to know who complained"
    ),
    Person(
        "spoofer", "(somebody else)", "someone@jauh.example", "outsider", "writes under the officer's name"
    ),
    Person("newsletter", "Warta Layanan", "warta@warta-layanan.example", "outsider", "a newsletter"),
    Person("office", OFFICE_NAME, OFFICE_ADDRESS, "office", "the mailbox that maild looks after"),
)

PEOPLE: Mapping[str, Person] = {person.key: person for person in CAST}
BY_ADDRESS: Mapping[str, Person] = {person.address: person for person in CAST}

#: Staff and their roles, as they stand in config.yaml.
STAFF: Mapping[str, tuple[str, ...]] = {
    "intake": ("intake",),
    "officer": ("examiner",),
    "head": ("head",),
    "admin": ("admin",),
}

COLUMNS = (
    "agency_id,name,aliases,office,level,region,sector,parent_agency_id,focal_name,focal_email,"
    "alternate_email,superior_email,oversight_agency_id,appointed_on,valid_until"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One agency of the demo's list; `focal` is a key of PEOPLE."""

    id: str
    name: str
    aliases: str
    level: str
    region: str
    sector: str
    focal: str
    alternate: str = ""
    superior: str = ""
    oversight: str = ""

    def row(self) -> list[str]:
        person = PEOPLE[self.focal]
        return [
            self.id, self.name, self.aliases, OFFICE_KEY, self.level, self.region, self.sector, "",
            person.name, person.address, self.alternate, self.superior, self.oversight,
            "2025-01-06", "2027-12-31",
        ]  # fmt: skip


AGENCIES: tuple[Line, ...] = (
    Line(
        "disdukcapil-buleleng",
        "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Buleleng",
        "Disdukcapil Buleleng|Disdukcapil Kab. Buleleng|Dukcapil Buleleng|Capil Buleleng",
        "kabupaten",
        "Kabupaten Buleleng",
        "kependudukan",
        "dukcapil",
        superior="kepala@disdukcapil.bulelengkab.example",
    ),
    Line(
        "kantah-gianyar",
        "Kantor Pertanahan Kabupaten Gianyar",
        "Kantah Gianyar|BPN Gianyar|ATR/BPN Gianyar|Kantor Pertanahan Gianyar",
        "vertikal",
        "Kabupaten Gianyar",
        "pertanahan",
        "kantah",
        alternate="ngurah.wiradana@surat.example",
    ),
    Line(
        "pln-balitimur",
        "PT PLN (Persero) UP3 Bali Timur",
        "PLN UP3 Bali Timur|PLN Bali Timur|PLN Gianyar|PLN ULP Gianyar",
        "bumn",
        "Kabupaten Gianyar",
        "listrik",
        "pln",
        superior="manajer@pln-balitimur.example",
    ),
    Line(
        "disdik-denpasar",
        "Dinas Pendidikan Kepemudaan dan Olahraga Kota Denpasar",
        "Disdikpora Denpasar|Disdikpora Kota Denpasar|Dinas Pendidikan Kota Denpasar|Disdik Denpasar",
        "kota",
        "Kota Denpasar",
        "pendidikan",
        "disdik",
        superior="kepala@disdik.denpasarkota.example",
    ),
    Line(
        "tirta-badung",
        "Perumda Air Minum Tirta Mangutama Kabupaten Badung",
        "PDAM Badung|PDAM Kabupaten Badung|Perumda Tirta Mangutama|Tirta Mangutama|PDAM Tirta Mangutama",
        "bumd",
        "Kabupaten Badung",
        "air minum",
        "tirta",
        superior="direksi@tirtamangutama.example",
    ),
    Line(
        "rsud-tabanan",
        "Rumah Sakit Umum Daerah Kabupaten Tabanan",
        "RSUD Tabanan|RSUD Kabupaten Tabanan|Rumah Sakit Umum Daerah Tabanan|RS Tabanan",
        "kabupaten",
        "Kabupaten Tabanan",
        "kesehatan",
        "rsud",
        superior="direktur@rsud.tabanankab.example",
    ),
    Line(
        "dpmptsp-karangasem",
        "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Karangasem",
        "DPMPTSP Karangasem|DPMPTSP Kabupaten Karangasem|Dinas Perizinan Karangasem",
        "kabupaten",
        "Kabupaten Karangasem",
        "perizinan",
        "perizinan",
        oversight="inspektorat-karangasem",
    ),
    Line(
        "inspektorat-karangasem",
        "Inspektorat Daerah Kabupaten Karangasem",
        "Inspektorat Karangasem|Inspektorat Kabupaten Karangasem|Itda Karangasem",
        "kabupaten",
        "Kabupaten Karangasem",
        "pengawasan",
        "inspektorat",
        superior="inspektur@inspektorat.karangasemkab.example",
    ),
)
