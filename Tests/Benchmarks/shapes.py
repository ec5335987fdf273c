"""The logs of the benchmark, one file a shape, the same for the same number of rows."""

import gzip
import shutil

import numpy as np
import polars as pl

SEED = 42
DAY_START_MS = 1_793_491_200_000  # 2026-11-01T00:00:00Z
DAY_MS = 86_400_000
CHUNK_ROWS = 1_000_000
WIDE_COLUMNS = 60

# Actions with their weight and the probability that one succeeds, as `logbrief simulate nids` has them.
ACTIONS = {
    "login_attempt": (0.26, 0.70),
    "connection": (0.26, 0.95),
    "file_access": (0.20, 0.92),
    "data_transfer": (0.12, 0.96),
    "policy_violation": (0.06, 0.40),
    "port_scan": (0.05, 0.20),
    "malware_alert": (0.03, 0.10),
    "privilege_escalation": (0.02, 0.30),
}
# Quotes, delimiters and newlines inside a cell, as RFC 4180 quotes them.
MESSAGES = [
    'rule "too many logins", severity 3',
    "user said:\nI forgot it,\nplease reset",
    'GET /index.html?q="a,b" HTTP/1.1',
    "session opened",
    '""\n',
]


class Shape:
    """A log: what is in it and how its rows are made."""

    def __init__(self, name, title, rows, users, addresses, zipf=None, extra=lambda events, generator: events):
        self.name = name
        self.title = title
        self.rows = rows
        self.users = users
        self.addresses = addresses
        self.zipf = zipf
        self.extra = extra

    def write(self, folder):
        """Writes the log unless it is there, and returns its path. A log cut short never has the final name."""
        path = folder / f"{self.name}-{self.rows}.csv"
        if not path.exists():
            unfinished = path.with_suffix(".part")
            generator = np.random.default_rng(SEED)
            times = np.sort(generator.integers(0, DAY_MS, self.rows))
            with unfinished.open("wb") as file:
                for start in range(0, self.rows, CHUNK_ROWS):
                    events = self.extra(self.events(times[start : start + CHUNK_ROWS], generator), generator)
                    events.write_csv(file, include_header=start == 0)
            unfinished.rename(path)
        return path

    def events(self, times, generator):
        """The six columns of simulated events."""
        rows = len(times)
        names, weights, successes = zip(*((name, *chances) for name, chances in ACTIONS.items()))
        action = generator.choice(len(names), rows, p=weights)
        draws = pl.DataFrame(
            {
                "time": DAY_START_MS + times,
                "user": self.user_numbers(rows, generator),
                "source": generator.integers(0, self.addresses, rows) + (64 << 24),
                "destination": generator.integers(0, 250, rows) + (10 << 24),
                "action": action,
                "success": generator.random(rows) < np.array(successes)[action],
            }
        )
        return draws.select(
            timestamp=pl.col.time.cast(pl.Datetime("ms")).dt.strftime("%Y-%m-%dT%H:%M:%SZ"),
            user_id=pl.format("user_{}", "user"),
            source_ip=dotted("source"),
            destination_ip=dotted("destination"),
            action=pl.lit(pl.Series(names)).gather(pl.col.action),
            success="success",
        )

    def user_numbers(self, rows, generator):
        """Users from 1: all equally likely, or by Zipf's law with an exponent."""
        if self.zipf is None:
            return generator.integers(1, self.users + 1, rows)
        weights = 1 / np.arange(1, self.users + 1) ** self.zipf
        borders = np.cumsum(weights) / weights.sum()
        return np.searchsorted(borders[:-1], generator.random(rows), side="right") + 1


def dotted(column):
    """A number as an IPv4 address."""
    number = pl.col(column)
    return pl.concat_str([number // 2**24, number // 2**16 % 256, number // 2**8 % 256, number % 256], separator=".")


def with_many_columns(events, generator):
    """Fills the rows up with numbers that nobody asks for."""
    numbers = generator.integers(0, 100_000, (WIDE_COLUMNS - events.width, events.height))
    return events.with_columns(pl.Series(f"field_{index:02}", column) for index, column in enumerate(numbers))


def with_messages(events, generator):
    """Puts a message before the columns that are asked for, so that no reader can stop early."""
    kinds = generator.integers(0, len(MESSAGES), events.height)
    message = pl.lit(pl.Series(MESSAGES)).gather(pl.lit(pl.Series(kinds)))
    return events.select("timestamp", message.alias("message"), pl.all().exclude("timestamp"))


def main_shape(rows):
    """The log that the bars are measured on: Zipf users, nearly every source address different."""
    return Shape("events", "Zipf users", rows, users=50_000, addresses=2**27, zipf=1.1)


def few_keys(rows):
    """The log whose keys are the same however many rows it has."""
    return Shape("few-keys", "few keys", rows, users=100, addresses=10_000)


def wide(rows):
    """Rows of many columns; a tenth of the rows."""
    return Shape("wide", f"wide rows, {WIDE_COLUMNS} columns", rows // 10, users=1_000, addresses=10_000, extra=with_many_columns)


def messages(rows):
    """Cells with quotes, delimiters and newlines; half of the rows."""
    return Shape("messages", "quoted messages", rows // 2, users=1_000, addresses=10_000, extra=with_messages)


def compressed(path):
    """The same log as .gz beside it."""
    target = path.with_name(path.name + ".gz")
    if not target.exists():
        unfinished = target.with_suffix(".part")
        with path.open("rb") as source, gzip.open(unfinished, "wb", compresslevel=1) as file:
            shutil.copyfileobj(source, file, 1 << 20)
        unfinished.rename(target)
    return target
