"""Whether the tools gave the same answers."""

import json


class Disagreement(Exception):
    """Two tools answered the same question differently."""


def same_list(question, ours, theirs, tool):
    """Keys and counts, in the same order."""
    compare(question, listed(ours), listed(theirs), tool)


def same_report(ours, theirs, tool):
    """All answers of the report; peers give attempts per user exactly, and Logbrief's bins must hold just these."""
    for question in ("users", "addresses"):
        same_list(f"{question}, largest", ours[question]["top"], theirs[question]["top"], tool)
        for total in ("groups", "rows"):
            compare(f"{question}, {total}", ours[question][total], theirs[question][total], tool)
    for question in ("timeline", "outcomes"):
        compare(question, sorted(listed(ours[question])), sorted(listed(theirs[question])), tool)
    compare("attempts per user", [users for _, _, users in ours["attempts"]], binned(ours["attempts"], theirs["attempts"]), tool)
    compare("sha256", ours["sha256"], theirs["sha256"], tool)


def binned(bins, attempts):
    """Users in each of the half-open bins; the last one holds its upper edge too."""
    last = len(bins) - 1
    return [
        sum(users for n, users in attempts if lower <= n < upper or (index == last and n == upper))
        for index, (lower, upper, _) in enumerate(bins)
    ]


def listed(rows):
    return [list(row) for row in rows]


def compare(question, ours, theirs, tool):
    if ours != theirs:
        raise Disagreement(f"{question}: Logbrief says {shortened(ours)}, {tool} {shortened(theirs)}")


def shortened(value):
    text = json.dumps(value)
    return text if len(text) <= 300 else text[:300] + " …"
