"""`maild` and `python -m maild`."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; ends the process with the exit code of the contract (0, 1, 2, 75, 78)."""
    from maild.cli import run

    raise SystemExit(run(arguments))


if __name__ == "__main__":
    main()
