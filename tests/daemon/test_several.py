"""A focal point answers two letters in one mail: each case gets its own part, or a person divides the mail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.daemon.bureau import INTAKE, OFFICER, REPORT, Bureau, flat
from tests.daemon.test_conversations import CITIZEN, FOCAL, Talk
from tests.daemon.test_register import OTHER
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink


@pytest.fixture
def bureau(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Iterator[Bureau]:
    yield Bureau(tmp_path, dovecot, sink)


@pytest.fixture
def talk(bureau: Bureau) -> Talk:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    talk.say("lain@warga.example", OTHER, name="I Made Lain Uji")
    assert len(bureau.to(FOCAL)) == 2
    return talk


def numbers(bureau: Bureau) -> tuple[str, str]:
    first, second = (str(m["Subject"]).partition("]")[0].lstrip("[") for m in bureau.to(FOCAL))
    return first, second


def states(bureau: Bureau) -> list[str]:
    return [str(bureau.show(number)["state"]) for number in numbers(bureau)]


def test_each_case_gets_its_own_part(bureau: Bureau, talk: Talk) -> None:
    one, two = numbers(bureau)
    text = (
        f"Yth. Ombudsman, bersama ini kami sampaikan jawaban.\n\n"
        f"Laporan {one}: KTP elektronik sudah kami terbitkan dan serahkan kepada yang bersangkutan pada 4 "
        f"September 2026.\n\n"
        f"Laporan {two}: mohon perpanjangan waktu sampai 30 September 2026 karena berkas masih diverifikasi.\n"
    )
    talk.answer(bureau.to(FOCAL)[0], FOCAL, text)
    assert (talk.counts.threaded, talk.counts.held) == (1, 0)
    running = [[d["state"] for d in bureau.show(n)["deadlines"]] for n in (one, two)]
    assert running == [["met"], ["paused"]]
    assert states(bureau)[0] == "DIJAWAB" and states(bureau)[1] != "DIJAWAB"
    told = [m for m in bureau.to(OFFICER) if "30 September 2026" in flat(m)]
    assert {str(m["Subject"]).partition("]")[0].lstrip("[") for m in told} >= {one, two}
    assert len({m["Message-ID"] for m in bureau.to(OFFICER)}) == len(bureau.to(OFFICER))


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("Yth. Ombudsman, laporan {one} dan {two} sedang kami pelajari.", "orang@capil.badungkab.example"),
        ("Menunjuk surat Saudara, bersama {two} ini semua sudah selesai.", FOCAL),
    ],
    ids=["a colleague", "no words of its own for the case that it answers"],
)
def test_otherwise_a_person_divides_it(bureau: Bureau, talk: Talk, text: str, sender: str) -> None:
    one, two = numbers(bureau)
    talk.answer(bureau.to(FOCAL)[0], sender, text.format(one=one, two=two), subject="Re: jawaban")
    assert (talk.counts.threaded, talk.counts.held) == (0, 1)
    assert "menyebut beberapa perkara" in flat(bureau.last_to(INTAKE))
    assert "DIJAWAB" not in states(bureau)
