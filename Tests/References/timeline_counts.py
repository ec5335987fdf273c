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
    """Runs of empty intervals so long that fewer than one chart in twenty would have one by chance, the longest judged first."""
    line = "".join("." if count == 0 else "#" for count in counts)
    runs = sorted((match.span() for match in re.finditer(r"\.+", line)), key=lambda run: (run[0] - run[1], run[0]))
    found, intervals, empty = [], len(line), line.count(".")
    for start, end in runs:
        length = end - start
        if intervals * ((empty - length + 1) / (intervals - length + 2)) ** length >= 0.05:
            break
        found.append((start, end))
        intervals, empty = intervals - length, empty - length
    return sorted(found)


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
by_key = some.groupby("key").number.nunique().sort_values(ascending=False)
print("distinct numbers", by_key.to_dict(), "of all but the first two, by their names among equals:")
rest = some[~some.key.isin(sorted(by_key.index, key=lambda key: (-by_key[key], key))[:2])]
print(rest.number.resample("6h").nunique().tolist())
