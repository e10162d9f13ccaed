"""Says in one line how many tests ran and how many were skipped, from pytest's JUnit report.

With --nothing-skipped: exit 1 when a test was skipped or none ran (used by .ci/run). Only the tests that
read the mails beside the checkout may be missing there: those mails are no part of the repository.
"""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

BESIDE = "../shared is not there"  # the reason that tests/conftest.py gives
KERNEL = "this system has no Landlock"  # nothing that a project can install


def main(arguments: list[str]) -> int:
    report = Path(arguments[-1])
    if not report.is_file():
        print(f"{report}: no test report was written", file=sys.stderr)
        return 1
    cases = list(ElementTree.parse(report).iter("testcase"))
    reasons = {case: str(skip.get("message")) for case in cases if (skip := case.find("skipped")) is not None}
    beside = sum(BESIDE in reason for reason in reasons.values())
    print(f"{len(cases) - len(reasons)} tests ran, {len(reasons)} skipped ({beside} for want of ../shared)")
    if "--nothing-skipped" not in arguments:
        return 0
    for case, reason in reasons.items():
        if BESIDE not in reason and KERNEL not in reason:
            print(f"skipped: {case.get('classname')}.{case.get('name')}: {reason}", file=sys.stderr)
    if len(cases) == len(reasons):
        print("no test ran at all", file=sys.stderr)
        return 1
    kernel = sum(KERNEL in reason for reason in reasons.values())
    return 1 if len(reasons) > beside + kernel else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
