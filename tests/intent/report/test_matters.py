"""Delicate and harmless, urgent and calm complaints: invented, one a line, in the words that people use.

The lines were written before the rules saw them, in sets; what the rules made of each set at first contact is told
beside it. A new set belongs below the old ones, and its first contact into this table:

    set                                     written                       recall   precision
    delicate A (117), harmless A (122)      many classes, oblique          56 %     87 %
    delicate B (101), harmless B (103)      oblique on purpose             43 %     86 %
    delicate C (60), harmless C (60)        oblique on purpose             27 %     94 %
    delicate D (40), harmless D (40)        as people plainly write        95 %     93 %
    harmless E (40)                         everyday, with touchy words    -      0 flagged
    urgent A (60), calm A (60)              phrases only, before the rules 45 %     90 %
    urgent B (40), calm B (40)              oblique on purpose             28 %     73 %
    urgent C (30), calm C (30)              as people plainly write        93 %     100 %
"""

from __future__ import annotations

from pathlib import Path

import pytest

from maild.intent.meaning import Report
from maild.intent.report import assess
from maild.intent.report.concepts import clue, ideas
from maild.intent.report.lexicon import CONCEPTS
from maild.intent.report.text import words
from tests.directory.invented import TODAY, mail

TOLD = Path(__file__).parent / "told"
# What no rule sees yet, and what one sees wrongly: an officer would. Keep these lists short.
UNSEEN = ("koperasi rutan",)
SEEN_WRONGLY = (
    "Halte di depan rumah sakit jiwa",
    "bisa dihubungi setelah jam kerja",
    "Bendahara desa meminta",
)


def lines(name: str) -> list[str]:
    return [line for line in (TOLD / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line]


def read(text: str) -> Report:
    return assess(mail(text, "laporan"), TODAY)


def known(text: str, pieces: tuple[str, ...]) -> bool:
    return any(piece in text for piece in pieces)


def test_a_delicate_matter_is_seen() -> None:
    missed = [t for t in lines("delicate") if not read(t).confidential]
    assert [t for t in missed if not known(t, UNSEEN)] == []


def test_an_everyday_matter_is_left_alone() -> None:
    flagged = [t for t in lines("harmless") if read(t).confidential]
    assert [t for t in flagged if not known(t, SEEN_WRONGLY)] == []


def test_danger_is_seen_with_its_criterion() -> None:
    found = {t: read(t).urgent_reason for t in lines("urgent")}
    assert [t for t, reason in found.items() if reason is None] == []
    criteria = {"danger to life", "emergency", "right to live"}
    assert {str(r).split(":")[0] for r in found.values()} == criteria


def test_calm_complaints_ring_no_alarm() -> None:
    assert [(t, read(t).urgent_reason) for t in lines("calm") if read(t).urgent] == []


def test_every_entry_of_the_lexicon_can_be_found() -> None:
    dead = [
        (concept, entry.strip())
        for concept, entries in CONCEPTS.items()
        for entry in entries.split(",")
        if not ideas(words(entry.strip().lstrip("="))).has(concept)
    ]
    assert dead == []


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("anaknya dilecehkan", "SEXUAL"),
        ("pelecehan oleh guru", "SEXUAL"),
        ("ngelecehin murid", "SEXUAL"),
        ("di perkosa", "SEXUAL"),
        ("korban pemerkosaan", "SEXUAL"),
        ("intimdasi dari kades", "THREAT"),
        ("tolong dirahasiakn", "SECRET"),
        ("anak2 ketakutan", "CHILD"),
        ("org tdk dikenal datang", "THREAT"),
        ("memukulinya", "HIT"),
    ],
)
def test_affixes_slips_and_chat_spellings_lead_to_the_matter(text: str, concept: str) -> None:
    assert ideas(words(text)).has(concept)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("datang pukul 09.00", "HIT"),
        ("memukul rata tagihan", "HIT"),
        ("rahasia umum", "SECRET"),
        ("jatuh tempo hari ini", "PERIL"),
        ("pelayanan puskesmas", "ILLNESS"),
        ("kontrol jantung", "SEXUAL"),
        ("dinas penanaman modal", "THREAT"),
        ("terpaksa membeli air", "COERCE"),
        ("kecamatan kuta", "BOSS"),
        ("kabupaten kuningan", "SECRET"),
        ("saya merekam KTP", "WITNESS"),
        ("dasar hukum", "HUMILIATE"),
        ("mengenai hal itu", "RETALIATE"),
    ],
)
def test_words_that_only_sound_alike(text: str, concept: str) -> None:
    assert not ideas(words(text)).has(concept)


def test_the_end_of_a_sentence_keeps_words_apart() -> None:
    near = clue("CHILD ~3 HIT")
    assert near.holds(ideas(words("anak saya dipukul")))
    assert not near.holds(ideas(words("Ini anak. Kemudian dipukul")))


@pytest.mark.parametrize(
    "form",
    ["Identitas dirahasiakan\tTidak", "Identitas dirahasiakan: [ ] Ya [x] Tidak", "Dirahasiakan : tdk"],
)
def test_the_box_for_secrecy_may_be_left_empty(form: str) -> None:
    assert not read(f"Nama: Ani Contoh Uji\n{form}\nUraian: akta belum jadi sejak Mei").confidential


def test_the_box_for_secrecy_does_not_undo_a_delicate_matter() -> None:
    assert read("Nama: Ani Contoh Uji\nDirahasiakan: Tidak\nUraian: anak saya dilecehkan guru").confidential
