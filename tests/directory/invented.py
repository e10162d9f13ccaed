"""A short agency list and mails written for the tests; every person and address is invented."""

from __future__ import annotations

from datetime import date

from maild.directory import Directory, Index, build, load
from maild.message import Address, Message

TODAY = date(2026, 9, 10)

HEADER = (
    "agency_id,name,aliases,office,level,region,sector,parent_agency_id,focal_name,focal_email,alternate_email,"
    "superior_email,oversight_agency_id,appointed_on,valid_until"
)
_ROWS = """
inspektorat-buleleng,Inspektorat Daerah Kabupaten Buleleng,Itda Buleleng,bali,kabupaten,Kabupaten Buleleng
disdukcapil-buleleng,Dinas Kependudukan dan Pencatatan Sipil Kabupaten Buleleng,Capil Buleleng,bali,kabupaten,Kabupaten Buleleng
dinsos-buleleng,Dinas Sosial Kabupaten Buleleng,Dinsos Buleleng,bali,kabupaten,Kabupaten Buleleng
disdik-buleleng,"Dinas Pendidikan, Pemuda dan Olahraga Kabupaten Buleleng",Disdikpora Buleleng,bali,kabupaten,Kabupaten Buleleng
disdik-bali,"Dinas Pendidikan, Kepemudaan dan Olahraga Provinsi Bali",Disdikpora Bali,bali,provinsi,Provinsi Bali
disdukcapil-badung,Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung,,bali,kabupaten,Kabupaten Badung
dpmptsp-denpasar,Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kota Denpasar,Perizinan Denpasar,bali,kota,Kota Denpasar
pupr-denpasar,Dinas Pekerjaan Umum dan Penataan Ruang Kota Denpasar,,bali,kota,Kota Denpasar
bpbd-denpasar,Badan Penanggulangan Bencana Daerah Kota Denpasar,,bali,kota,Kota Denpasar
pdam-denpasar,Perumda Air Minum Tirta Sewakadarma Kota Denpasar,PDAM Denpasar|Tirta Sewakadarma,bali,bumd,Kota Denpasar
pdam-badung,Perumda Air Minum Tirta Mangutama Kabupaten Badung,PDAM Badung|Tirta Mangutama,bali,bumd,Kabupaten Badung
kantah-badung,Kantor Pertanahan Kabupaten Badung,BPN Badung,bali,vertikal,Kabupaten Badung
polres-buleleng,Kepolisian Resor Buleleng,Polres Buleleng,bali,vertikal,Kabupaten Buleleng
lapas-kerobokan,Lembaga Pemasyarakatan Kelas IIA Kerobokan,Lapas Kerobokan,bali,vertikal,Kabupaten Badung
samsat-denpasar,Kantor Bersama Samsat Denpasar,Samsat Renon,bali,provinsi,Provinsi Bali
bpjstk-denpasar,BPJS Ketenagakerjaan Cabang Bali Denpasar,BPJS Ketenagakerjaan Denpasar,bali,vertikal,Kota Denpasar
pln-tejakula,PT PLN (Persero) ULP Tejakula,PLN Tejakula,bali,bumn,Kabupaten Buleleng
disdukcapil-kota-kupang,Dinas Kependudukan dan Pencatatan Sipil Kota Kupang,,ntt,kota,Kota Kupang
disdukcapil-kab-kupang,Dinas Kependudukan dan Pencatatan Sipil Kabupaten Kupang,,ntt,kabupaten,Kabupaten Kupang
disdukcapil-manggarai,Dinas Kependudukan dan Pencatatan Sipil Kabupaten Manggarai,Capil Manggarai,ntt,kabupaten,Kabupaten Manggarai
pdam-kota-kupang,Perumda Air Minum Kota Kupang (PDAM Tirta Bening Lontar),Tirta Bening Lontar,ntt,bumd,Kota Kupang
pdam-kab-kupang,Perumda Air Minum Tirta Lontar Kabupaten Kupang,Tirta Lontar,ntt,bumd,Kabupaten Kupang
kantah-manggarai-barat,Kantor Pertanahan Kabupaten Manggarai Barat,BPN Mabar,ntt,vertikal,Kabupaten Manggarai Barat
rsud-sikka,RSUD dr. T. C. Hillers Maumere,RSUD TC Hillers,ntt,kabupaten,Kabupaten Sikka
pln-oesao,PT PLN (Persero) ULP Oesao,PLN Oesao,ntt,bumn,Kabupaten Kupang
bpjn-ntt,Balai Pelaksanaan Jalan Nasional Nusa Tenggara Timur,BPJN NTT,ntt,vertikal,Provinsi Nusa Tenggara Timur
"""


def row(line: str, *, focal: str = "Pejabat Uji", until: str = "2027-12-31") -> str:
    """The first six cells of a line -> the whole line, with an invented focal point."""
    agency_id = line.split(",", 1)[0]
    address = f"narahubung@{agency_id}.example" if focal else ""
    start, end = ("2025-01-01", until) if focal else ("", "")
    return f"{line},uji,,{focal},{address},,kepala@{agency_id}.example,,{start},{end}"


def agency_list() -> str:
    return "\n".join([HEADER, *(row(line) for line in _ROWS.strip().splitlines())]) + "\n"


def directory() -> Directory:
    loaded = load(agency_list(), "agencies.csv")
    assert isinstance(loaded, Directory), loaded
    return loaded


def index(office: str) -> Index:
    return build(directory(), office)


def mail(
    text: str, subject: str = "laporan", name: str = "", address: str = "warga@surat.example"
) -> Message:
    sender = Address(name, address)
    return Message(
        sha256="0" * 64, size=len(text), message_id="1@surat.example", in_reply_to=None, references=(), date=None,
        sender=sender, senders=(sender,), to=(), cc=(), reply_to=(), subject=subject, text=text, new_text=text,
        quoted=False, attachments=(), headers={}, auto_reply=False, bulk=False, read_receipt=False, bounce=None,
        forwarded=None, defects=(),
    )  # fmt: skip
