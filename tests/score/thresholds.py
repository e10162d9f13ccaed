"""What each number of maild.directory.thresholds costs: at its value, and one step to either side.

Counted over the reports of ../shared/indonesia, the complaints written for the tests (tests/directory/letters) and
some made up over look-alikes (tests/directory/made_up).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from maild.directory import Index, as_json, concerned, roles, route
from maild.directory.thresholds import THRESHOLDS, Thresholds
from maild.intent import Report
from maild.intent.report import assess
from maild.message import Message
from tests.directory.country import country
from tests.directory.invented import TODAY, mail
from tests.directory.letters import LETTERS, NO_REPORTS, Told
from tests.directory.made_up import Made, made
from tests.score.readings import Readings
from tests.score.routing import routed_with, within
from tests.score.shared import accepted

# Values one step lower and higher, where it is not one less and one more.
STEPS: Mapping[str, tuple[int, int]] = {
    "leading": (roles.PLAIN, roles.DEALT_WITH),
    "alike": (80, 88),
    "deduced": (35, 45),
}
COUNTED = "wrong agency, unseen though staff must see it, forwarded, all within three, list as an officer's"


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one value: forwarded to an agency that is not allowed; unseen although staff must see it; what went out;
    right agencies within the first three, and exactly, each of how many."""

    value: int
    wrong: int
    unseen: int
    went: int
    three: tuple[int, int]
    exact: tuple[int, int]

    def __str__(self) -> str:
        three, exact = ("{}/{}".format(*pair) for pair in (self.three, self.exact))
        return f"{self.value}: {self.wrong}, {self.unseen}, {self.went}, {three}, {exact}"


def costs(readings: Readings) -> Iterator[tuple[str, tuple[Cost, ...]]]:
    """Threshold by threshold: one step lower, as it is, one step higher."""
    for field in fields(Thresholds):
        now: int = getattr(THRESHOLDS, field.name)
        lower, higher = STEPS.get(field.name, (now - 1, now + 1))
        yield field.name, tuple(_cost(readings, field.name, value) for value in (lower, now, higher))


def _cost(readings: Readings, name: str, value: int) -> Cost:
    limits = replace(THRESHOLDS, **{name: value})
    outcomes = [*_shared(readings, limits), *_own(limits), *_made(limits)]
    went = [one for one in outcomes if one.went]
    asked = [one for one in outcomes if one.three is not None]
    return Cost(
        value,
        wrong=sum(not one.exact for one in went),
        unseen=sum(not one.may for one in went),
        went=len(went),
        three=(sum(one.three is True for one in asked), len(asked)),
        exact=(sum(one.exact for one in outcomes), len(outcomes)),
    )


@dataclass(frozen=True, slots=True)
class _Outcome:
    went: bool
    may: bool  # a machine may send it
    exact: bool
    three: bool | None  # None: no agency is wanted


def _shared(readings: Readings, limits: Thresholds) -> Iterator[_Outcome]:
    for one in routed_with(readings, limits):
        three = within(one, least=3) if one.gold["agency_id"] else None
        may = True in accepted(one.gold, "may_auto_forward")
        yield _Outcome(one.document["decision"] == "forward", may, one.agency_right, three)


def _own(limits: Thresholds) -> Iterator[_Outcome]:
    for letter in LETTERS:
        document = _document(letter, replace(country(letter.office), thresholds=limits))
        shown = [c["agency_id"] for c in document["candidates"]]
        wanted = letter.agencies or letter.near
        three = wanted <= set(shown[: max(3, len(wanted))]) if wanted else None
        went = document["decision"] == "forward"
        yield _Outcome(went, letter.alone, set(document["agency_ids"]) == letter.agencies, three)


MADE_UP = 400


@cache
def _made_up() -> tuple[tuple[Made, Message, Report], ...]:
    texts = [made(seed) for seed in range(MADE_UP)]
    return tuple((one, mail(one.text), assess(mail(one.text), TODAY)) for one in texts)


def _made(limits: Thresholds) -> Iterator[_Outcome]:
    for one, message, report in _made_up():
        found = route(replace(country(one.office), thresholds=limits), message, report, today=TODAY)
        right = found.agency_ids == (one.meant,)
        three = one.meant in [c.agency_id for c in found.candidates[:3]] if one.alone else None
        yield _Outcome(found.decision == "forward", one.alone, right or not one.alone, three)


def _document(letter: Told, index: Index) -> dict[str, Any]:
    message = mail(letter.text, letter.subject)
    report = assess(message, TODAY)
    if letter in NO_REPORTS:
        from maild.intent import Meaning

        return as_json(concerned(index, message, Meaning("letter", None, ()), today=TODAY), None, letter.name)
    return as_json(route(index, message, report, today=TODAY), report, letter.name)


def lines(readings: Readings) -> Iterator[str]:
    yield ""
    yield f"thresholds of routing (maild/directory/thresholds.py), each lower | as it is | higher: {COUNTED}"
    for name, found in costs(readings):
        yield f"  {name:17}" + " | ".join(str(one).ljust(32) for one in found).rstrip()
