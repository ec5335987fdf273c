"""The work of the benchmark as a Python programmer would write it, with one tool, in one process.

usage: peers.py TOOL WORK LOG [COLUMN]

WORK is `logins` (attempts by user), `top` (the 20 most frequent values of COLUMN among the attempts, or of all rows if it is source_ip)
or `report`. Prints the answer as JSON. Two threads; each tool is imported only where it is used, for start-up counts.
"""

import hashlib
import json
import sys
from concurrent.futures import ThreadPoolExecutor

THREADS = 2
TOP = 20
TOP_ADDRESSES = 10


class DuckDB:
    """DuckDB: each query reads the file."""

    attempts = "WHERE action = 'login_attempt'"

    def __init__(self, log):
        import duckdb

        self.connection = duckdb.connect(config={"threads": THREADS})
        # A plain timestamp: with a time zone, truncation to hours takes DuckDB several times as long.
        self.source = f"read_csv('{log}', types = {{'timestamp': 'TIMESTAMP'}})"

    def rows(self, query):
        return self.connection.execute(query).fetchall()

    def counted(self, column, where=""):
        """Rows by a column."""
        return f"SELECT {column}, count(*) AS n FROM {self.source} {where} GROUP BY {column}"

    def logins(self):
        return self.rows(f"{self.counted('user_id', self.attempts)} ORDER BY n DESC, user_id")

    def top(self, column):
        where = "" if column == "source_ip" else self.attempts
        return self.rows(f"{self.counted(column, where)} ORDER BY n DESC, {column} LIMIT {TOP}")

    def report(self):
        """Groups that are asked more than one question are kept in a table: the fastest way of those tried."""
        outcome = "CASE WHEN success THEN 'success' ELSE 'failure' END AS outcome"
        hour = "strftime(date_trunc('hour', timestamp), '%Y-%m-%dT%H') AS hour"
        self.connection.execute(f"CREATE TEMP TABLE users AS {self.counted('user_id', self.attempts)}")
        self.connection.execute(f"CREATE TEMP TABLE addresses AS {self.counted('source_ip')}")
        return {
            "users": self.largest("users", "user_id", TOP),
            "attempts": self.rows("SELECT n, count(*) FROM users GROUP BY n"),
            "timeline": self.rows(f"SELECT {hour}, {outcome}, count(*) FROM {self.source} GROUP BY ALL"),
            "outcomes": self.rows(f"SELECT action, {outcome}, count(*) FROM {self.source} GROUP BY ALL"),
            "addresses": self.largest("addresses", "source_ip", TOP_ADDRESSES),
        }

    def largest(self, groups, key, top):
        count, total = self.rows(f"SELECT count(*), sum(n) FROM {groups}")[0]
        return {"top": self.rows(f"SELECT {key}, n FROM {groups} ORDER BY n DESC, {key} LIMIT {top}"), "groups": count, "rows": int(total)}


class DuckDBTable(DuckDB):
    """DuckDB: the columns needed are read once into a table in memory."""

    def report(self):
        self.connection.execute(
            f"CREATE TEMP TABLE events AS SELECT timestamp, user_id, source_ip, action, success FROM {self.source}")
        self.source = "events"
        return super().report()


class Polars:
    """Polars: a lazy scan with the streaming engine; all questions are collected together."""

    def __init__(self, log):
        import os

        os.environ["POLARS_MAX_THREADS"] = str(THREADS)
        import polars

        self.polars = polars
        self.log = log
        self.events = polars.scan_csv(log)

    def counted(self, column, events):
        """Rows by a column, most first."""
        return events.group_by(column).len("n").sort("n", column, descending=[True, False])

    @property
    def attempts(self):
        return self.events.filter(self.polars.col.action == "login_attempt")

    def logins(self):
        return self.counted("user_id", self.attempts).collect(engine="streaming").rows()

    def top(self, column):
        events = self.events if column == "source_ip" else self.attempts
        return self.counted(column, events).head(TOP).collect(engine="streaming").rows()

    def report(self):
        """The hour is cut from the text, which takes Polars a fifth of the time that parsing it does."""
        pl = self.polars
        users = self.attempts.group_by("user_id").len("n")
        addresses = self.events.group_by("source_ip").len("n")
        outcome = pl.when("success").then(pl.lit("success")).otherwise(pl.lit("failure")).alias("outcome")
        hour = pl.col.timestamp.str.head(13).alias("hour")
        questions = [
            *self.largest(users, "user_id", TOP),
            users.group_by("n").len("users"),
            self.events.group_by(hour, outcome).len("n"),
            self.events.group_by("action", outcome).len("n"),
            *self.largest(addresses, "source_ip", TOP_ADDRESSES),
        ]
        answers = [frame.rows() for frame in pl.collect_all(questions, engine="streaming")]
        return {
            "users": answer_of_largest(answers[0], answers[1]),
            "attempts": answers[2],
            "timeline": answers[3],
            "outcomes": answers[4],
            "addresses": answer_of_largest(answers[5], answers[6]),
        }

    def largest(self, groups, key, top):
        pl = self.polars
        return [groups.sort("n", key, descending=[True, False]).head(top), groups.select(pl.len(), pl.col.n.sum().alias("rows"))]


class PolarsFrame(Polars):
    """Polars: the columns needed are read once into a frame in memory."""

    def report(self):
        columns = ["timestamp", "user_id", "source_ip", "action", "success"]
        self.events = self.polars.read_csv(self.log, columns=columns).lazy()
        return super().report()


class Pandas:
    """pandas: the columns needed, one thread, as it has no more."""

    def __init__(self, log):
        import pandas

        self.pandas = pandas
        self.log = log

    def logins(self):
        events = self.pandas.read_csv(self.log, usecols=["user_id", "action"])
        counts = events[events["action"] == "login_attempt"].groupby("user_id").size()
        return [[key, int(n)] for key, n in sorted(counts.items(), key=lambda group: (-group[1], group[0]))]


def answer_of_largest(top, totals):
    return {"top": top, "groups": totals[0][0], "rows": totals[0][1]}


def sha256(log):
    with open(log, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


TOOLS = {"duckdb": DuckDB, "duckdb-table": DuckDBTable, "polars": Polars, "polars-frame": PolarsFrame, "pandas": Pandas}


def main():
    if len(sys.argv) not in (4, 5) or sys.argv[1] not in TOOLS:
        sys.exit(__doc__)
    tool, work, log, *columns = sys.argv[1:]
    # Both threads of a tool may wait for the disk or for each other: hashing beside them is the fastest order.
    with ThreadPoolExecutor(1) as pool:
        digest = pool.submit(sha256, log) if work == "report" else None
        answer = getattr(TOOLS[tool](log), work)(*columns)
        if digest:
            answer["sha256"] = digest.result()
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
