"""The seed experiment as a Python programmer would write it: simulate events, log them, analyse them, draw them, write a page.

usage: seed_experiment.py FOLDER
"""

import html
import json
import random
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd
import structlog

ROWS = 1_000
USERS = 100
END = datetime(2026, 11, 2, tzinfo=timezone.utc)
# Actions with their weight and the probability that one succeeds.
ACTIONS = {
    "login_attempt": (260, 0.70),
    "connection": (260, 0.95),
    "file_access": (200, 0.92),
    "data_transfer": (120, 0.96),
    "policy_violation": (60, 0.40),
    "port_scan": (50, 0.20),
    "malware_alert": (30, 0.10),
    "privilege_escalation": (20, 0.30),
}


def simulate(path):
    """Writes the events as structured log lines."""
    generator = random.Random(42)
    names = list(ACTIONS)
    weights = [weight for weight, _ in ACTIONS.values()]
    times = sorted(END - timedelta(seconds=generator.uniform(0, 86_400)) for _ in range(ROWS))
    with path.open("w", encoding="utf-8") as file:
        structlog.configure(
            processors=[structlog.processors.add_log_level, structlog.processors.JSONRenderer()],
            logger_factory=structlog.WriteLoggerFactory(file=file),
        )
        log = structlog.get_logger()
        for time in times:
            action = generator.choices(names, weights)[0]
            log.info(
                "network_event",
                timestamp=time.isoformat(),
                user_id=f"user_{generator.randint(1, USERS):03}",
                source_ip=address(generator),
                destination_ip=address(generator),
                action=action,
                success=generator.random() < ACTIONS[action][1],
            )


def address(generator):
    """A private address."""
    return f"10.{generator.randrange(256)}.{generator.randrange(256)}.{generator.randrange(256)}"


def analyse(path):
    """Login attempts by user, most first."""
    with path.open(encoding="utf-8") as file:
        events = pd.DataFrame(json.loads(line) for line in file)
    logins = events[events["action"] == "login_attempt"]
    return logins.groupby("user_id").size().sort_values(ascending=False)


def draw(attempts, folder):
    """The two charts."""
    figure, axes = plt.subplots(figsize=(10, 5))
    attempts.head(20).plot.bar(ax=axes, title="Top 20 users by login attempts")
    figure.tight_layout()
    figure.savefig(folder / "top-users.png")
    plt.close(figure)
    figure, axes = plt.subplots(figsize=(10, 5))
    axes.hist(attempts, bins=range(1, attempts.max() + 2), align="left")
    axes.set_title("Distribution of login attempts per user")
    figure.tight_layout()
    figure.savefig(folder / "distribution.png")
    plt.close(figure)


def write_page(attempts, folder):
    """The page that shows both charts with an interpretation."""
    text = (
        f"User {attempts.index[0]} made {attempts.iloc[0]} of {attempts.sum()} login attempts. "
        f"{len(attempts)} users tried {attempts.mean():.2f} times on average, half of them at most {attempts.median():.0f} times."
    )
    page = (
        "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Login attempts</title><h1>Login attempts</h1>"
        f'<img src="top-users.png" alt=""><img src="distribution.png" alt=""><p>{html.escape(text)}</p></html>'
    )
    (folder / "index.html").write_text(page, encoding="utf-8")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    simulate(folder / "network_logs.jsonl")
    attempts = analyse(folder / "network_logs.jsonl")
    draw(attempts, folder)
    write_page(attempts, folder)


if __name__ == "__main__":
    main()
