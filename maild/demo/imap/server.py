"""The sockets of the IMAP server: reading commands, IDLE, literals, scripted faults."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from maild.demo.faults import Fault, Faults
from maild.demo.imap.folders import Store
from maild.demo.imap.session import CAPABILITIES, Session
from maild.demo.imap.wire import Command, Malformed, read_command, text
from maild.demo.loopback import Loopback, acknowledge_at_once


def _now() -> datetime:
    return datetime.now(UTC)


class ImapServer:
    """`ImapServer(loopback, store)` listens at once; `port` says where."""

    def __init__(
        self,
        loopback: Loopback,
        store: Store,
        faults: Faults | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self.store = store
        self.faults = faults if faults is not None else Faults()
        self._clock = clock
        self._loop = loopback.loop
        self.port = loopback.serve(self._connection)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.faults.strike("CONNECT"):
            return
        session = Session(self.store, self._clock)
        writer.write(f"* OK [CAPABILITY {CAPABILITIES}] demo\r\n".encode())

        async def go_on() -> None:
            writer.write(b"+ go on\r\n")
            await writer.drain()
            acknowledge_at_once(writer)

        while not session.closing:
            acknowledge_at_once(writer)
            try:
                command = await read_command(reader, go_on)
            except Malformed as error:
                writer.write(f"* BAD {error}\r\n".encode())
                continue
            except ValueError:  # the line is over the reader's limit: what follows cannot be told apart
                writer.write(b"* BYE line too long\r\n")
                break
            if command is None or not await self._obey(command, session, reader, writer):
                break
        await writer.drain()

    async def _obey(
        self, command: Command, session: Session, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """Carry out one command; False ends the connection."""
        fault = self.faults.strike(command.verb, " ".join(a for a in command.args if isinstance(a, str)))
        if fault is not None and fault.action in ("refuse", "close"):
            if fault.action == "refuse":
                writer.write(f"{command.tag} {fault.text or 'NO refused by the script'}\r\n".encode())
            return fault.action == "refuse"
        if fault is not None and fault.action == "stall":
            await asyncio.sleep(fault.seconds)
        if command.verb == "IDLE":
            return await self._idle(command, session, reader, writer)
        if command.verb == "AUTHENTICATE" and len(command.args) == 1:
            command = await _with_response(command, reader, writer)
        return await _answer(session.run(command), fault, writer)

    async def _idle(
        self, command: Command, session: Session, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """RFC 2177: tell of arrivals until the client says DONE."""
        changed = asyncio.Event()

        def wake() -> None:
            self._loop.call_soon_threadsafe(changed.set)

        folder = session.folder
        writer.write(b"+ idling\r\n")
        await writer.drain()
        done = asyncio.ensure_future(reader.readline())
        if folder is not None:
            folder.watchers.add(wake)
        changed.set()  # what came just before counts too
        try:
            while not done.done():
                waiting = asyncio.ensure_future(changed.wait())
                await asyncio.wait({done, waiting}, return_when=asyncio.FIRST_COMPLETED)
                waiting.cancel()
                changed.clear()
                writer.write(b"".join(b"* " + line + b"\r\n" for line in session.news()))
                await writer.drain()
        finally:
            done.cancel()
            if folder is not None:
                folder.watchers.discard(wake)
        if done.cancelled() or done.result().strip().upper() != b"DONE":
            return False
        writer.write(command.tag.encode() + b" OK done\r\n")
        return True


async def _with_response(
    command: Command, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> Command:
    """Ask for the SASL response that did not come with the command."""
    writer.write(b"+ \r\n")
    await writer.drain()
    acknowledge_at_once(writer)
    line = (await reader.readline()).strip().decode("latin-1")
    return Command(command.tag, command.verb, (text(command.args[0]), line))


async def _answer(response: bytes, fault: Fault | None, writer: asyncio.StreamWriter) -> bool:
    if fault is not None and fault.action == "close_after":
        return False
    if fault is not None and fault.action == "cut":
        writer.write(response[: len(response) // 2])
        return False
    writer.write(response)
    await writer.drain()
    return True
