"""UID SEARCH: the keys that clients use (RFC 3501 section 6.4.4), as tests on one mail."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from maild.demo.imap.fetch import MONTHS, header_fields, split
from maild.demo.imap.folders import Mail
from maild.demo.imap.wire import Malformed, Token, in_set, text

Test = Callable[[Mail], bool]

_FLAGS = {"SEEN": "\\Seen", "DELETED": "\\Deleted", "FLAGGED": "\\Flagged", "ANSWERED": "\\Answered"}
_HEADERS = ("FROM", "TO", "CC", "SUBJECT")


def search(args: list[Token], mails: list[Mail]) -> list[Mail]:
    """The mails that every key fits. Sequence numbers are positions in `mails`, from 1."""
    keys = list(args)
    if keys and isinstance(keys[0], str) and keys[0].upper() == "CHARSET":
        del keys[:2]
    tests: list[Test] = []
    while keys:
        tests.append(_test(keys, mails))
    return [mail for mail in mails if all(test(mail) for test in tests)]


def _test(keys: list[Token], mails: list[Mail]) -> Test:
    """Take one key with its arguments from the front of `keys`."""
    head = keys.pop(0)
    if isinstance(head, list):
        inner = {mail.uid for mail in search(head, mails)}
        return lambda mail: mail.uid in inner
    key = text(head).upper()
    if key == "NOT":
        negated = _test(keys, mails)
        return lambda mail: not negated(mail)
    if key == "OR":
        one, other = _test(keys, mails), _test(keys, mails)
        return lambda mail: one(mail) or other(mail)
    return _simple(key, keys, mails)


def _simple(key: str, keys: list[Token], mails: list[Mail]) -> Test:
    if key in ("ALL", "OLD"):
        return lambda mail: True
    if key.removeprefix("UN") in _FLAGS:
        flag, wanted = _FLAGS[key.removeprefix("UN")], not key.startswith("UN")
        return lambda mail: (flag in mail.flags) is wanted
    if key in ("KEYWORD", "UNKEYWORD"):
        flag, wanted = _next(keys, key), key == "KEYWORD"
        return lambda mail: (flag in mail.flags) is wanted
    if key == "UID":
        uids = set(in_set(_next(keys, key), [mail.uid for mail in mails]))
        return lambda mail: mail.uid in uids
    if key in ("LARGER", "SMALLER"):
        size, larger = int(_next(keys, key)), key == "LARGER"
        return lambda mail: len(mail.raw) > size if larger else len(mail.raw) < size
    if key in ("SINCE", "BEFORE", "ON"):
        return _dated(key, _day(_next(keys, key)))
    if key in ("HEADER", "TEXT", "BODY", *_HEADERS):
        return _holding(key, keys)
    if re.fullmatch(r"[\d,:*]+", key):
        chosen = {mails[n - 1].uid for n in in_set(key, list(range(1, len(mails) + 1)))}
        return lambda mail: mail.uid in chosen
    raise Malformed(f"SEARCH key not known: {key}")


def _dated(key: str, day: date) -> Test:
    if key == "SINCE":
        return lambda mail: mail.internaldate.date() >= day
    if key == "BEFORE":
        return lambda mail: mail.internaldate.date() < day
    return lambda mail: mail.internaldate.date() == day


def _holding(key: str, keys: list[Token]) -> Test:
    name = _next(keys, key).upper() if key == "HEADER" else key
    needle = _next(keys, key).encode("utf-8", "surrogateescape").lower()
    if key == "TEXT":
        return lambda mail: needle in mail.raw.lower()
    if key == "BODY":
        return lambda mail: needle in split(mail.raw)[1].lower()
    return lambda mail: any(n == name and needle in f.lower() for n, f in header_fields(split(mail.raw)[0]))


def _next(keys: list[Token], key: str) -> str:
    if not keys:
        raise Malformed(f"SEARCH {key} without its argument")
    return text(keys.pop(0))


def _day(value: str) -> date:
    match = re.match(r"(\d{1,2})-([A-Za-z]{3})-(\d{4})$", value)
    if match is None or match[2].title() not in MONTHS:
        raise Malformed(f"no date: {value!r}")
    return date(int(match[3]), MONTHS.index(match[2].title()) + 1, int(match[1]))
