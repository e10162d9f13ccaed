"""The dictionaries that the configuration names, read from disk."""

from __future__ import annotations

from maild.config import Office
from maild.directory import Directory
from maild.directory.dictionaries import strangers, with_files
from maild.intent.report.dictionary import Dictionaries


def read_dictionaries(office: Office, directory: Directory) -> Dictionaries | tuple[str, ...]:
    """The shipped dictionaries with those of the office, or everything that is wrong in them."""
    files = _files(office)
    unread = tuple(one for one in files if isinstance(one, str))
    found = with_files([one for one in files if not isinstance(one, str)], directory)
    if isinstance(found, Dictionaries) and not unread:
        return found
    faults = () if isinstance(found, Dictionaries) else found
    return (*unread, *(str(problem) for problem in faults))


def unknown_agencies(office: Office, directory: Directory) -> tuple[str, ...]:
    """Rows that name an agency which is not in the list, for `check`."""
    files = [one for one in _files(office) if not isinstance(one, str)]
    return tuple(str(problem) for problem in strangers(files, directory))


def _files(office: Office) -> list[tuple[str, bytes] | str]:
    found: list[tuple[str, bytes] | str] = []
    for path in office.routing.dictionaries:
        try:
            found.append((path.name, path.read_bytes()))
        except OSError as error:
            wanted = "wanted a dictionary as CSV (UTF-8) or XLSX"
            found.append(f"{path}: cannot be read ({type(error).__name__}); {wanted}")
    return found
