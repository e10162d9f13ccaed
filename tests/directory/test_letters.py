"""Complaints that were written before the rules: where they go, what a person is shown, and that none goes astray."""

from __future__ import annotations

import pytest

from maild.directory import Route, concerned, route
from maild.intent import Meaning
from maild.intent.report import assess
from tests.directory.country import country
from tests.directory.invented import TODAY, mail
from tests.directory.letters import LETTERS, NO_REPORTS, Told

NO_MEANING = Meaning("letter", None, ())
# Known to be missed; each with what it would take.
NOT_YET = {
    "copies to others",  # an inspectorate in copy is taken for one that deals with it
}


def sent(letter: Told) -> Route:
    message = mail(letter.text, letter.subject)
    if letter in NO_REPORTS:
        return concerned(country(letter.office), message, NO_MEANING, today=TODAY)
    return route(country(letter.office), message, assess(message, TODAY), today=TODAY)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_none_goes_unseen_to_a_wrong_desk(letter: Told) -> None:
    found = sent(letter)
    assert found.decision != "forward" or (letter.alone and set(found.agency_ids) == letter.agencies)
    assert found.reasons or letter in NO_REPORTS


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_the_right_agencies_are_the_first_that_a_person_sees(letter: Told) -> None:
    wanted = letter.agencies or letter.near
    shown = [candidate.agency_id for candidate in sent(letter).candidates]
    assert wanted <= set(shown[: max(3, len(wanted))])


@pytest.mark.parametrize(
    "letter", [one for one in LETTERS if one.name not in NOT_YET], ids=lambda one: one.name
)
def test_the_agencies_are_those_that_an_officer_would_say(letter: Told) -> None:
    assert set(sent(letter).agency_ids) == letter.agencies


def test_most_of_what_may_go_alone_does() -> None:
    may = [letter for letter in LETTERS if letter.alone]
    went = [letter for letter in may if sent(letter).decision == "forward"]
    assert len(went) >= 0.85 * len(may)


def test_a_letter_of_a_machine_is_about_nobody() -> None:
    message = mail("Surat Anda tidak dapat disampaikan kepada Disdukcapil Buleleng.")
    found = concerned(country("bali"), message, Meaning("bounce", None, ()), today=TODAY)
    assert (found.decision, found.agency_ids, found.candidates) == ("none", (), ())
