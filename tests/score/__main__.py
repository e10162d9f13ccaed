"""`make score`: every figure of the goals, on the mails beside the checkout.

python -m tests.score [--only PREFIX] [--wrong NAME] [--json] [--strict]
"""

from __future__ import annotations

import argparse
import os
import sys

from tests.score.board import board, thresholds
from tests.score.shared import Absent, load
from tests.score.telling import as_json, table, worst, wrong


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.score", description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", metavar="PREFIX", help="figures whose name begins so")
    parser.add_argument("--wrong", metavar="NAME", help="every wrong file of one figure, expected and found")
    parser.add_argument("--json", action="store_true", help="one JSON document, every wrong file in it")
    parser.add_argument("--strict", action="store_true", help="exit 1 when a goal is missed")
    options = parser.parse_args(arguments)
    try:
        shared = load()
    except Absent as error:
        print(f"score: {error}", file=sys.stderr)
        return 1
    figures = list(board(shared, options.wrong or options.only))
    if options.wrong:
        figures = [one for one in figures if one.name == options.wrong]
        lines = [line for one in figures for line in wrong(one)]
    elif options.json:
        lines = [as_json(figures)]
    else:
        lines = [*table(figures), *worst(figures)]
        if "route.".startswith(options.only[:6]):
            lines += thresholds(shared)
    if not figures:
        print(f"score: no figure {options.wrong or options.only!r}; `make score` lists them", file=sys.stderr)
        return 2
    _print(lines)
    return 1 if options.strict and any(one.met is False for one in figures) else 0


def _print(lines: list[str]) -> None:
    try:
        print("\n".join(lines), flush=True)
    except BrokenPipeError:  # `make score | head`
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - what is left is not wanted


if __name__ == "__main__":
    raise SystemExit(main())
