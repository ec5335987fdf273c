"""Counts checks and says which failed."""

import sys


class Outcome:
    """The checks made so far. A check is a name, whether it holds, and what was found where it does not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, name, holds, found=""):
        """Counts one check and prints it where it fails, with at most 20 lines of what was found."""
        if holds:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {name}")
        for line in str(found).splitlines()[:20]:
            print(f"       {line[:400]}")

    def check_none(self, name, findings):
        """A check that holds when a list of findings is empty."""
        findings = list(findings)
        self.check(name, not findings, "\n".join(map(str, findings)))

    def finish(self):
        """Prints the closing line and ends the process: 1 if a check failed or none was made."""
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(0 if self.passed and not self.failed else 1)
