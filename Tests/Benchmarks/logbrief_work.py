"""The work of the benchmark done by Logbrief: its command lines, and its answers in the form in which peers.py gives them."""

import csv
import json
import shutil

from measuring import Command

THREADS = 2
TOP = 20
LOGINS = 'action == "login_attempt"'

# What the last bar asks of a report, written as an author would.
REPORT = """\
---
title: A day of events
tlp: CLEAR
sources:
  logs: {{ files: {log} }}
---
{{{{users.rows}}}} users tried to log in, and {{{{addresses.rows}}}} addresses were seen.

```bar users
title: Who tried to log in
where: action == "login_attempt"
by: user_id
top: 20
```

```histogram attempts
title: Attempts per user
where: action == "login_attempt"
by: user_id
of: count
```

```timeline hours
title: The day by hours
bin: 1h
series: success
```

```table outcomes
title: Actions by outcome
by: [action, success]
top: 100
```

```table addresses
title: The busiest source addresses
by: source_ip
top: 10
```
"""


class Logbrief:
    """The commands of one binary; reports are built into a folder."""

    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = folder

    def query(self, log, *options):
        return Command([self.binary, "query", log, *options, "--format", "json", "--jobs", THREADS, "--quiet"])

    def logins(self, log):
        return self.query(log, "--where", LOGINS, "--by", "user_id")

    def top(self, log, column):
        where = [] if column == "source_ip" else ["--where", LOGINS]
        return self.query(log, *where, "--by", column, "--top", TOP)

    def report(self, log):
        """Builds anew each time; the report lies beside its log, whose path must not leave the report's folder."""
        page = log.with_suffix(".md")
        page.write_text(REPORT.format(log=log.name), encoding="utf-8")
        output = self.output(log)
        return Command(
            [self.binary, "build", page, "-o", output, "--jobs", THREADS, "--quiet"],
            prepare=lambda: shutil.rmtree(output, ignore_errors=True))

    def simulate(self, rows, output, discard=False):
        arguments = [self.binary, "simulate", "nids", "--rows", rows]
        if discard:
            return Command(arguments, output="/dev/null")
        return Command([*arguments, "-o", output], prepare=lambda: output.unlink(missing_ok=True))

    def output(self, log):
        return self.folder / (log.stem + "-report")

    def report_answer(self, log):
        """What the built report says, from its data files and its manifest."""
        output = self.output(log)
        manifest = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
        return {
            "users": largest(output, "users"),
            "attempts": [[float(lower), float(upper), int(users)] for lower, upper, users in rows(output, "attempts")[1:]],
            "timeline": timeline(rows(output, "hours")),
            "outcomes": [[action, outcome, int(n)] for action, outcome, n in rows(output, "outcomes")[1:]],
            "addresses": largest(output, "addresses"),
            "sha256": next(entry["sha256"] for entry in manifest["inputs"] if entry["path"] == log.name),
        }


def query_answer(printed):
    """Keys and counts of what `query --format json` printed."""
    return [list(row.values()) for row in json.loads(printed)]


def rows(output, figure):
    with (output / "data" / f"{figure}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def largest(output, figure):
    """The groups drawn, and with the line "1,234 other" the number of all groups and rows."""
    groups = [[key, int(n)] for key, n in rows(output, figure)[1:]]
    total = sum(n for _, n in groups)
    if not groups[-1][0].endswith(" other"):
        return {"top": groups, "groups": len(groups), "rows": total}
    others = int(groups.pop()[0].removesuffix(" other").replace(",", ""))
    return {"top": groups, "groups": len(groups) + others, "rows": total}


def timeline(table):
    """Hour, outcome and count for each cell of the figure's table that is not zero."""
    header, *lines = table
    return [
        [time[:13], series, int(n)]
        for time, *counts in lines
        for series, n in zip(header[1:], counts)
        if series != "total" and n not in ("", "0")
    ]
