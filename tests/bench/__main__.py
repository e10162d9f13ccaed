"""`make bench`: maild against a bare pump, on the same mails, the same Dovecot and the same SMTP server.

python -m tests.bench [--mails N] [--cases N] [--repeats N] [--sink postfix|sink] [--quick] [--json]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench.measuring import Measurement, measure
from tests.bench.office import FULL
from tests.bench.telling import as_json, as_table
from tests.servers.dovecot import Dovecot
from tests.servers.postfix import Postfix


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.splitlines()[0])
    parser.add_argument("--mails", type=int, default=2000, metavar="N")
    parser.add_argument("--cases", type=int, default=FULL, metavar="N", help="in the full store")
    parser.add_argument("--repeats", type=int, default=3, metavar="N")
    parser.add_argument("--sink", choices=("postfix", "sink"), default=None)
    parser.add_argument("--quick", action="store_true", help="300 mails, 5,000 cases, once: does it run?")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if options.quick:
        options.mails, options.cases, options.repeats = 300, 5000, 1
    reason = Dovecot.missing() or (Postfix.missing() if options.sink == "postfix" else None)
    if reason:
        print(f"bench: {reason}", file=sys.stderr)
        return 1
    sink = options.sink or ("sink" if Postfix.missing() else "postfix")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        result = measure(Path(folder), Measurement(options.mails, options.cases, options.repeats, sink), _say)
    print(as_json(result) if options.json else as_table(result))
    return 0


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
