"""Draining the outbox into a server that behaves, and into one that refuses."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest

from maild.submission import (
    Deferred,
    Fenced,
    Refused,
    Sent,
    Submission,
    SubmissionRefused,
    SubmissionUnavailable,
)
from tests.servers.ground import Certificate, free_port, make_certificate
from tests.servers.sink import Sink
from tests.submission.outbox import QUICK, Account, Outbox, letter, sender

JOURNAL = "office@ombudsman.example"


def test_sends_each_mail_once_and_unchanged(sink: Sink) -> None:
    mails = [letter(n, f"focal{n}@dinas.example", journal=JOURNAL, body=".\r\n..x\r\n") for n in range(40)]
    outbox = Outbox.of(mails)
    results = outbox.drain(sender(sink.port, connections=4))
    assert {number: type(result) for number, result in results.items()} == dict.fromkeys(range(40), Sent)
    assert {(mail.recipients, mail.raw) for mail in sink.mails} == {
        ((mail.recipient, JOURNAL), mail.raw) for mail in mails
    }
    assert len(sink.mails) == 40
    assert sink.connections == 4
    assert "queued as" in results[0].reply  # type: ignore[union-attr]


def test_books_are_kept_in_the_callers_thread_and_in_few_transactions(sink: Sink) -> None:
    outbox = Outbox.of([letter(n) for n in range(200)])
    outbox.drain(sender(sink.port, connections=4))
    assert len(outbox.results) == 200
    assert outbox.threads == {threading.get_ident()}
    assert len(outbox.calls) < 200  # one by one it would be 400


def test_no_body_before_the_fence(sink: Sink) -> None:
    seen: list[tuple[int, bool]] = []
    outbox = Outbox.of([letter(n, f"f{n}@x.test") for n in range(12)])

    def fence(numbers: Sequence[int]) -> set[int]:
        begun = sum(command == "DATA" for command in sink.commands)
        seen.extend((n, bool(sink.to(f"f{n}@x.test"))) for n in numbers)
        assert begun == len(outbox.committing)
        return outbox.fence(numbers)

    sender(sink.port, connections=3).drain(outbox.source, fence, outbox.settle)
    assert seen and not any(arrived for _, arrived in seen)
    assert len(sink.mails) == 12


def test_a_row_that_is_no_longer_ready_is_not_sent(sink: Sink) -> None:
    outbox = Outbox.of([letter(1, "a@x.test"), letter(2, "b@x.test"), letter(3, "c@x.test")])
    outbox.not_ready = {2}
    results = outbox.drain(sender(sink.port))
    assert [type(results[n]) for n in (1, 2, 3)] == [Sent, Fenced, Sent]
    assert not sink.to("b@x.test")
    assert sink.connections == 1


def test_a_mail_that_contradicts_its_row_never_reaches_the_server(sink: Sink) -> None:
    outbox = Outbox.of(
        [letter(1, to="other@x.test"), letter(2, "evil@x.test>\r\nRCPT TO:<spy@y.test", to="x")]
    )
    results = outbox.drain(sender(sink.port))
    assert all(isinstance(result, Refused) and result.held for result in results.values())
    assert not sink.commands and not outbox.committing


@pytest.mark.parametrize(
    ("place", "answer", "expected"),
    [
        ("MAIL", "552 5.3.4 too big", Refused),
        ("MAIL", "550 5.7.1 policy", Refused),
        ("MAIL", "451 4.3.0 later", Deferred),
        ("MAIL", "421 4.3.2 closing", Deferred),
        ("MAIL", "530 5.7.0 authentication required", Deferred),
        ("RCPT", "550 5.1.1 no such user", Refused),
        ("RCPT", "450 4.2.0 greylisted", Deferred),
        ("RCPT", "421 4.3.2 closing", Deferred),
        ("RCPT", "552 5.2.2 mailbox full", Refused),
        ("DATA", "554 5.7.1 no", Refused),
        ("DATA", "451 4.3.0 later", Deferred),
        ("DATA", "421 4.3.2 closing", Deferred),
        ("DATA", "250 what?", Deferred),
        ("DOT", "554 5.6.0 spam", Refused),
        ("DOT", "452 4.3.1 disk full", Deferred),
        ("DOT", "421 4.3.2 closing", Deferred),
    ],
)
def test_answers(sink: Sink, place: str, answer: str, expected: type) -> None:
    """The first mail meets the answer; the second must go through all the same (S7)."""
    # Twice, because 421 before the fence is tried again on a new connection where the old one was kept.
    sink.plan(place, answer, times=1)
    outbox = Outbox.of([letter(1, "a@x.test"), letter(2, "b@x.test")])
    results = outbox.drain(sender(sink.port))
    assert isinstance(results[1], expected)
    assert results[1].reply.startswith(answer[:3])  # type: ignore[union-attr]
    assert isinstance(results[2], Sent)
    assert not sink.to("a@x.test") and len(sink.to("b@x.test")) == 1
    assert not any(command.startswith("NESTED") for command in sink.commands)


@pytest.mark.parametrize("answer", ["550 5.1.1 no", "450 4.2.0 later"])
def test_a_refused_journal_does_not_stop_the_letter(sink: Sink, answer: str) -> None:
    sink.plan("RCPT", answer, containing=JOURNAL)
    results = Outbox.of([letter(1, journal=JOURNAL), letter(2, journal=JOURNAL)]).drain(sender(sink.port))
    assert [type(results[n]) for n in (1, 2)] == [Sent, Sent]
    assert [mail.recipients for mail in sink.mails] == [("focal@dinas.example",)] * 2


def test_a_refused_recipient_takes_the_journal_copy_along(sink: Sink) -> None:
    sink.plan("RCPT", "550 5.1.1 no", containing="focal")
    results = Outbox.of([letter(1, journal=JOURNAL)]).drain(sender(sink.port))
    assert isinstance(results[1], Refused) and not sink.mails


def test_the_envelope_says_size_and_headers_only(sink: Sink) -> None:
    mail = letter(envelope_from="")
    Outbox.of([mail]).drain(sender(sink.port))
    assert f"MAIL FROM:<> SIZE={len(mail.raw)} RET=HDRS" in sink.commands


def test_a_kept_connection_that_was_closed_is_replaced(sink: Sink) -> None:
    sink.plan("MAIL", "421 4.7.0 too many mails", times=1, containing="second")
    mails = [letter(1), letter(2, envelope_from="second@x.test"), letter(3)]
    results = Outbox.of(mails).drain(sender(sink.port))
    assert {type(result) for result in results.values()} == {Sent}
    assert sink.connections == 2 and len(sink.mails) == 3


def test_fewer_connections_than_configured(sink: Sink) -> None:
    first = threading.Lock()
    sink.plan("CONNECT", "220 sink.test", times=1)
    sink.plan("CONNECT", "421 4.7.0 too many connections")
    with first:
        outbox = Outbox.of([letter(n) for n in range(20)])
        results = outbox.drain(sender(sink.port, connections=4))
    assert [type(result) for result in results.values()] == [Sent] * 20
    assert len(sink.mails) == 20


def test_stops_when_asked_and_leaves_the_rest(sink: Sink) -> None:
    stop = threading.Event()
    outbox = Outbox.of([letter(n) for n in range(50)])
    given = outbox.source

    def source() -> object:
        if len(outbox.rows) == 45:
            stop.set()
        return given()

    outbox.source = source  # type: ignore[method-assign, assignment]
    outbox.drain(sender(sink.port), stop)
    assert 5 <= len(outbox.results) <= 6 and len(outbox.rows) >= 44
    assert len(sink.mails) == len(outbox.results)


def test_an_empty_outbox_costs_no_connection(sink: Sink) -> None:
    Outbox.of([]).drain(sender(sink.port, connections=4))
    assert sink.connections == 0


def test_no_server() -> None:
    outbox = Outbox.of([letter(n) for n in range(10)])
    with pytest.raises(SubmissionUnavailable):
        outbox.drain(sender(free_port(), connections=2))
    assert {type(result) for result in outbox.results.values()} == {Deferred}
    assert len(outbox.rows) == 8 and not outbox.committing


def test_a_database_that_fails_at_the_fence_stops_before_the_body(sink: Sink) -> None:
    def fence(numbers: Sequence[int]) -> set[int]:
        raise RuntimeError("database is locked")

    outbox = Outbox.of([letter(n) for n in range(10)])
    with pytest.raises(RuntimeError, match="locked"):
        sender(sink.port, connections=2).drain(outbox.source, fence, outbox.settle)
    assert "DATA" not in sink.commands and not sink.mails


def test_a_database_that_fails_to_settle_is_told(sink: Sink) -> None:
    def settle(results: Sequence[object]) -> None:
        raise RuntimeError("disk full")

    outbox = Outbox.of([letter(n) for n in range(10)])
    with pytest.raises(RuntimeError, match="disk full"):
        sender(sink.port).drain(outbox.source, outbox.fence, settle)
    assert len(sink.mails) <= 2


class TestEncryption:
    def submission(
        self, port: int, tls: str, trusted: Certificate, password: str = "rahasia-ü"
    ) -> Submission:
        account = Account(host="localhost", port=port, tls=tls, username="office")
        context = trusted.client_context()
        return Submission(account, password, ssl_context=context, local_hostname="o.example", timeouts=QUICK)

    @pytest.mark.parametrize("tls", ["implicit", "starttls"])
    def test_log_in_and_send(self, certificate: Certificate, tls: str) -> None:
        sink = Sink(
            context=certificate.server_context(), implicit_tls=tls == "implicit", password="rahasia-ü"
        ).start()
        try:
            results = Outbox.of([letter(1)]).drain(self.submission(sink.port, tls, certificate))
            assert isinstance(results[1], Sent) and len(sink.mails) == 1
            assert "auth" in self.submission(sink.port, tls, certificate).greet()
        finally:
            sink.stop()

    @pytest.mark.parametrize("tls", ["implicit", "starttls"])
    @pytest.mark.parametrize("name", ["mail.other.example", "localhost"])
    def test_a_certificate_that_is_not_valid(
        self, certificate: Certificate, tmp_path_factory: pytest.TempPathFactory, tls: str, name: str
    ) -> None:
        """Wrong name, or signed by nobody we know: no password and no mail goes out (T19)."""
        other = make_certificate(tmp_path_factory.mktemp("other"), name)
        trusted = other if name != "localhost" else certificate
        sink = Sink(context=other.server_context(), implicit_tls=tls == "implicit", password="x").start()
        try:
            outbox = Outbox.of([letter(1)])
            with pytest.raises(SubmissionRefused, match="certificate"):
                outbox.drain(self.submission(sink.port, tls, trusted))
            assert isinstance(outbox.results[1], Deferred)
            assert not [c for c in sink.commands if c.startswith(("AUTH", "MAIL"))]
        finally:
            sink.stop()

    def test_a_server_without_starttls(self, sink: Sink, certificate: Certificate) -> None:
        with pytest.raises(SubmissionRefused, match="STARTTLS"):
            Outbox.of([letter(1)]).drain(self.submission(sink.port, "starttls", certificate))
        assert not [c for c in sink.commands if c.startswith(("AUTH", "MAIL"))]

    def test_a_wrong_password(self, certificate: Certificate) -> None:
        sink = Sink(context=certificate.server_context(), implicit_tls=True, password="right").start()
        try:
            outbox = Outbox.of([letter(1), letter(2)])
            with pytest.raises(SubmissionRefused, match="password_file"):
                outbox.drain(self.submission(sink.port, "implicit", certificate))
            assert isinstance(outbox.results[1], Deferred) and len(outbox.rows) == 1
        finally:
            sink.stop()

    def test_a_login_that_fails_for_now(self, certificate: Certificate) -> None:
        sink = Sink(context=certificate.server_context(), implicit_tls=True, password="right").start()
        sink.plan("AUTH", "454 4.7.0 temporary failure")
        try:
            with pytest.raises(SubmissionUnavailable) as caught:
                Outbox.of([letter(1)]).drain(self.submission(sink.port, "implicit", certificate))
            assert not isinstance(caught.value, SubmissionRefused)
        finally:
            sink.stop()

    def test_clear_text_stays_on_this_machine(self) -> None:
        with pytest.raises(SubmissionRefused, match="loopback"):
            Outbox.of([letter(1)]).drain(sender(25, host="mail.example"))
