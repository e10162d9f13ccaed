"""A scripted IMAP socket: a minimal server whose answer to each verb can be replaced by a fault.

`ScriptedImap({"SEARCH": b"* SEARCH 1\\r\\n{tag} OK\\r\\n"}).start()`. An answer is bytes (with {tag}
filled in), a list of answers to be used one by one (the last one stays), or a function of the conversation.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable, Mapping
from typing import Self

Answer = bytes | Callable[["Conversation"], None]

USUAL: dict[str, Answer] = {
    "GREETING": b"* OK [CAPABILITY IMAP4rev1] ready\r\n",
    "CAPABILITY": b"* CAPABILITY IMAP4rev1 IDLE MOVE UIDPLUS\r\n{tag} OK done\r\n",
    "LOGIN": b"{tag} OK logged in\r\n",
    "LIST": b'* LIST () "/" "Processed"\r\n{tag} OK done\r\n',
    "CREATE": b"{tag} OK done\r\n",
    "SELECT": b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n{tag} OK [READ-WRITE] done\r\n",
    "UID SEARCH": b"* SEARCH 1\r\n{tag} OK done\r\n",
    "UID FETCH": b"{tag} OK done\r\n",
    "NOOP": b"{tag} OK done\r\n",
    "LOGOUT": b"* BYE bye\r\n{tag} OK done\r\n",
}


class Conversation:
    """One client; for answers that are functions."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.input = connection.makefile("rb")
        self.tag = b""
        self.line = b""

    def send(self, data: bytes) -> None:
        self.connection.sendall(data.replace(b"{tag}", self.tag))

    def cut(self) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.input.close()
        self.connection.close()


def cut(conversation: Conversation) -> None:
    conversation.cut()


def reset(conversation: Conversation) -> None:
    conversation.reset()


def silence(conversation: Conversation) -> None:
    """Says nothing more; ends when the client goes."""
    conversation.input.read()


def endless_line(conversation: Conversation) -> None:
    conversation.send(b"* SEARCH")
    while True:
        conversation.send(b" 1" * 32_768)


def endless_lines(conversation: Conversation) -> None:
    while True:
        conversation.send(b"* OK still here\r\n" * 4096)


def drip(conversation: Conversation) -> None:
    """A byte now and then, never an end."""
    while True:
        conversation.send(b" ")
        time.sleep(0.1)


def half_lines(answer: bytes) -> Callable[[Conversation], None]:
    """The answer in single bytes, each a segment of its own."""

    def send(conversation: Conversation) -> None:
        conversation.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in answer.replace(b"{tag}", conversation.tag):
            conversation.connection.sendall(bytes([byte]))
            time.sleep(0.001)

    return send


class ScriptedImap:
    """Accepts any number of clients, each in a thread."""

    def __init__(self, answers: Mapping[str, Answer | list[Answer]] | None = None) -> None:
        self.answers: dict[str, Answer | list[Answer]] = {**USUAL, **(answers or {})}
        self.lines: list[bytes] = []  # all that clients said
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])

    def start(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def stop(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def said(self, words: bytes) -> list[bytes]:
        return [line for line in self.lines if words in line]

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._converse, args=(connection,), daemon=True).start()

    def _converse(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), connection:
            conversation = Conversation(connection)
            self._answer(conversation, "GREETING")
            for line in conversation.input:
                self.lines.append(line)
                words = line.split()
                conversation.tag, conversation.line = words[0], line
                verb = b" ".join(words[1:3] if words[1:2] == [b"UID"] else words[1:2]).decode().upper()
                self._answer(conversation, verb)

    def _answer(self, conversation: Conversation, verb: str) -> None:
        answer = self.answers.get(verb, b"{tag} BAD unknown\r\n")
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if callable(answer):
            answer(conversation)
        else:
            conversation.send(answer)
