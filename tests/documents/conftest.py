from __future__ import annotations

from collections.abc import Iterator

import pytest

from maild.documents import DocumentReader


@pytest.fixture(scope="session")
def documents() -> Iterator[DocumentReader]:
    """One reader for all tests that leave its child alive."""
    with DocumentReader(optical=False) as reader:
        yield reader
