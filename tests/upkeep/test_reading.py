"""What answers say: worded by hand and untidy. Doubtful is never a yes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.message import Message, read
from maild.upkeep.inquiry import LADDERS
from maild.upkeep.person import Person, from_facts, in_document, merged, named
from maild.upkeep.reading import read_answer
from tests.daemon.bureau import mail

TODAY = date(2026, 9, 7)
OWN = frozenset({"narahubung@dinas.example", "pengaduan@kantor.example"})
SAID = [line.split("\t") for line in (Path(__file__).parent / "said.tsv").read_text().splitlines()]


def message(text: str) -> Message:
    found = read(mail("narahubung@dinas.example", text, subject="Re: Konfirmasi"))
    assert isinstance(found, Message)
    return found


@pytest.mark.parametrize(("kind", "sort", "words"), SAID)
def test_what_an_answer_says(kind: str, sort: str, words: str) -> None:
    assert read_answer(message(words), kind, OWN, TODAY).sort == sort  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words", [words for kind, sort, words in SAID if kind == "confirmation" and sort == "yes"]
)
@pytest.mark.parametrize(
    "spoilt", ["{} ?", "{} tapi sebentar lagi pindah", "kecuali nama, {}", "{} " + "lain hal " * 60]
)
def test_a_yes_with_a_but_is_no_yes(words: str, spoilt: str) -> None:
    assert read_answer(message(spoilt.format(words)), "confirmation", OWN, TODAY).sort != "yes"


def test_what_is_only_quoted_says_nothing() -> None:
    text = "Siang pak\n\nPada Sen, 7 Sep 2026 Ombudsman <pengaduan@kantor.example> menulis:\n> Ya, data tersebut benar.\n"
    assert read_answer(message(text), "confirmation", OWN, TODAY).sort == "unclear"


PEOPLE = [
    (
        "Kami tunjuk Sdri. Ni Luh Sari, S.Sos, NIP 198501012010012001, email sari@dinas.example, HP 0812-3456-7890",
        Person("Ni Luh Sari, S.Sos", "sari@dinas.example", phone="0812-3456-7890"),
    ),
    (
        "Nama : Ni Luh Sari, S.Sos\nJabatan: Kasubag Umum\nSurel dinas: sari@dinas.example\nHP/WA : 081234567890\n"
        "Nomor SK : 188.45/123/HK/2026 tanggal 3 Agustus 2026\nMasa tugas : 3 Agustus 2026 s.d. 31 Desember 2027",
        Person(
            "Ni Luh Sari, S.Sos",
            "sari@dinas.example",
            phone="081234567890",
            role="Kasubag Umum",
            decree_number="188.45/123/HK/2026",
            decree_date="2026-08-03",
            until="2027-12-31",
        ),
    ),
    (
        "sudah pindah bu, sekarang pak made budi (budi@dinas.example)",
        Person("Made Budi", "budi@dinas.example"),
    ),
    (
        "dengan ini kami menunjuk:\n\n1. Nama    : I MADE BUDI, S.E., M.Si\n   NIP     : 19850101\n   Jabatan : Inspektur "
        "Pembantu I\n   Email   : budi@dinas.example\n\nSurat Keputusan Bupati Nomor 800/12/BKPSDM/2026 tanggal "
        "1 September 2026.",
        Person(
            "I MADE BUDI, S.E., M.Si",
            "budi@dinas.example",
            role="Inspektur Pembantu I",
            decree_number="800/12/BKPSDM/2026",
            decree_date="2026-09-01",
        ),
    ),
    ("Nama:\nSurel: ......\nHP: ", Person()),
    (
        "Pejabat penghubung yang baru adalah Drs. Ketut Contoh, M.M. dengan alamat surel ketut@dinas.example "
        "(pribadi: ketut@gmail.com)",
        Person("Drs. Ketut Contoh, M.M.", "ketut@dinas.example", "ketut@gmail.com"),
    ),
    (
        "kami menugaskan saudara Made Contoh (made@dinas.example) dan Ketut Dua (dua@dinas.example)",
        Person("Made Contoh", "made@dinas.example", several="yes"),
    ),
    ("Terima kasih, kami balas ke pengaduan@kantor.example", Person()),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_whom_a_text_names(text: str, expected: Person) -> None:
    found = named(text, OWN, TODAY)
    assert {k: v.rstrip(".") for k, v in found.as_facts().items()} == {
        k: v.rstrip(".") for k, v in expected.as_facts().items()
    }


def test_a_decree() -> None:
    text = (
        "BUPATI BADUNG\nKEPUTUSAN BUPATI BADUNG\nNOMOR : 188.45/77/HK/2026\nTENTANG\nPENUNJUKAN PEJABAT PENGHUBUNG\n\n"
        "KESATU : Menunjuk Saudari:\nNama : Ni Luh Sari, S.Sos\nNIP : 1985\nEmail : sari@dinas.example\n"
        "KEDUA : berlaku sampai dengan 31 Desember 2028.\nDitetapkan di Mangupura\npada tanggal 3 Agustus 2026"
    )
    found = in_document(text, OWN, TODAY)
    assert (found.name, found.decree_number) == ("Ni Luh Sari, S.Sos", "188.45/77/HK/2026")
    assert (found.decree_date, found.until) == ("2026-08-03", "2028-12-31")
    other = in_document(
        "NOMOR : 027/12/2026\nTENTANG PENGADAAN KURSI\npada tanggal 3 Agustus 2026", OWN, TODAY
    )
    assert (other.decree_number, other.decree_date) == ("", ""), "another paper is no decree of this post"


def test_mail_and_decree_that_name_two_addresses_are_doubtful() -> None:
    one, other = Person("A", "a@x.example"), Person("B", "b@x.example", decree_number="1/2/2026")
    assert merged(one, other).several == "yes" and merged(one, other).decree_number == "1/2/2026"


@given(st.text(max_size=400), st.sampled_from(sorted(LADDERS)))
def test_any_text_is_read(text: str, kind: str) -> None:
    found = read_answer(message(text), kind, OWN, TODAY)  # type: ignore[arg-type]
    assert from_facts(found.person.as_facts()) == found.person
    assert found.person.address not in OWN


@given(st.text(alphabet="Namasurelp: @.x\n1234,", max_size=300))
def test_addresses_that_are_nobody_new_are_never_named(text: str) -> None:
    assert named(text + "\nSurel: narahubung@dinas.example", OWN, TODAY).address not in OWN
