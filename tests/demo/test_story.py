"""The whole demo, once: sixty days of the real daemon, and what everybody finds in the mailbox afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from maild.demo import compose, play
from maild.demo.compose import Received
from maild.demo.people import PEOPLE
from maild.demo.play import Outcome
from maild.demo.story import CHAPTERS, story
from maild.demo.story.scene import when
from maild.demo.town import Town


@dataclass
class Played:
    """One run of the demo with the town as it was left."""

    outcome: Outcome
    lines: list[str]
    out: Path
    boxes: dict[str, list[Received]] = field(default_factory=dict)

    def inbox(self, key: str, *words: str) -> list[Received]:
        """The mails of a person that hold all words, oldest first."""
        mails = [m for m in self.boxes[key] if all(w in f"{m.subject}\n{m.text}" for w in words)]
        return sorted(mails, key=lambda mail: mail.at)

    def case(self, key: str) -> dict[str, Any]:
        number = next(mail.case for mail in self.boxes[key] if mail.case)
        return dict(next(case for case in self.outcome.cases if case["number"] == number))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    out = tmp_path_factory.mktemp("demo") / "pages"
    lines: list[str] = []
    boxes: dict[str, list[Received]] = {}

    class Remembering(Town):
        def __exit__(self, *error: Any) -> None:
            for key, person in PEOPLE.items():
                mails = self.store.account(person.address).inbox.snapshot()
                boxes[key] = [compose.read(mail.raw, mail.internaldate) for mail in mails]
            super().__exit__(*error)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(play, "Town", Remembering)
        outcome = play.run(60, out, lines.append)
    yield Played(outcome, lines, out, boxes)


def days(mails: list[Received]) -> list[str]:
    return [f"{mail.at:%m-%d}" for mail in mails]


def test_every_scene_happens_and_no_name_leaks(played: Played) -> None:
    assert played.outcome.missed == ()
    assert played.outcome.leaks == ()
    assert played.outcome.ok


def test_every_mail_is_accounted_for(played: Played) -> None:
    c = played.outcome.counts
    assert c.received == c.opened + c.threaded + c.held + c.quarantined + c.duplicates + c.ignored
    assert (c.opened, c.held, c.quarantined, c.failed) == (7, 2, 0, 0)


def test_every_case_is_closed_with_its_reason(played: Played) -> None:
    reasons = {key: played.case(key)["closed_reason"] for key in reporters()}
    assert reasons == {**dict.fromkeys(reporters(), "selesai_instansi"), "rupa": "dicabut"}
    assert {case["state"] for case in played.outcome.cases} == {"TUTUP"}


def reporters() -> list[str]:
    return [chapter.reporter for chapter in CHAPTERS if chapter.reporter]


def test_the_clean_report_leaves_after_the_pause_for_second_thoughts(played: Played) -> None:
    (letter,) = played.inbox("dukcapil", "Penyampaian Laporan Masyarakat")
    (notice,) = played.inbox("officer", "Laporan baru", letter.case)
    assert (f"{notice.at:%H:%M}", f"{letter.at:%H:%M}") == ("09:13", "09:24")


def test_the_urgent_letter_leaves_at_once_at_night(played: Played) -> None:
    (letter,) = played.inbox("pln", "RCO")
    assert f"{letter.at:%m-%d %H:%M}" == "03-04 19:49"
    assert len(played.inbox("head", "MENDESAK")) == 1


def test_the_secret_reporter_is_named_nowhere_outside(played: Played) -> None:
    assert played.case("larasati")["confidential"]
    (letter,) = played.inbox("disdik", "Penyampaian Laporan Masyarakat")
    assert f"{letter.at:%m-%d %H:%M}" == "03-06 11:31"  # only after an officer has read it
    for mail in played.boxes["disdik"]:
        assert "larasati" not in mail.raw.decode("utf-8", "replace").lower()
        assert "larasati" not in f"{mail.subject}{mail.text}{mail.html}".lower()


def test_the_ladder_of_a_silent_agency(played: Played) -> None:
    assert days(played.inbox("tirta", "Pengingat")) == ["04-02", "04-06", "04-08"]
    assert days(played.inbox("tirta", "Lewat Tenggat")) == ["04-10"]
    (escalation,) = played.inbox("direksi", "Permohonan Bantuan")
    assert f"{escalation.at:%m-%d %H:%M}" == "04-16 09:21"  # a minute after the head of office said ok


def test_reminders_come_before_the_holidays_not_in_them(played: Played) -> None:
    assert "03-17" in days(played.inbox("rsud", "Pengingat"))
    closed = {f"03-{day}" for day in range(18, 25)} | {"04-03", "04-05"}
    for key, person in PEOPLE.items():
        if person.role in ("agency", "superior", "staff"):
            assert not closed & set(days(played.boxes[key])), key


def test_the_extension_moves_the_deadline(played: Played) -> None:
    (granted,) = played.inbox("rsud", "Perpanjangan Waktu Disetujui")
    assert "8 April 2026" in " ".join(granted.text.split())
    states = {item["rule"]: item["state"] for item in played.case("safitri")["deadlines"]}
    assert states == {"D23": "void", "D24": "met"}


def test_the_stranger_and_the_forger_get_nothing(played: Played) -> None:
    assert played.boxes["stranger"] == []
    assert played.boxes["spoofer"] == []
    assert played.boxes["newsletter"] == []
    silent = played.case("ardika")
    assert silent["closed_reason"] == "selesai_instansi"
    assert datetime.fromisoformat(silent["closed_at"]) > when("04-27", "00:00")


def test_the_letter_that_came_back_went_through_the_inspectorate(played: Played) -> None:
    assert days(played.inbox("inspektorat", "Penyampaian Laporan Masyarakat")) == ["04-01"]
    statuses = [letter["status"] for letter in played.case("rupa")["letters"] if letter["kind"] == "L05"]
    assert statuses == ["failed", "sent"]


def test_staff_hear_of_every_order(played: Played) -> None:
    orders = [scene for scene in story(60) if scene.who in ("intake", "officer", "head")]
    transcripts = [m for key in ("intake", "officer", "head") for m in played.inbox(key, "Hasil perintah")]
    assert len(transcripts) == len(orders)
    assert all("BELUM" not in mail.text for mail in transcripts)


def test_the_terminal_tells_it_day_by_day(played: Played) -> None:
    text = "\n".join(played.lines)
    assert "Monday 2 March   (day 1)" in text
    assert "Thursday 19 March: Nyepi" in text
    assert "reports a delayed identity card" in text
    assert max(map(len, played.lines)) <= 140
    assert "60 days in" in text


def test_the_pages_show_every_case(played: Played) -> None:
    cases = sorted(path.name for path in played.out.glob("case-*.html"))
    assert len(cases) == len(played.outcome.cases) == 7
    assert "Nothing was found" in " ".join((played.out / "index.html").read_text().split())


def test_some_days_are_enough() -> None:
    lines: list[str] = []
    outcome = play.run(2, None, lines.append)
    assert outcome.ok
    assert len(outcome.cases) == 2
    assert outcome.out is None
