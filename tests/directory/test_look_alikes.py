"""Thousands of made-up complaints over a register full of look-alikes: none goes unseen to a desk that it is not about."""

from __future__ import annotations

import pytest

from maild.directory import Route, route
from maild.intent.report import assess
from tests.directory.country import country
from tests.directory.invented import TODAY, mail
from tests.directory.made_up import Made, made

MAILS = 1500


def sent(one: Made) -> Route:
    message = mail(one.text)
    return route(country(one.office), message, assess(message, TODAY), today=TODAY)


@pytest.mark.parametrize("start", range(0, MAILS, 250))
def test_none_goes_to_a_desk_that_it_is_not_about(start: int) -> None:
    went = 0
    for one in map(made, range(start, start + 250)):
        found = sent(one)
        if found.decision == "forward":
            assert one.alone and found.agency_ids == (one.meant,), (one.text, found)
            went += 1
    assert went > 60  # half of them are plain; a rule that stops everything would pass else


@pytest.mark.parametrize("start", range(0, 500, 250))
def test_whose_matter_it_is_stands_among_the_first_three(start: int) -> None:
    plain = [one for one in map(made, range(start, start + 250)) if one.alone]
    missed = [one.text for one in plain if one.meant not in [c.agency_id for c in sent(one).candidates[:3]]]
    assert missed == []
