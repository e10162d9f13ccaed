"""Against a real Dovecot: all that a mailbox is asked to do."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest

from maild.mailbox import Mailbox, MailboxRefused, MailboxUnavailable
from tests.mailbox.account import at, mail
from tests.servers.dovecot import Dovecot

WIB = timezone(timedelta(hours=7))
RECEIVED = datetime(2026, 8, 3, 9, 30, tzinfo=WIB)
NO_MOVE = "imap_capability = IMAP4rev1 LITERAL+ IDLE UIDPLUS NAMESPACE"
NEITHER = "imap_capability = IMAP4rev1 LITERAL+ NAMESPACE"


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Iterator[Mailbox]:
    with at(dovecot) as mailbox:
        mailbox.open()
        yield mailbox


@pytest.mark.parametrize("tls", ["implicit", "starttls", "none"])
def test_open_creates_what_is_missing_and_selects(dovecot: Dovecot, tls: str) -> None:
    dovecot.append("alice", "INBOX", mail(1))
    with at(dovecot, tls=tls, quarantine_folder="Karantina dan ragu-ragu ä") as mailbox:
        opened = mailbox.open()
        assert opened.exists == 1 and opened.uidvalidity > 0
        assert {"MOVE", "IDLE", "UIDPLUS"} <= opened.capabilities
        assert mailbox.open() == opened
    with dovecot.session("alice") as client:
        folders = b" ".join(line for line in client.list()[1] if isinstance(line, bytes))
    assert all(name in folders for name in (b"Processed", b"Sent", b"Karantina"))


def test_list_fetch_and_file(dovecot: Dovecot, mailbox: Mailbox) -> None:
    raw = [mail(n, size=n * 500) for n in range(1, 121)]
    dovecot.fill("alice", [(bytes_, RECEIVED) for bytes_ in raw])
    mailbox.select()
    listed = mailbox.list_since(1)
    assert [each.uid for each in listed] == list(range(1, 121))
    assert [each.size for each in listed] == [len(bytes_) for bytes_ in raw]
    fetched = list(mailbox.fetch(listed))
    assert [each.raw for each in fetched] == raw
    assert all(each.internaldate == RECEIVED and each.internaldate.tzinfo for each in fetched)
    assert {(each.folder, each.uidvalidity) for each in fetched} == {("INBOX", mailbox.select().uidvalidity)}
    assert not any("Seen" in line for line in dovecot.flags("alice"))

    mailbox.file([each.uid for each in listed[:100]], "Processed")
    mailbox.file([each.uid for each in listed[100:110]], "Quarantine")
    assert len(dovecot.messages("alice", "Processed")) == 100
    assert dovecot.messages("alice") == raw[110:]
    assert [each.uid for each in mailbox.list_since(1)] == list(range(111, 121))


def test_only_from_a_uid_on(dovecot: Dovecot, mailbox: Mailbox) -> None:
    dovecot.fill("alice", [mail(n) for n in range(5)])
    mailbox.select()
    assert [each.uid for each in mailbox.list_since(4)] == [4, 5]
    assert mailbox.list_since(6) == []  # `6:*` names the newest mail all the same


def test_nothing_there(mailbox: Mailbox) -> None:
    assert mailbox.list_since(1) == []
    assert list(mailbox.fetch([])) == []
    mailbox.file([], "Processed")
    mailbox.append("Sent", [])


def test_read_and_deleted_marks_change_nothing(dovecot: Dovecot, mailbox: Mailbox) -> None:
    """People read along: \\Seen is not our state (R2, R3)."""
    dovecot.fill("alice", [mail(1), mail(2)])
    with dovecot.session("alice") as client:
        client.select()
        client.store("1", "+FLAGS", r"(\Seen \Answered)")
    mailbox.select()
    assert len(list(mailbox.fetch(mailbox.list_since(1)))) == 2


def test_a_mail_that_is_gone_is_left_out(dovecot: Dovecot, mailbox: Mailbox) -> None:
    dovecot.fill("alice", [mail(n) for n in range(1, 4)])
    mailbox.select()
    listed = mailbox.list_since(1)
    with dovecot.session("alice") as client:
        client.select()
        client.store("2", "+FLAGS", r"(\Deleted)")
        client.expunge()
    assert [each.uid for each in mailbox.fetch(listed)] == [1, 3]
    assert mailbox.fetch_header(listed[1]) == b""


def test_a_large_mail_comes_in_pieces_and_whole(dovecot: Dovecot, mailbox: Mailbox) -> None:
    large = [mail(1, size=30_000_000), mail(2), mail(3, size=12 * 1024 * 1024)]
    exact = mail(4)
    large.append(exact + b"x" * (11 * 1024 * 1024 - len(exact)))  # the last piece is full
    dovecot.fill("alice", large)
    mailbox.select()
    assert [each.raw for each in mailbox.fetch(mailbox.list_since(1))] == large


def test_header_only(dovecot: Dovecot, mailbox: Mailbox) -> None:
    dovecot.append("alice", "INBOX", mail(1, size=100_000))
    mailbox.select()
    (listed,) = mailbox.list_since(1)
    assert mailbox.fetch_header(listed) == b"Message-ID: <1@x.example>\r\nSubject: Surat 1\r\n\r\n"
    assert mailbox.fetch_header(listed, limit=10) == b"Message-ID"
    assert "Seen" not in dovecot.flags("alice")[0]


def test_more_mails_than_fit_into_one_search(
    dovecot: Dovecot, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maild.mailbox.session.WINDOW", 7)
    dovecot.fill("alice", [mail(n) for n in range(30)])
    mailbox.select()
    assert [each.uid for each in mailbox.list_since(1)] == list(range(1, 31))
    mailbox.file(range(1, 12), "Processed")
    assert [each.uid for each in mailbox.list_since(5)] == list(range(12, 31))
    assert [each.uid for each in mailbox.list_since(31)] == []


@pytest.mark.parametrize("more", ["", NO_MOVE, NEITHER])
def test_filing_twice_is_harmless_and_deletes_nobody_elses(more: str) -> None:
    server = Dovecot()
    try:
        server.start({"alice": "secret"}, more=more)
        server.fill("alice", [mail(n) for n in range(1, 5)])
        with server.session("alice") as client:
            client.select()
            client.store("4", "+FLAGS", r"(\Deleted)")  # a person is about to delete this one
        with at(server) as mailbox:
            mailbox.open()
            mailbox.file([1, 2], "Processed")
            mailbox.file([1, 2, 77], "Processed")
        if more == NEITHER:
            assert len(server.messages("alice")) == 4
            assert [("$MaildDone" in line) for line in server.flags("alice")] == [True, True, False, False]
        else:
            assert server.messages("alice") == [mail(3), mail(4)]
            assert server.messages("alice", "Processed") == [mail(1), mail(2)]
    finally:
        server.stop()


def test_mail_goes_to_configured_folders_only(mailbox: Mailbox) -> None:
    for folder in ("INBOX", "Trash", 'x" (\\Deleted)'):
        with pytest.raises(ValueError, match="folder"):
            mailbox.file([1], folder)
        with pytest.raises(ValueError, match="folder"):
            mailbox.append(folder, [(b"x", RECEIVED)])


@pytest.mark.parametrize("more", ["", "imap_capability = IMAP4rev1 UIDPLUS NAMESPACE"])
def test_copies_keep_bytes_and_time(more: str) -> None:
    """With MULTIAPPEND and literals without waiting, and with neither."""
    server = Dovecot()
    try:
        server.start({"alice": "secret"}, more=more)
        copies = [(mail(n), RECEIVED + timedelta(minutes=n)) for n in range(120)]
        copies.append(("Subject: ä\r\n\r\nö\r\n".encode(), RECEIVED))
        with at(server) as mailbox:
            mailbox.open()
            mailbox.append("Sent", copies)
            assert server.messages("alice", "Sent") == [raw for raw, _ in copies]
        with at(server, folder="Sent", sent_folder="Other") as sent:
            sent.open()
            assert [each.internaldate for each in sent.list_since(1)] == [when for _, when in copies]
    finally:
        server.stop()


def test_a_folder_made_anew_shows_in_uidvalidity(dovecot: Dovecot) -> None:
    dovecot.append("alice", "Laporan", mail(1))
    with at(dovecot, folder="Laporan") as mailbox:
        before = mailbox.open()
        mailbox.close()
        dovecot.recreate("alice", "Laporan")
        dovecot.append("alice", "Laporan", mail(2))
        after = mailbox.open()
        assert after.uidvalidity != before.uidvalidity
        (fetched,) = mailbox.fetch(mailbox.list_since(1))
        assert fetched.uidvalidity == after.uidvalidity


def test_a_folder_that_is_not_there_is_not_made_up(dovecot: Dovecot) -> None:
    with at(dovecot, folder="Lapora") as mailbox, pytest.raises(MailboxRefused, match=r"mailbox\.folder"):
        mailbox.open()


class TestWaiting:
    def test_news_ends_it(self, dovecot: Dovecot, mailbox: Mailbox) -> None:
        threading.Timer(0.5, lambda: dovecot.append("alice", "INBOX", mail(1))).start()
        began = time.monotonic()
        assert mailbox.wait(20, threading.Event()) is True
        assert time.monotonic() - began < 5
        assert len(mailbox.list_since(1)) == 1

    def test_the_time_ends_it(self, mailbox: Mailbox) -> None:
        began = time.monotonic()
        assert mailbox.wait(0.7, threading.Event()) is False
        assert 0.6 < time.monotonic() - began < 3

    @pytest.mark.parametrize("idle", [True, False])
    def test_a_wake_ends_it(self, dovecot: Dovecot, idle: bool) -> None:
        with at(dovecot, idle=idle) as mailbox:
            mailbox.open()
            wake = threading.Event()
            threading.Timer(0.3, wake.set).start()
            began = time.monotonic()
            assert mailbox.wait(60, wake) is False
            assert time.monotonic() - began < 1.5
            assert mailbox.list_since(1) == []

    def test_without_idle_the_time_shows_news(self, dovecot: Dovecot) -> None:
        with at(dovecot, idle=False) as mailbox:
            mailbox.open()
            dovecot.append("alice", "INBOX", mail(1))
            assert mailbox.wait(0.1, threading.Event()) is True
            assert mailbox.wait(0.1, threading.Event()) is False

    def test_a_lost_connection_ends_it(self, dovecot: Dovecot, mailbox: Mailbox) -> None:
        threading.Timer(0.5, dovecot.kill_sessions).start()
        with pytest.raises(MailboxUnavailable):
            mailbox.wait(20, threading.Event())


class TestFailure:
    def test_a_server_that_comes_back(self, dovecot: Dovecot, mailbox: Mailbox) -> None:
        dovecot.append("alice", "INBOX", mail(1))
        dovecot.halt()
        with pytest.raises(MailboxUnavailable):
            mailbox.list_since(1)
        with pytest.raises(MailboxUnavailable, match="not connected"):
            mailbox.select()
        with pytest.raises(MailboxUnavailable):
            mailbox.open()
        dovecot.resume()
        assert mailbox.open().exists == 1
        assert len(list(mailbox.fetch(mailbox.list_since(1)))) == 1

    def test_lost_between_two_batches(self, dovecot: Dovecot, mailbox: Mailbox) -> None:
        dovecot.fill("alice", [mail(n) for n in range(120)])
        mailbox.select()
        taken = []
        with pytest.raises(MailboxUnavailable):
            for each in mailbox.fetch(mailbox.list_since(1)):
                taken.append(each.uid)
                if len(taken) == 50:
                    dovecot.kill_sessions()
        assert taken == list(range(1, 51))

    def test_a_wrong_password_says_what_to_do(self, dovecot: Dovecot) -> None:
        with at(dovecot, password="wrong") as mailbox, pytest.raises(MailboxRefused, match="password_file"):
            mailbox.open()

    @pytest.mark.parametrize("password", ["rahasia-ü-€", 'quote"back\\slash', "{LITERAL}", "a b"])
    def test_any_password(self, dovecot: Dovecot, password: str) -> None:
        dovecot.add_users({"carol": password})
        with at(dovecot, username="carol", password=password) as mailbox:
            assert mailbox.open().exists == 0

    def test_a_certificate_of_somebody_else(self, dovecot: Dovecot) -> None:
        for tls in ("implicit", "starttls"):
            with at(dovecot, tls=tls) as mailbox:
                mailbox._connection._ssl_context = None  # this machine's authorities do not know it
                with pytest.raises(MailboxRefused, match="certificate"):
                    mailbox.open()

    def test_clear_text_stays_on_this_machine(self, dovecot: Dovecot) -> None:
        with at(dovecot, host="mail.example") as mailbox, pytest.raises(MailboxRefused, match="loopback"):
            mailbox.open()

    def test_tls_at_the_wrong_port(self, dovecot: Dovecot) -> None:
        mailbox = at(dovecot, tls="implicit", port=dovecot.port)
        with pytest.raises(MailboxUnavailable, match=r"mailbox\.tls"):
            mailbox.open()


def test_closing_twice(mailbox: Mailbox) -> None:
    mailbox.close()
    mailbox.close()


def test_utc_is_not_needed(dovecot: Dovecot, mailbox: Mailbox) -> None:
    dovecot.append("alice", "INBOX", mail(1), datetime(2026, 9, 1, 23, 0, tzinfo=UTC))
    mailbox.select()
    assert mailbox.list_since(1)[0].internaldate == datetime(2026, 9, 2, 6, 0, tzinfo=WIB)
