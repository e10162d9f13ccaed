"""A server that goes away at every verb: nothing is lost, nothing goes out twice by our own doing (S6)."""

from __future__ import annotations

import time

import pytest

from maild.submission import Deferred, Refused, Sent, SubmissionUnavailable, Uncertain
from tests.servers.sink import CUT, RESET, STALL, Sink
from tests.submission.outbox import Outbox, letter, sender

FAULTS = [CUT, RESET, STALL]
BEFORE_BODY = ["MAIL", "RCPT", "DATA"]
HALF = "250-half an answer"


@pytest.mark.parametrize("fault", [*FAULTS, HALF, "what is this"])
@pytest.mark.parametrize("place", BEFORE_BODY)
def test_before_the_body_is_surely_not_sent(sink: Sink, place: str, fault: str) -> None:
    sink.plan(place, fault, times=1)
    outbox = Outbox.of([letter(1, "a@x.test"), letter(2, "b@x.test")])
    results = outbox.drain(sender(sink.port))
    assert isinstance(results[1], Deferred)
    assert isinstance(results[2], Sent)
    assert not sink.to("a@x.test") and len(sink.to("b@x.test")) == 1


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("place", ["CONNECT", "EHLO"])
def test_before_the_login_the_queue_waits(sink: Sink, place: str, fault: str) -> None:
    sink.plan(place, fault)
    outbox = Outbox.of([letter(1), letter(2)])
    submission = sender(sink.port)
    submission._timeouts = type(submission._timeouts)(connect=0.5, goodbye=0.2)
    with pytest.raises(SubmissionUnavailable):
        outbox.drain(submission)
    assert isinstance(outbox.results[1], Deferred) and len(outbox.rows) == 1
    assert not outbox.committing


@pytest.mark.parametrize("fault", [*FAULTS, "what is this", "354 more"])
@pytest.mark.parametrize("place", ["BODY", "DOT"])
@pytest.mark.parametrize("size", [100, 2_000_000])
def test_after_the_body_has_begun_only_evidence_tells(sink: Sink, place: str, fault: str, size: int) -> None:
    sink.plan(place, fault, times=1)
    body = ("x" * 68 + "\r\n") * (size // 70 + 1)
    outbox = Outbox.of([letter(1, "a@x.test", body=body), letter(2, "b@x.test")])
    results = outbox.drain(sender(sink.port))
    assert isinstance(results[1], Uncertain), results[1]
    assert isinstance(results[2], Sent)
    assert outbox.committing == [1, 2]
    assert len(sink.to("b@x.test")) == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_a_lost_goodbye_concerns_no_mail(sink: Sink, fault: str) -> None:
    sink.plan("QUIT", fault)
    assert isinstance(Outbox.of([letter(1)]).drain(sender(sink.port))[1], Sent)


def test_a_refusal_in_the_middle_of_a_large_mail(sink: Sink) -> None:
    """The answer comes while we still send; it is an answer, and the rest must not be read as commands."""
    sink.plan("BODY", "552 5.3.4 too big", times=1)
    outbox = Outbox.of([letter(1, "a@x.test", body=("x" * 68 + "\r\n") * 400_000), letter(2, "b@x.test")])
    results = outbox.drain(sender(sink.port))
    assert isinstance(results[1], Refused)
    assert b"MAIL FROM" not in sink.unread.partition(b"\r\n.\r\n")[0]
    assert isinstance(results[2], Sent)
    assert not sink.to("a@x.test")


def test_a_dead_server_in_the_middle_stops_the_queue(sink: Sink) -> None:
    outbox = Outbox.of([letter(n) for n in range(100)])
    given = outbox.settle

    def settle(results: object) -> None:
        given(results)  # type: ignore[arg-type]
        if len(outbox.results) >= 10:
            sink.plan("CONNECT", RESET)
            sink.plan("MAIL", RESET)

    with pytest.raises(SubmissionUnavailable):
        sender(sink.port, connections=2).drain(outbox.source, outbox.fence, settle)
    sent = sum(isinstance(result, Sent) for result in outbox.results.values())
    assert sent == len(sink.mails) >= 10
    assert len(outbox.results) + len(outbox.rows) == 100


def test_every_wait_ends(sink: Sink) -> None:
    sink.plan("DOT", STALL)
    began = time.monotonic()
    Outbox.of([letter(1)]).drain(sender(sink.port))
    assert time.monotonic() - began < 5
