"""A small SMTP server (RFC 5321) for the demo and for tests: loopback, every mail goes to one function."""

from __future__ import annotations

import asyncio
import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from maild.demo.faults import Fault, Faults
from maild.demo.loopback import Loopback

#: Says what to answer to RCPT TO: None accepts, else the whole reply such as '550 5.1.1 no such user'.
Judge = Callable[[str], str | None]

_PATH = re.compile(r"(?:FROM|TO):\s*<([^>]*)>\s*(.*)$", re.I)


@dataclass(slots=True)
class Envelope:
    """One mail as it was handed over: `sender` '' is the null reverse-path; `login` who authenticated."""

    sender: str
    options: str = ""  # what stood behind MAIL FROM:<...>, such as 'SIZE=1234 RET=HDRS'
    recipients: list[str] = field(default_factory=list)
    login: str | None = None
    raw: bytes = field(default=b"", repr=False)


class SmtpServer:
    """`SmtpServer(loopback, deliver)` listens at once; `port` says where.

    Faults may name CONNECT, any verb, and BODY (the final dot of the mail).
    """

    def __init__(
        self,
        loopback: Loopback,
        deliver: Callable[[Envelope], None],
        judge: Judge | None = None,
        faults: Faults | None = None,
        logins: dict[str, str] | None = None,
    ) -> None:
        self.deliver = deliver
        self.judge = judge or (lambda address: None)
        self.faults = faults if faults is not None else Faults()
        self.logins = logins or {}
        self.port = loopback.serve(self._connection)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        fault = self.faults.strike("CONNECT")
        if fault is not None:
            if fault.action == "refuse":
                writer.write(fault.text.encode() + b"\r\n")
            return
        writer.write(b"220 demo ESMTP\r\n")
        await Conversation(self, reader, writer).run()


class Conversation:
    """One connection."""

    def __init__(
        self, server: SmtpServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._server = server
        self._reader = reader
        self._writer = writer
        self._login: str | None = None
        self._envelope: Envelope | None = None

    async def run(self) -> None:
        while True:
            await self._writer.drain()
            line = (await self._reader.readline()).decode("utf-8", "surrogateescape")
            if not line:
                return
            verb, _, argument = line.strip().partition(" ")
            verb = verb.upper()
            if not await self._step(verb, argument.strip()) or verb == "QUIT":
                return

    async def _step(self, verb: str, argument: str) -> bool:
        fault = self._server.faults.strike(verb, argument)
        if fault is not None and fault.action in ("refuse", "close"):
            return self._refused(fault)
        if fault is not None and fault.action == "stall":
            await asyncio.sleep(fault.seconds)
        return self._answer(await self._reply(verb, argument), fault)

    def _refused(self, fault: Fault) -> bool:
        if fault.action == "close":
            return False
        self._writer.write((fault.text or "451 4.3.0 refused by the script").encode() + b"\r\n")
        return not fault.text.startswith("421")

    def _answer(self, reply: str, fault: Fault | None) -> bool:
        data = reply.encode() + b"\r\n"
        if fault is not None and fault.action == "close_after":
            return False
        if fault is not None and fault.action == "cut":
            self._writer.write(data[: len(data) // 2])
            return False
        self._writer.write(data)
        return True

    async def _reply(self, verb: str, argument: str) -> str:
        if verb in ("EHLO", "HELO"):
            self._envelope = None
            return "250-demo\r\n250-SIZE 52428800\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n" + (
                "250-DSN\r\n250-AUTH PLAIN LOGIN\r\n250-ENHANCEDSTATUSCODES\r\n250 PIPELINING"
            )
        if verb == "AUTH":
            return await self._auth(argument)
        if verb == "MAIL":
            return self._mail(argument)
        if verb == "RCPT":
            return self._rcpt(argument)
        if verb == "DATA":
            return await self._data()
        if verb == "RSET":
            self._envelope = None
        elif verb not in ("NOOP", "QUIT"):
            return "500 5.5.2 command not known"
        return "221 2.0.0 goodbye" if verb == "QUIT" else "250 2.0.0 done"

    async def _auth(self, argument: str) -> str:
        mechanism, _, initial = argument.partition(" ")
        if mechanism.upper() == "LOGIN":
            login = initial or await self._ask("VXNlcm5hbWU6")
            given = [_decoded(login), _decoded(await self._ask("UGFzc3dvcmQ6"))]
        elif mechanism.upper() == "PLAIN":
            given = _decoded(initial or await self._ask("")).split("\0")[1:]
        else:
            return "504 5.5.4 mechanism not known"
        if len(given) != 2 or self._server.logins.get(given[0]) != given[1]:
            return "535 5.7.8 wrong name or password"
        self._login = given[0]
        return "235 2.7.0 accepted"

    async def _ask(self, challenge: str) -> str:
        self._writer.write(f"334 {challenge}\r\n".encode())
        await self._writer.drain()
        return (await self._reader.readline()).decode("latin-1").strip()

    def _mail(self, argument: str) -> str:
        match = _PATH.match(argument)
        if match is None:
            return "501 5.5.4 wanted MAIL FROM:<address>"
        if self._server.logins and self._login is None:
            return "530 5.7.0 log in first"
        self._envelope = Envelope(match[1], match[2], login=self._login)
        return "250 2.1.0 sender noted"

    def _rcpt(self, argument: str) -> str:
        match = _PATH.match(argument)
        if match is None or not match[1]:
            return "501 5.5.4 wanted RCPT TO:<address>"
        if self._envelope is None:
            return "503 5.5.1 MAIL first"
        refusal = self._server.judge(match[1])
        if refusal is None:
            self._envelope.recipients.append(match[1])
        return refusal or "250 2.1.5 recipient noted"

    async def _data(self) -> str:
        envelope = self._envelope
        if envelope is None or not envelope.recipients:
            return "503 5.5.1 MAIL and RCPT first"
        self._writer.write(b"354 go on, end with a dot\r\n")
        await self._writer.drain()
        envelope.raw = await self._body()
        self._envelope = None
        return await self._filed(envelope)

    async def _filed(self, envelope: Envelope) -> str:
        fault = self._server.faults.strike("BODY", " ".join(envelope.recipients))
        if fault is not None and fault.action == "refuse":
            return fault.text or "451 4.3.0 refused by the script"
        if fault is not None and fault.action == "close":
            raise ConnectionResetError
        if fault is not None and fault.action == "stall":
            await asyncio.sleep(fault.seconds)
        self._server.deliver(envelope)
        if fault is not None and fault.action in ("close_after", "cut"):
            raise ConnectionResetError
        return "250 2.0.0 accepted"

    async def _body(self) -> bytes:
        """The mail up to the dot, dot-stuffing undone (RFC 5321 section 4.5.2)."""
        lines = []
        while (line := await self._reader.readline()) != b".\r\n":
            if not line.endswith(b"\n"):
                raise ConnectionResetError  # gone in the middle: the mail was not handed over
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)


def _decoded(value: str) -> str:
    try:
        return base64.b64decode(value, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
