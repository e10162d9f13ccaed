"""How offices head the columns of their own tables: 'Nama Instansi', 'Narahubung', 'Surel' (data)."""

from __future__ import annotations

import re
from collections.abc import Mapping

# column of the agency list -> headings that mean it; small letters, without signs
_HEADINGS: Mapping[str, str] = {
    "agency_id": "id|id instansi|kode|kode instansi|agency id",
    "name": (
        "nama instansi|instansi|nama lembaga|nama dinas|nama opd|opd|nama skpd|skpd|unit layanan|nama "
        "unit|penyelenggara|agency|agency name|institution"
    ),
    "aliases": "singkatan|nama lain|alias|nama singkat|akronim",
    "office": "kantor|kantor perwakilan|perwakilan",
    "level": "tingkat|jenjang",
    "region": "wilayah|daerah|kabupaten kota|kab kota|kabupaten|kota|lokasi",
    "sector": "bidang|sektor|urusan|bidang layanan",
    "parent_agency_id": "id instansi induk|instansi induk|induk",
    "focal_name": (
        "narahubung|nama narahubung|nama|pejabat penghubung|nama pejabat penghubung|focal point|nama "
        "focal point|pic|nama pic|penghubung|nama penghubung|kontak|contact person|nama lengkap"
    ),
    "focal_email": (
        "surel|email|e mail|alamat surel|alamat email|surel narahubung|email narahubung|surel dinas|"
        "email dinas|email pic|surel penghubung|email penghubung"
    ),
    "alternate_email": (
        "surel kedua|email kedua|surel lain|email lain|email cadangan|surel sekretariat|email "
        "sekretariat|email kantor|surel kantor"
    ),
    "superior_email": (
        "surel pimpinan|email pimpinan|surel atasan|email atasan|email kepala|surel kepala|email kepala "
        "dinas|surel kepala dinas"
    ),
    "oversight_agency_id": "id inspektorat|inspektorat|pengawas",
    "appointed_on": "tanggal penunjukan|mulai tugas|tmt|mulai|tanggal mulai",
    "valid_until": (
        "masa tugas sampai|berlaku sampai|berakhir|sampai|masa berlaku|tanggal berakhir|akhir masa tugas"
    ),
    "deputy_name": "pengganti|nama pengganti|wakil",
    "deputy_email": "surel pengganti|email pengganti|email wakil",
    "focal_role": "jabatan|jabatan narahubung|unit kerja",
    "salutation": "sapaan|panggilan",
    "decree_number": "nomor sk|no sk|sk|nomor surat keputusan",
    "decree_date": "tanggal sk|tgl sk",
    "private_email": "surel pribadi|email pribadi",
    "phone": (
        "telepon|no hp|hp|nomor hp|no wa|wa|whatsapp|no telepon|nomor telepon|kontak hp|no hp wa|hp wa|"
        "nomor hp wa|telp"
    ),
    "commitment_on": "tanggal komitmen|tanggal perjanjian",
    "commitment_file": "berkas komitmen|berkas perjanjian",
    "ended_on": "tanggal bubar|dihapus pada",
    "survey": "survei|survei kepatuhan",
}
_MEANS = {heading: column for column, headings in _HEADINGS.items() for heading in headings.split("|")}


def column_of(heading: str) -> str:
    """The column that a heading means; the heading itself, trimmed, where it is none of ours."""
    heading = heading.strip().removeprefix("\ufeff")
    if heading in _HEADINGS:
        return heading
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", heading.casefold()).split())
    return plain.replace(" ", "_") if plain.replace(" ", "_") in _HEADINGS else _MEANS.get(plain, heading)


def headings_of(column: str) -> tuple[str, ...]:
    """A few headings that would do as well."""
    return tuple(one.title() for one in _HEADINGS.get(column, "").split("|") if one)
