"""Counts by interval for TimelineTests, by pandas: python timeline_counts.py"""

import re

import pandas

START = pandas.Timestamp("2026-10-30T22:00:00Z")
ROWS = [
    (START + pandas.Timedelta(seconds=second), "abcdefgh"[i * i % 7], i % 5 != 0, i % 11)
    for i in range(400)
    if not 80_000 <= (second := i * i * 7919 % 259_200) < 150_000  # the log is silent for most of a day
]


def silences(counts):
    """Runs of empty intervals so long that fewer than one chart in twenty would have one by chance."""
    line = "".join("." if count == 0 else "#" for count in counts)
    runs = [match.span() for match in re.finditer(r"\.+", line)]

    def expected(start, end):
        share = (line.count(".") - (end - start) + 1) / (len(line) - (end - start) + 2)
        return len(line) * share ** (end - start)

    return [run for run in runs if expected(*run) < 0.05]


rows = pandas.DataFrame(ROWS, columns=["time", "key", "ok", "number"]).set_index("time").sort_index()
some = rows[rows.ok]
print("all, hours", rows.resample("1h").size().tolist(), "silent", silences(rows.resample("1h").size()))
print("all, weeks", rows.resample("W-MON", label="left", closed="left").size())
bins = some.resample("6h")
print("count", bins.size().tolist())
print("sum", bins.number.sum().tolist())
print("max", bins.number.max().tolist())
print("median", bins.number.median().tolist())
print("distinct", bins.key.nunique().tolist())
print(some.groupby([pandas.Grouper(freq="6h"), "key"]).size().unstack(fill_value=0))
