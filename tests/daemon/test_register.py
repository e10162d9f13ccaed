"""The register kept alive by mail: a successor, the question who it is, a change that waits for nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.daemon.bureau import AGENCIES, INTAKE, OFFICER, REPORT, Bureau, flat
from tests.daemon.test_conversations import CITIZEN, FOCAL, Talk
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

NEW = "sari@capil.badungkab.example"
MOVED = f"""\
Yth. Ombudsman, mulai 1 Maret 2026 saya sudah pindah tugas ke dinas lain. Untuk selanjutnya mohon menghubungi
pengganti saya, Ibu Ni Wayan Sari, S.Sos, melalui surel {NEW}. Terima kasih."""

OTHER = """\
Nama: I Made Lain Uji
NIK: 5171011203850000
Alamat: Banjar Tengah 3, Kuta, Kabupaten Badung
No HP: 0812 0000 5678
Terlapor: Disdukcapil Badung
Uraian: Akta kelahiran anak saya diminta ke loket pada 20 Januari 2026; petugas menolak tanpa alasan tertulis.
Upaya: Tanggal 3 Februari 2026 saya mengadu ke kepala seksi Disdukcapil Badung dan tidak dijawab.
Harapan: akta diterbitkan. Identitas saya boleh disampaikan.
"""


@pytest.fixture
def bureau(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Iterator[Bureau]:
    yield Bureau(tmp_path, dovecot, sink)


def test_a_successor_is_written_to_once_staff_have_said_so(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    talk.answer(bureau.last_to(FOCAL), FOCAL, MOVED)
    asked = bureau.last_to(OFFICER)
    assert f"enrol capil-uji Ni Wayan Sari, S.Sos <{NEW}>" in flat(asked)
    assert bureau.to(NEW) == []  # nothing changes before a person has looked
    number = flat(asked).split(" enrol ")[0].split()[-1]
    talk.say(OFFICER, f"{number} ok", subject=f"Re: {asked['Subject']}")
    assert "narahubung kini" in flat(bureau.last_to(OFFICER))
    talk.say("lain@warga.example", OTHER, name="I Made Lain Uji")
    subjects = [str(m["Subject"]) for m in bureau.to(NEW)]
    assert [("Selamat Datang" in one, "Penyampaian Laporan" in one) for one in subjects] == [
        (True, False),
        (False, True),
    ]
    assert len(bureau.to(FOCAL)) == 1
    talk.say(OFFICER, "siapa narahubung disdukcapil badung?", subject="tanya")
    assert f"Ni Wayan Sari, S.Sos <{NEW}>" in flat(bureau.last_to(OFFICER))


def test_what_a_colleague_says_changes_nothing(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    talk.answer(bureau.last_to(FOCAL), "orang@capil.badungkab.example", MOVED)
    asked = flat(bureau.last_to(OFFICER))
    assert "enrol" not in asked and "di luar daftar" in asked


@pytest.mark.parametrize(
    "line",
    [
        "enrol capil-uji Ibu Sari sari@capil.badungkab.example",
        "narahubung capil-uji Ibu Sari <sari@capil.badungkab.example>",
    ],
)
def test_staff_enrol_a_focal_point_in_one_line(bureau: Bureau, line: str) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, line, subject="narahubung baru")
    assert "narahubung kini" in flat(bureau.last_to(OFFICER))
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    assert len(bureau.to(NEW)) == 2 and bureau.to(FOCAL) == []  # the welcome, then the report


@pytest.mark.parametrize(
    "line", ["enrol tidak-ada Ibu Sari <sari@x.example>", "enrol capil-uji =HYPERLINK() <a@b.example>"]
)
def test_an_enrolment_that_cannot_be_is_refused_with_what_is_wanted(bureau: Bureau, line: str) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, line, subject="narahubung baru")
    said = flat(bureau.last_to(OFFICER))
    assert "tidak ada dalam daftar" in said or "tuliskan: enrol" in said


def test_an_agency_taken_out_of_the_list_ends_and_comes_back(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.round()
    lines = AGENCIES.splitlines(keepends=True)
    rest = "".join(line for line in lines if not line.startswith("pln-uji"))
    (bureau.folder / "agencies.csv").write_text(rest)
    talk.round()
    talk.say(OFFICER, "siapa narahubung pln mengwi", subject="tanya")
    assert "tidak ada instansi" in flat(bureau.last_to(OFFICER))
    (bureau.folder / "agencies.csv").write_text(AGENCIES)
    talk.round()
    talk.say(OFFICER, "siapa narahubung pln mengwi", subject="tanya lagi")
    assert "Ketut Uji" in flat(bureau.last_to(OFFICER))


def test_a_broken_list_is_told_to_the_admin_and_work_goes_on(bureau: Bureau) -> None:
    talk = Talk(bureau, datetime(2026, 3, 2, 1, tzinfo=UTC))
    talk.round()
    (bureau.folder / "agencies.csv").write_text(AGENCIES.replace("bumd", "bummd"))
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    assert len(bureau.to(FOCAL)) == 1
    told = [m for m in bureau.to("admin@kantor.example") if "daftar instansi" in flat(m)]
    assert len(told) == 1 and "level" in flat(told[0])
    talk.round()
    assert len([m for m in bureau.to("admin@kantor.example") if "daftar instansi" in flat(m)]) == 1


def test_the_deputy_gets_what_the_focal_point_cannot_get(bureau: Bureau) -> None:
    lines = AGENCIES.splitlines()
    header = f"{lines[0]},deputy_name,deputy_email"
    rows = [f"{line},," if not line.startswith("kosong-uji") else f"{line},Ni Wakil Uji,wakil@dinsos.badungkab.example"
            for line in lines[1:]]  # fmt: skip
    (bureau.folder / "agencies.csv").write_text("\n".join([header, *rows]) + "\n")
    talk = Talk(bureau)
    vacant = OTHER.replace("Disdukcapil Badung", "Dinas Sosial Kabupaten Badung").replace(
        "Akta kelahiran anak", "Bansos"
    )
    talk.say(CITIZEN, vacant, name="I Made Lain Uji")
    talk.say(INTAKE, f"{talk.item()} ok", subject="Re: daftar")
    asked = next(flat(m) for m in reversed(bureau.to(INTAKE)) if "pengganti" in flat(m))
    number = asked.split(" agency kosong-uji pengganti")[0].split()[-1]
    talk.say(INTAKE, f"{number} agency kosong-uji pengganti", subject="Re: daftar")
    assert len(bureau.to("wakil@dinsos.badungkab.example")) == 1
    assert bureau.to("kepala@dinsos.badungkab.example") == []
