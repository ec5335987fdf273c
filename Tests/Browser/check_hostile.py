"""Builds reports out of hostile text, and the same reports out of harmless text, and compares what a browser makes of them.

The tags and attributes of both must be the same, and the hostile ones must run, request and report nothing: neither as a reader opens
them, nor with the page's policy switched off, where escaping is the only wall left.

usage: check_hostile.py LOGBRIEF
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import hostile_report
import page_checks
import payloads
from browser import chromium, visit
from outcome import Outcome

# Of every element its tag and attributes: in their order outside charts; in charts each kind once, for which of them are there depends on how
# wide texts are: a name too long for its place is cut.
SKELETON = """() => {
  const kind = element => element.localName + ' ' + [...element.attributes].map(attribute => attribute.name).sort().join(' ');
  const all = [...document.querySelectorAll('*')];
  const isDrawn = element => element.closest('svg') !== null;
  return [all.filter(element => !isDrawn(element)).map(kind), [...new Set(all.filter(isDrawn).map(kind))].sort()];
}"""


def write_site(folder, choose):
    """A site of one report for each mark; `choose` makes the texts that are written out of the hostile ones."""
    for number, (name, mark) in enumerate(payloads.MARKS.items()):
        texts = choose(payloads.marked(mark))
        hostile_report.write(folder / name, texts, title=" ".join(texts[number * 8 : number * 8 + 8]))
    reports = ", ".join(payloads.MARKS)
    title = choose(payloads.OWN[:1])[0]
    (folder / "site.yml").write_text(f"title: {hostile_report.yaml(title)}\nreports: [{reports}]\n", encoding="utf-8")


def write_raw_report(folder):
    """A report whose page is the hostile text itself, as Markdown that nobody escaped."""
    folder.mkdir()
    paragraphs = [text for text in payloads.marked("") if not any(mark in text for mark in ["{{", "](claim", "```", "~~~", "!["])]
    page = "---\ntitle: Raw text\n---\n\n" + "\n\n".join(" ".join(text.split()) for text in paragraphs) + "\n"
    (folder / "page.md").write_text(page, encoding="utf-8")


def build(outcome, binary, source):
    """Builds a site, a report or a page and gives the folder of its pages."""
    result = subprocess.run([binary, "build", source, "--force"], capture_output=True, text=True, errors="replace")
    outcome.check(f"{Path(source).name} builds", result.returncode == 0, f"exit {result.returncode}\n{result.stderr}")
    return (source if source.is_dir() else source.parent) / "public"


def check_inert(outcome, browser, path, name):
    """A hostile page does nothing, with its policy and without."""
    for bypass_csp in [False, True]:
        with visit(browser, path, bypass_csp=bypass_csp) as opened:
            opened.page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
            opened.page.wait_for_timeout(300)
            policy = "without its policy" if bypass_csp else "under its policy"
            outcome.check_none(f"{name} {policy}: runs and requests nothing", opened.deeds)
            outcome.check_none(f"{name} {policy}: nothing active", page_checks.active_content(opened.page))


def check_same_shape(outcome, browser, hostile, harmless, name):
    """The hostile page has the tags and attributes of the harmless one."""
    skeletons = []
    for path in [hostile, harmless]:
        with visit(browser, path) as opened:
            skeletons.append(opened.page.evaluate(SKELETON))
    (first, drawn), (second, drawn_by_twin) = skeletons
    differing = [f"{index}: <{left}> but <{right}>" for index, (left, right) in enumerate(zip(first, second)) if left != right]
    if len(first) != len(second):
        differing.append(f"{len(first)} elements, the twin has {len(second)}")
    differing += [f"<{kind}> in a chart, the twin has none" for kind in drawn if kind not in drawn_by_twin]
    outcome.check_none(f"{name}: same tags and attributes as its twin", differing)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    binary = str(Path(sys.argv[1]).resolve())
    outcome = Outcome()
    if not payloads.naughty_strings():
        print("Without the Big List of Naughty Strings, which is in the shared data: only our own strings are tried.")
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        folder = Path(scratch)
        write_site(folder / "hostile", lambda texts: texts)
        write_site(folder / "harmless", payloads.twins)
        write_raw_report(folder / "raw")
        hostile = build(outcome, binary, folder / "hostile")
        harmless = build(outcome, binary, folder / "harmless")
        raw = build(outcome, binary, folder / "raw" / "page.md")
        for path in sorted(hostile.rglob("*.html")):
            name = str(path.relative_to(hostile))
            check_inert(outcome, browser, path, f"hostile {name}")
            check_same_shape(outcome, browser, path, harmless / name, f"hostile {name}")
        for path in sorted(raw.rglob("*.html")):
            check_inert(outcome, browser, path, "raw Markdown")
        pages = [*hostile.rglob("*.html"), *raw.rglob("*.html")]
        outcome.check("every report has a page", len(pages) == len(payloads.MARKS) + 2, f"{len(pages)} pages")
        outcome.check_none("hostile pages are valid HTML", page_checks.html_errors(pages) if pages else ["no pages"])
    outcome.finish()


if __name__ == "__main__":
    main()
