"""A fast SMTP server that records what it gets, and misbehaves where it is told to.

`Sink().start()`; then `sink.mails`. `sink.plan("RCPT", "450 4.2.0 later")` answers, `sink.plan("DOT", CUT)`
closes the connection there. Places, in their order: CONNECT EHLO STARTTLS AUTH MAIL RCPT DATA BODY (some of
the body was read) DOT (all was read, nothing answered yet) RSET QUIT.

`python -m tests.servers.sink` runs one as a process of its own, for measurements.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import ssl
import sys
import threading
from dataclasses import dataclass
from typing import Self

CUT = "cut"  # close, after everything sent so far
RESET = "reset"  # TCP RST
STALL = "stall"  # say nothing, for ever
LIMIT = 128 * 1024 * 1024


@dataclass(frozen=True)
class Received:
    """One accepted mail; raw without the transfer's dots."""

    envelope_from: str
    recipients: tuple[str, ...]
    raw: bytes


@dataclass
class Plan:
    place: str
    action: str  # CUT, RESET, STALL or an answer
    times: int
    containing: str


class _Over(Exception):
    pass


class Sink:
    """Runs in a thread of its own, on a loopback port."""

    def __init__(
        self,
        *,
        context: ssl.SSLContext | None = None,
        implicit_tls: bool = False,
        password: str | None = None,
        port: int = 0,
        keep: bool = True,
    ) -> None:
        """context: offers STARTTLS, or speaks TLS at once. password: offers AUTH PLAIN, for any user."""
        self.port = port
        self.mails: list[Received] = []
        self.commands: list[str] = []  # every line but the bodies, in the order they came
        self.unread = bytearray()  # what still came after an answer in the middle of a body
        self.connections = 0
        self.accepted = 0
        self._context, self._implicit, self._password = context, implicit_tls, password
        self._plans: list[Plan] = []
        self._keep = keep
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> Self:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def plan(self, place: str, action: str, *, times: int = 1_000_000, containing: str = "") -> None:
        """Here, when the line contains that text, do this instead; the first plan that fits counts."""
        self._plans.append(Plan(place, action, times, containing))

    def to(self, recipient: str) -> list[Received]:
        return [mail for mail in self.mails if recipient in mail.recipients]

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        tls = self._context if self._implicit else None
        serving = asyncio.start_server(self._serve, "127.0.0.1", self.port, limit=LIMIT, ssl=tls)
        server = self._loop.run_until_complete(serving)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with contextlib.suppress(_Over, OSError, EOFError, ssl.SSLError, asyncio.CancelledError):
            await _Conversation(self, reader, writer).hold()
        with contextlib.suppress(Exception):
            writer.close()


class _Conversation:
    def __init__(self, sink: Sink, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._sink, self._reader, self._writer = sink, reader, writer
        self._from = ""
        self._to: list[str] = []
        self._encrypted = sink._implicit

    async def hold(self) -> None:
        await self._answer("CONNECT", "", "220 sink.test ESMTP")
        while line := await self._reader.readline():
            text = line.decode("latin-1").rstrip("\r\n")
            self._sink.commands.append(text)
            verb = text.split(" ")[0].upper()
            await getattr(self, f"_on_{verb.lower()}", self._unknown)(verb, text)

    async def _answer(self, place: str, text: str, usual: str) -> bool:
        """Sends the planned answer, or the usual one; True when it was the usual one."""
        action = self._planned(place, text)
        if action == CUT:
            raise _Over
        if action == RESET:
            self._writer.transport.abort()
            raise _Over
        if action == STALL:
            await asyncio.sleep(3600)
        self._writer.write((action or usual).encode() + b"\r\n")
        if (action or usual).startswith("421"):
            raise _Over
        return action is None

    def _planned(self, place: str, text: str) -> str | None:
        for plan in self._sink._plans:
            if plan.place == place and plan.times > 0 and plan.containing in text:
                plan.times -= 1
                return plan.action
        return None

    async def _unknown(self, verb: str, text: str) -> None:
        await self._answer(verb, text, "502 5.5.1 unknown command")

    async def _on_ehlo(self, verb: str, text: str) -> None:
        offers = ["sink.test", "SIZE 52428800", "8BITMIME", "DSN"]
        if self._sink._context and not self._encrypted:
            offers.append("STARTTLS")
        if self._sink._password is not None:
            offers.append("AUTH PLAIN")
        lines = [f"250-{offer}" for offer in offers[:-1]] + [f"250 {offers[-1]}"]
        await self._answer(verb, text, "\r\n".join(lines))

    async def _on_starttls(self, verb: str, text: str) -> None:
        if await self._answer(verb, text, "220 go ahead") and self._sink._context:
            await self._writer.start_tls(self._sink._context)
            self._encrypted = True

    async def _on_auth(self, verb: str, text: str) -> None:
        given = base64.b64decode(text.split(" ")[2]).split(b"\0")[2].decode()
        right = given == self._sink._password
        await self._answer(verb, text, "235 2.7.0 welcome" if right else "535 5.7.8 wrong password")

    async def _on_mail(self, verb: str, text: str) -> None:
        if self._from or self._to:
            await self._answer("NESTED", text, "503 5.5.1 nested MAIL")
        elif await self._answer(verb, text, "250 2.1.0 ok"):
            self._from = _path(text)

    async def _on_rcpt(self, verb: str, text: str) -> None:
        if await self._answer(verb, text, "250 2.1.5 ok"):
            self._to.append(_path(text))

    async def _on_data(self, verb: str, text: str) -> None:
        if not await self._answer(verb, text, "354 go ahead"):
            return
        start = await self._reader.readexactly(1)
        if action := self._planned("BODY", ""):
            self._sink._plans.insert(0, Plan("BODY", action, 1, ""))
            await self._answer("BODY", "", "")
            while rest := await self._reader.read(65536):  # until the client has understood and leaves
                self._sink.unread += rest
            raise _Over
        data = start + await self._reader.readuntil(b"\r\n.\r\n")
        if await self._answer("DOT", self._to[0], f"250 2.0.0 queued as {self._sink.accepted}"):
            self._sink.accepted += 1
            if self._sink._keep:
                raw = data[:-3].replace(b"\r\n..", b"\r\n.")
                self._sink.mails.append(Received(self._from, tuple(self._to), raw))
        self._from, self._to = "", []

    async def _on_rset(self, verb: str, text: str) -> None:
        self._from, self._to = "", []
        await self._answer(verb, text, "250 2.0.0 ok")

    async def _on_noop(self, verb: str, text: str) -> None:
        await self._answer(verb, text, "250 2.0.0 ok")

    async def _on_quit(self, verb: str, text: str) -> None:
        await self._answer(verb, text, "221 2.0.0 bye")
        raise _Over


def _path(text: str) -> str:
    return text.partition("<")[2].partition(">")[0]


if __name__ == "__main__":
    # Prints its port; for each line of input, how many mails it has taken. Ends with the input.
    alone = Sink(keep=False).start()
    print(alone.port, flush=True)
    for _ in sys.stdin:
        print(alone.accepted, flush=True)
