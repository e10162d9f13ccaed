"""The 160 mails of two offices, taken in from a real Dovecot: accounted for, to the right desk, or asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.indonesia.two_offices import Played, TwoOffices
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

pytestmark = [pytest.mark.shared, pytest.mark.dovecot]
ANSWERS = ("reply_focal", "reply_reporter", "auto_reply", "auto_ack", "bounce", "delay", "receipt")


@pytest.fixture(scope="module")
def offices(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoOffices]:
    dovecot, sink = Dovecot(), Sink().start()
    dovecot.start({"bali": "secret", "ntt": "secret"})
    try:
        yield TwoOffices(tmp_path_factory.mktemp("offices"), shared, dovecot, sink)
    finally:
        dovecot.stop()
        sink.stop()


@pytest.fixture(scope="module")
def played(offices: TwoOffices) -> Played:
    return offices.play()


def test_every_mail_is_accounted_for_and_none_is_lost(offices: TwoOffices, played: Played) -> None:
    counts = played.counts
    parts = (
        counts.opened
        + counts.threaded
        + counts.held
        + counts.quarantined
        + counts.duplicates
        + counts.ignored
    )
    assert counts.received == parts == played.delivered
    stored = offices.stored()
    assert len(stored) == played.delivered and all(row["disposition"] and row["reason"] for row in stored)
    assert all(row["moved"] for row in stored)
    left = [m for office in ("bali", "ntt") for m in offices.dovecot.messages(office, "INBOX")]
    filed = [
        m
        for o in ("bali", "ntt")
        for f in ("Processed", "Quarantine")
        for m in offices.dovecot.messages(o, f)
    ]
    assert not left and len(filed) == played.delivered


def _addresses(offices: TwoOffices, *columns: str) -> dict[str, set[str]]:
    return {row["agency_id"]: {row[c].lower() for c in columns if row[c]} for row in offices.registry}


def test_no_letter_goes_to_an_address_that_is_not_the_routed_agencys(
    offices: TwoOffices, played: Played
) -> None:
    """From the registry alone: whom the sink got a letter for must be a focal point or head of that agency.

    An address that bounced is asked about at the agency's other one (L30); no report goes there.
    """
    allowed = _addresses(offices, "focal_email", "superior_email")
    asked = _addresses(offices, "focal_email", "superior_email", "alternate_email")
    to_agencies = [row for row in offices.outbound() if row["role"] == "agency" and row["state"] == "sent"]
    assert to_agencies
    for row in to_agencies:
        known = asked if row["kind"] == "L30" else allowed
        assert row["recipient"] in known[row["agency_id"]], (row["id"], row["kind"])
    everybody = {a for addresses in asked.values() for a in addresses}
    reporters = {row["recipient"] for row in offices.outbound() if row["role"] == "reporter"}
    staff = {m.email for office in offices.config.offices for m in office.staff}
    for mail in offices.sink.mails:
        assert len(mail.recipients) == 1 and mail.recipients[0] in everybody | reporters | staff


def test_nothing_is_forwarded_unseen_that_gold_does_not_allow(offices: TwoOffices, played: Played) -> None:
    wrong = {}
    for row in offices.gold:
        recipients = played.by_machine.get(row["id"], set())
        allowed = row["may_auto_forward"] or True in row.get("acceptable", {}).get("may_auto_forward", [])
        agencies = set().union(*(offices.agencies_at(a) for a in recipients))
        if recipients and not (allowed and set(row["agency_id"]) <= agencies):
            wrong[row["id"]] = sorted(recipients)
    assert wrong == {}


def test_at_least_half_of_the_forwardable_reports_go_out_by_themselves(
    offices: TwoOffices, played: Played
) -> None:
    forwardable = [row["id"] for row in offices.gold if row["kind"] == "report" and row["may_auto_forward"]]
    went = [gold_id for gold_id in forwardable if played.by_machine.get(gold_id)]
    print(f"forwarded by itself: {len(went)} of {len(forwardable)}")
    assert len(went) >= len(forwardable) / 2


def test_replies_reach_the_right_case_or_a_person(offices: TwoOffices, played: Played) -> None:
    by_id = {c["id"]: number for number, c in offices.cases().items()}
    gold_of = {number: gold_id for gold_id, number in played.case_of.items()}
    verdicts: Counter[str] = Counter()
    for row in offices.gold:
        if row["kind"] not in ANSWERS or not row["belongs_to"]:
            continue
        stored = played.inbox_of[row["id"]]
        reached = gold_of.get(by_id.get(stored["case_id"], ""))
        if stored["disposition"] == "threaded":
            verdicts["right" if reached == row["belongs_to"] else f"misplaced {row['id']}"] += 1
        else:
            verdicts["held" if stored["disposition"] == "held" else f"dropped {row['id']}"] += 1
    print(dict(verdicts))
    assert set(verdicts) <= {"right", "held"}
    assert verdicts["right"] >= 0.9 * sum(verdicts.values())


def test_no_identity_of_a_reporter_stands_in_any_letter_to_an_agency(
    offices: TwoOffices, played: Played
) -> None:
    """The oracle's own search: names and addresses of gold, in every decoded letter that left for an agency."""
    from tests.daemon.bureau import parsed, text_of

    by_id = {c["id"]: number for number, c in offices.cases().items()}
    gold = {row["id"]: row for row in offices.gold}
    gold_of = {number: gold[gold_id] for gold_id, number in played.case_of.items()}
    checked = 0
    for row in offices.outbound():
        report = gold_of.get(by_id.get(row["case_id"], ""))
        if row["role"] not in ("agency", "superior") or row["state"] != "sent" or report is None:
            continue
        text = f"{row['subject']}\n{text_of(parsed(row['raw']))}".casefold()
        name = (report["reporter_name"] or "").casefold()
        sender = (played.inbox_of[report["id"]]["sender"] or "").casefold()
        assert not (name and " " in name and name in text), row["id"]
        assert not (sender and sender in text), row["id"]
        checked += 1
    assert checked > 20
