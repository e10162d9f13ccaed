"""`maild init DIR`: a configuration to edit, the letters, an example list of agencies and of dictionaries."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from maild.config import shipped

__all__ = ["Initialised", "Refused", "init", "shipped"]

_AGENCIES = "agencies.csv"
_EXAMPLES = (_AGENCIES, "places.csv", "services.csv")  # they lie among the templates


@dataclass(frozen=True, slots=True)
class Initialised:
    """What was written. str() tells what to do next."""

    folder: Path
    files: tuple[Path, ...]

    def __str__(self) -> str:
        named = "\n".join(f"  {file}" for file in self.files)
        config = self.folder / "config.yaml"
        return f"{named}\nNow edit {config} and {_AGENCIES}, then run: maild check --config {config}"


@dataclass(frozen=True, slots=True)
class Refused:
    """What stands in the way; nothing was written."""

    reason: str

    def __str__(self) -> str:
        return self.reason


def init(folder: Path) -> Initialised | Refused:
    """Writes config.yaml, the example lists and templates/ into `folder`. Never overwrites anything."""
    source = shipped()
    targets = {
        source / "config.yaml": folder / "config.yaml",
        **{source / "templates" / name: folder / name for name in _EXAMPLES},
        source / "templates": folder / "templates",
    }
    there = [str(target) for target in targets.values() if target.exists() or target.is_symlink()]
    if there:
        return Refused(f"{', '.join(there)} already there; nothing was written. Choose another folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for origin, target in targets.items():
            _copy(origin, target)
        _readable(folder)
    except OSError as error:
        return Refused(f"{error.filename or folder}: {error.strerror}; nothing else was written")
    return Initialised(folder, tuple(targets.values()))


def _readable(folder: Path) -> None:
    """The service runs as a user of its own (DynamicUser) and reads these; no password stands in them."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _copy(origin: Path, target: Path) -> None:
    if not origin.is_dir():
        shutil.copyfile(origin, target)  # contents only: an installed file may be read-only
        return
    left_out = shutil.ignore_patterns(*_EXAMPLES, ".*", "__pycache__")
    shutil.copytree(origin, target, ignore=left_out, copy_function=shutil.copyfile)
