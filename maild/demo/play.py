"""The run: sixty simulated days, the real daemon, and what came of it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from heapq import heappop, heappush
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from maild.daemon.work import Counts
from maild.demo.people import PEOPLE, Person
from maild.demo.rounds import Rounds
from maild.demo.secrecy import Finding, findings
from maild.demo.setup import write_office
from maild.demo.story import Desk, Scene, story
from maild.demo.story.chapters import BEGIN
from maild.demo.telling import CLOSED, Telling
from maild.demo.town import Town

_SOON = timedelta(minutes=1)  # the daemon takes a mail in within a minute
_AFTER_HOLD = timedelta(minutes=11)  # letters leave ten minutes after they were written


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the demo came to. `missed` are scenes whose person never found what the scene needs."""

    days: int
    rounds: int
    counts: Counts  # summed over all rounds
    cases: tuple[Mapping[str, Any], ...]  # as `maild show --json`
    missed: tuple[str, ...]
    leaks: tuple[Finding, ...]
    seconds: float
    out: Path | None

    @property
    def ok(self) -> bool:
        return not self.missed and not self.leaks


def run(days: int = 60, out: Path | None = None, echo: Callable[[str], None] = print) -> Outcome:
    """Play the first `days` days of the story; with `out`, write the pages to look at afterwards."""
    began = time.monotonic()
    logging.getLogger("maild").addHandler(logging.NullHandler())  # the story is the log here
    with TemporaryDirectory(prefix="maild-demo-") as folder, Town(BEGIN) as town:
        config = write_office(Path(folder), town.imap_port, town.smtp_port)
        telling = Telling(echo, BEGIN.date())
        rounds = Rounds(config, BEGIN)
        play = Play(town, rounds, telling, days)
        play.run()
        outcome = Outcome(
            days,
            rounds.count,
            rounds.total,
            tuple(rounds.cases()),
            tuple(play.missed),
            tuple(findings(town.store)),
            time.monotonic() - began,
            out,
        )
        rounds.close()
        if out is not None:
            from maild.demo.pages import write_pages

            write_pages(out, town, outcome.cases, telling.told, outcome.leaks)
    for line in summary(outcome):
        echo(line)
    return outcome


class Play:
    """Scenes and rounds in the order of time. Who finds nothing looks again at the next round."""

    def __init__(self, town: Town, rounds: Rounds, telling: Telling, days: int) -> None:
        self.town = town
        self.rounds = rounds
        self.missed: list[str] = []
        self._telling = telling
        self._waiting = story(days)
        self._end = BEGIN + timedelta(days=days)
        self._moments: list[datetime] = []
        for moment in (*regular(days), *(scene.at for scene in self._waiting)):
            heappush(self._moments, moment)

    def run(self) -> None:
        last: datetime | None = None
        while self._moments:
            at = heappop(self._moments)
            if (last is not None and at <= last) or at >= self._end:
                continue
            self._step(at)
            last = self.town.now

    def _step(self, at: datetime) -> None:
        self.town.now = at
        played = self._scenes(at)
        if played:
            self.town.now = at + _SOON
        before = len(self.town.post.deliveries)
        counts = self.rounds.once(self.town.now)
        deliveries = self.town.post.deliveries[before:]
        # Copies of our own letters come in all the time; that they are filed is told only of other mail.
        told = counts if played else replace(counts, ignored=0)
        orders = bool(played) and all(person.role == "staff" for person in played)
        self._telling.round(self.town.now, told, deliveries, orders)
        if counts.opened or counts.threaded:
            heappush(self._moments, self.town.now + _AFTER_HOLD)
        if any(delivery.returned for delivery in deliveries):
            heappush(self._moments, self.town.now + _SOON)

    def _scenes(self, at: datetime) -> list[Person]:
        """Play what is due; returns who has written a mail."""
        played = []
        for scene in [scene for scene in self._waiting if scene.at <= at]:
            if self._play(scene, at):
                self._waiting.remove(scene)
                played.append(PEOPLE[scene.who])
            elif at - scene.at > scene.patience:
                self._waiting.remove(scene)
                self.missed.append(f"{scene.at:%d %B %H:%M} {PEOPLE[scene.who].name}: {scene.tells}")
        return played

    def _play(self, scene: Scene, at: datetime) -> bool:
        person = PEOPLE[scene.who]
        outgoing = scene.act(Desk(person, at, self.town.inbox))
        if outgoing is None:
            return False
        self.town.send(person, outgoing)
        self._telling.scene(at, person, scene.tells)
        return True


def regular(days: int) -> Iterator[datetime]:
    """Rounds that happen whether or not anybody writes: when reminders fall due."""
    yield BEGIN + timedelta(hours=7)  # the first start, on an empty mailbox
    for number in range(days):
        day = BEGIN + timedelta(days=number)
        yield day + timedelta(hours=8)
        if day.weekday() < 5 and day.date() not in CLOSED:
            yield day + timedelta(hours=14)


def summary(outcome: Outcome) -> Iterator[str]:
    """The last lines on the terminal."""
    counts = outcome.counts
    closed = sum(case["state"] == "TUTUP" for case in outcome.cases)
    yield ""
    yield (
        f"{outcome.days} days in {outcome.seconds:.1f} seconds, {outcome.rounds} rounds: "
        f"{counts.received} mails in, {counts.sent} out, "
        f"{len(outcome.cases)} cases, {closed} closed."
    )
    yield "Names of reporters in mailboxes of agencies and outsiders: " + (
        "none." if not outcome.leaks else f"{len(outcome.leaks)}!"
    )
    for leak in outcome.leaks:
        yield f"  {leak.mark} in a mail to {leak.mailbox}"
    for missed in outcome.missed:
        yield f"  did not happen: {missed}"
    if outcome.out is not None:
        yield f"Open {outcome.out / 'index.html'} in a browser to see every mailbox and every case."
