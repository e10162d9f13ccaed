from __future__ import annotations

import ctypes
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from maild.confined import DocumentReader


@pytest.fixture
def landlock() -> None:
    """Skips where the kernel, or what surrounds this process, has no Landlock (landlock(7))."""
    if sys.platform != "linux" or ctypes.CDLL(None).syscall(444, None, 0, 1) < 1:
        pytest.skip("this system has no Landlock")


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that also somebody without rights may enter; those of pytest are closed to others."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    (folder / "bin").mkdir(mode=0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def documents() -> Iterator[DocumentReader]:
    """One reader for all tests that leave its child alive."""
    with DocumentReader(optical=False) as reader:
        yield reader
