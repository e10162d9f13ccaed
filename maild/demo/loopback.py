"""One asyncio loop in a thread of its own, serving TCP on 127.0.0.1 and nowhere else."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from threading import Thread
from types import TracebackType

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def acknowledge_at_once(writer: asyncio.StreamWriter) -> None:
    """Acknowledge what comes next without the kernel's usual 40 ms.

    imaplib writes a command in pieces, and Nagle's algorithm holds the second until the first is
    acknowledged. The option does not stick: to be set before each read. Linux only; elsewhere it is slower.
    """
    if hasattr(socket, "TCP_QUICKACK"):
        with suppress(OSError):
            writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)


class Loopback:
    """`with Loopback() as loopback: port = loopback.serve(handler)`."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = Thread(target=self.loop.run_forever, name="loopback", daemon=True)
        self._servers: list[asyncio.Server] = []

    def __enter__(self) -> Loopback:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()

    def serve(self, handler: Handler) -> int:
        """Listen on a free port; returns it. `handler` gets each connection, which is closed after it."""

        async def connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            # A client that goes away, or a server that stops, is no fault of a loopback server.
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                await handler(reader, writer)
            with suppress(ConnectionError):
                writer.close()

        async def start() -> asyncio.Server:
            return await asyncio.start_server(connection, "127.0.0.1", 0, limit=2**20)

        server = asyncio.run_coroutine_threadsafe(start(), self.loop).result(10)
        self._servers.append(server)
        port: int = server.sockets[0].getsockname()[1]
        return port

    async def _stop(self) -> None:
        for server in self._servers:
            server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
