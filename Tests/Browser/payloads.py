"""Text that an attacker would write into a log, and its harmless twin."""

import json
import os
import string
from pathlib import Path

# Every payload that runs calls alert: the browser then tells of a dialog.
OWN = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<ScRiPt/x>alert(1)</sCrIpT >",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<img/src='x'/onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    "`><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)" x="',
    "' onmouseover='alert(1)' autofocus onfocus='alert(1)' x='",
    " onfocus=alert(1) autofocus tabindex=0 ",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "</text></svg><img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    "</desc></svg><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</td></tr></table><script>alert(1)</script>",
    "</bdi></a></p></main></body></html><script>alert(1)</script>",
    "<style>@import 'https://example.org/x.css';</style>",
    "<style>*{background:url(https://example.org/x)}</style>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<base href=https://example.org/>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=https://example.org/x.swf>",
    "<form action=https://example.org/><button autofocus>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='java&#9;script:alert(1)'>x</a>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><img src=x onerror=alert(1)>-->",
    "--><img src=x onerror=alert(1)>",
    "<![CDATA[><img src=x onerror=alert(1)>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "&#x3c;img src=x onerror=alert(1)>",
    "&quot;&gt;<img src=x onerror=alert(1)>",
    "\\x3cimg src=x onerror=alert(1)\\x3e",
    "\\u003cimg src=x onerror=alert(1)\\u003e",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "<\u0338img src=x onerror=alert(1)>",
    '"\u0301><img src=x onerror=alert(1)>',
    '"\u200d onmouseover=alert(1) x="\ufe0f',
    "\u202e<img src=x onerror=alert(1)>\u202c",
    "<img\u0000 src=x onerror=alert(1)>",
    "<img\u000bsrc=x\u000conerror=alert(1)>",
    "\u001b]8;;https://example.org/\u0007click\u001b]8;;\u0007",
    "\u001b[2J\u001b[31mred\u009b0m",
    "a\r\nb\rc\nd\te",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://example.org/?q=<script>alert(1)</script>",
    "=HYPERLINK(\"https://example.org/\",\"x\")",
    "![x](https://example.org/x.png)",
    "[x](javascript:alert(1))",
    "<https://example.org/>",
    "*x* **x** _x_ `x` ~~x~~ # x",
    "{{total}} {{{total}}} {{#x}}y{{/x}} {{> page}} {{& x}}",
    "\u2028<img src=x onerror=alert(1)>\u2029",
    "\ue000\U000e0041\U0010ffff\u3164\u115f",
    "x" + "\u0301" * 200,
    "<" * 300,
]

LETTERS = string.ascii_lowercase + string.ascii_uppercase

# A combining mark can hide the character before it from code that works on graphemes.
MARKS = {"plain": "", "acute": "\u0301", "solidus": "\u0338", "emoji": "\ufe0f", "joiner": "\u200d"}


def naughty_strings():
    """The Big List of Naughty Strings where the shared data is at hand, else nothing."""
    beside = Path(__file__).resolve().parents[3] / "shared" / "data"
    path = Path(os.environ.get("LOGBRIEF_SHARED_DATA", beside)) / "big-list-of-naughty-strings" / "blns.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def marked(mark):
    """All strings, each once as `mark` follows it and, for those that hold markup, once as `mark` follows every special character."""
    strings = dict.fromkeys(text + mark for text in OWN + naughty_strings() if text)
    if mark:
        specials = str.maketrans({special: special + mark for special in "<>\"'&="})
        strings |= dict.fromkeys(text.translate(specials) for text in OWN)
    return list(strings)


def twins(strings):
    """For each string another of the same length with its white space in the same places, and letters for all else."""
    taken = {}
    twins = []
    for text in strings:
        shape = tuple(character.isspace() for character in text)
        number = taken[shape] = taken.get(shape, -1) + 1
        characters = []
        for character in text:
            if character.isspace():
                characters.append(character)
            else:
                characters.append(LETTERS[number % len(LETTERS)])
                number //= len(LETTERS)
        twins.append("".join(characters))
    return twins
