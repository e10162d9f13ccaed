from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from maild.documents import DocumentReader


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
