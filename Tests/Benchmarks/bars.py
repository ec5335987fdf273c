"""The targets that Logbrief sets itself, and whether they were met."""

from dataclasses import dataclass


@dataclass
class Bar:
    """A target: the measured value must lie in a range, either end of which may be open."""

    work: str
    target: str
    value: float
    shown: str
    least: float = 0
    most: float = float("inf")

    @property
    def verdict(self):
        if self.value < self.least:
            return f"**missed** by {1 - self.value / self.least:.0%}"
        if self.value > self.most:
            return f"**missed** by {self.value / self.most - 1:.0%}"
        return "met"


def bars_of(counts, report, growth, simulation):
    """All bars, from the measurements by the name of the tool or of the step."""
    faster = min(counts["DuckDB"].best, counts["Polars"].best)
    ours = report["Logbrief"]
    theirs = [measurement for tool, measurement in report.items() if tool != "Logbrief"]
    return [
        times("login attempts by user, against the faster of DuckDB and Polars", faster / counts["Logbrief"].best, least=2.5),
        times("login attempts by user, time of `wc -l`", counts["Logbrief"].best / counts["wc -l"].best, most=5),
        times("report, against the fastest of the peers", min(peer.best for peer in theirs) / ours.best, least=10),
        share("report, peak memory, of the peer with the smallest", ours.memory / min(peer.memory for peer in theirs), most=0.25),
        *growth_bars("query", growth),
        *growth_bars("report", growth),
        Bar("simulate to a file", "≥ 200 MB/s", simulation, f"{simulation:.0f} MB/s", least=200),
    ]


def growth_bars(work, growth):
    """Ten times the rows with the same keys: ten times the time in the same memory."""
    few, many = growth[work], growth[f"{work}, tenfold"]
    return [
        times(f"{work}, ten times the rows: time", many.best / few.best, least=8.5, most=11.5),
        times(f"{work}, ten times the rows: memory", many.memory / few.memory, least=0.9, most=1.1),
    ]


def times(work, value, least=None, most=None):
    ends = {"least": least, "most": most}
    known = {name: end for name, end in ends.items() if end is not None}
    target = {("least",): f"≥ {least}×", ("most",): f"≤ {most}×"}.get(tuple(known), f"{least}× to {most}×")
    return Bar(work, target, value, f"{value:.2f}×", **known)


def share(work, value, most):
    return Bar(work, f"≤ {most:.0%}", value, f"{value:.0%}", most=most)
