"""The order of the run, with a daemon that does nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from maild.daemon.work import Counts
from maild.demo.people import OFFICE_ADDRESS, PEOPLE
from maild.demo.play import Play, regular
from maild.demo.story import Chapter, Scene, chapters
from maild.demo.story.chapters import BEGIN
from maild.demo.story.scene import answers, when, writes
from maild.demo.telling import Telling
from maild.demo.town import Town


class Idle:
    """Rounds that take nothing in and send nothing; they keep the times at which they were asked."""

    def __init__(self) -> None:
        self.asked: list[datetime] = []

    def once(self, at: datetime) -> Counts:
        self.asked.append(at)
        return Counts(opened=1) if len(self.asked) == 2 else Counts()


def played(monkeypatch: pytest.MonkeyPatch, days: int, *scenes: Scene) -> tuple[Play, Idle, Town, list[str]]:
    monkeypatch.setattr(chapters, "CHAPTERS", (Chapter("one", "", scenes),))
    rounds, lines = Idle(), list[str]()
    with Town(BEGIN) as town:
        play = Play(town, rounds, Telling(lines.append, BEGIN.date()), days)  # type: ignore[arg-type]
        play.run()
    return play, rounds, town, lines


def test_who_never_finds_the_mail_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = answers(when("03-03", "10:00"), "dukcapil", ("tidak pernah ada",), "Ya.", "answers")
    play, _, town, _ = played(monkeypatch, 10, waiting)
    assert play.missed == ["03 March 10:00 Ni Luh Sekarini: answers"]
    assert town.inbox("office") == []


def test_who_finds_it_later_acts_later(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = writes(when("03-04", "11:00"), "office", "[0001/LM/III/2026/DPS] Surat", "isi", "writes")
    waiting = answers(when("03-03", "10:00"), "office", ("[0001/",), "Ya {case}.", "answers")
    play, _, town, _ = played(monkeypatch, 10, letter, waiting)
    assert play.missed == []
    newest, first = town.inbox("office")
    assert (first.subject, f"{newest.at:%m-%d %H:%M}") == ("[0001/LM/III/2026/DPS] Surat", "03-04 14:00")
    assert newest.text.startswith("Ya 0001/LM/III/2026/DPS.")


def test_a_story_that_ends_early_misses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = answers(when("03-03", "10:00"), "dukcapil", ("belum ada",), "Ya.", "answers")
    assert played(monkeypatch, 3, waiting)[0].missed == []


def test_rounds_go_on_in_time_and_follow_a_new_case_after_its_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = played(monkeypatch, 4)[1]
    assert rounds.asked == sorted(set(rounds.asked))
    assert rounds.asked[2] - rounds.asked[1] == timedelta(minutes=11)
    assert rounds.asked[-1] < BEGIN + timedelta(days=4)


def test_each_day_has_its_morning_and_closed_days_no_more() -> None:
    moments = list(regular(24))
    assert len({moment.date() for moment in moments}) == 24
    by_day = [moment for moment in moments if moment.date() == when("03-19", "08:00").date()]
    assert by_day == [when("03-19", "08:00")]


def test_what_people_send_is_kept_in_their_sent_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    report = writes(when("03-02", "09:00"), "ketut", "Laporan", "isi", "reports")
    _, _, town, lines = played(monkeypatch, 1, report)
    (kept,) = town.store.account(PEOPLE["ketut"].address).folders["Sent"].snapshot()
    (arrived,) = town.store.account(OFFICE_ADDRESS).inbox.snapshot()
    assert arrived.raw.endswith(kept.raw)
    assert any("reports" in line for line in lines)
