"""How many mails go into one command: enough that round trips do not matter, few enough for flat memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from .record import Listed

T = TypeVar("T")

MEBIBYTE = 1024 * 1024
FETCH_MAILS = 50  # one FETCH: above 50 mails the round trip no longer matters
APPEND_MAILS = 100
BYTES = 10 * MEBIBYTE  # of one command; a mail above that is fetched in pieces
LINE_UIDS = 500  # UIDs in one command: under 6 KB, the shortest line limit met in practice is 8 KB


def fetch_batches(listed: Sequence[Listed]) -> Iterator[list[Listed]]:
    """At most 50 mails and 10 MB each; a mail above 10 MB alone."""
    yield from _batches(listed, [mail.size for mail in listed], FETCH_MAILS)


def append_batches(
    mails: Sequence[tuple[bytes, datetime]], *, together: bool
) -> Iterator[list[tuple[bytes, datetime]]]:
    """At most 100 mails and 10 MB each, or one by one where the server has no MULTIAPPEND."""
    yield from _batches(mails, [len(raw) for raw, _ in mails], APPEND_MAILS if together else 1)


def uid_slices(uids: Sequence[int]) -> Iterator[list[int]]:
    """UIDs, as many as fit into one command line."""
    for start in range(0, len(uids), LINE_UIDS):
        yield list(uids[start : start + LINE_UIDS])


def _batches(items: Sequence[T], sizes: Sequence[int], most: int) -> Iterator[list[T]]:
    batch: list[T] = []
    size = 0
    for item, item_size in zip(items, sizes, strict=True):
        if batch and (len(batch) == most or size + item_size > BYTES):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += item_size
    if batch:
        yield batch
