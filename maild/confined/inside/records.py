"""A mail as read <-> bytes for the pipe. Both sides know the records' types, so the bytes name none.

An answer is four bytes of length, as much JSON, then what is long: contents of attachments and texts, one
after the other. The JSON says how long each of those is, and holds the record: fields in their order, and
for a bytes or a long str the number of its long piece. No pickle: it would build whatever the child says,
and a child that was taken over by a mail (T24) would choose memory and objects of the daemon. This builds
nothing but records of maild.message, each value of the type that its field has, and no more than was sent.
"""

from __future__ import annotations

import functools
import json
import struct
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from types import NoneType, UnionType
from typing import Any

from maild.message import Message, Unreadable

_LONG = 1_000  # characters: a longer text is faster as UTF-8 than in JSON
_MOST_HEAD = 4 * 1024 * 1024  # bytes of JSON: lists take some twenty times their room once they are read
_TOPS: tuple[type[Any], ...] = (Message, Unreadable)

Into = Callable[[Any, "_Packing"], Any]
From = Callable[[Any, "_Unpacking"], Any]


def most(size: int) -> int:
    """Bytes that the answer to a mail of `size` bytes may have: as it was sent, in UTF-8, as all its text, as
    its new text and as that of mails inside mails, and something for short ones."""
    return 12 * size + 1024 * 1024


def packed(record: Message | Unreadable, most: int) -> list[bytes]:
    """The answer in pieces. Raises ValueError where it is longer than `most` bytes in all."""
    packing = _Packing(most)
    which = _TOPS.index(type(record))
    plain = _both_ways(_TOPS[which])[0](record, packing)
    sizes = [len(one) for one in packing.pieces]
    head = json.dumps([which, sizes, plain], separators=(",", ":")).encode("ascii")
    packing.count(len(head))
    if len(head) > _MOST_HEAD:
        raise ValueError(f"{len(head)} bytes of JSON")
    return [struct.pack(">I", len(head)), head, *packing.pieces]


def unpacked(answer: memoryview, most: int) -> Message | Unreadable:
    """The record of an answer. Raises some Exception for what `packed` does not make."""
    (length,) = struct.unpack(">I", answer[:4])
    if length > _MOST_HEAD:
        raise ValueError(f"{length} bytes of JSON")
    which, sizes, plain = json.loads(bytes(answer[4 : 4 + length]))
    unpacking = _Unpacking(answer[4 + length :], sizes, most)
    record: Message | Unreadable = _both_ways(_TOPS[_number(which)])[1](plain, unpacking)
    return record


class _Budget:
    """What is referred to twice counts twice: a piece named a million times is a bomb for who reads it."""

    def __init__(self, most: int) -> None:
        self._left = most

    def count(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise ValueError("longer than may be")


class _Packing(_Budget):
    """The long pieces of one answer; what several records share is sent once."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.pieces: list[bytes] = []
        self._numbers: dict[int, int] = {}  # by id: the record that is packed keeps them all alive

    def number(self, value: bytes | str) -> int:
        found = self._numbers.get(id(value))
        if found is None:
            found = self._numbers[id(value)] = len(self.pieces)
            self.pieces.append(value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass"))
        self.count(len(self.pieces[found]))
        return found


class _Unpacking(_Budget):
    def __init__(self, data: memoryview, sizes: list[int], most: int) -> None:
        super().__init__(most)
        self._pieces: list[memoryview] = []
        self._made: dict[tuple[int, type], bytes | str] = {}
        at = 0
        for size in map(_number, sizes):
            self._pieces.append(data[at : at + size])
            at += size
        if at != len(data):
            raise ValueError(f"{len(data)} bytes of pieces, wanted {at}")

    def piece(self, found: Any, kind: type) -> bytes | str:
        number = _number(found)
        piece = self._pieces[number]
        self.count(len(piece))
        made = self._made.get((number, kind))
        if made is None:
            made = bytes(piece) if kind is bytes else str(piece, "utf-8", "surrogatepass")
            self._made[number, kind] = made
        return made


def _number(found: Any) -> int:
    if type(found) is not int or found < 0:
        raise ValueError("no number")
    return found


def _both_ways(kind: Any) -> tuple[Into, From]:
    """How values of a type become plain ones, and how those are made into such values and no others."""
    if kind in _KNOWN:
        return _KNOWN[kind]
    if is_dataclass(kind):
        return _KNOWN.setdefault(kind, _record(typing.cast(type[Any], kind)))
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is UnionType and inner[1] is NoneType:
        return _optional(*_both_ways(inner[0]))
    if origin is tuple and inner[1] is Ellipsis:
        return _several(*_both_ways(inner[0]))
    if origin is Mapping and inner[0] is str:
        return _mapping(*_both_ways(inner[1]))
    raise TypeError(f"no way for {kind} yet; wanted one of those above")


def _of_type(kind: type) -> tuple[Into, From]:
    def made(found: Any, _: _Unpacking) -> Any:
        if type(found) is not kind:
            raise ValueError("another type")
        return found

    return lambda value, _: value, made


def _text_into(value: str, packing: _Packing) -> str | int:
    return value if len(value) < _LONG else packing.number(value)


def _text_from(found: Any, unpacking: _Unpacking) -> Any:
    return found if type(found) is str else unpacking.piece(found, str)


def _moment(found: Any, _: _Unpacking) -> datetime:
    moment = datetime.fromisoformat(found)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment


_KNOWN: dict[Any, tuple[Into, From]] = {  # and the records, as they are met
    int: _of_type(int),
    bool: _of_type(bool),
    str: (_text_into, _text_from),
    bytes: (
        lambda value, packing: packing.number(value),
        lambda found, unpacking: unpacking.piece(found, bytes),
    ),
    datetime: (lambda value, _: value.isoformat(), _moment),
}


def _optional(into: Into, back: From) -> tuple[Into, From]:
    return (
        lambda value, packing: None if value is None else into(value, packing),
        lambda found, unpacking: None if found is None else back(found, unpacking),
    )


def _several(into: Into, back: From) -> tuple[Into, From]:
    def made(found: Any, unpacking: _Unpacking) -> tuple[Any, ...]:
        if type(found) is not list:
            raise ValueError("no list")
        return tuple([back(one, unpacking) for one in found])

    return lambda value, packing: [into(one, packing) for one in value], made


def _mapping(into: Into, back: From) -> tuple[Into, From]:
    """Keys stay in their order; JSON has none but texts."""
    return (
        lambda value, packing: {key: into(one, packing) for key, one in value.items()},
        lambda found, unpacking: {key: back(one, unpacking) for key, one in found.items()},
    )


def _record(kind: type[Any]) -> tuple[Into, From]:
    @functools.cache
    def ways() -> list[tuple[str, Into, From]]:
        """Looked up when the first one is read: some records hold others of their own type."""
        hints = typing.get_type_hints(kind)
        return [(one.name, *_both_ways(hints[one.name])) for one in fields(kind)]

    def into(value: Any, packing: _Packing) -> list[Any]:
        return [way(getattr(value, name), packing) for name, way, _ in ways()]

    def back(found: Any, unpacking: _Unpacking) -> Any:
        if type(found) is not list or len(found) != len(ways()):
            raise ValueError(f"no {kind.__name__}")
        return kind(*[way(one, unpacking) for one, (_, _, way) in zip(found, ways(), strict=True)])

    return into, back
