"""The simulator once more, written independently and without care for speed: the digests in SimulationBytesTests.swift come from it.

    python3 Tests/References/nids_simulation.py ROWS USERS SEED csv|jsonl [ATTACK,…] [LABELS]  > events
"""

import datetime
import sys

MASK = 2**64 - 1
GOLDEN = 0x9E3779B97F4A7C15
BLOCK = 4096
SPAN = 24 * 3_600_000
START = 1_793_577_600_000 - SPAN
ACTIONS = [  # name, weight and successes, both in 1,000
    ("login_attempt", 260, 700), ("connection", 260, 950), ("file_access", 200, 920), ("data_transfer", 120, 960),
    ("policy_violation", 60, 400), ("port_scan", 50, 200), ("malware_alert", 30, 100), ("privilege_escalation", 20, 300),
]


def mixed(z):
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
    return z ^ z >> 31


class Stream:
    def __init__(self, seed, number):
        self.base, self.at = mixed(mixed(seed) + number * GOLDEN & MASK), 0

    def word(self, index):
        return mixed(self.base + (index + 1) * GOLDEN & MASK)

    def draw(self):
        self.at += 1
        return Draw(self.word(self.at - 1))


class Draw:
    def __init__(self, word):
        self.rest = word

    def below(self, bound):
        product = self.rest * bound
        self.rest = product & MASK
        return product >> 64

    def inside(self):
        n = self.below(2**24 + 2**20 + 2**16)
        for base, count in ((10 << 24, 2**24), (172 << 24 | 16 << 16, 2**20), (192 << 24 | 168 << 16, 2**16)):
            if n < count:
                return base + n
            n -= count

    def outside(self):
        n = self.below(768)
        return [0xC0000200, 0xC6336400, 0xCB007100][n // 256] + n % 256

    def any(self):
        return self.outside() if self.below(8) == 0 else self.inside()


def background(rows, users, seed):
    attributes, arrivals = Stream(seed, 0), Stream(seed, 1)
    for first in range(0, rows, BLOCK):
        end = min(rows, first + BLOCK)
        low, high = first * SPAN // rows, end * SPAN // rows
        times = sorted(Draw(arrivals.word(i)).below(high - low) for i in range(first, end))
        for i, time in zip(range(first, end), times):
            what, who, to = (Draw(attributes.word(3 * i + k)) for k in range(3))
            point = what.below(1000)
            for name, weight, success in ACTIONS:
                if point < weight:
                    break
                point -= weight
            user, source = who.below(users) + 1, who.any()
            yield START + low + time, user, source, to.any(), name, what.below(1000) < success


def distinct(stream, count, bound):
    chosen = []
    for limit in range(bound - count, bound):
        n = stream.draw().below(limit + 1)
        if n in chosen:
            chosen.insert(chosen.index(n) + 1, limit)
        else:
            chosen.insert(0, n)
    return chosen


def attack(kind, users, stream):
    below = lambda n: stream.draw().below(n)
    time, events = 0, []
    if kind == "brute-force":
        count, user, source, to = 24 + below(40), below(users) + 1, stream.draw().outside(), stream.draw().inside()
        plan, wait, action = [(user, to)] * (count + 1), (1000, 4001), "login_attempt"
        success = lambda n: n == count
    elif kind == "password-spray":
        count, source, to = min(users, 40 + below(40)), stream.draw().outside(), stream.draw().inside()
        plan, wait, action = [(n + 1, to) for n in distinct(stream, count, users)], (5000, 15001), "login_attempt"
        success = lambda n: False
    elif kind == "port-scan":
        count, user, source, net = 60 + below(60), below(users) + 1, stream.draw().inside(), stream.draw().inside() & ~0xFF
        plan, wait, action = [(user, net + n) for n in distinct(stream, count, 256)], (500, 2001), "port_scan"
        success = lambda n: below(8) == 0
    else:
        count, user, source, to = 200 + below(200), below(users) + 1, stream.draw().inside(), stream.draw().inside()
        plan, wait, action = [(user, to)] * count, (200, 801), "file_access"
        success = lambda n: True
    for n, (user, to) in enumerate(plan):
        time += wait[0] + below(wait[1]) if n else 0
        events.append([time, user, source, to, action, success(n)])
    offset = START + below(SPAN - time)
    return [(e[0] + offset, *e[1:]) for e in events]


def main(rows, users, seed, form, attacks="", labels=None):
    rows, users, seed, numbers = int(rows), int(users), int(seed), {}
    events = [(e, 0, i, None) for i, e in enumerate(background(rows, users, seed))]
    for index, kind in enumerate(attacks.split(",") if attacks else []):
        numbers[kind] = numbers.get(kind, 0) + 1
        label = f"{kind},{kind}-{numbers[kind]}"
        events += [(e, 1, (index, i), label) for i, e in enumerate(attack(kind, users, Stream(seed, 2 + index)))]
    events.sort(key=lambda e: (e[0][0], e[1], e[2]))
    width = max(3, len(str(users)))
    ip = lambda n: ".".join(str(n >> shift & 255) for shift in (24, 16, 8, 0))
    lines = [] if form == "jsonl" else ["timestamp,user_id,source_ip,destination_ip,action,success"]
    for (time, user, source, to, action, success), *_ in events:
        stamp = datetime.datetime(1970, 1, 1) + datetime.timedelta(milliseconds=time)
        user, source, to, success = f"user_{user:0{width}}", ip(source), ip(to), "true" if success else "false"
        if form == "csv":
            lines.append(f"{stamp.isoformat(timespec='milliseconds')}Z,{user},{source},{to},{action},{success}")
        else:
            lines.append(
                f'{{"user_id": "{user}", "source_ip": "{source}", "destination_ip": "{to}", "action": "{action}", "success": {success}, '
                f'"event": "network_event", "level": "info", "timestamp": "{stamp.isoformat(timespec="microseconds")}Z"}}')
    sys.stdout.write("".join(line + "\n" for line in lines))
    if labels:
        rows = [f"{n},{label}\n" for n, (_, _, _, label) in enumerate(events, 1) if label]
        open(labels, "w").write("row,attack,attack_id\n" + "".join(rows))


if __name__ == "__main__":
    main(*sys.argv[1:])
