"""Group commit: what several connections have to write down at the same time is one transaction.

Fences and results of all connections that are about to have one go to the database together; so four
connections cost about one transaction per four mails, not eight. The calls are made where the connections
run: each takes a millisecond or two, and a thread of its own would cost every mail more than it saves.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Sequence
from typing import TypeVar

from .outcome import Outgoing, Result

T = TypeVar("T")

GATHER = 0.003  # seconds that a fence or a result waits for others that are on their way

Source = Callable[[], Outgoing | None]
Fence = Callable[[Sequence[int]], set[int]]
Settle = Callable[[Sequence[tuple[int, Result]]], None]
Together = Callable[[], contextlib.AbstractContextManager[None]]


class Books:
    """The outbox as the connections see it: pull a mail, pass the fence, write down what became of it.

    Every mail that `pull` gives ends in exactly one `record` or `hand_back`.
    """

    def __init__(
        self, source: Source, fence: Fence, settle: Settle, together: Together = contextlib.nullcontext
    ) -> None:
        self._source, self._fence, self._settle, self._together = source, fence, settle, together
        self.handed_back: deque[Outgoing] = deque()
        self._results: list[tuple[int, Result]] = []
        self._at_fence: list[tuple[int, asyncio.Future[bool]]] = []
        self._on_the_way = 0  # mails whose connection will soon come to the books
        self._all_here = asyncio.Event()
        self._writing: asyncio.Task[None] | None = None
        self._failure: BaseException | None = None

    async def pull(self) -> Outgoing | None:
        """The next mail, or None when there is none."""
        self._expect(+1)
        if self.handed_back:
            return self.handed_back.popleft()
        mail: Outgoing | None = None
        try:
            mail = self._call(self._source)
        finally:
            if mail is None:
                self._expect(-1)
        return mail

    def hand_back(self, mail: Outgoing) -> None:
        """This connection cannot be made; the next `pull` of another one gets the mail."""
        self.handed_back.append(mail)
        self._expect(-1)

    def give_up(self, result: Result) -> int:
        """Records `result` for all that was handed back and found no connection; how many they were."""
        mails, self.handed_back = self.handed_back, deque()
        self._expect(+len(mails))
        for mail in mails:
            self.record(mail.id, result)
        return len(mails)

    async def pass_fence(self, number: int) -> bool:
        """True once `ready -> committing` is committed for this row; False: it is no longer ready (R12)."""
        passed: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._at_fence.append((number, passed))
        self._expect(-1)
        self._write()
        try:
            return await passed
        finally:
            self._expect(+1)

    def record(self, number: int, result: Result) -> None:
        """Written with the next transaction, a few milliseconds from now; `close` waits for the last one."""
        self._results.append((number, result))
        self._expect(-1)
        self._write()

    async def close(self) -> None:
        """Waits until everything is written; raises what the database said if it was not."""
        while self._writing is not None:
            await asyncio.wait({self._writing})
        if self._failure is not None:
            raise self._failure

    def _expect(self, mails: int) -> None:
        self._on_the_way += mails
        if self._on_the_way:
            self._all_here.clear()
        else:
            self._all_here.set()

    def _write(self) -> None:
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())

    async def _write_all(self) -> None:
        try:
            while self._results or self._at_fence:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._all_here.wait(), GATHER)
                await self._write_batch()
        finally:
            self._writing = None

    async def _write_batch(self) -> None:
        results, self._results = self._results, []
        waiting, self._at_fence = self._at_fence, []
        try:
            passed = self._call(self._transactions, results, [number for number, _ in waiting])
        except BaseException as error:
            # What could not be written stays `committing` or claimed in the database, and recovery settles
            # it by evidence (R15). Nobody passes a fence that was not committed.
            self._failure = self._failure or error
            for _, future in waiting:
                if not future.done():
                    future.set_exception(error)
            if not isinstance(error, Exception):
                raise
        else:
            for number, future in waiting:
                if not future.done():
                    future.set_result(number in passed)

    def _transactions(self, results: list[tuple[int, Result]], fenced: list[int]) -> set[int]:
        with self._together():
            if results:
                self._settle(results)
            return self._fence(fenced) if fenced else set()

    def _call(self, function: Callable[..., T], *arguments: object) -> T:
        if self._failure is not None:
            raise self._failure
        return function(*arguments)
