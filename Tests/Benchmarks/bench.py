"""Times Logbrief and its peers on the same work in one run, checks that their answers agree, and prints what was measured.

Exits with 1 if two answers differ. A missed target is printed and is no failure: machines differ, and so do their neighbours.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import agreement
import results
import shapes
from bars import bars_of
from logbrief_work import Logbrief, query_answer
from measuring import Command, measure, stay_on_two_processors

FULL_ROWS = 10_000_000
PEERS = Path(__file__).with_name("peers.py")


def peer(tool, work, log, *column):
    return Command([sys.executable, PEERS, tool, work, log, *column])


def note(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def count_logins(logbrief, log, runs):
    """Login attempts by user, all users."""
    commands = {
        "Logbrief": logbrief.logins(log),
        "DuckDB": peer("duckdb", "logins", log),
        "Polars": peer("polars", "logins", log),
        "pandas": peer("pandas", "logins", log),
        "wc -l": Command(["wc", "-l", log]),
    }
    measurements = measure(commands, runs)
    check_queries("login attempts by user", measurements)
    return measurements


def count_top(logbrief, log, column, runs):
    """The most frequent keys of a log."""
    commands = {
        "Logbrief": logbrief.top(log, column),
        "DuckDB": peer("duckdb", "top", log, column),
        "Polars": peer("polars", "top", log, column),
    }
    measurements = measure(commands, runs)
    check_queries(f"{log.name} by {column}", measurements)
    return measurements


def check_queries(question, measurements):
    ours = query_answer(measurements["Logbrief"].answer)
    for tool in measurements.keys() - {"Logbrief", "wc -l"}:
        agreement.same_list(question, ours, json.loads(measurements[tool].answer), tool)


def build_report(logbrief, log, runs):
    """A report's full set; of each peer both ways to read the log."""
    commands = {
        "Logbrief": logbrief.report(log),
        "DuckDB, the file for each question": peer("duckdb", "report", log),
        "DuckDB, once into a table": peer("duckdb-table", "report", log),
        "Polars, streaming scan": peer("polars", "report", log),
        "Polars, once into a frame": peer("polars-frame", "report", log),
    }
    measurements = measure(commands, runs)
    ours = logbrief.report_answer(log)
    for tool in list(commands)[1:]:
        agreement.same_report(ours, json.loads(measurements[tool].answer), tool)
    return measurements


def grow(logbrief, log, tenfold, runs):
    """The same keys in all rows and in ten times as many."""
    return measure(
        {
            "query": logbrief.logins(log),
            "query, tenfold": logbrief.logins(tenfold),
            "report": logbrief.report(log),
            "report, tenfold": logbrief.report(tenfold),
        },
        runs)


def simulate(logbrief, rows, folder, runs):
    """Simulated logs, to a file and to nowhere: MB/s of each, and the bytes."""
    log = folder / "simulated.csv"
    measurements = measure(
        {"file": logbrief.simulate(rows, log), "/dev/null": logbrief.simulate(rows, log, discard=True)}, runs)
    size = log.stat().st_size
    log.unlink()
    return {target: size / results.MEGABYTE / it.best for target, it in measurements.items()}, size


def start_up(runs):
    """Python with each peer imported and nothing done."""
    packages = ("duckdb", "polars", "pandas")
    return measure({package: Command([sys.executable, "-c", f"import {package}"]) for package in packages}, runs)


def write_logs(rows, folder):
    """All logs by name; those that are there are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    logs = {}
    for name, shape in {
        "events": shapes.main_shape(rows),
        "few keys": shapes.few_keys(rows),
        "tenfold": shapes.few_keys(rows * 10),
        "wide": shapes.wide(rows),
        "messages": shapes.messages(rows),
    }.items():
        note(f"log of {shape.rows:,} rows: {shape.title}")
        logs[name] = shape.write(folder)
    note("the same as .gz")
    logs["compressed"] = shapes.compressed(logs["few keys"])
    return logs


def count_shapes(logbrief, logs, rows, runs):
    """One row of the table by shape each: title, rows, bytes and measurements."""
    works = [
        ("few keys: 100 users", "few keys", rows, "user_id"),
        ("Zipf: up to 50,000 users", "events", rows, "user_id"),
        ("distinct addresses", "events", rows, "source_ip"),
        (f"wide rows: {shapes.WIDE_COLUMNS} columns", "wide", rows // 10, "user_id"),
        ("quoted messages", "messages", rows // 2, "user_id"),
        ("few keys, .gz", "compressed", rows, "user_id"),
    ]
    counted = []
    for title, log, log_rows, column in works:
        note(f"top keys, {title}")
        counted.append((title, log_rows, logs[log].stat().st_size, count_top(logbrief, logs[log], column, runs)))
    return counted


def run(arguments):
    """All measurements, as Markdown."""
    rows, runs = arguments.rows, arguments.runs
    logs = write_logs(rows, arguments.folder / "logs")
    logbrief = Logbrief(arguments.logbrief, arguments.folder)
    size = logs["events"].stat().st_size
    note("login attempts by user")
    counts = count_logins(logbrief, logs["events"], runs)
    note("report")
    report = build_report(logbrief, logs["events"], runs)
    counted = count_shapes(logbrief, logs, rows, runs)
    note("growth, simulation, start-up")
    growth = grow(logbrief, logs["few keys"], logs["tenfold"], runs)
    simulation, simulated = simulate(logbrief, rows, arguments.folder, runs)
    imports = ", ".join(f"{name} {it.best:.2f} s" for name, it in start_up(runs).items())
    addresses = logbrief.report_answer(logs["events"])["addresses"]["groups"]
    version = subprocess.run([arguments.logbrief, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return results.page(rows, runs, f"Logbrief {version.removeprefix('logbrief ')}", [
        (f"Targets, set for {FULL_ROWS:,} rows", results.bar_table(bars_of(counts, report, growth, simulation["file"]))),
        ("Login attempts by user", results.tool_table(counts, size) + f"\n\nPython's start with an import, included above: {imports}."),
        (
            "A report's full set",
            results.tool_table(report, size)
            + "\n\nUsers, distribution of attempts per user, hourly timeline by outcome, action by outcome, top and number of"
            + f" {addresses:,} source addresses, SHA-256 of the log. Only Logbrief also draws and writes a page.",
        ),
        (
            "Top keys by shape of the log",
            results.shape_table(counted)
            + "\n\nThe ratio is the faster peer's time by Logbrief's. pandas is left out: it has one thread and is far behind above.",
        ),
        (
            "Ten times the rows, same keys",
            results.growth_table(growth, [rows, rows * 10], [logs[log].stat().st_size for log in ("few keys", "tenfold")]),
        ),
        (
            "Simulation",
            f"{simulated / results.MEGABYTE:,.0f} MB: {simulation['file']:.0f} MB/s to a file,"
            f" {simulation['/dev/null']:.0f} MB/s to `/dev/null`.",
        ),
    ])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--logbrief", type=Path, required=True, help="the binary, a release build")
    parser.add_argument("--folder", type=Path, required=True, help="where logs and reports go; logs are kept for the next run")
    parser.add_argument("--rows", type=int, default=FULL_ROWS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path, help=f"where to keep the result of a run with all {FULL_ROWS:,} rows")
    arguments = parser.parse_args()
    if arguments.rows < 1_000 or arguments.runs < 1:
        parser.error("at least 1,000 rows and one run")
    stay_on_two_processors()
    try:
        text = run(arguments)
    except agreement.Disagreement as problem:
        sys.exit(f"bench: the answers differ: {problem}")
    except subprocess.CalledProcessError as problem:
        sys.exit(f"bench: {problem}")
    print(text, end="")
    if arguments.keep and arguments.rows == FULL_ROWS:
        arguments.keep.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
