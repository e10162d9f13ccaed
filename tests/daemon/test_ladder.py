"""A case left alone: every rung on its local day, once, whatever the daemon goes through meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.daemon.bureau import HEAD, OFFICER, REPORT, Bureau, mail, reply, text_of
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

ZONE = ZoneInfo("Asia/Makassar")
FOCAL = "narahubung@capil.badungkab.example"
CHIEF = "kepala@capil.badungkab.example"


def local(day: date, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


@pytest.fixture
def bureau(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Iterator[Bureau]:
    yield Bureau(tmp_path, dovecot, sink)


def sent_on(bureau: Bureau, day: date, hour: int = 9) -> list[tuple[str, str]]:
    """(recipient, kind words) of what leaves in a round on that day, lists and the monthly report for staff
    apart."""
    bureau.once(local(day, hour))
    fresh = bureau.news()
    found = [(m.recipients[0], bureau_subject(m.raw)) for m in fresh]
    return [one for one in found if not one[1].startswith(("Ringkasan", "Keadaan narahubung"))]


def bureau_subject(raw: bytes) -> str:
    from tests.daemon.bureau import parsed

    return str(parsed(raw)["Subject"])


def open_case(bureau: Bureau, day: date) -> str:
    at = local(day)
    bureau.deliver(mail("putu@surel.example", REPORT, name="Ni Putu Contoh", at=at), at)
    bureau.once(at)
    bureau.news()
    letter = bureau.last_to(FOCAL)
    return str(letter["Subject"]).partition("]")[0][1:]


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


# Received Friday 2026-03-06 (assumed: the working day after sending on Thursday): due Friday 20 March, itself
# joint leave. Nyepi and Idul Fitri with their joint leave lie between 18 and 24 March.
LEBARAN = {
    date(2026, 3, 13): "H-7",
    date(2026, 3, 17): "H-1",  # H-3 and H-1 fall on one day: only the later
    date(2026, 3, 25): "H+3",  # H+1 and H+3 both move behind the joint leave
    date(2026, 3, 27): "H+7",
}


def test_the_ladder_goes_round_the_holidays_and_joint_leave_of_march_2026(bureau: Bureau) -> None:
    number = open_case(bureau, date(2026, 3, 5))
    due = bureau.show(number)["deadlines"][0]
    assert due["due_at"].startswith("2026-03-20T23:59")
    seen: dict[date, list[tuple[str, str]]] = {}
    for day in days(date(2026, 3, 6), date(2026, 3, 31)):
        for hour in (7, 9, 9, 17):  # before, within, again within, after office hours
            found = sent_on(bureau, day, hour)
            if found:
                assert hour == 9, (day, hour, found)
                assert day not in seen, (day, found)
                seen[day] = found
    assert set(seen) == set(LEBARAN)
    assert [r for r, _ in seen[date(2026, 3, 13)]] == [FOCAL]
    assert [r for r, _ in seen[date(2026, 3, 17)]] == [FOCAL]
    overdue = [r for r, _ in seen[date(2026, 3, 25)]]
    assert overdue.count(FOCAL) == 1 and overdue.count(CHIEF) == 1 and HEAD in overdue
    assert sorted(r for r, _ in seen[date(2026, 3, 27)]) == [OFFICER, HEAD]  # the draft waits for a person


def test_plain_weeks_bring_every_rung_on_its_day(bureau: Bureau) -> None:
    open_case(bureau, date(2026, 9, 7))  # Monday; assumed receipt Tuesday 8, due Tuesday 22 September
    expected = {
        date(2026, 9, 15): [FOCAL],
        date(2026, 9, 18): [FOCAL],  # H-3 is Saturday 19: the working day before
        date(2026, 9, 21): [FOCAL],
        date(2026, 9, 23): [FOCAL, CHIEF],
        date(2026, 9, 25): [HEAD, OFFICER],  # H+3 stays inside
        date(2026, 9, 29): [HEAD, OFFICER],  # H+7: the draft waits for a person
    }
    seen = {
        day: sorted(r for r, _ in sent_on(bureau, day)) for day in days(date(2026, 9, 8), date(2026, 10, 2))
    }
    assert {day: got for day, got in seen.items() if got} == {d: sorted(e) for d, e in expected.items()}


def test_the_draft_to_the_superior_leaves_when_staff_say_ok_and_only_once(bureau: Bureau) -> None:
    open_case(bureau, date(2026, 9, 7))
    for day in days(date(2026, 9, 8), date(2026, 9, 29)):
        bureau.once(local(day))
    assert not [m for m in bureau.to(CHIEF) if "skalasi" in str(m["Subject"])]
    draft = bureau.last_to(HEAD)
    item = next(line.split(".")[0] for line in text_of(draft).splitlines() if line[:1].isdigit())
    at = local(date(2026, 9, 29), 10)
    bureau.deliver(reply(draft, HEAD, f"{item} ok", at=at), at)
    bureau.news()
    bureau.once(at)
    to_chief = [m for m in bureau.news() if m.recipients[0] == CHIEF]
    assert len(to_chief) == 1
    bureau.deliver(reply(draft, HEAD, f"{item} ok", at=at + timedelta(minutes=1), subject="lagi"), at)
    bureau.once(at + timedelta(minutes=1))
    assert not [m for m in bureau.news() if m.recipients[0] == CHIEF]


def test_a_week_without_the_daemon_brings_only_the_latest_rung(bureau: Bureau) -> None:
    open_case(bureau, date(2026, 9, 7))
    bureau.once(local(date(2026, 9, 14)))
    assert not [m for m in bureau.news() if m.recipients[0] == FOCAL]
    assert [r for r, _ in sent_on(bureau, date(2026, 9, 21))] == [FOCAL]  # H-7 and H-3 were missed: H-1 alone
    assert "besok" in text_of(bureau.last_to(FOCAL))
    assert sent_on(bureau, date(2026, 9, 21), 10) == []


def test_an_answer_ends_the_ladder_an_interim_one_does_not(bureau: Bureau) -> None:
    number = open_case(bureau, date(2026, 9, 7))
    letter = bureau.last_to(FOCAL)
    at = local(date(2026, 9, 10))
    bureau.deliver(reply(letter, FOCAL, "Surat sudah kami terima, masih dalam proses.", at=at), at)
    bureau.once(at)
    assert bureau.show(number)["deadlines"][0]["state"] == "running"
    assert [r for r, _ in sent_on(bureau, date(2026, 9, 15))] == [FOCAL]
    at = local(date(2026, 9, 16))
    answer = (
        "Menindaklanjuti surat dimaksud, dapat kami jelaskan bahwa KTP elektronik telah selesai dicetak dan "
        "telah diserahkan kepada pemohon pada 15 September 2026."
    )
    bureau.deliver(reply(letter, FOCAL, answer, at=at), at)
    bureau.once(at)
    shown = bureau.show(number)
    assert (shown["state"], shown["deadlines"][0]["state"]) == ("DIJAWAB", "met")
    bureau.news()
    for day in days(date(2026, 9, 17), date(2026, 10, 2)):
        assert FOCAL not in [r for r, _ in sent_on(bureau, day)]
    assert [m for m in bureau.to(OFFICER) if "Jawaban" in str(m["Subject"])]


def test_several_cases_of_one_focal_point_share_one_mail_a_day(bureau: Bureau) -> None:
    start = local(date(2026, 9, 7))
    for n, name in enumerate(("Made Satu", "Ketut Dua", "Wayan Tiga")):
        at = start + timedelta(minutes=n)
        text = REPORT.replace("Ni Putu Contoh", name).replace("5 Januari", f"{n + 6} Januari")
        text = text.replace(
            "Permohonan KTP elektronik", ("Perubahan kartu keluarga", "Akta kelahiran", "KIA")[n]
        )
        # Three people: with the same NIK, home or telephone they would be held as one who writes again.
        text = text.replace("5103014107900000", f"51030141079{n}0000").replace("Uji 7,", f"Uji {n + 70},")
        text = text.replace("0812 0000 1234", f"0812 0000 555{n}")
        bureau.deliver(mail(f"pelapor{n}@surel{n}.example", text, name=name, at=at), at)
    bureau.once(start + timedelta(minutes=5))
    letters = [m for m in bureau.to(FOCAL) if "Penyampaian" in str(m["Subject"])]
    if len(letters) < 3:  # a look-alike waits for intake: they say that it is a case of its own
        listing = bureau.last_to("intake@kantor.example")
        items = [line.split(".")[0] for line in text_of(listing).splitlines() if line[:1].isdigit()]
        at = start + timedelta(minutes=10)
        lines = "\n".join(f"{item} agency capil-uji" for item in items)
        bureau.deliver(reply(listing, "intake@kantor.example", lines, at=at), at)
        bureau.once(at)
    assert len([m for m in bureau.to(FOCAL) if "Penyampaian" in str(m["Subject"])]) == 3
    bureau.news()
    found = sent_on(bureau, date(2026, 9, 15))
    assert [r for r, _ in found] == [FOCAL]
    assert text_of(bureau.last_to(FOCAL)).count("/KTA") >= 3


@pytest.mark.parametrize("now", [datetime(2026, 9, 1, tzinfo=UTC)])
def test_a_time_behind_the_newest_seen_is_refused(bureau: Bureau, now: datetime) -> None:
    from maild.daemon.round import WrongTime

    bureau.once(now)
    with pytest.raises(WrongTime, match="not before"):
        bureau.once(now - timedelta(seconds=1))
