"""Writes a report folder in which every place that text can reach holds text of an attacker's choice."""

import csv
import io
import string

ROLES = ["timestamp", "user_id", "source_ip", "destination_ip", "action", "success", "message"]

PAGE = """The first line is {lede}, and the first user {{{{users.first.key}}}} with {{{{users.first.value}}}} of {{{{users.total}}}}.

## Users

```bar users
title: {title}
caption: {caption}
source: logs
where: user_id != "nobody <b onclick=alert(1)>"
by: user_id
top: 40
```

```bar stacked
title: "Leader {{{{users.first.key}}}}"
source: logs
by: user_id
stack: message
top: 10
```

```timeline time
title: {title}
caption: {caption}
source: logs
series: user_id
bin: 1m
notes:
  2026-11-01T00:00:59Z: {note}
```

```table everything
title: All users and messages
source: logs
by: [user_id, message]
top: 5000
```

```table evidence
title: The events themselves
source: logs
rows: true
top: 50
```

```table names
title: The columns' names
source: columns
rows: true
top: 2
```

```numbers key-numbers
title: Key numbers
source: logs
items:
  {item}: users.total
  Leader: users.first.key
```

## Text

{headings}

| Name | Text |
| --- | --- |
{cells}

[{passage}](claim: "users.total > 0").

{paragraphs}
"""


def write(folder, texts, title):
    """Writes the report into a folder that does not exist yet. Two lists of the same length give pages of the same shape."""
    (folder / "data").mkdir(parents=True)
    prose = [markdown(text) for text in texts]
    page = PAGE.format(
        lede=prose[0],
        title=yaml(figure_text(texts[1])),
        caption=yaml(figure_text(texts[2])),
        item=yaml(texts[3]),
        note=yaml(texts[5]),
        headings="\n\n".join(f"### {text}" for text in prose[:12]),
        cells="\n".join(f"| {text} | {other} |" for text, other in zip(prose[:40], prose[1:])),
        passage=prose[4],
        paragraphs="\n\n".join(f"Text {text} ends." for text in prose),
    )
    (folder / "page.md").write_text(page, encoding="utf-8", newline="")
    (folder / "report.yml").write_text(
        "\n".join(
            [
                f"title: {yaml(title)}",
                "status: draft",
                f"authors: [{', '.join(map(yaml, texts))}]",
                "sources:",
                "  logs: { files: data/logs.csv, format: csv, simulated: true }",
                "  columns: { files: data/columns.csv, format: csv }",
                "",
            ]
        ),
        encoding="utf-8",
    )
    rows = [["2026-11-01T00:00:00Z", text, "192.0.2.1", "198.51.100.1", "login_attempt", "true", text] for text in texts]
    # Lines of the wrong shape are shown as samples of what was rejected.
    ragged = [[text] for text in texts[:3]]
    write_csv(folder / "data" / "logs.csv", [ROLES] + rows + ragged)
    names = list(dict.fromkeys(texts))
    write_csv(folder / "data" / "columns.csv", [names, [str(number) for number in range(len(names))], names])


def write_csv(path, rows):
    """RFC 4180 with every field quoted."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8", "surrogatepass"))


def yaml(text):
    """A double-quoted YAML scalar with every special character escaped."""
    plain = string.ascii_letters + string.digits + " "
    return '"' + "".join(character if character in plain else f"\\U{ord(character):08x}" for character in text) + '"'


def markdown(text):
    """The text as an author who means every character writes it, on one line; braces apart, as two would start a value."""
    line = " ".join(text.split()).replace("{{", "{ {").replace("{{", "{ {")
    return "".join("\\" + character if character in string.punctuation else character for character in line) or "nothing"


def figure_text(text):
    """Text for a place where two braces start a value."""
    return text.replace("{{", "{ {").replace("{{", "{ {")
