"""Nobody is recognised: redaction of the complaint, and the scan of the finished bytes (P2-P4)."""

from __future__ import annotations

import base64
import json
import re
import time
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.letters import Identity, leaks, summarise

from .desk import written

BUDI = Identity(
    names=("Drs. I Made Wirasana Budiarta, M.Si.",),
    addresses=("wirasana.b88@surel.example",),
    numbers=("5108010101900000", "0812-3456-0000", "+62 361 770000", "A1234567", "31877"),
    postal=("Jl. Anggrek Bulan No. 012, Banjar Tegalsari, Kelurahan Kampung Baru, Kecamatan Buleleng",),
)


def mail(text: str, head: str = "Subject: x") -> bytes:
    return f"{head}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n".encode()


def encoded(text: str, encoding: str, body: bytes) -> bytes:
    return (
        f"Subject: {text}\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\n\r\n"
    ).encode() + body


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("oleh Wirasana kemarin", "name"),
        ("oleh BUDIARTA", "name"),
        ("oleh Wirasananya", "name"),
        ("W i r a s a n a  B u d i a r t a", "name"),
        ("Wira\u200bsana", "name"),
        ("M\u200bade W.", "name"),
        ("M\u0301ade W.", "name"),
        ("Wírásana", "name"),
        ("Ｗｉｒａｓａｎａ", "name"),
        ("wirasana_budiarta.pdf", "name"),
        ("Budiarta, Wirasana", "name"),
        ("NIK 5108 0101 0190 0000", "number"),
        ("5108-0101-0190-0000", "number"),
        ("５１０８０１０１０１９００００", "number"),
        ("NIK berakhiran 0101900000", "number"),
        ("hp 62 812 3456 0000", "number"),
        ("(0361) 770-000", "number"),
        ("paspor a 123 4567", "number"),
        ("berkas 31.877/2026", "number"),
        ("WIRASANA.B88 @ SUREL.EXAMPLE", "address"),
        ("wirasana.b88 (at) surel", "address"),
        ("di jalan anggrek bulan", "postal"),
        ("Anggrek Bulan 12", "postal"),
        ("warga br. Tegalsari", "postal"),
    ],
)
def test_traces_are_found(text: str, kind: str) -> None:
    assert kind in leaks(mail(text), BUDI)
    assert kind in leaks(encoded("x", "base64", base64.encodebytes(text.encode())), BUDI)
    quoted = "".join(f"={b:02X}=\r\n" for b in text.encode()).encode()
    assert kind in leaks(encoded("x", "quoted-printable", quoted), BUDI)
    hidden = base64.b64encode(text.encode()).decode()
    assert kind in leaks(mail("isi", f"X-Anything: =?utf-8?b?{hidden}?="), BUDI)


def test_traces_are_found_in_html_links_and_file_names() -> None:
    def html(text: str) -> bytes:
        return b"Content-Type: text/html; charset=utf-8\r\n\r\n" + text.encode()

    assert leaks(html("<p>Wira<b>sana</b></p>"), BUDI) == ("name",)
    assert leaks(html("<p>&#87;irasana</p>"), BUDI) == ("name",)
    assert leaks(html('<a href="mailto:x@y?body=%57irasana">x</a>'), BUDI) == ("name",)
    part = b"Content-Disposition: attachment; filename*=utf-8''KTP%5FWirasana.pdf\r\n\r\nx"
    assert leaks(part, BUDI) == ("name",)


@pytest.mark.parametrize(
    "text",
    [
        "Kabupaten Buleleng, Kecamatan Buleleng, Kelurahan Kampung Baru",
        "Bapak Drs. Ketut, M.Si., Kepala Dinas",
        "Rp51.080.101, Kamis 15 Oktober 2026 pukul 23.59, surat 0101/SRT/0123-2026/DPS/X/2026",
        "I dan Ni; jalan; banjar; no. 12",
        "budi pekerti",
    ],
)
def test_what_everybody_shares_is_no_trace(text: str) -> None:
    assert leaks(mail(text), BUDI) == ()


def test_a_name_that_is_a_place_is_a_hit() -> None:
    """The caller holds the letter; the scan does not guess."""
    negara = Identity(names=("I Putu Negara",))
    assert leaks(written("L05", agency_name="Kantor Pertanahan di Negara").raw, negara) == ("name",)


def test_institutions_give_away_as_a_whole() -> None:
    forum = Identity(names=("Forum Guru Kontrak Belu", "PT Samudra Jaya Abadi (Keuangan)"))
    assert leaks(mail("guru kontrak di Kabupaten Belu, samudra luas"), forum) == ()
    assert leaks(mail("pt samudra jaya abadi"), forum) == ("name",)
    assert leaks(mail("oleh Forum Guru Kontrak Belu"), forum) == ("name",)


def test_our_own_letters_are_clean_of_an_unrelated_person() -> None:
    for kind in ("L05", "L06", "L10", "L11", "L12", "L13", "L14", "L16"):
        assert leaks(written(kind).raw, BUDI) == ()


COMPLAINT = """\
Kepada Yth.
Kepala Perwakilan Ombudsman
di Denpasar

Dengan hormat,

Saya yang bertanda tangan di bawah ini:
Nama      : I Made Wirasana Budiarta
NIK       : 5108010101900000
Alamat    : Jl. Anggrek Bulan No. 12, Banjar Tegalsari,
            Kelurahan Kampung Baru
Pekerjaan : Petani
No. HP    : 0812-3456-0000

Sejak 3 Maret 2026 berkas saya nomor 31877 di Kantor Pertanahan Kabupaten Buleleng
belum selesai, padahal biaya Rp1.250.000 sudah lunas. Istri saya, Ni Kadek Suwarni,
dua kali ditolak di loket 2. Suwarni diminta kembali bulan depan. Bukti ada di
https://berbagi.example/x dan wirasana.b88@surel.example, rekening 1234567890.

Harapan: sertipikat diterbitkan.

Demikian, atas perhatiannya saya ucapkan terima kasih.

Hormat saya,

Made Wirasana
0812 3456 0000
"""


def test_a_complaint_reads_well_without_its_author() -> None:
    assert summarise(COMPLAINT, BUDI) == (
        "Sejak 3 Maret 2026 berkas saya nomor [nomor disamarkan] di Kantor Pertanahan Kabupaten Buleleng "
        "belum selesai, padahal biaya Rp1.250.000 sudah lunas. Istri saya, [nama disamarkan], dua kali "
        "ditolak di loket 2. [nama disamarkan] diminta kembali bulan depan. Bukti ada di [tautan disamarkan] "
        "dan [surel disamarkan], rekening [nomor disamarkan].\n\nHarapan: sertipikat diterbitkan."
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("selamat pagi pak, air mati 3 hari", "Air mati 3 hari"),
        ("Yth Ombudsman. sy mau lapor jalan rusak", "Sy mau lapor jalan rusak"),
        ("nama saya budi santoso, air mati", "Nama saya [nama disamarkan], air mati"),
        ("nama saya masih dikunci di sistem", "Nama saya masih dikunci di sistem"),
        ("anak saya Kadek Adi ditolak SMP Negeri 1", "Anak saya [nama disamarkan] ditolak SMP Negeri 1"),
        ("anak saya di SD Negeri 2 sakit", "Anak saya di SD Negeri 2 sakit"),
        ("rekening a.n. Komang Sari ditolak", "Rekening a.n. [nama disamarkan] ditolak"),
        ("surat a.n. Kepala Dinas Pendidikan", "Surat a.n. Kepala Dinas Pendidikan"),
        ("plat DK 1234 ABC ditilang", "Plat [nomor kendaraan disamarkan] ditilang"),
        ("warga RT 05 RW 03 mengeluh", "Warga RT 05 RW 03 mengeluh"),
        ("surat tanggal 12/05/2026 dan 2026-05-12", "Surat tanggal 12/05/2026 dan 2026-05-12"),
        ("tahun ajaran 2025/2026 bayar Rp 1.500.000,00", "Tahun ajaran 2025/2026 bayar Rp 1.500.000,00"),
        ("tagihan 1.487.000 per bulan", "Tagihan 1.487.000 per bulan"),
        ("nomor pelanggan 51 234 567 890", "Nomor pelanggan [nomor disamarkan]"),
        ("hubungi (0361) 123456", "Hubungi [telepon disamarkan]"),
        ("Nama Terlapor: Kepala Desa X\nsawah kering", "Nama Terlapor: Kepala Desa X\nsawah kering"),
        ("", "[tidak ada uraian tertulis; mohon menghubungi kantor kami]"),
        ("Hormat saya,\nBudi", "[tidak ada uraian tertulis; mohon menghubungi kantor kami]"),
    ],
)  # fmt: skip
def test_small_things(text: str, wanted: str) -> None:
    assert summarise(text, Identity()) == wanted


# Tokens that the fixed words of a letter do not hold, so that every hit comes from the complaint.
NAME_WORDS = st.text("bdghjklmprstw", min_size=2, max_size=3).flatmap(
    lambda head: st.text("aiueo", min_size=1, max_size=2).map(lambda tail: f"xq{head}{tail}xz")
)
PEOPLE = st.lists(NAME_WORDS, min_size=1, max_size=4).map(lambda parts: " ".join(p.title() for p in parts))
DIGITS = st.text("123456789", min_size=9, max_size=16)


@settings(max_examples=300, deadline=None)
@given(
    people=st.lists(PEOPLE, min_size=1, max_size=2),
    digits=st.lists(DIGITS, min_size=1, max_size=2),
    street=NAME_WORDS,
    pieces=st.lists(st.integers(0, 11), min_size=1, max_size=8),
    noise=st.text(max_size=40),
    data=st.data(),
)
def test_whatever_is_planted_does_not_reach_the_letter(
    people: list[str], digits: list[str], street: str, pieces: list[int], noise: str, data: st.DataObject
) -> None:
    mailbox = f"{people[0].replace(' ', '.').lower()}@surel.example"
    who = Identity(tuple(people), (mailbox,), tuple(digits), (f"Jl. {street.title()} No. 7, Desa Contoh",))
    name, number = data.draw(st.sampled_from(people)), data.draw(st.sampled_from(digits))
    ways = [
        f"Nama: {name}\n", f"saya {name.upper()} dari Desa Contoh. ", f"{'-'.join(number)} ",
        f"({name}nya) ", f"{' '.join(name)} ", f"{mailbox} ", f"{number[:4]} {number[4:8]}/{number[8:]}\n",
        f"{name.replace(' ', '')} ", f"di jalan {street} nomor 7. ",
        "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in number) + " ",
        f"{name[:3]}\u200b{name[3:]} ", f"{noise}\n\n",
    ]  # fmt: skip
    text = "Sejak Maret air mati. " + "".join(ways[n] for n in pieces) + "Mohon bantuan."
    summary = summarise(text, who)
    assert leaks(written("L05", summary=summary).raw, who) == ()


@settings(max_examples=200)
@given(st.text(max_size=400))
def test_any_text_has_a_summary(text: str) -> None:
    assert summarise(text, BUDI)


def test_long_complaints_are_shortened_and_say_so() -> None:
    summary = summarise("Air mati lagi hari ini. " * 2000, BUDI)
    assert len(summary) < 6200
    assert summary.endswith("ini.\n\n[ringkasan dipotong; uraian lengkap ada pada kantor kami]")


@pytest.mark.parametrize(
    "piece",
    ["a", "1", "1 ", "a.", "a@a", "Nama: ", "alamat jl. ", "Aa ", "(", "\n", "62 62 ", "0.", "-", "bapak "],
)
def test_no_text_is_slow(piece: str) -> None:
    """T22: patterns over what anybody may send."""
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    summarise(text, BUDI)
    leaks(mail(text), BUDI)
    assert time.process_time() - start < 5


@pytest.mark.shared
def test_no_reporter_of_the_sample_mails_is_named() -> None:
    shared = Path(__file__).resolve().parents[3] / "shared" / "indonesia"
    if not shared.is_dir():
        pytest.skip("no ../shared beside the checkout")
    seen = 0
    for line in (shared / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        raw = (shared / "mails" / f"{gold['id']}.eml").read_bytes()
        message = message_from_bytes(raw, policy=policy.default)
        part = message.get_body(("plain",))
        if gold["kind"] != "report" or not gold["reporter_name"] or part is None:
            continue
        text = part.get_content()
        sender = message["From"].addresses[0].addr_spec
        numbers = tuple(re.findall(r"\b\d{16}\b|\b08\d{2}-\d{4}-\d{4}\b", text))
        who = Identity((gold["reporter_name"],), (sender,), numbers)
        summary = summarise(text, who)
        assert leaks(mail(summary), who) == (), gold["id"]
        assert "menghubungi kantor kami" not in summary, gold["id"]
        seen += 1
    assert seen > 50
