"""Opens pages in Debian's Chromium and records whatever they do beyond being read."""

import shutil
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright


@contextmanager
def chromium():
    """A running browser."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        raise SystemExit("chromium is not installed (make test installs it)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """One page opened from a file, and everything it did."""

    def __init__(self, page, url):
        self.page = page
        self.url = url
        self.deeds = []

    @staticmethod
    def _watch(visit):
        page = visit.page
        page.on("request", lambda request: request.url != visit.url and visit.deeds.append(f"request {request.url[:200]}"))
        page.on("console", lambda message: visit.deeds.append(f"console {message.text[:300]}"))
        page.on("pageerror", lambda error: visit.deeds.append(f"error {error}"))
        page.on("popup", lambda popup: visit.deeds.append(f"popup {popup.url[:200]}"))
        page.on("download", lambda download: visit.deeds.append(f"download {download.url[:200]}"))
        page.on("dialog", visit._dialog)

    def _dialog(self, dialog):
        self.deeds.append(f"dialog {dialog.message}")
        dialog.dismiss()


@contextmanager
def visit(browser, path, bypass_csp=False, width=1280, dark=False):
    """Opens a file as a reader would, or with its policy switched off, so that a second tool can look in."""
    context = browser.new_context(
        bypass_csp=bypass_csp,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    # Chromium reports violations on the console too; the event also tells of those in report-only policies.
    context.add_init_script(
        "document.addEventListener('securitypolicyviolation',"
        " event => console.log('violation of ' + event.violatedDirective + ' by ' + event.blockedURI))"
    )
    opened = Visit(context.new_page(), Path(path).resolve().as_uri())
    Visit._watch(opened)
    opened.page.goto(opened.url, wait_until="load")
    yield opened
    context.close()
