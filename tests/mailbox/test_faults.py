"""A server that breaks off, talks nonsense, floods or falls silent: MailboxUnavailable, soon (S5, T20)."""

from __future__ import annotations

import resource
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from maild.mailbox import Listed, Mailbox, MailboxRefused, MailboxUnavailable
from tests.mailbox.account import scripted
from tests.servers import imap_script
from tests.servers.ground import Certificate
from tests.servers.imap_script import Conversation, ScriptedImap, half_lines

RECEIVED = datetime(2026, 8, 3, tzinfo=UTC)
LISTED = [Listed(1, 5, RECEIVED)]
BODY = b"* 1 FETCH (UID 1 BODY[] {5}\r\nHalo!)\r\n{tag} OK done\r\n"
SIZES = b'* 1 FETCH (UID 1 RFC822.SIZE 5 INTERNALDATE "03-Aug-2026 00:00:00 +0000")\r\n{tag} OK done\r\n'
NONSENSE = [
    b"\x00\xff\r\n",
    b"{tag}\r\n",
    b"* \r\n",
    b"* 1 FETCH (((\r\n{tag} OK done\r\n",
    b"HTTP/1.1 400 Bad\r\n",
]


def fetch(mailbox: Mailbox) -> object:
    return [fetched.raw for fetched in mailbox.fetch(LISTED)]


def listing(mailbox: Mailbox) -> object:
    return mailbox.list_since(1)


def filing(mailbox: Mailbox) -> object:
    return mailbox.file([1], "Processed")


def copying(mailbox: Mailbox) -> object:
    return mailbox.append("Sent", [(b"Subject: x\r\n\r\n", RECEIVED)])


def waiting(mailbox: Mailbox) -> object:
    return mailbox.wait(0.3, threading.Event())


STEPS: dict[str, Callable[[Mailbox], object]] = {
    "UID SEARCH": listing,
    "UID FETCH": fetch,
    "UID MOVE": filing,
    "APPEND": copying,
    "IDLE": waiting,
}


@pytest.fixture
def server() -> Iterator[ScriptedImap]:
    server = ScriptedImap().start()
    yield server
    server.stop()


@pytest.mark.parametrize(
    "fault",
    [
        imap_script.cut,
        imap_script.reset,
        imap_script.silence,
        b"* BYE shutting down\r\n",
        b"* 1 FETCH (UID 1 BODY[] {500}\r\nHal",
        imap_script.endless_line,
        imap_script.endless_lines,
        imap_script.drip,
    ],
)
@pytest.mark.parametrize("verb", ["GREETING", "CAPABILITY", "LOGIN", "LIST", "SELECT", *STEPS])
def test_every_verb(server: ScriptedImap, verb: str, fault: imap_script.Answer) -> None:
    """No fault at any verb hangs, fills memory, or gives anything."""
    server.answers[verb] = [fault, imap_script.cut] if isinstance(fault, bytes) else fault
    mailbox = scripted(server, read=0.5)
    began = time.monotonic()
    with pytest.raises(MailboxUnavailable):
        mailbox.open()
        STEPS[verb](mailbox)
    assert time.monotonic() - began < 8


@pytest.mark.parametrize("nonsense", NONSENSE)
@pytest.mark.parametrize("verb", ["GREETING", "SELECT", *STEPS])
def test_nonsense(server: ScriptedImap, verb: str, nonsense: bytes) -> None:
    """What cannot be read is no mail; mostly it is the end of the connection as well."""
    server.answers[verb] = nonsense
    mailbox = scripted(server, read=0.5)
    try:
        mailbox.open()
        result = STEPS[verb](mailbox)
    except (MailboxUnavailable, MailboxRefused):
        return
    assert not result


def test_the_usual_answers_do_work(server: ScriptedImap) -> None:
    """Otherwise the tests here prove nothing."""
    server.answers |= {"UID FETCH": [SIZES, BODY], "UID MOVE": b"{tag} OK done\r\n"}
    mailbox = scripted(server)
    assert mailbox.open().uidvalidity == 7
    assert mailbox.list_since(1) == LISTED
    assert fetch(mailbox) == [b"Halo!"]
    filing(mailbox)


def test_answers_in_single_bytes(server: ScriptedImap) -> None:
    server.answers["UID FETCH"] = half_lines(BODY)
    mailbox = scripted(server)
    mailbox.open()
    assert fetch(mailbox) == [b"Halo!"]


@pytest.mark.parametrize("cut_after", range(len(BODY) - 12))
def test_a_body_that_breaks_off_is_no_mail(server: ScriptedImap, cut_after: int) -> None:
    """At every byte before the end of the tagged OK (R4)."""

    def answer(conversation: Conversation) -> None:
        conversation.send(BODY.replace(b"{tag}", conversation.tag)[:cut_after])
        conversation.cut()

    server.answers["UID FETCH"] = answer
    mailbox = scripted(server)
    mailbox.open()
    with pytest.raises(MailboxUnavailable):
        fetch(mailbox)


def test_a_huge_literal_is_not_waited_for(server: ScriptedImap) -> None:
    server.answers["UID FETCH"] = b"* 1 FETCH (UID 1 BODY[] {2147483647}\r\n"
    mailbox = scripted(server)
    mailbox.open()
    with pytest.raises(MailboxUnavailable, match="announces"):
        fetch(mailbox)


@pytest.mark.parametrize("flood", [imap_script.endless_line, imap_script.endless_lines])
def test_memory_stays_flat_under_a_flood(server: ScriptedImap, flood: imap_script.Answer) -> None:
    mailbox = scripted(server, read=20)
    mailbox.open()
    server.answers["UID SEARCH"] = flood
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(MailboxUnavailable, match=r"line of more|more than was asked"):
        mailbox.list_since(1)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000  # KiB


def test_one_unreadable_mail_does_not_stop_the_others(server: ScriptedImap) -> None:
    def answer(conversation: Conversation) -> None:
        uids = conversation.line.split()[3]
        if b"2" in uids:
            conversation.send(b"{tag} NO [SERVERBUG] cannot read\r\n")
        else:
            conversation.send(b"* 1 FETCH (UID " + uids + b" BODY[] {5}\r\nHalo!)\r\n{tag} OK done\r\n")

    server.answers["UID FETCH"] = answer
    mailbox = scripted(server)
    mailbox.open()
    listed = [Listed(uid, 5, RECEIVED) for uid in (1, 2, 3)]
    assert [fetched.uid for fetched in mailbox.fetch(listed)] == [1, 3]


def test_flags_that_change_meanwhile_do_not_hide_the_body(server: ScriptedImap) -> None:
    news = b"* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n"
    server.answers["UID FETCH"] = news + BODY.replace(b"{tag}", news + b"{tag}") + b""
    mailbox = scripted(server)
    mailbox.open()
    assert fetch(mailbox) == [b"Halo!"]


def test_another_size_than_announced_is_no_fault(server: ScriptedImap) -> None:
    server.answers["UID FETCH"] = BODY
    mailbox = scripted(server)
    mailbox.open()
    (fetched,) = mailbox.fetch([Listed(1, 4711, RECEIVED)])
    assert (fetched.size, fetched.raw) == (4711, b"Halo!")


def test_a_mail_without_end_is_given_up(server: ScriptedImap) -> None:
    piece = b"x" * 1024 * 1024

    def answer(conversation: Conversation) -> None:
        at = conversation.line.split(b"<")[1].split(b".")[0]
        head = b"* 1 FETCH (UID 1 BODY[]<" + at + b"> {1048576}\r\n"
        conversation.connection.sendall(head + piece + b")\r\n" + conversation.tag + b" OK done\r\n")

    server.answers["UID FETCH"] = answer
    mailbox = scripted(server, max_size=12 * 1024 * 1024)
    mailbox.open()
    with pytest.raises(MailboxUnavailable, match="no end"):
        list(mailbox.fetch([Listed(1, 11 * 1024 * 1024, RECEIVED)]))


def test_a_large_mail_that_goes_between_two_pieces_is_gone(server: ScriptedImap) -> None:
    """What had come of it so far is no mail (R4)."""

    def first(conversation: Conversation) -> None:
        piece = b"x" * 1024 * 1024
        head = b"* 1 FETCH (UID 1 BODY[]<0> {1048576}\r\n"
        conversation.connection.sendall(head + piece + b")\r\n" + conversation.tag + b" OK done\r\n")

    server.answers["UID FETCH"] = [first, b"{tag} OK done\r\n"]
    mailbox = scripted(server)
    mailbox.open()
    assert list(mailbox.fetch([Listed(1, 11 * 1024 * 1024, RECEIVED)])) == []
    assert len(server.said(b"FETCH")) == 2


@pytest.mark.parametrize("offered", [b"", b" MULTIAPPEND LITERAL+"])
def test_refused_copies_are_told(server: ScriptedImap, offered: bytes) -> None:
    """imapclient's multiappend does not look at the answer."""

    def refuse(conversation: Conversation) -> None:
        if b"+}" in conversation.line:
            for _ in range(2 + 1 + 2 + 1):  # two lines of mail, the next literal, two lines of mail, the end
                conversation.input.readline()
        conversation.send(b"{tag} NO [OVERQUOTA] full\r\n")

    server.answers |= {
        "CAPABILITY": b"* CAPABILITY IMAP4rev1" + offered + b"\r\n{tag} OK done\r\n",
        "APPEND": refuse,
    }
    mailbox = scripted(server)
    mailbox.open()
    with pytest.raises(MailboxUnavailable, match="OVERQUOTA"):
        mailbox.append("Sent", [(b"Subject: x\r\n\r\n", RECEIVED)] * 2)


class TestIdle:
    def test_news_before_the_continuation(self, server: ScriptedImap) -> None:
        """Some servers tell what is new before they say that they idle."""

        def answer(conversation: Conversation) -> None:
            conversation.send(b"* 2 EXISTS\r\n+ idling\r\n")
            assert conversation.input.readline() == b"DONE\r\n"
            conversation.send(b"{tag} OK done\r\n")

        server.answers["IDLE"] = answer
        mailbox = scripted(server)
        mailbox.open()
        assert mailbox.wait(0.2, threading.Event()) is True

    def test_news_in_the_same_segment(self, server: ScriptedImap) -> None:
        """Lies in the buffer where no poll sees it."""

        def answer(conversation: Conversation) -> None:
            conversation.send(b"+ idling\r\n* 2 EXISTS\r\n")
            assert conversation.input.readline() == b"DONE\r\n"
            conversation.send(b"{tag} OK done\r\n")

        server.answers["IDLE"] = answer
        mailbox = scripted(server)
        mailbox.open()
        began = time.monotonic()
        assert mailbox.wait(20, threading.Event()) is True
        assert time.monotonic() - began < 1

    def test_a_split_line(self, server: ScriptedImap) -> None:
        def answer(conversation: Conversation) -> None:
            conversation.send(b"+ idling\r\n* 2 EX")
            assert conversation.input.readline() == b"DONE\r\n"
            conversation.send(b"ISTS\r\n{tag} OK done\r\n")

        server.answers["IDLE"] = answer
        mailbox = scripted(server)
        mailbox.open()
        assert mailbox.wait(5, threading.Event()) is True

    def test_the_end_of_the_connection(self, server: ScriptedImap) -> None:
        def answer(conversation: Conversation) -> None:
            conversation.send(b"+ idling\r\n")
            conversation.cut()

        server.answers["IDLE"] = answer
        mailbox = scripted(server)
        mailbox.open()
        began = time.monotonic()
        with pytest.raises(MailboxUnavailable):
            mailbox.wait(30, threading.Event())
        assert time.monotonic() - began < 3

    def test_refused_means_polling(self, server: ScriptedImap) -> None:
        server.answers["IDLE"] = b"{tag} NO not now\r\n"
        mailbox = scripted(server)
        mailbox.open()
        assert mailbox.wait(0.1, threading.Event()) is False
        server.answers["NOOP"] = b"* 2 EXISTS\r\n{tag} OK done\r\n"
        assert mailbox.wait(0.1, threading.Event()) is True
        assert len(server.said(b"IDLE")) == 1


class TestLogin:
    def test_preauth_is_not_accepted(self, server: ScriptedImap) -> None:
        server.answers["GREETING"] = b"* PREAUTH welcome\r\n"
        for tls in ("starttls", "none"):
            with pytest.raises(MailboxRefused, match="PREAUTH"):
                scripted(server, tls=tls, host="localhost").open()
        assert not server.said(b"LOGIN") and not server.said(b"SELECT")

    def test_no_starttls_no_password(self, server: ScriptedImap) -> None:
        with pytest.raises(MailboxRefused, match="STARTTLS"):
            scripted(server, tls="starttls", host="localhost").open()
        assert not server.said(b"secret")

    @pytest.mark.parametrize("injected", [b"", b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"])
    def test_what_comes_before_tls_is_not_believed(
        self, server: ScriptedImap, certificate: Certificate, injected: bytes
    ) -> None:
        """An answer smuggled in behind the one to STARTTLS, then real encryption (T19)."""
        under_tls: list[bytes] = []

        def answer(conversation: Conversation) -> None:
            conversation.send(b"{tag} OK begin\r\n" + injected)
            encrypted = certificate.server_context().wrap_socket(conversation.connection, server_side=True)
            with encrypted, encrypted.makefile("rb") as lines:
                for line in lines:
                    under_tls.append(line)
                    encrypted.sendall(b"* CAPABILITY IMAP4rev1\r\n" + line.split()[0] + b" NO sorry\r\n")

        server.answers["CAPABILITY"] = b"* CAPABILITY IMAP4rev1 STARTTLS\r\n{tag} OK done\r\n"
        server.answers["STARTTLS"] = answer
        mailbox = scripted(server, tls="starttls", host="localhost")
        mailbox._connection._ssl_context = certificate.client_context()
        if injected:
            with pytest.raises(MailboxUnavailable, match="before TLS"):
                mailbox.open()
        else:
            with pytest.raises((MailboxRefused, MailboxUnavailable)) as caught:
                mailbox.open()
            assert under_tls and "before TLS" not in str(caught.value)
        assert not server.said(b"secret") and not any(b"secret" in line for line in under_tls)

    @pytest.mark.parametrize("code", [b"UNAVAILABLE", b"INUSE", b"LIMIT"])
    def test_not_now_is_not_a_wrong_password(self, server: ScriptedImap, code: bytes) -> None:
        server.answers["LOGIN"] = b"{tag} NO [" + code + b"] come back later\r\n"
        with pytest.raises(MailboxUnavailable):
            scripted(server).open()

    def test_a_wrong_password(self, server: ScriptedImap) -> None:
        server.answers["LOGIN"] = b"{tag} NO [AUTHENTICATIONFAILED] no\r\n"
        with pytest.raises(MailboxRefused, match="password_file"):
            scripted(server).open()

    def test_a_name_cannot_become_a_command(self, server: ScriptedImap) -> None:
        mailbox = scripted(server, username='al"ice x')
        mailbox.open()
        assert server.said(b'LOGIN "al\\"ice x" "secret"')
        with pytest.raises(MailboxRefused, match="line break"):
            scripted(server, username="a\r\nX LOGOUT").open()

    def test_a_folder_that_cannot_be_made(self, server: ScriptedImap) -> None:
        server.answers |= {"LIST": b"{tag} OK done\r\n", "CREATE": b"{tag} NO [NOPERM] no\r\n"}
        with pytest.raises(MailboxRefused, match="create it by hand"):
            scripted(server).open()

    def test_a_read_only_folder(self, server: ScriptedImap) -> None:
        server.answers["SELECT"] = b"* 0 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n{tag} OK [READ-ONLY] done\r\n"
        with pytest.raises(MailboxRefused, match=r"mailbox\.folder"):
            scripted(server).open()

    def test_no_uidvalidity(self, server: ScriptedImap) -> None:
        server.answers["SELECT"] = b"* 0 EXISTS\r\n{tag} OK [READ-WRITE] done\r\n"
        with pytest.raises(MailboxRefused, match="UIDVALIDITY"):
            scripted(server).open()


def test_nothing_a_sender_wrote_enters_a_command(server: ScriptedImap) -> None:
    """T17: the whole conversation about a hostile mail."""
    hostile = b'Message-ID: x"\r\nX1 STORE 1:* +FLAGS (\\Deleted)\r\nX2 EXPUNGE\r\n\r\n'
    answer = b"* 1 FETCH (UID 1 BODY[] {%d}\r\n%s)\r\n{tag} OK done\r\n" % (len(hostile), hostile)
    server.answers |= {"UID FETCH": [SIZES, answer], "UID MOVE": b"{tag} OK done\r\n"}
    mailbox = scripted(server)
    mailbox.open()
    (fetched,) = mailbox.fetch(mailbox.list_since(1))
    mailbox.file([fetched.uid], "Quarantine")
    mailbox.close()
    assert fetched.raw == hostile
    said = b"".join(server.lines)
    assert b"STORE" not in said and b"EXPUNGE" not in said and b'MOVE 1 "Quarantine"' in said
