"""What clients may expect of the demo's IMAP server: the same table runs against a real Dovecot."""

from __future__ import annotations

import base64
import contextlib
import socket
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from maild.demo.faults import Fault, Faults
from maild.demo.imap import ImapServer, Store
from maild.demo.imap.wire import in_set, number_set
from maild.demo.loopback import Loopback

Connect = Callable[[], IMAPClient]

BALI = timezone(timedelta(hours=8))
SIMPLE = b"From: a@x.example\r\nTo: b@x.example\r\nSubject: satu\r\nMessage-ID: <1@x.example>\r\n\r\nIsi.\r\n"
ODD = (
    b"Subject: =?utf-8?q?aneh?=\r\nX-Bytes: \xff\xfe\r\n\r\n\x00bare \x80 bytes, a bare LF\nand a lone CR\r."
    b"\r\n.dot\r\n) {12}\r\n* 1 EXISTS\r\nA1 OK\r\n"
)


def fill(client: IMAPClient, *mails: bytes) -> list[int]:
    for mail in mails:
        client.append("INBOX", mail)
    client.select_folder("INBOX")
    return list(client.search(["UID", "1:*"]))


def bodies(client: IMAPClient, uids: list[int]) -> list[bytes]:
    answers = client.fetch(uids, ["BODY.PEEK[]"])
    return [answers[uid][b"BODY[]"] for uid in uids]


def test_mail_comes_back_byte_for_byte(connect: Connect) -> None:
    client = connect()
    crlf_only = ODD.replace(b"LF\n", b"LF\r\n").replace(b"CR\r.", b"CR.").replace(b"\x00", b"")
    mails = [SIMPLE, crlf_only, b"", b"no header at all", SIMPLE * 20_000]
    mails.remove(b"")  # an empty mail cannot be appended to Dovecot
    assert bodies(client, fill(client, *mails)) == mails


def test_partial_fetch_adds_up(connect: Connect) -> None:
    client = connect()
    mail = SIMPLE + bytes(range(32, 127)) * 3000
    (uid,) = fill(client, mail)
    parts = []
    for start in range(0, len(mail) + 1, 100_000):
        parts.append(client.fetch([uid], [f"BODY.PEEK[]<{start}.100000>"])[uid][b"BODY[]<%d>" % start])
    assert b"".join(parts) == mail


def test_size_flags_internaldate_and_headers(connect: Connect) -> None:
    client = connect()
    at = datetime(2026, 3, 2, 8, 30, 5, tzinfo=BALI)
    client.append("INBOX", SIMPLE, flags=[rb"\Flagged", b"$Kata"], msg_time=at)
    client.select_folder("INBOX")
    (uid,) = client.search()
    wanted = ["RFC822.SIZE", "INTERNALDATE", "FLAGS", "BODY.PEEK[HEADER]", "BODY.PEEK[TEXT]"]
    answer = client.fetch([uid], wanted)[uid]
    assert answer[b"RFC822.SIZE"] == len(SIMPLE)
    assert answer[b"INTERNALDATE"] == at
    assert {rb"\Flagged", b"$Kata"} <= set(answer[b"FLAGS"])
    assert answer[b"BODY[HEADER]"] + answer[b"BODY[TEXT]"] == SIMPLE
    assert answer[b"BODY[HEADER]"].endswith(b"\r\n\r\n")


def test_single_header_fields(connect: Connect) -> None:
    client = connect()
    (uid,) = fill(client, SIMPLE.replace(b"satu", b"satu\r\n dua"))
    answer = client.fetch([uid], ["BODY.PEEK[HEADER.FIELDS (SUBJECT TO)]"])[uid]
    assert answer[b"BODY[HEADER.FIELDS (SUBJECT TO)]"] == (
        b"To: b@x.example\r\nSubject: satu\r\n dua\r\n\r\n"
    )


def test_peek_leaves_unseen_and_body_does_not(connect: Connect) -> None:
    client = connect()
    (uid,) = fill(client, SIMPLE)
    client.fetch([uid], ["BODY.PEEK[]"])
    assert client.search("UNSEEN") == [uid]
    client.fetch([uid], ["BODY[]"])
    assert client.search("UNSEEN") == []


def test_search_of_a_range_beyond_the_end_names_the_last(connect: Connect) -> None:
    client = connect()
    uids = fill(client, SIMPLE, SIMPLE, SIMPLE)
    assert client.search(["UID", f"{uids[-1] + 5}:*"]) == uids[-1:]
    assert client.search(["UID", f"{uids[1]}:*"]) == uids[1:]


SEARCHES: list[tuple[list[str], list[int]]] = [
    (["ALL"], [0, 1, 2]),
    (["HEADER", "Message-ID", "2@x.example"], [1]),
    (["SUBJECT", "tiga"], [2]),
    (["FROM", "nobody"], []),
    (["NOT", "SUBJECT", "tiga"], [0, 1]),
    (["OR", "SUBJECT", "satu", "SUBJECT", "tiga"], [0, 2]),
    (["BODY", "kedua"], [1]),
    (["FLAGGED"], [0]),
    (["UNFLAGGED", "UNDELETED"], [1, 2]),
    (["LARGER", "2000"], [2]),
    (["SINCE", "03-Mar-2026"], [1, 2]),
    (["BEFORE", "03-Mar-2026"], [0]),
    (["ON", "03-Mar-2026"], [1]),
    (["1:2"], [0, 1]),
]


def test_search_keys(connect: Connect) -> None:
    client = connect()
    mails = [
        SIMPLE,
        SIMPLE.replace(b"<1@", b"<2@").replace(b"satu", b"dua").replace(b"Isi", b"yang kedua"),
        SIMPLE.replace(b"<1@", b"<3@").replace(b"satu", b"tiga") + b"x" * 2000 + b"\r\n",
    ]
    for day, mail in enumerate(mails):
        client.append("INBOX", mail, msg_time=datetime(2026, 3, 2 + day, 12, tzinfo=BALI))
    client.select_folder("INBOX")
    uids = client.search()
    client.add_flags(uids[:1], [rb"\Flagged"])
    found = [(keys, client.search(keys)) for keys, _ in SEARCHES]
    assert found == [(keys, [uids[n] for n in wanted]) for keys, wanted in SEARCHES]


def test_move_takes_out_and_files(connect: Connect) -> None:
    client = connect()
    uids = fill(client, SIMPLE, ODD.replace(b"\n", b"\r\n").replace(b"\r\r", b"\r").replace(b"\x00", b""))
    client.create_folder("Arsip/2026")
    mail = bodies(client, uids[1:])
    client.move(uids[1:], "Arsip/2026")
    assert client.search() == uids[:1]
    client.select_folder("Arsip/2026")
    assert bodies(client, client.search()) == mail


def test_copyuid_names_old_and_new(connect: Connect) -> None:
    client = connect()
    uids = fill(client, SIMPLE, SIMPLE)
    client.create_folder("Ke")
    client.copy(uids, "Ke")
    status = client.folder_status("Ke", ["UIDVALIDITY", "UIDNEXT", "MESSAGES"])
    assert status[b"MESSAGES"] == 2
    code = client._imap.untagged_responses["COPYUID"][-1].decode().split()
    assert code == [str(status[b"UIDVALIDITY"]), f"{uids[0]}:{uids[1]}", "1:2"]


def test_uid_expunge_spares_other_deleted_mail(connect: Connect) -> None:
    client = connect()
    uids = fill(client, SIMPLE, SIMPLE, SIMPLE)
    client.add_flags(uids[:2], [rb"\Deleted"])
    client.uid_expunge(uids[:1])
    assert client.search() == uids[1:]
    assert client.search("DELETED") == uids[1:2]


def test_appenduid(connect: Connect) -> None:
    client = connect()
    answer = client.append("INBOX", SIMPLE)
    validity = client.select_folder("INBOX")[b"UIDVALIDITY"]
    (uid,) = client.search()
    assert f"[APPENDUID {validity} {uid}]".encode() in answer


def test_uids_only_grow_and_uidnext_tells(connect: Connect) -> None:
    client = connect()
    first = fill(client, SIMPLE)
    client.delete_messages(first)
    client.uid_expunge(first)
    second = fill(client, SIMPLE)
    assert second > first
    assert client.select_folder("INBOX")[b"UIDNEXT"] == second[0] + 1


def test_flags_are_shared_between_sessions(connect: Connect) -> None:
    one, other = connect(), connect()
    uids = fill(one, SIMPLE)
    other.select_folder("INBOX")
    one.add_flags(uids, [b"$MaildDone"])
    one.remove_flags(uids, [rb"\Seen"])
    other.noop()
    assert b"$MaildDone" in other.get_flags(uids)[uids[0]]


def test_a_second_session_sees_arrivals_and_removals(connect: Connect) -> None:
    one, other = connect(), connect()
    uids = fill(one, SIMPLE, SIMPLE)
    other.select_folder("INBOX")
    one.delete_messages(uids[:1])
    one.uid_expunge(uids[:1])
    one.append("INBOX", SIMPLE)
    other.noop()
    assert len(other.search()) == 2
    assert other.fetch(uids[:1], ["UID"]) == {}


def test_idle_tells_of_an_arrival(connect: Connect) -> None:
    idler, writer = connect(), connect()
    idler.select_folder("INBOX")
    idler.idle()
    writer.append("INBOX", SIMPLE)
    responses = idler.idle_check(timeout=5)
    done = idler.idle_done()
    assert (1, b"EXISTS") in responses + done[1]
    assert len(idler.search()) == 1


def test_examine_changes_nothing(connect: Connect) -> None:
    client = connect()
    (uid,) = fill(client, SIMPLE)
    client.select_folder("INBOX", readonly=True)
    client.fetch([uid], ["BODY[]"])
    with contextlib.suppress(IMAPClientError):  # Dovecot refuses, or does nothing and says OK
        client.add_flags([uid], [rb"\Deleted"])
        client.uid_expunge([uid])
    client.select_folder("INBOX")
    assert client.search("UNSEEN") == [uid]


def test_folders(connect: Connect) -> None:
    client = connect()
    client.create_folder("Terproses")
    client.create_folder("Tidak dikenal & ruang")
    names = {name for _, _, name in client.list_folders()}
    assert {"INBOX", "Terproses", "Tidak dikenal & ruang"} <= names
    assert [name for _, _, name in client.list_folders("", "Terp*")] == ["Terproses"]
    assert client.folder_exists("Terproses")
    with pytest.raises(IMAPClientError):
        client.create_folder("Terproses")
    with pytest.raises(IMAPClientError):
        client.select_folder("Tiada")
    with pytest.raises(IMAPClientError):
        client.append("Tiada", SIMPLE)
    client.delete_folder("Terproses")
    assert not client.folder_exists("Terproses")
    assert client.namespace().personal == (("", "/"),)


def test_multiappend(connect: Connect) -> None:
    client = connect()
    client.multiappend("INBOX", [SIMPLE, {"msg": SIMPLE, "flags": [rb"\Seen"]}, SIMPLE])
    client.select_folder("INBOX")
    assert len(client.search()) == 3
    assert len(client.search("SEEN")) == 1


def test_broken_lines_leave_the_session_alive(connect: Connect) -> None:
    client = connect()
    client.select_folder("INBOX")
    wire = client.socket()
    broken = ("MINE x", "UID", "UID FETCH nonsense (FLAGS)", "UID FETCH 1:* (NONSENSE)", "RUN", "LIST (")
    for line in broken:
        wire.sendall(f"x {line}\r\n".encode())
        assert client._imap.readline().split()[1] == b"BAD", line
    assert client.search() == []


# --- what only our own server does


@pytest.fixture
def ours(loopback: Loopback) -> tuple[Store, ImapServer, Callable[[], IMAPClient]]:
    store = Store()
    store.account("a@x.example", "secret").inbox.add(SIMPLE, datetime(2026, 3, 2, tzinfo=UTC))
    server = ImapServer(loopback, store, Faults())

    def client() -> IMAPClient:
        opened = IMAPClient("127.0.0.1", port=server.port, ssl=False, timeout=10)
        opened.login("a@x.example", "secret")
        return opened

    return store, server, client


def test_plain_login_with_a_password_beyond_ascii(loopback: Loopback) -> None:
    store = Store()
    store.account("a@x.example", "sandi é")
    client = IMAPClient("127.0.0.1", port=ImapServer(loopback, store).port, ssl=False, timeout=10)
    client.plain_login("a@x.example", "sandi é")
    assert client.select_folder("INBOX")[b"EXISTS"] == 0
    client.logout()


def test_wrong_password(ours: tuple[Store, ImapServer, Callable[[], IMAPClient]]) -> None:
    client = IMAPClient("127.0.0.1", port=ours[1].port, ssl=False, timeout=10)
    with pytest.raises(IMAPClientError, match="wrong name"):
        client.login("a@x.example", "salah")


def test_authenticate_asks_when_the_response_is_missing(
    ours: tuple[Store, ImapServer, Callable[[], IMAPClient]],
) -> None:
    with socket.create_connection(("127.0.0.1", ours[1].port), 10) as raw:
        file = raw.makefile("rwb", buffering=0)
        file.readline()
        file.write(b"a AUTHENTICATE PLAIN\r\n")
        assert file.readline() == b"+ \r\n"
        file.write(base64.b64encode(b"\0a@x.example\0secret") + b"\r\n")
        assert file.readline().startswith(b"a OK")


def test_bytes_that_dovecot_would_repair_stay(
    ours: tuple[Store, ImapServer, Callable[[], IMAPClient]],
) -> None:
    store, _, connect_ours = ours
    store.account("a@x.example").inbox.add(ODD, datetime(2026, 3, 2, tzinfo=UTC))
    client = connect_ours()
    client.select_folder("INBOX")
    assert bodies(client, [2]) == [ODD]


@pytest.mark.parametrize("action", ["refuse", "close", "close_after", "cut"])
@pytest.mark.parametrize("verb", ["SELECT", "UID SEARCH", "UID FETCH", "UID MOVE", "APPEND"])
def test_faults_strike_once_and_do_what_they_say(
    ours: tuple[Store, ImapServer, Callable[[], IMAPClient]], verb: str, action: str
) -> None:
    store, server, connect_ours = ours
    store.account("a@x.example").create("Arsip")
    server.faults.add(Fault(verb, action))  # type: ignore[arg-type]

    def all_verbs() -> None:
        client = connect_ours()
        client.select_folder("INBOX")
        uids = client.search(["UID", "1:*"])
        client.fetch(uids, ["BODY.PEEK[]"])
        client.move(uids, "Arsip")
        client.append("INBOX", SIMPLE)

    with pytest.raises((IMAPClientError, IMAPClientAbortError, OSError)):
        all_verbs()
    archived = len(store.account("a@x.example").folders["Arsip"].mails)
    done = verb == "UID MOVE" and action in ("close_after", "cut")
    assert archived == (1 if done or verb == "APPEND" else 0)
    if not archived:
        all_verbs()  # the fault is spent


def test_renumbering_changes_uidvalidity(ours: tuple[Store, ImapServer, Callable[[], IMAPClient]]) -> None:
    store, _, connect_ours = ours
    client = connect_ours()
    before = client.select_folder("INBOX")[b"UIDVALIDITY"]
    store.account("a@x.example").renumber("INBOX")
    assert client.select_folder("INBOX")[b"UIDVALIDITY"] != before


def test_many_sessions_at_once(ours: tuple[Store, ImapServer, Callable[[], IMAPClient]]) -> None:
    store, _, connect_ours = ours
    failures: list[Exception] = []

    def work() -> None:
        try:
            client = connect_ours()
            for _ in range(10):
                client.append("INBOX", SIMPLE)
            client.logout()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert failures == []
    assert list(store.account("a@x.example").inbox.mails) == list(range(1, 82))


@given(st.sets(st.integers(1, 500), min_size=1))
def test_number_sets_come_back(numbers: set[int]) -> None:
    ascending = sorted(numbers)
    assert in_set(number_set(ascending), ascending) == ascending
    assert in_set(number_set(ascending[:1]), ascending) == ascending[:1]
