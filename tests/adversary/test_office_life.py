"""What an office does every week, where a slip would send a wrong letter or lose a right one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.adversary.scene import (
    ANSWER,
    CHIEF,
    CITIZEN,
    FOCAL,
    MINUTE,
    OFFICER,
    UNCLEAR,
    Scene,
    header,
)  # fmt: skip
from tests.daemon.bureau import ADMIN, AGENCIES, HEAD, INTAKE, REPORT, flat, mail, reply, text_of

PDAM = "narahubung@pdam.badungkab.example"
WATER = (
    REPORT.replace("Dinas Kependudukan dan Pencatatan Sipil", "Perumda Air Minum Tirta Mangutama")
    .replace("Permohonan KTP elektronik", "Sambungan air PDAM Badung")
    .replace("KTP segera diterbitkan", "air segera mengalir")
    .replace("Disdukcapil", "PDAM")
)


def statuses(scene: Scene, number: str, kind: str) -> list[str]:
    return [x["status"] for x in scene.bureau.show(number)["letters"] if x["kind"] == kind]


def transcript(scene: Scene, officer: str = OFFICER) -> str:
    return flat(scene.letter(officer))


def test_hold_after_the_letter_has_left_says_so(scene: Scene) -> None:
    number = scene.report()
    scene.say(OFFICER, "tahan", subject=f"[{number}]")
    assert "tidak ada surat yang masih dapat ditahan" in transcript(scene)
    assert statuses(scene, number, "L05") == ["sent"]


def test_hold_stops_a_letter_that_the_server_has_only_put_off(scene: Scene) -> None:
    scene.bureau.sink.plan("RCPT", "450 4.2.0 greylisted", times=1, containing=FOCAL)
    number = scene.report()
    assert statuses(scene, number, "L05") == ["deferred"]
    scene.say(OFFICER, "tahan", subject=f"[{number}]")
    scene.now += timedelta(hours=3)
    scene.round()
    assert statuses(scene, number, "L05") == ["held"] and not scene.bureau.to(FOCAL)
    scene.say(OFFICER, "lepas", subject=f"[{number}]")
    assert scene.bureau.to(FOCAL)


def test_a_number_behind_a_command_names_the_case_and_not_the_thread(office) -> None:  # type: ignore[no-untyped-def]
    """The officer answers the mail of one case and names another: the named one is meant."""
    scene = office(hold="30 minutes")
    first = scene.report()
    notice = next(m for m in scene.bureau.to(OFFICER) if first in str(m["Subject"]))
    second = scene.report(WATER, "gede@surel.example", "I Gede Lain")
    scene.put(reply(notice, OFFICER, f"tahan {second}", at=scene.now))
    assert (statuses(scene, first, "L05"), statuses(scene, second, "L05")) == (["ready"], ["held"])
    scene.put(reply(notice, OFFICER, f"status {second}", at=scene.now + MINUTE))
    assert (
        second in transcript(scene)
        and first not in transcript(scene).partition("status")[2].partition(":")[2]
    )
    scene.put(reply(notice, OFFICER, "tahan 0099/LM/IX/2026/KTA", at=scene.now + 2 * MINUTE))
    assert "tidak ditemukan" in transcript(scene) and statuses(scene, first, "L05") == ["ready"]


def test_two_officers_who_settle_the_same_item_send_one_letter(scene: Scene) -> None:
    scene.report(UNCLEAR, name="Ketut Contoh")
    item, listing = scene.item(), scene.letter(INTAKE)
    one = reply(listing, INTAKE, f"{item} agency capil-uji", at=scene.now)
    two = reply(listing, HEAD, f"{item} agency pdam-uji", at=scene.now)
    scene.put(one, two)
    assert len(scene.bureau.to(FOCAL)) == 1 and not scene.bureau.to(PDAM)
    assert "sudah diselesaikan" in transcript(scene, HEAD)


def closed(scene: Scene) -> str:
    number = scene.report()
    scene.say(OFFICER, "tutup dicabut", subject=f"[{number}]")
    assert scene.bureau.show(number)["state"] == "TUTUP"
    return number


def test_an_answer_to_a_closed_case_is_kept_and_handed_to_the_officer(scene: Scene) -> None:
    number = closed(scene)
    sent = len(scene.outside())
    scene.answer(scene.letter(), FOCAL, f"{ANSWER} Foto penyerahan ada pada kami.")
    assert scene.counts.threaded == 1
    assert "Foto penyerahan" in transcript(scene)
    for late in ("abaikan", "ok", "ignore"):
        scene.put(reply(scene.letter(OFFICER), OFFICER, f"{scene.item(OFFICER)} {late}", at=scene.now))
    shown = scene.bureau.show(number)
    assert shown["state"] == "TUTUP" and all(d["state"] == "void" for d in shown["deadlines"])
    scene.days(30, step=5)
    assert len(scene.outside()) == sent, "nothing is reopened, reminded or answered by itself"


@pytest.mark.parametrize("text", ["Saya keberatan, KTP saya belum jadi.", "Sudah sampai mana laporan saya?"])
def test_a_reporter_who_writes_to_a_closed_case_is_heard_by_the_officer(scene: Scene, text: str) -> None:
    number = closed(scene)
    sent = len(scene.outside())
    scene.answer(scene.letter(CITIZEN), CITIZEN, text)
    assert scene.counts.threaded == 1 and text in transcript(scene)
    assert scene.bureau.show(number)["state"] == "TUTUP" and len(scene.outside()) == sent


@pytest.mark.parametrize(
    "command", ["agency pdam-uji", "perpanjang 2026-12-01", "lengkapi", "luring: dijawab", "lepas"]
)
def test_commands_on_a_closed_case_start_nothing(scene: Scene, command: str) -> None:
    number = closed(scene)
    sent, before = len(scene.outside()), scene.bureau.show(number)["deadlines"]
    scene.say(OFFICER, command, subject=f"[{number}]")
    shown = scene.bureau.show(number)
    assert (shown["state"], shown["deadlines"]) == ("TUTUP", before)
    assert len(scene.outside()) == sent


def test_one_mail_that_answers_two_cases_waits_for_a_person_and_then_serves_both(scene: Scene) -> None:
    first = scene.report()
    second = scene.report(WATER.replace("Perumda Air Minum Tirta Mangutama Kabupaten Badung", "Inspektorat Daerah "
                          "Kabupaten Badung"), "gede@surel.example", "I Gede Lain")  # fmt: skip
    second = scene.case("gede@surel.example")
    scene.say(FOCAL, f"Menjawab laporan {first} dan {second}: {ANSWER}", subject="Jawaban dua laporan")
    assert scene.counts.held == 1
    assert scene.bureau.show(first)["state"] == "KOORD"
    scene.settle(f"case {first}")
    assert any("telah selesai dicetak" in text_of(m) for m in scene.bureau.to(OFFICER))


SHARED = "satupintu@badungkab.example"


def one_desk() -> str:
    """Three agencies, one focal address."""
    text = AGENCIES
    for old in (FOCAL, PDAM, "focal@plnmengwi.example"):
        text = text.replace(old, SHARED)
    return text


def test_a_focal_point_of_three_agencies_answers_each_letter_for_its_agency(office) -> None:  # type: ignore[no-untyped-def]
    scene = office(agencies=one_desk())
    number = scene.report()
    scene.say(OFFICER, "agency pdam-uji, pln-uji", subject=f"[{number}]")
    letters = scene.bureau.to(SHARED)
    assert len(letters) == 3 and len({header(m, "Reply-To") for m in letters}) == 3
    water = next(m for m in letters if "Air Minum" in str(m["Subject"]))
    scene.answer(water, SHARED, ANSWER)
    states = {d["explanation"]: d["state"] for d in scene.bureau.show(number)["deadlines"]}
    running = running_agencies(scene, number)
    assert running == {"capil-uji", "pln-uji"}, states
    assert "Air Minum" in transcript(scene)
    power = next(m for m in letters if "PLN" in str(m["Subject"]))
    bare = mail(SHARED, f"{ANSWER} Jaringan.", subject="Jawaban", to=header(power, "Reply-To"), at=scene.now)
    scene.put(bare)
    assert running_agencies(scene, number) == {"capil-uji"}, "known by the private address alone"


def running_agencies(scene: Scene, number: str) -> set[str]:
    from maild.config import database_url
    from maild.store import Store, casebook

    store = Store(database_url(scene.bureau.config.database))
    try:
        with store.reading() as connection:
            (case_id,) = casebook.by_numbers(connection, "kta", [number], [])
            return {str(d.agency_id) for d in casebook.load(connection, case_id).running()}
    finally:
        store.close()


def register(scene: Scene, *changes: tuple[str, str]) -> None:
    """The agency list changes between two rounds."""
    path = scene.bureau.folder / "agencies.csv"
    for old, new in changes:
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new))


def without(scene: Scene, agency_id: str) -> None:
    path = scene.bureau.folder / "agencies.csv"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(agency_id)))


NEW = "pengganti@capil.badungkab.example"


def test_reminders_go_to_the_focal_point_of_today(scene: Scene) -> None:
    number = scene.report()
    register(scene, (FOCAL, NEW), ("I Wayan Uji", "Ni Kadek Baru"))
    scene.days(18, step=3)
    assert scene.bureau.to(NEW) and len(scene.bureau.to(FOCAL)) == 1
    scene.answer(scene.letter(NEW), NEW, "Mohon perpanjangan waktu sampai dengan tanggal 20 Oktober 2026.")
    if scene.bureau.show(number)["deadlines"][0]["state"] == "paused":
        scene.settle("ok", OFFICER)
    assert len(scene.bureau.to(FOCAL)) == 1, "who has left the post gets nothing any more"
    assert "20 Oktober 2026" in flat(scene.letter(NEW)), "who asked is answered"


def test_a_focal_point_who_left_the_list_is_no_longer_believed_unseen(scene: Scene) -> None:
    number = scene.report()
    letter = scene.letter()
    register(scene, (FOCAL, "pengganti@dukcapil.example"), ("sekretariat@capil", "sekretariat@dukcapil"), (CHIEF, "k@dukcapil.example"))  # fmt: skip
    before = scene.bureau.show(number)["deadlines"]
    scene.answer(letter, FOCAL, ANSWER)
    assert scene.counts.held == 1
    assert scene.bureau.show(number)["deadlines"] == before


def test_a_draft_that_waits_does_not_leave_for_an_address_that_is_no_more(scene: Scene) -> None:
    secret = REPORT.replace("Identitas saya boleh disampaikan.", "Mohon identitas saya dirahasiakan.")
    number = scene.report(secret)
    scene.settle("agency capil-uji")
    assert statuses(scene, number, "L05") == ["held"]
    register(scene, (FOCAL, NEW))
    scene.settle("ok", OFFICER)
    scene.round()
    assert not scene.bureau.to(FOCAL) and not scene.bureau.to(NEW)
    assert "tidak lagi berlaku" in transcript(scene)


def test_an_agency_that_leaves_the_list_stops_neither_the_clock_nor_the_office(scene: Scene) -> None:
    number = scene.report()
    scene.say(OFFICER, "agency pdam-uji", subject=f"[{number}]")
    without(scene, "capil-uji")
    scene.days(24, step=3)
    assert scene.bureau.to(PDAM)[1:], "other agencies are reminded as before"
    assert len(scene.bureau.to(FOCAL)) == 1 and not scene.bureau.to(CHIEF)
    asked = [m for m in (*scene.bureau.to(INTAKE), *scene.bureau.to(OFFICER)) if "capil-uji" in text_of(m)]
    assert asked, "somebody is told that this agency cannot be reached any more"


@pytest.mark.parametrize(
    "text", [ANSWER, "Surat sudah kami terima.", "Mohon perpanjangan waktu sampai 20 Oktober 2026."]
)
def test_mail_of_an_agency_that_left_the_list_is_kept_for_a_person(scene: Scene, text: str) -> None:
    scene.report()
    letter = scene.letter()
    without(scene, "capil-uji")
    scene.answer(letter, FOCAL, text)
    assert (scene.counts.quarantined, scene.counts.ignored) == (0, 0)
    assert scene.counts.held + scene.counts.threaded == 1


@pytest.mark.parametrize("command", ["status", "agency capil-uji", "perpanjang 2026-10-20", "catatan telepon", "tutup dicabut",
                                     "luring: dijawab", "lengkapi", "tahan", "lepas"])  # fmt: skip
def test_commands_on_a_case_whose_agency_left_the_list_are_answered(scene: Scene, command: str) -> None:
    number = scene.report()
    without(scene, "capil-uji")
    told = len(scene.bureau.to(OFFICER))
    scene.say(OFFICER, command, subject=f"[{number}]")
    assert scene.counts.quarantined == 0
    assert len(scene.bureau.to(OFFICER)) > told


def test_where_the_office_asks_first_no_report_leaves_by_itself(office) -> None:  # type: ignore[no-untyped-def]
    scene = office(("forward: auto", "forward: ask"))
    scene.report()
    assert not scene.bureau.to(FOCAL)
    scene.settle("ok")
    assert len(scene.bureau.to(FOCAL)) == 1


def test_a_reply_without_any_thread_is_known_by_the_code_in_the_quoted_letter(office) -> None:  # type: ignore[no-untyped-def]
    """Where the mail server has no subaddresses, the token stands in the text."""
    scene = office(("submission: {", "submission: {subaddress: null, "))
    number = scene.report()
    letter = scene.letter()
    assert "+" not in header(letter, "Reply-To")
    scene.answer(letter, FOCAL, "Surat sudah kami terima.")
    assert scene.counts.threaded == 1, "by Message-ID"
    quoted = "\n".join("> " + line for line in text_of(letter).splitlines())
    scene.say(
        FOCAL,
        f"{ANSWER}\n\nPada Sen, 7 Sep 2026 pukul 09.00 Ombudsman menulis:\n{quoted}\n",
        subject="Jawaban",
    )
    assert scene.counts.threaded == 1 and scene.bureau.show(number)["state"] == "DIJAWAB"
    scene.say(
        "orang@lain.example", f"{ANSWER}\n\nPada Sen, 7 Sep 2026 pukul 09.00 Ombudsman menulis:\n{quoted}\n"
    )
    assert scene.counts.threaded == 0


def test_an_extension_is_granted_to_a_date_written_as_people_write_it(scene: Scene) -> None:
    number = scene.report()
    scene.say(OFFICER, "perpanjang 20 Oktober 2026", subject=f"[{number}]")
    running = [d for d in scene.bureau.show(number)["deadlines"] if d["state"] == "running"]
    assert [(d["rule"], d["due_at"][:10]) for d in running] == [("D24", "2026-10-20")]


def test_reminders_wait_for_office_hours_and_first_letters_do_not(scene: Scene) -> None:
    scene.now = scene.now.replace(hour=15)  # 23.00 local time
    scene.report()
    assert len(scene.bureau.to(FOCAL)) == 1
    scene.days(8, hour=15)
    assert len(scene.bureau.to(FOCAL)) == 1, "no reminder at night"
    scene.days(1, hour=1)
    assert len(scene.bureau.to(FOCAL)) == 2


def test_a_reminder_that_cannot_be_made_keeps_no_other_from_leaving(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    from maild.daemon import climbing

    first = scene.report()
    scene.report(WATER, "gede@surel.example", "I Gede Lain")
    genuine = climbing.time_passes

    def faulty(dues, now, world):  # type: ignore[no-untyped-def]
        if any(due.case.number == first for due in dues):
            raise KeyError("a fault of a pure room")
        return genuine(dues, now, world)

    monkeypatch.setattr(climbing, "time_passes", faulty)
    scene.days(9, step=3)
    assert len(scene.bureau.to(FOCAL)) == 1 and len(scene.bureau.to(PDAM)) > 1
    told = [m for m in scene.bureau.to(ADMIN) if first in text_of(m) and "KeyError" in text_of(m)]
    assert told
    lists = [m for m in told if "waiting for a decision" in str(m["Subject"])]
    assert len(lists) <= 1, "told once"
    monkeypatch.undo()
    scene.days(5, step=5)
    assert len(scene.bureau.to(FOCAL)) > 1, "the reminder is not lost"
