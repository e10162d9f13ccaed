"""Is this the report that we have? Edited words, other words, other people; marks that tell, and that do not."""

from __future__ import annotations

import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from maild.likeness import Known, Portrait, bands_of, choose, compare, marked, marks_of, portrait, resemblance
from maild.likeness.bands import BANDS, bands
from maild.likeness.words import shingles, telling_words

KEY, OFFICE = b"k" * 32, "kta"
WORDS = sorted(
    {
        a + b + c
        for a in ("ba", "di", "ku", "ma", "re", "so", "ti", "wa", "ngu", "pe")
        for b in ("la", "ni", "ru", "ka", "mbe", "sa", "to")
        for c in ("n", "k", "ng", "t", "h", "s")
    }
)
FORM = "Yth. Ombudsman RI, saya yang bertanda tangan di bawah ini melaporkan dugaan maladministrasi.\nUraian: {}\n"


def told(
    text: str, *hidden: tuple[str, str], name: str = "", agencies: tuple[str, ...] = ("capil",)
) -> Portrait:
    return portrait(text, hidden, name, agencies, key=KEY, scope=OFFICE)


def story(seed: int, length: int) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6), st.integers(15, 200), st.floats(0, 0.2))
def test_a_text_with_up_to_a_fifth_of_its_words_edited_is_found_and_recognised(
    seed: int, length: int, share: float
) -> None:
    words = story(seed, length)
    other = list(words)
    rng = random.Random(seed + 1)
    for i in rng.sample(range(length), int(share * length)):
        other[i] = "sunting" + other[i]
    one, two = told(FORM.format(" ".join(words))), told("Selamat pagi. " + " ".join(other))
    assert resemblance(two, one) >= 45
    found = compare(two, one)
    assert found is not None and found.kind == "same words"


def test_nearly_every_edited_text_meets_its_original_in_a_band() -> None:
    met = 0
    for seed in range(300):
        words = story(seed, 15 + seed % 120)
        other = list(words)
        rng = random.Random(seed + 1)
        for i in rng.sample(range(len(words)), len(words) // 5):
            other[i] = "sunting" + other[i]
        one, two = told(" ".join(words)), told("Selamat pagi. " + " ".join(other))
        met += bool(set(bands_of(one, OFFICE)) & set(bands_of(two, OFFICE)))
    assert met >= 295


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(5, 200), st.integers(5, 200))
def test_other_words_in_the_same_form_are_strangers(a: int, b: int, long: int, short: int) -> None:
    assume(a != b)
    one, two = (told(FORM.format(" ".join(story(s, n)))) for s, n in ((a, long), (b, short)))
    assert compare(two, one) is None


def test_of_a_thousand_strangers_few_meet_in_a_band() -> None:
    seen: set[int] = set()
    met = 0
    for seed in range(1000):
        own = set(bands_of(told(FORM.format(" ".join(story(seed, 60)))), OFFICE))
        met += bool(own & seen)
        seen |= own
    assert met <= 40


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=600), st.text(max_size=600), st.text(max_size=40))
def test_any_text_can_be_portrayed_and_compared(one: str, other: str, name: str) -> None:
    first, second = told(one, ("postal", other), ("number", name), name=name), told(other)
    compare(first, second, again=True)
    assert len(bands_of(first, OFFICE)) in (0, BANDS)
    assert resemblance(first, second) == resemblance(second, first)
    marked(one, other)


def test_offices_never_meet_and_neither_do_keys() -> None:
    pairs = shingles(telling_words(" ".join(story(1, 40))))
    assert not set(bands(pairs, "kta")) & set(bands(pairs, "dps"))
    (mark,) = marks_of("nomor berkas 31877/2026", (), "")
    assert len({mark.sealed(KEY, "kta"), mark.sealed(KEY, "dps"), mark.sealed(b"x" * 32, "kta")}) == 3


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Berkas 31877 tahun 2025", {"file"}),
        ("berkas Nomor 31877/2025, biaya Rp 1.250.000", {"file"}),
        ("Nomor pelanggan 01.3.0219", {"file"}),
        ("klaim CC-2607-0931", {"file"}),
        ("LP/B/123/VIII/2026/SPKT nomor 45678", {"file"}),
        ("tracking ID 7654321 di SP4N-LAPOR!", {"lapor"}),
        ("Nomor KK: 5103010101150000", {"kk"}),
        ("Denpasar 80351", set()),
        ("kode pos 80351", set()),
        ("pada 12-03-26 pukul 08.00-14.30", set()),
        ("12/03/2026 dan 2.500.000/bulan", set()),
        ("UU 37/2008 dan Nomor 25 Tahun 2009", set()),
        ("hubungi putu12345@surel.example atau 0812 0000 1234", set()),
        ("nomor 00000", set()),
    ],
)
def test_what_identifies_a_matter_and_what_does_not(text: str, kinds: set[str]) -> None:
    assert {mark.kind for mark in marks_of(text, (), "")} == kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("number", "0812 0000 1234"), ("number", "+62 812-0000-1234")),
        (
            ("postal", "Jalan Raya Uji 7, Banjar Contoh"),
            ("postal", "Jl. Raya Uji No. 7 Br. Contoh, Kab. Badung"),
        ),
        (("address", "Putu@Surel.example"), ("address", "putu@surel.example")),
    ],
)
def test_people_write_the_same_mark_in_many_ways(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert told("a", one).marks == told("b", other).marks != {}


NIK, OTHER_NIK = ("number", "5103014107900000"), ("number", "5103011203880000")


@pytest.mark.parametrize(
    ("new", "old", "kind"),
    [
        (told("satu", NIK, name="Ni Putu Contoh"), told("dua", NIK, name="Putu Contoh"), "same person"),
        (told("satu", NIK, agencies=("pdam",)), told("dua", NIK), None),
        (told("satu", NIK, agencies=()), told("dua", NIK), "same person"),
        (told("satu", NIK, ("postal", "Jalan Uji 7")), told("dua", OTHER_NIK, ("postal", "Jl. Uji no 7")), "same household"),
        (told("satu nomor KK 5103010101150000", NIK), told("dua KK 5103010101150000", OTHER_NIK), "same household"),
        (told("berkas 31877/2025", agencies=()), told("Nomor berkas: 31877"), "same file"),
        (told("LAPOR! #7654321"), told("nomor 7654321"), "other channel"),
        (told("satu", name="I Wayan Suartika"), told("dua", name="I Wayan Suartika"), None),
    ],
)  # fmt: skip
def test_marks_say_what_two_reports_have_in_common(new: Portrait, old: Portrait, kind: str | None) -> None:
    found = compare(new, old)
    assert (found.kind if found else None) == kind
    if found:
        assert found.reasons and found.duplicate


def test_a_text_that_two_people_send_is_no_duplicate() -> None:
    text = " ".join(story(5, 60))
    new, old = told(text, NIK, name="Ni Putu Contoh"), told(text, OTHER_NIK, name="I Gede Agus")
    found = compare(new, old)
    assert found is not None and found.kind == "same text" and not found.duplicate


def test_the_same_person_long_after_has_a_new_matter() -> None:
    assert compare(told("satu", NIK), told("dua", NIK), long_closed=True) is None
    text = " ".join(story(5, 60))
    assert compare(told(text, NIK), told(text, NIK), long_closed=True) is not None


def test_a_relative_speaks_of_the_one_who_wrote_first() -> None:
    new = told("Istri saya, Kadek Ayu, sudah menulis ke Ombudsman.", name="Putu Agus")
    old = told("KTP belum jadi", name="Kadek Ayu")
    assert compare(new, old) is None
    found = compare(new, old, again=True)
    assert found is not None and found.kind == "written before"


def test_what_many_reports_share_is_their_form() -> None:
    form = " ".join(story(99, 60))
    known = [
        Known(f"{n:04d}", told(f"{form} {' '.join(story(n, 25))}", name=f"Orang Ke{'abcdefghij'[n]}xyz"))
        for n in range(8)
    ]
    stranger = told(f"{form} {' '.join(story(500, 25))}", name="Sama Sekali Lain")
    assert compare(stranger, known[0].portrait) is not None
    assert choose(stranger, known) == ()


def test_the_name_of_an_agency_makes_nobody_alike() -> None:
    name = "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung"
    one, two = told(f"{name} menolak akta anak saya"), told(f"{name} hilangkan berkas pindah")
    assert choose(one, [Known("0001", two)], names=[name]) == ()


@pytest.mark.parametrize(
    ("apart", "shown"), [(frozenset({"0002"}), ["0002"]), (frozenset(), ["0002", "0001"])]
)
def test_of_two_that_staff_have_told_apart_only_the_likelier_is_shown(
    apart: frozenset[str], shown: list[str]
) -> None:
    text = " ".join(story(5, 60)) + " berkas 31877/2025"
    known = [Known("0001", told("lain sekali", NIK), apart=apart), Known("0002", told(text, NIK))]
    assert [one.number for one in choose(told(text, NIK), known)] == shown


def test_a_form_filled_twice_by_strangers_is_not_one() -> None:
    labels = "Nama: {}\nNIK: {}\nAlamat: {}\nTerlapor: Disdukcapil\nUraian: {}\nHarapan: {}\n"
    one = labels.format(
        "Ni Putu", "5103014107900000", "Jalan A 1", "akta anak hilang di loket", "terbit lagi"
    )
    two = labels.format("I Gede", "5103011203880000", "Jalan B 2", "KK salah ketik nama ayah", "dibetulkan")
    assert compare(told(one), told(two)) is None


def test_sentences_that_the_other_tells_too_are_marked() -> None:
    ours, more = marked(
        "KTP saya rusak sejak Juni. Petugas loket menyuruh menunggu blangko.",
        "Blangko habis: petugas loket menyuruh menunggu!",
    )
    assert [one.same for one in ours] == [False, True] and not more
