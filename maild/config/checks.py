"""What no single key can know: whether keys agree, and whether the files they name are there.

These look at the values as written, so that they speak up along with every other problem.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Mapping
from pathlib import Path

from maild.config.faults import found
from maild.config.problem import ConfigProblem
from maild.config.shipped import shipped
from maild.config.source import Path as Keys
from maild.config.source import Source, Value

_TEMPLATES = "templates"
Block = tuple[int | None, Mapping[str, Value]]  # number within `offices`, None for the flat form; its values


def completed(values: Mapping[str, Value], folder: Path) -> Mapping[str, Value]:
    """Fills in the one default that depends on the disk: templates beside the file, else the shipped ones."""
    present = _present(values)
    letters = present.get("letters", {})
    if not isinstance(letters, dict) or letters.get("templates") not in (None, _TEMPLATES):
        return present
    beside = folder / _TEMPLATES
    chosen = beside if beside.is_dir() else shipped() / "templates"
    return {**present, "letters": {**letters, "templates": str(chosen)}}


def _present(values: Mapping[str, Value]) -> dict[str, Value]:
    """A section without any key is as good as absent."""
    return {key: value for key, value in values.items() if value is not None}


def block(
    source: Source, number: int | None, values: Mapping[str, Value], folder: Path
) -> list[ConfigProblem]:
    """Every fault within one office that concerns more than one key, or the disk."""
    made = _Office(source, number, values, folder)
    return [*made.logins(), *made.encryption(), *made.staff(), *made.sisters(), *made.files()]


class _Office:
    def __init__(self, source: Source, number: int | None, values: Mapping[str, Value], folder: Path) -> None:
        self.source, self.number, self.values, self.folder = source, number, values, folder

    def problem(self, path: Keys, value: str, wanted: str, hint: str = "") -> ConfigProblem:
        return self.source.problem(path, value, wanted, hint, block=self.number)

    def section(self, name: str) -> Mapping[str, Value]:
        value = self.values.get(name)
        return value if isinstance(value, dict) else {}

    def logins(self) -> Iterator[ConfigProblem]:
        for name in ("mailbox", "submission"):
            section = self.section(name)
            ways = [key for key in ("password_file", "password_env") if section.get(key)]
            if len(ways) == 2:
                wanted = "one place for the password"
                yield self.problem((name, "password_env"), "password_file as well as password_env", wanted)
            elif section.get("username") and not ways and "password" not in section:
                hint = "write password_file: /etc/maild/password"
                yield self.problem(
                    (name, "username"), "a username alone", "password_file or password_env", hint
                )
            elif ways and not section.get("username") and name == "submission":
                hint = "without AUTH leave both away"
                yield self.problem((name, ways[0]), "a password without username", "both or none", hint)

    def encryption(self) -> Iterator[ConfigProblem]:
        for name in ("mailbox", "submission"):
            section = self.section(name)
            host = section.get("host")
            if section.get("tls") == "none" and isinstance(host, str) and not loopback(host):
                hint = "without encryption only localhost, 127.0.0.1 or ::1 are accepted"
                yield self.problem((name, "tls"), f"'none' for {host!r}", "implicit or starttls", hint)

    def staff(self) -> Iterator[ConfigProblem]:
        people = self.values.get("staff")
        if not isinstance(people, list):
            return
        own = str(self.section("submission").get("from") or "").strip().lower()
        seen: dict[str, int] = {}
        for index, person in enumerate(people):
            email = str(person.get("email") or "").strip().lower() if isinstance(person, dict) else ""
            path = ("staff", index, "email")
            if email and email in seen:
                wanted = "each address once"
                yield self.problem(
                    path, repr(email), wanted, f"staff[{seen[email]}] has it; give both roles there"
                )
            elif email and email == own:
                wanted = "a person's own address"
                yield self.problem(path, "the address of the office", wanted, "maild would write to itself")
            seen.setdefault(email, index)
        if not any("intake" in _roles(person) for person in people):
            hint = "somebody has to settle what maild will not decide alone: roles: [intake]"
            yield self.problem(("staff",), "nobody with the role intake", "at least one", hint)

    def sisters(self) -> Iterator[ConfigProblem]:
        """Other offices: each code once, none of them this office itself."""
        listed = self.section("routing").get("offices")
        own = {"code": _text(self.values, "office", "code").lower(), "email": _sender(self.values)}
        seen: dict[str, int] = {}
        for index, sister in enumerate(listed if isinstance(listed, list) else ()):
            if not isinstance(sister, dict):
                continue
            for key in ("code", "email"):
                text = str(sister.get(key) or "").strip().lower()
                path = ("routing", "offices", index, key)
                if text and text == own[key]:
                    hint = "nothing is passed to itself"
                    yield self.problem(
                        path, f"the {key} of this office", "another office of the Ombudsman", hint
                    )
                elif text and key == "code" and text in seen:
                    hint = f"routing.offices[{seen[text]}] has it"
                    yield self.problem(path, repr(text), "each code once", hint)
                if key == "code":
                    seen.setdefault(text, index)

    def files(self) -> Iterator[ConfigProblem]:
        agencies = self.values.get("agencies")
        if isinstance(agencies, str) and agencies:
            yield from self._file(("agencies",), agencies)
            if Path(agencies).suffix.lower() not in (".csv", ".xlsx"):
                yield self.problem(("agencies",), repr(agencies), "a file ending in .csv or .xlsx")
        letters = self.section("letters")
        templates, letterhead = letters.get("templates"), letters.get("letterhead")
        usual = templates == _TEMPLATES  # absent, the shipped ones stand in (completed)
        if isinstance(templates, str) and not usual and not self._at(templates).is_dir():
            hint = "leave it away for the shipped letters, or `maild init DIR` for a copy"
            yield self.problem(
                ("letters", "templates"), f"no folder {templates!r}", "a folder of templates", hint
            )
        if isinstance(letterhead, str):
            yield from self._file(("letters", "letterhead"), letterhead)
        files = self.section("routing").get("dictionaries")
        for index, name in enumerate(files if isinstance(files, list) else ()):
            if isinstance(name, str):
                yield from self._file(("routing", "dictionaries", index), name)
        files = self.section("calendar").get("files")
        for index, name in enumerate(files if isinstance(files, list) else ()):
            if isinstance(name, str):
                yield from self._file(("calendar", "files", index), name)

    def _at(self, name: str) -> Path:
        return self.folder / Path(name).expanduser()

    def _file(self, path: Keys, name: str) -> Iterator[ConfigProblem]:
        if not self._at(name).is_file():
            hint = "relative names start at the folder of this file" if not Path(name).is_absolute() else ""
            yield self.problem(path, f"no file {name!r}", "a file that is there", hint)


def _roles(person: Value) -> list[Value]:
    roles = person.get("roles") if isinstance(person, dict) else None
    return roles if isinstance(roles, list) else [roles]


def loopback(host: str) -> bool:
    """Whether a host name surely stays within this machine (RFC 6761 section 6.3)."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def together(source: Source, blocks: list[Block]) -> Iterator[ConfigProblem]:
    """What must differ between the offices of one daemon: code, mailbox, sender."""
    if not blocks and source.values.get("offices") is None:
        return
    for path, wanted, key_of in _DISTINCT:
        seen: dict[str, int | None] = {}
        for number, values in blocks:
            key = key_of(values)
            if key and key in seen:
                hint = f"offices[{seen[key]}] has the same"
                yield source.problem(path, found(key), wanted, hint, block=number)
            seen.setdefault(key, number)


def _code(values: Mapping[str, Value]) -> str:
    return _text(values, "office", "code").lower()


def _mailbox(values: Mapping[str, Value]) -> str:
    parts = [_text(values, "mailbox", key) for key in ("host", "username")]
    return " ".join([*parts, _text(values, "mailbox", "folder") or "INBOX"]) if all(parts) else ""


def _sender(values: Mapping[str, Value]) -> str:
    return _text(values, "submission", "from").lower()


def _text(values: Mapping[str, Value], section: str, key: str) -> str:
    inner = values.get(section)
    value = inner.get(key) if isinstance(inner, dict) else None
    return value.strip() if isinstance(value, str) else ""


_DISTINCT = (
    (("office", "code"), "a code that no other office has", _code),
    (("mailbox", "username"), "a mailbox that no other office reads", _mailbox),
    (("submission", "from"), "an address that no other office sends from", _sender),
)
