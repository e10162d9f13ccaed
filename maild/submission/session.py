"""One kept SMTP connection, one mail after the other: MAIL, RCPT, the fence, DATA, the body (RFC 5321)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import cast

from aiosmtplib import SMTP, SMTPException, SMTPResponse

from .outcome import Deferred, Fenced, Outgoing, Refused, Result, Sent, Uncertain

log = logging.getLogger(__name__)

PassFence = Callable[[int], Awaitable[bool]]

CHUNK = 256 * 1024  # bytes of a body handed to the connection at once
FAULTS = (SMTPException, OSError, ValueError)
START_INPUT = 354
# 5xx about this session or our configuration, not about this mail or its recipient: unknown or unordered
# commands, authentication or encryption required (RFC 5321 section 4.2.3, RFC 4954 section 6).
NOT_ABOUT_THE_MAIL = frozenset({500, 502, 503, 504, 530, 534, 535, 538})


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds to wait for an answer (RFC 5321 section 4.5.3.2)."""

    connect: float = 60  # each step until we are logged in
    command: float = 300  # MAIL and RCPT
    data: float = 120  # DATA until 354
    block: float = 180  # without the server taking any of the body off our hands
    done: float = 600  # after the final dot
    goodbye: float = 5  # QUIT and RSET; nothing depends on them


class Lost(Exception):
    """The connection failed or was closed (421) before the fence: surely nothing was sent (R28)."""


class Session:
    """A connection that is logged in. Once it is not `sound` it must be replaced."""

    def __init__(self, client: SMTP, timeouts: Timeouts) -> None:
        self._client = client
        self._timeouts = timeouts

    @property
    def sound(self) -> bool:
        return self._client.is_connected

    @property
    def extensions(self) -> frozenset[str]:
        """What the server offered to EHLO, in lower case."""
        return frozenset(self._client.esmtp_extensions)

    async def send(self, mail: Outgoing, pass_fence: PassFence) -> Result:
        """What became of the mail. Raises Lost when the connection failed before the fence."""
        try:
            refusal = await self._envelope(mail, mail.journal)
            if refusal is not None:
                return refusal
            if not await pass_fence(mail.id):
                await self._reset()
                return Fenced()
            return await self._content(mail)
        except Lost:
            raise
        except BaseException:
            # Half a transaction would spoil the next mail on this connection ("503 nested MAIL").
            self.close()
            raise

    async def quit(self) -> None:
        """Says goodbye; what goes wrong here concerns no mail."""
        with suppress(*FAULTS):
            await self._client.quit(timeout=self._timeouts.goodbye)
        self.close()

    def close(self) -> None:
        self._client.close()

    async def _envelope(self, mail: Outgoing, journal: str | None) -> Result | None:
        """MAIL and RCPT: exactly one outside recipient, and our own journal (R11). None: all accepted."""
        answer = await self._command(b"MAIL", *self._mail_words(mail))
        if answer.code != 250:
            return await self._refusal(answer)
        answer = await self._command(b"RCPT", _path("TO", mail.recipient))
        if answer.code not in (250, 251):
            return await self._refusal(answer)
        if journal is None:
            return None
        answer = await self._command(b"RCPT", _path("TO", journal))
        if answer.code in (250, 251):
            return None
        # The journal is our own matter: the letter goes without, and lacks this one piece of evidence.
        log.warning("outbox %d: the journal copy is refused with %d, sent without", mail.id, answer.code)
        if not await self._reset():
            raise Lost(_text(answer))
        return await self._envelope(mail, None)

    def _mail_words(self, mail: Outgoing) -> list[bytes]:
        words = [_path("FROM", mail.envelope_from)]
        if self._client.supports_extension("size"):
            words.append(b"SIZE=%d" % len(mail.raw))
        if self._client.supports_extension("8bitmime") and not mail.raw.isascii():
            words.append(b"BODY=8BITMIME")
        if self._client.supports_extension("dsn"):
            words.append(b"RET=HDRS")  # a bounce does not carry the complaint through the world (R30)
        return words

    async def _content(self, mail: Outgoing) -> Result:
        """DATA in two steps.

        aiosmtplib's own `data` cannot tell "refused or lost before 354", which is surely not sent, from a
        loss while the body was on its way, which is perhaps sent. Here they are two awaits.
        """
        try:
            answer = await self._command(b"DATA", timeout=self._timeouts.data)
            if answer.code != START_INPUT:
                return await self._refusal(answer)
        except Lost as lost:
            return Deferred(str(lost))
        if not self.sound:
            return Deferred("the connection was lost before the body")
        try:
            answer, whole = await self._body(as_data(mail.raw))
        except FAULTS as error:
            self.close()
            return Uncertain(f"{type(error).__name__} after the body had begun")
        if not whole:
            self.close()  # refused in the middle: the rest of the body would be read as commands (T18)
        if whole and answer.code // 100 == 2:
            return Sent(_text(answer))
        if answer.code // 100 in (4, 5):
            return _verdict(answer)
        self.close()
        return Uncertain(f"unexpected answer to the body: {_text(answer)}")

    async def _body(self, data: bytes) -> tuple[SMTPResponse, bool]:
        """The answer to the body, and whether the body had gone out whole when it came."""
        protocol = self._client.protocol
        transport = cast("asyncio.WriteTransport | None", self._client.transport)
        if protocol is None or transport is None:
            raise OSError("connection lost")
        # Awaited from the first byte on: aiosmtplib drops an answer that comes while nobody waits for it,
        # and a server may refuse in the middle of a large mail.
        answer = asyncio.ensure_future(protocol.read_response())
        try:
            await asyncio.sleep(0)
            for start in range(0, len(data), CHUNK):
                if answer.done():
                    return answer.result(), False
                protocol.write(data[start : start + CHUNK])
                await self._until_taken(transport, answer)
            return await asyncio.wait_for(answer, self._timeouts.done), True
        finally:
            if not answer.done():
                answer.cancel()

    async def _until_taken(
        self, transport: asyncio.WriteTransport, answer: asyncio.Future[SMTPResponse]
    ) -> None:
        """Waits while much of what was written still lies on our side; memory and time-outs stay honest."""
        loop = asyncio.get_running_loop()
        waiting, since = transport.get_write_buffer_size(), loop.time()
        while waiting > CHUNK and not answer.done():
            await asyncio.wait({answer}, timeout=0.02)
            left = transport.get_write_buffer_size()
            if left < waiting:
                waiting, since = left, loop.time()
            elif loop.time() - since > self._timeouts.block:
                raise TimeoutError("the server takes no more of the body")

    async def _refusal(self, answer: SMTPResponse) -> Result:
        verdict = _verdict(answer)
        if answer.code // 100 in (4, 5) and answer.code not in NOT_ABOUT_THE_MAIL:
            await self._reset()
        else:
            self.close()  # the two sides do not agree on where they are
        return verdict

    async def _reset(self) -> bool:
        """Clears the envelope for the next mail; without a 250 the connection is given up."""
        with suppress(Lost):
            if self.sound and (await self._command(b"RSET", timeout=self._timeouts.goodbye)).code == 250:
                return True
        self.close()
        return False

    async def _command(self, *words: bytes, timeout: float | None = None) -> SMTPResponse:
        """The answer, whatever its code; raises Lost when there is none, and at 421."""
        try:
            answer = await self._client.execute_command(*words, timeout=timeout or self._timeouts.command)
        except FAULTS as error:
            self.close()
            raise Lost(f"{type(error).__name__} at {words[0].decode()}") from error
        if answer.code == 421:  # aiosmtplib has closed the connection, as the server is about to
            raise Lost(_text(answer))
        return answer


def as_data(raw: bytes) -> bytes:
    """The bytes of DATA: CRLF line ends only, leading dots doubled, the final dot (RFC 5321 section 4.5.2).

    A bare CR or LF would let some servers see the end of the mail, and a second mail after it (T18).
    """
    lines = raw
    if not raw.count(b"\r\n") == raw.count(b"\n") == raw.count(b"\r"):
        lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")
    if not lines.endswith(b"\r\n"):
        lines += b"\r\n"
    if lines.startswith(b"."):
        lines = b"." + lines
    return lines.replace(b"\n.", b"\n..") + b".\r\n"


def _verdict(answer: SMTPResponse) -> Result:
    if answer.code // 100 == 5 and answer.code not in NOT_ABOUT_THE_MAIL:
        return Refused(_text(answer))
    return Deferred(_text(answer))


def _path(keyword: str, address: str) -> bytes:
    """FROM:<…> or TO:<…>; the gate has let only plain ASCII addresses through (T16)."""
    return f"{keyword}:<{address}>".encode("ascii")


def _text(answer: SMTPResponse) -> str:
    """Code and words of the server on one printable line, for the outbox; never for the log (T29)."""
    words = "".join(c if c.isprintable() else " " for c in answer.message)
    return f"{answer.code} {words}"[:500]
