"""Checks every page of a built site in Chromium, with axe-core and with the Nu HTML checker.

usage: check_site.py FOLDER
"""

import sys
from pathlib import Path

import page_checks
from browser import chromium, visit
from outcome import Outcome

# Width in CSS pixels and whether the reader prefers dark.
SCREENS = [(1280, False), (390, False), (320, False), (1280, True), (320, True)]


def check_as_reader(outcome, browser, path, name):
    """As a reader opens it, the policy in force: it shows itself and does nothing else."""
    with visit(browser, path) as opened:
        opened.page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        outcome.check_none(f"{name}: no request, console message or violation", opened.deeds)
        outcome.check_none(f"{name}: nothing active", page_checks.active_content(opened.page))
        outcome.check_none(f"{name}: policy", page_checks.policy(opened.page))
        outcome.check_none(f"{name}: structure", page_checks.structure(opened.page))


def check_on_screens(outcome, browser, path, name):
    """On every screen, with the data tables shut and open."""
    for width, dark in SCREENS:
        screen = f"{name} at {width}{' dark' if dark else ''}"
        with visit(browser, path, bypass_csp=True, width=width, dark=dark) as opened:
            for state in ["shut", "open"]:
                opened.page.evaluate(f"document.querySelectorAll('details').forEach(details => details.open = {str(state == 'open').lower()})")
                outcome.check_none(f"{screen}, details {state}: axe", page_checks.accessibility(opened.page))
                outcome.check_none(f"{screen}, details {state}: no overflow", page_checks.overflow(opened.page))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    pages = sorted(folder.rglob("*.html"))
    outcome = Outcome()
    outcome.check(f"{folder} has pages", pages)
    if pages:
        outcome.check_none("valid HTML", page_checks.html_errors(pages))
    with chromium() as browser:
        for path in pages:
            name = str(path.relative_to(folder))
            check_as_reader(outcome, browser, path, name)
            check_on_screens(outcome, browser, path, name)
    outcome.finish()


if __name__ == "__main__":
    main()
