"""Staff settle everything by mail: what is a command, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.intent.commands import parse

ONE = [
    ("1 ok", (1, "ok", "")),
    ("1 OK.", (1, "ok", "")),
    ("1. ok", (1, "ok", "")),
    ("  1)   Oke !!", (1, "ok", "")),
    ("no. 1 setuju", (1, "ok", "")),
    ("#3: spam", (3, "spam", "")),
    ("3 = sampah", (3, "spam", "")),
    ("3 - sampah.", (3, "spam", "")),
    ("setuju", (None, "ok", "")),
    ("2 agency disdukcapil-buleleng", (2, "agency", "disdukcapil-buleleng")),
    ("2 instansi disdukcapil-buleleng.", (2, "agency", "disdukcapil-buleleng")),
    ("2 Instansi: disdukcapil-buleleng", (2, "agency", "disdukcapil-buleleng")),
    ("2 instansi pupr-denpasar, bpbd-denpasar", (2, "agency", "pupr-denpasar, bpbd-denpasar")),
    ("2 instansi Dinas Pendidikan Kabupaten Buleleng", (2, "agency", "Dinas Pendidikan Kabupaten Buleleng")),
    ("instansi disdik-buleleng", (None, "agency", "disdik-buleleng")),
    ("4 case 0012/LM/VIII/2026/DPS", (4, "case", "0012/LM/VIII/2026/DPS")),
    ("4 perkara 0012/LM/VIII/2026/DPS.", (4, "case", "0012/LM/VIII/2026/DPS")),
    ("4 kasus 12 / lm / viii / 2026 / dps", (4, "case", "12 / lm / viii / 2026 / dps")),
    ("hold", (None, "hold", "")),
    ("TAHAN!", (None, "hold", "")),
    ("tahan dulu", (None, "hold", "")),
    ("5 lepas", (5, "release", "")),
    ("catatan: sudah ditelepon, Pak Camat menunggu", (None, "note", "sudah ditelepon, Pak Camat menunggu")),
    ("note phoned the office", (None, "note", "phoned the office")),
    ("tutup selesai_instansi", (None, "close", "selesai_instansi")),
    ("close dicabut pelapor", (None, "close", "dicabut pelapor")),
    ("status", (None, "status", "")),
    ("status 0012/LM/VIII/2026/DPS", (None, "status", "0012/LM/VIII/2026/DPS")),
    ("6 lengkapi", (6, "ask", "")),
    ("6 buka", (6, "open", "")),
    ("7 abaikan", (7, "ignore", "")),
    ("perpanjang 30 September 2026", (None, "extend", "30 September 2026")),
    ("extend 30/9/2026", (None, "extend", "30/9/2026")),
    ("buka identitas", (None, "disclose", "")),
    ("disclose", (None, "disclose", "")),
    (
        "disclose disetujui Pelapor melalui telepon",
        (None, "disclose", "disetujui Pelapor melalui telepon"),
    ),
    ("buka identitas: Pelapor tidak keberatan", (None, "disclose", "Pelapor tidak keberatan")),
    (
        "luring: surat jawaban diterima di loket 5 Agustus",
        (None, "offline", "surat jawaban diterima di loket 5 Agustus"),
    ),
]


@pytest.mark.parametrize(("line", "expected"), ONE)
def test_a_line_is_one_command(line: str, expected: tuple[int | None, str, str]) -> None:
    found = parse(line)
    assert [(one.item, one.verb, one.argument) for one in found] == [expected]
    assert found[0].line == line.strip()


OF_TWO = [
    ("12 merge", (12, "merge", "")),
    ("12 gabung ke 0001/LM/IX/2026/KTA", (12, "merge", "0001/LM/IX/2026/KTA")),
    ("gabung dengan 0001/LM/IX/2026/KTA", (None, "merge", "0001/LM/IX/2026/KTA")),
    ("12 gabungkan saja", (12, "merge", "")),
    ("12 pisah", (12, "separate", "")),
    ("12 periksa ulang ada bukti baru", (12, "re-examine", "ada bukti baru")),
    (
        "periksa ulang 0001/LM/IX/2026/KTA: bukti baru",
        (None, "re-examine", "0001/LM/IX/2026/KTA: bukti baru"),
    ),
    ("12 re-examine new evidence", (12, "re-examine", "new evidence")),
    ("12 inspektorat", (12, "inspectorate", "")),
    ("12 tanya inspektorat itda-uji kepala", (12, "inspectorate", "itda-uji kepala")),
]


@pytest.mark.parametrize(("line", "expected"), OF_TWO)
def test_a_line_about_two_reports(line: str, expected: tuple[int | None, str, str]) -> None:
    assert [(one.item, one.verb, one.argument) for one in parse(line)] == [expected]


SEVERAL = [
    ("1 2 3 ok", [1, 2, 3]),
    ("1,2 ok", [1, 2]),
    ("1, 2 dan 4 ok", [1, 2, 4]),
    ("1-3 ok", [1, 2, 3]),
    ("1 - 3, 7 ok", [1, 2, 3, 7]),
    ("2 2 ok", [2]),
]


@pytest.mark.parametrize(("line", "items"), SEVERAL)
def test_several_numbers_on_a_line(line: str, items: list[int]) -> None:
    assert [one.item for one in parse(line)] == items


PROSE = [
    "Inspektorat sudah menjawab kemarin",
    "Pisahkan dulu berkasnya",
    "gabung dengan rapat besok pagi",
    "ok saya cek dulu besok pagi di kantor",
    "Status laporan ini bagaimana ya?",
    "Tutup saja dulu?? Saya kurang yakin karena pelapor belum menjawab dan kami belum mendapat "
    "bukti apa pun dari "
    "instansi itu, jadi sebaiknya kita bahas di rapat besok pagi bersama kepala keasistenan dulu",
    "kasus ini sudah lama",
    "instansi tersebut belum menjawab",
    "Open house kantor hari Jumat",
    "spam lagi nih dari mereka",
    "1 Agustus kami rapat",
    "3 surat sudah masuk",
    "holding company itu BUMN",
    "perpanjang saja kalau perlu",
    "okupansi ruang sidang penuh",
    "lepas tangan bukan sikap kita",
    "buka identitas jangan dulu, Pelapor belum menjawab",
    "Buka identitas boleh setelah Pelapor setuju?",
    "> 1 ok",
    ">1 spam",
    "",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_command(text: str) -> None:
    assert parse(text) == ()


def test_greetings_and_thanks_may_stand_around_commands() -> None:
    text = "Selamat pagi maild,\n\n1 ok\n2 spam\n\nTerima kasih\nAyu\n3 spam"
    assert [(one.item, one.verb) for one in parse(text)] == [(1, "ok"), (2, "spam")]


def test_quoted_lines_are_passed_over() -> None:
    text = "> 3 surat menunggu\n> 1. ...\n> 2. ...\n> 3. ...\n1 ok"
    assert [(one.item, one.verb) for one in parse(text)] == [(1, "ok")]


def test_commands_far_below_free_text_do_not_count() -> None:
    text = "Ini catatan rapat.\nKami membahas banyak hal.\nSemua hadir.\n1 spam"
    assert parse(text) == ()


@given(st.text(max_size=500))
def test_parse_is_total(text: str) -> None:
    assert all(one.verb for one in parse(text))


def test_long_hostile_lines_take_no_time() -> None:
    assert parse("1 " * 50_000 + "ok") == ()
    assert parse("1," * 150) == ()
