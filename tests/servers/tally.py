"""Says in one line how many tests ran and how many were skipped, from pytest's JUnit report.

With --nothing-skipped: exit 1 when a test was skipped or none ran (used by .ci/run).
"""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def main(arguments: list[str]) -> int:
    strict = "--nothing-skipped" in arguments
    report = Path(arguments[-1])
    if not report.is_file():
        print(f"{report}: no test report was written", file=sys.stderr)
        return 1
    cases = list(ElementTree.parse(report).iter("testcase"))
    skipped = [case for case in cases if case.find("skipped") is not None]
    print(f"{len(cases) - len(skipped)} tests ran, {len(skipped)} skipped")
    if not strict:
        return 0
    for case in skipped:
        print(f"skipped: {case.get('classname')}.{case.get('name')}", file=sys.stderr)
    if len(cases) == len(skipped):
        print("no test ran at all", file=sys.stderr)
        return 1
    return 1 if skipped else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
