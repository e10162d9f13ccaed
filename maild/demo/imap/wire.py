"""Reading IMAP commands: lines, literals, quoted strings, lists, sets of numbers (RFC 3501 sections 4, 9)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

#: An atom is a str, a quoted string or literal is bytes, a parenthesised list is a list.
Token = str | bytes | list["Token"]

_LITERAL = re.compile(rb"\{(\d+)(\+?)\}$")
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"')
_ATOM = re.compile(rb'(?:[^\s()"\[]|\[[^\]]*\])+')  # BODY.PEEK[HEADER.FIELDS (TO CC)]<0.10> is one atom


class Literal(bytes):
    """A string that came as a literal: where it matters, a mail and not a quoted date."""


@dataclass(frozen=True, slots=True)
class Command:
    tag: str
    verb: str  # upper case; 'UID FETCH' for the UID form
    args: tuple[Token, ...]


class Malformed(ValueError):
    """The line is no IMAP command; the text says why."""


async def read_command(
    reader: asyncio.StreamReader, go_on: Callable[[], Awaitable[None]], limit: int = 64 * 2**20
) -> Command | None:
    """The next command, None at the end of the connection. `go_on` asks the client for a literal."""
    root: list[Token] = []
    stack = [root]
    while True:
        line = await reader.readline()
        if not line.endswith(b"\n"):
            return None
        line = line.rstrip(b"\r\n")
        literal = _LITERAL.search(line)
        _tokens(line[: literal.start()] if literal else line, stack)
        if literal is None:
            break
        size = int(literal[1])
        if size > limit:
            raise Malformed(f"literal of {size} bytes, limit {limit}")
        if not literal[2]:
            await go_on()
        stack[-1].append(Literal(await reader.readexactly(size)))
    return _command(root)


def _tokens(line: bytes, stack: list[list[Token]]) -> None:
    """Append the tokens of one line to the innermost open list."""
    at = 0
    while at < len(line):
        char = line[at : at + 1]
        if char.isspace():
            at += 1
        elif char == b"(":
            inner: list[Token] = []
            stack[-1].append(inner)
            stack.append(inner)
            at += 1
        elif char == b")":
            if len(stack) == 1:
                raise Malformed("closing parenthesis without an opening one")
            stack.pop()
            at += 1
        else:
            at = _string_or_atom(line, at, stack[-1])


def _string_or_atom(line: bytes, at: int, into: list[Token]) -> int:
    match = _QUOTED.match(line, at)
    if match:
        into.append(re.sub(rb"\\(.)", rb"\1", match[1]))
        return match.end()
    match = _ATOM.match(line, at)
    if match is None:
        raise Malformed(f"unexpected character at column {at + 1}")
    into.append(match[0].decode("utf-8", "surrogateescape"))
    return match.end()


def _command(tokens: list[Token]) -> Command:
    if len(tokens) < 2 or not isinstance(tokens[0], str) or not isinstance(tokens[1], str):
        raise Malformed("wanted: tag, verb, arguments")
    tag, verb, rest = tokens[0], tokens[1].upper(), tokens[2:]
    if verb == "UID" and rest and isinstance(rest[0], str):
        verb, rest = f"UID {rest[0].upper()}", rest[1:]
    return Command(tag, verb, tuple(rest))


def text(token: Token) -> str:
    """A string argument, however it was written."""
    if isinstance(token, list):
        raise Malformed("wanted a string, found a list")
    return token if isinstance(token, str) else token.decode("utf-8", "surrogateescape")


def quoted(value: str) -> bytes:
    return b'"' + value.replace("\\", "\\\\").replace('"', '\\"').encode("utf-8", "surrogateescape") + b'"'


def literal(value: bytes) -> bytes:
    return b"{%d}\r\n%b" % (len(value), value)


def in_set(spec: str, numbers: list[int]) -> list[int]:
    """Those of `numbers` (ascending) that a sequence set names, such as '1,3:5,9:*'.

    '*' is the largest number, so that '9:*' names the last one even when it is below 9.
    """
    last = numbers[-1] if numbers else 0
    wanted: list[tuple[int, int]] = []
    for part in spec.split(","):
        low, colon, high = part.partition(":")
        try:
            first = last if low == "*" else int(low)
            end = (last if high == "*" else int(high)) if colon else first
        except ValueError:
            raise Malformed(f"no sequence set: {spec!r}") from None
        wanted.append((min(first, end), max(first, end)))
    if all(low == high for low, high in wanted):
        single = {low for low, _ in wanted}
        return [number for number in numbers if number in single]
    return [number for number in numbers if any(low <= number <= high for low, high in wanted)]


def number_set(numbers: Iterable[int]) -> str:
    """The shortest sequence set for ascending numbers: [1, 2, 3, 7] -> '1:3,7'."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(a) if a == b else f"{a}:{b}" for a, b in runs)
