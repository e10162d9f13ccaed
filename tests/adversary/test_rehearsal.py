"""A rehearsal reaches nobody; copies that come back are no cases; time does not run backwards."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from maild.daemon.round import WrongTime
from tests.adversary.scene import ANSWER, CITIZEN, FOCAL, INTAKE, OFFICER, Scene
from tests.daemon.bureau import OWN, REPORT, Bureau

PROBE = "latihan@kantor.example"


def test_a_rehearsal_sends_every_kind_of_letter_to_one_address_only(office) -> None:  # type: ignore[no-untyped-def]
    scene = office(("rehearsal: {enabled: true}", f"rehearsal: {{enabled: true, redirect_to: {PROBE}}}"))
    scene.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    letters = scene.bureau.to(PROBE)
    assert letters and scene.recipients() == {PROBE}
    found = re.search(r"\[(0001/[^\]]+)\]", str(letters[0]["Subject"]))
    assert found is not None
    number = found[1]
    letter = next(m for m in letters if "Penyampaian" in str(m["Subject"]))
    scene.answer(letter, FOCAL, "Mohon perpanjangan waktu sampai dengan tanggal 30 September 2026.")
    scene.say(OFFICER, "perpanjang 2026-09-30", subject=f"[{number}]")
    scene.say(CITIZEN, "Sudah sampai mana laporan saya?", subject=f"Re: [{number}]")
    scene.days(40, step=4)
    scene.say("orang@lain.example", ANSWER, subject=f"[{number}]")
    scene.say(OFFICER, "lengkapi", subject=f"[{number}]")
    scene.answer(letter, FOCAL, ANSWER)
    scene.say(OFFICER, "tutup selesai_instansi", subject=f"[{number}]")
    kinds = {x["kind"] for x in scene.bureau.show(number)["letters"]}
    assert {"L01", "L05", "L10", "L11", "L14", "L15", "L20", "L33"} <= kinds, kinds
    assert scene.recipients() == {PROBE}
    for message in scene.bureau.to(PROBE):
        assert PROBE in str(message["To"]) and message["Cc"] is None and message["Bcc"] is None
    told = " ".join(str(m["Subject"]) for m in scene.bureau.to(PROBE))
    for original in (FOCAL, CITIZEN, OFFICER, INTAKE):
        assert original in told, "the subject tells whom the letter was meant for"


def loopback(scene: Scene) -> None:
    """The server delivers the copies for the office's own address back into its INBOX."""
    copies = [m.raw for m in scene.bureau.sink.mails[scene.bureau.read :] if OWN in m.recipients]
    scene.bureau.news()
    scene.put(*(b"Received: from relay.kantor.example\r\n" + raw for raw in copies))


def test_journal_copies_that_come_back_are_ignored_and_never_cases(office) -> None:  # type: ignore[no-untyped-def]
    scene = office(journal="true")
    number = scene.report()
    for _ in range(4):
        before = scene.standing(number)
        loopback(scene)
        assert scene.counts.received == scene.counts.ignored
        assert scene.counts.sent == 0 and scene.standing(number) == before
        scene.days(6, step=6)
    assert all(len([r for r in m.recipients if r != OWN]) == 1 for m in scene.bureau.sink.mails)


@pytest.mark.parametrize("back", [timedelta(minutes=1), timedelta(days=1), timedelta(days=4000)])
def test_a_rehearsals_time_does_not_go_back(scene: Scene, back: timedelta) -> None:
    scene.report()
    scene.round()
    with pytest.raises(WrongTime):
        scene.bureau.once(scene.now - timedelta(minutes=1) - back)
    scene.round()


def test_a_time_is_refused_outside_a_rehearsal(office) -> None:  # type: ignore[no-untyped-def]
    scene = office(("rehearsal: {enabled: true}", "rehearsal: {enabled: false}"))
    bureau: Bureau = scene.bureau
    with pytest.raises(WrongTime):
        bureau.once(scene.now)
    assert not bureau.sink.mails
