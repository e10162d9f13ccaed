"""The disguises themselves, and that none of them leads maild to the wrong desk or makes it deaf."""

from __future__ import annotations

import pytest

from maild.message import Message, read
from tests.message.compose import mail, parts
from tests.score.board import board
from tests.score.disguises import DISGUISES
from tests.score.figure import Figure
from tests.score.shared import SHARED, load

QUOTED = 'Saya tidak tahu, "belum" dijawab sudah tiga bulan lamanya ini.\n\n> kutipan lama yang tidak berubah'
NOTHING_WRONG = ("route.agency", "route.unseen", "indonesia.secret", "indonesia.urgent")
# Least shares of right ones, in per cent, over all disguises together.
FLOORS = {
    "indonesia.kind": 99.0,
    "indonesia.intent": 98.0,
    "indonesia.fields": 98.0,
    "indonesia.missing": 96.0,
    "indonesia.remit": 98.0,
    "indonesia.urgent_precision": 95.0,
    "route.forwardable": 90.0,
    "route.three": 99.0,
    "route.list": 98.0,
}


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_leaves_the_quote_and_the_attachments(name: str) -> None:
    raw = parts(
        f"Content-Type: text/plain; charset=utf-8\n\n{QUOTED}",
        "Content-Type: text/csv; name=a.csv\n\nsatu,dua",
    )
    before, after = read(raw), read(DISGUISES[name](raw))
    assert isinstance(before, Message) and isinstance(after, Message)
    assert [one.content for one in after.attachments] == [one.content for one in before.attachments]
    assert "kutipan lama yang tidak berubah" in after.text
    assert "kutipan" not in after.new_text
    assert (after.subject, after.senders, after.message_id) == (
        before.subject,
        before.senders,
        before.message_id,
    )


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_changes_the_mail(name: str) -> None:
    raw = mail(QUOTED)
    assert DISGUISES[name](raw) != raw


def test_a_machines_report_is_left_alone() -> None:
    raw = parts("Content-Type: text/plain\n\nuser unknown", kind="report")
    assert DISGUISES["capitals"](raw) == raw


@pytest.fixture(scope="module")
def figures() -> dict[str, Figure]:
    return {one.name.removeprefix("disguised."): one for one in board(load(), "disguised.")}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="no folder 'shared' beside the checkout")
def test_the_quotes_of_other_programs_go_and_nothing_with_them() -> None:
    exact, gone, quoted = board(load(), "requoted.")
    assert not gone.wrong and not quoted.wrong
    assert (exact.value or 0) >= 97


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="no folder 'shared' beside the checkout")
def test_what_staff_pass_on_comes_through_from_any_program() -> None:
    assert [(one.name, len(one.wrong)) for one in board(load(), "passed_on.") if not one.met] == []


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="no folder 'shared' beside the checkout")
def test_no_disguise_leads_to_the_wrong_desk_or_hides_a_danger(figures: dict[str, Figure]) -> None:
    wrong = {name: [v.file for v in figures[name].wrong] for name in NOTHING_WRONG if figures[name].wrong}
    assert wrong == {}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="no folder 'shared' beside the checkout")
def test_most_of_what_is_read_is_read_in_any_dress(figures: dict[str, Figure]) -> None:
    fallen = {
        name: figures[name].value for name, least in FLOORS.items() if (figures[name].value or 0) < least
    }
    assert fallen == {}
