"""The house: which room may import which (README, "The house"). Walks the imports of every module."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "maild"
PURE = {"message", "intent", "directory", "likeness", "calendar", "cases", "letters", "upkeep", "config"}
WALLS = {"mailbox", "store", "submission", "confined"}
SHELLS = {"daemon", "demo", "cli", "__main__", "onboarding", "__init__"}
# Libraries that do I/O or read clocks by themselves have no place in a pure room.
IMPURE = {
    "sqlalchemy",
    "imapclient",
    "aiosmtplib",
    "schedule",
    "socket",
    "threading",
    "asyncio",
    "subprocess",
}
# A type that belongs to another pure room may be used; what is more is named here with its reason.
CALENDAR_USERS = {"config", "cases"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Absolute names of everything that a module imports, wherever in the file."""
    package = ["maild", *path.relative_to(PACKAGE).with_suffix("").parts]
    if package[-1] == "__init__":
        package.append("")
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level]) if node.level else ""
            name = ".".join(filter(None, (base, node.module or "")))
            found |= {name, *(f"{name}.{alias.name}" for alias in node.names)}
    return found


def rooms_used(path: Path) -> set[str]:
    used = {name.split(".")[1] for name in imports(path) if name.startswith("maild.")}
    return {room for room in used if room in PURE | WALLS | SHELLS} - {room_of(path)}


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_stands_in_a_known_room(path: Path) -> None:
    assert room_of(path) in PURE | WALLS | SHELLS


@pytest.mark.parametrize(
    "path", [p for p in modules() if room_of(p) in PURE], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_a_pure_room_imports_no_wall_no_shell_and_nothing_that_does_io(path: Path) -> None:
    assert not rooms_used(path) & (WALLS | SHELLS)
    assert not {name.split(".")[0] for name in imports(path)} & IMPURE


@pytest.mark.parametrize(
    "path", [p for p in modules() if room_of(p) in WALLS], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_a_wall_imports_pure_rooms_only(path: Path) -> None:
    assert not rooms_used(path) & (WALLS | SHELLS)


def test_the_insides_of_children_import_nothing_of_the_house_but_how_to_read_a_mail() -> None:
    """Each runs alone in a process that holds no more than it needs; only one of them reads mails."""
    for path in (PACKAGE / "confined" / "inside").glob("*.py"):
        names = {name for name in imports(path) if name.startswith("maild.")}
        rooms = {name for name in names if not name.startswith("maild.confined.inside")}
        readers = path.name in ("mails.py", "records.py")
        assert all(name.startswith("maild.message") for name in rooms) if readers else not rooms, path


def test_only_the_message_room_uses_mail_parser() -> None:
    users = {room_of(p) for p in modules() if any(n.split(".")[0] == "mailparser" for n in imports(p))}
    assert users == {"message"}


@pytest.mark.parametrize(
    "path",
    [p for p in modules() if room_of(p) in PURE - {"config"}],
    ids=lambda p: str(p.relative_to(PACKAGE)),
)
def test_a_pure_room_reads_no_clock(path: Path) -> None:
    """`now` is an argument: datetime.now(), date.today() and time.time() belong to the daemon."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today", "monotonic"):
            root = node.value
            assert not (isinstance(root, ast.Name) and root.id in ("datetime", "date", "time")), node.lineno
