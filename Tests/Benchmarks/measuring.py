"""Runs a command on two processors and measures it: seconds, and the peak of its anonymous memory."""

import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

PROCESSORS = 2
POLL_SECONDS = 0.005


@dataclass
class Measurement:
    """What the runs of one command took; the answer is what the first one printed."""

    seconds: list = field(default_factory=list)
    memory: int = 0
    answer: bytes = b""

    @property
    def best(self):
        """Seconds of the fastest run: what disturbs a run only ever adds to it."""
        return min(self.seconds)


@dataclass
class Command:
    """A command line, where its standard output goes (None: it is the answer) and what clears the way before each run."""

    arguments: list
    output: str | None = None
    prepare: object = None

    def run(self, watch=False):
        """One run: seconds, peak of anonymous memory in bytes if it is watched (else 0), and what it printed."""
        if self.prepare:
            self.prepare()
        with Scratch(self.output) as scratch:
            start = time.perf_counter()
            process = subprocess.Popen([str(argument) for argument in self.arguments], stdout=scratch.file)
            memory = peak_memory(process) if watch else 0
            code = process.wait()
            seconds = time.perf_counter() - start
            if code:
                raise subprocess.CalledProcessError(code, self.arguments)
            return seconds, memory, scratch.text()


class Scratch:
    """Standard output of a command: a named file, or one that is read back (a pipe would have to be drained meanwhile)."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.file = open(self.path, "wb") if self.path else os.fdopen(os.memfd_create("answer"), "w+b")
        return self

    def __exit__(self, *_):
        self.file.close()

    def text(self):
        if self.path:
            return b""
        self.file.seek(0)
        return self.file.read()


def stay_on_two_processors():
    """Binds this process, and with it every command it starts, to the first two processors it may use."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:PROCESSORS])


def peak_memory(process):
    """The largest RssAnon in /proc/PID/status, asked for every 5 ms until the process ends."""
    status = Path(f"/proc/{process.pid}/status")
    peak = 0
    while process.poll() is None:
        peak = max(peak, anonymous_memory(status))
        time.sleep(POLL_SECONDS)
    return peak


def anonymous_memory(status):
    """RssAnon in bytes; 0 once the process has ended."""
    try:
        lines = status.read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon:")), 0)


def measure(commands, runs):
    """Measures commands by name: one run of each that warms the cache and is watched for memory, then rounds in which each runs once."""
    measurements = {name: Measurement() for name in commands}
    for name, command in commands.items():
        _, measurements[name].memory, measurements[name].answer = command.run(watch=True)
    for _ in range(runs):
        for name, command in commands.items():
            measurements[name].seconds.append(command.run()[0])
    return measurements
