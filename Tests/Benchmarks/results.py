"""The benchmark's result as Markdown: machine, bars, and a table for each work."""

import datetime
import os
import platform
from importlib.metadata import version
from pathlib import Path

MEGABYTE = 1_000_000

METHOD = """\
Whole processes, Python's start and imports included, are timed on two processors with two threads each. A first, untimed run of every
command warms the page cache, gives the answer to be compared and, with `RssAnon` of `/proc/PID/status` read every 5 ms, the peak of
anonymous memory. The timed runs follow in rounds, each command once a round, and the fastest run counts, for what disturbs a run only
adds to it. MB are millions of bytes of the log as it lies on the disk. Compare ratios, not seconds: other work may have run on the
machine."""


def machine():
    """Lines that say what the benchmark ran on."""
    processor = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")),
        platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{processor}, {os.cpu_count()} processors, {memory:.0f} GiB of memory, Linux {platform.release()}"


def versions(logbrief):
    peers = ", ".join(f"{name} {version(name.lower())}" for name in ("DuckDB", "Polars", "pandas"))
    return f"{logbrief}, {peers}, Python {platform.python_version()}"


def table(header, rows):
    """A pipe table; the first column is text, the others are numbers."""
    lines = [header, ["---"] + ["---:"] * (len(header) - 1), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def bar_table(bars):
    return table(["bar", "target", "measured", "verdict"], [[bar.work, bar.target, bar.shown, bar.verdict] for bar in bars])


def tool_table(measurements, size):
    """One work: a row a tool, compared with Logbrief."""
    ours = measurements["Logbrief"].best
    return table(
        ["tool", "seconds", "MB/s", "time, Logbrief = 1", "peak memory, MB"],
        [
            [tool, f"{it.best:.3f}", f"{size / MEGABYTE / it.best:,.0f}", f"{it.best / ours:.2f}", f"{it.memory / MEGABYTE:,.0f}"]
            for tool, it in measurements.items()
        ])


def shape_table(shapes):
    """Counting by a key: a row a shape, with seconds and memory of each tool."""
    tools = ["Logbrief", "DuckDB", "Polars"]
    rows = []
    for title, log_rows, size, measurements in shapes:
        ours = measurements["Logbrief"]
        faster = min(measurements[tool].best for tool in tools[1:])
        rows.append([
            title, f"{log_rows:,}", f"{size / MEGABYTE:,.0f}",
            *(f"{measurements[tool].best:.3f}" for tool in tools),
            f"{faster / ours.best:.1f}×", f"{size / MEGABYTE / ours.best:,.0f}",
            *(f"{measurements[tool].memory / MEGABYTE:,.0f}" for tool in tools),
        ])
    seconds, memory = ([f"{tool}, {unit}" for tool in tools] for unit in ("s", "memory MB"))
    return table(["log", "rows", "MB", *seconds, "ratio", "Logbrief, MB/s", *memory], rows)


def growth_table(measurements, rows, sizes):
    """The same keys in ever more rows: a row a work and log."""
    return table(
        ["work", "rows", "seconds", "MB/s", "peak memory, MB"],
        [
            [work, f"{number:,}", f"{it.best:.3f}", f"{size / MEGABYTE / it.best:,.0f}", f"{it.memory / MEGABYTE:,.0f}"]
            for (work, it), number, size in zip(measurements.items(), rows * 2, sizes * 2)
        ])


def page(rows, runs, logbrief, sections):
    """The whole text: sections are pairs of a heading and its text."""
    head = [
        "# Benchmark results",
        "`make bench` wrote this file; it is not edited by hand.",
        f"- {datetime.date.today().isoformat()}, {rows:,} rows, fastest of {runs} runs\n- {machine()}\n- {versions(logbrief)}",
        METHOD,
    ]
    return "\n\n".join(head + [f"## {heading}\n\n{text}" for heading, text in sections]) + "\n"
